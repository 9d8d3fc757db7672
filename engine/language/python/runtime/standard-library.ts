/** @file Parts of Python's library that losses lean on: collections, itertools, copy, logging. And modules that are not here. */
import { ModuleList, Sequential } from "../../../nn/layers.ts";
import { isParameter, Module, parameter } from "../../../nn/module.ts";
import { clone, detach } from "../../../ops/convert.ts";
import { aliasOf, Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { call, none, special } from "./call.ts";
import { isInstance, PyClass, PyModule, PyObject } from "./classes.ts";
import { AbsentModule, Namespace } from "./constants.ts";
import { contextlib } from "./contextlib-module.ts";
import { Counter, DefaultDict, Dict, OrderedDict, PySet } from "./dicts.ts";
import { exception, object } from "./exceptions.ts";
import { type Keywords, Native } from "./functions.ts";
import { itertools } from "./itertools-module.ts";
import { namedTuple } from "./named-tuples.ts";
import { operator } from "./operator-module.ts";
import { iterate } from "./protocols.ts";
import { Deque, Tuple } from "./sequences.ts";
import { str } from "./text.ts";

type Run = Native["run"];
const native = (name: string, run: Run) => new Native(name, run);
const natives = (table: Readonly<Record<string, Run>>): Readonly<Record<string, Native>> =>
  Object.fromEntries(Object.entries(table).map(([name, run]) => [name, native(name, run)]));
const namespace = (name: string, members: Readonly<Record<string, unknown>>) =>
  new Namespace(name, new Map(Object.entries(members)));
const listOf = (value: unknown): unknown[] => [...iterate(value)];

function dictClass(): PyClass {
  const cls = new PyClass("OrderedDict", [object], "collections");
  cls.holds = (value) => value instanceof OrderedDict;
  cls.construct = ([items], keywords) => {
    const pairs = items instanceof Dict ? items.entries() : items === undefined ? [] : listOf(items).map(pairOf);
    return new OrderedDict([...pairs, ...Object.entries(keywords ?? {})]);
  };
  return cls;
}

const pairOf = (pair: unknown): [unknown, unknown] => {
  const [key, value] = listOf(pair);
  return [key, value];
};

function counted(items: unknown, keywords: Keywords): Counter {
  const found = new Counter(items instanceof Dict ? items.entries() : []);
  if (items !== undefined && !(items instanceof Dict)) found.count(iterate(items));
  for (const [name, count] of Object.entries(keywords ?? {})) found.set(name, count);
  return found;
}

const collections = namespace("collections", {
  OrderedDict: dictClass(),
  ...natives({
    defaultdict: ([factory = null, items]) =>
      new DefaultDict(
        factory === null ? null : () => call(factory, [], none),
        factory,
        items instanceof Dict ? items.entries() : [],
      ),
    Counter: ([items], keywords) => counted(items, keywords),
    namedtuple: ([name, fields], keywords) => namedTuple(name, fields, keywords),
    deque: ([items, limit], keywords) => {
      const most = limit ?? keywords?.maxlen ?? null;
      return Deque.holding(items === undefined ? [] : listOf(items), most === null ? null : Number(most));
    },
  }),
});

function copied(value: unknown, isDeep: boolean): unknown {
  const inner = (item: unknown) => (isDeep ? copied(item, true) : item);
  if (Tensor.isTensor(value)) {
    if (!isDeep) return aliasOf(value);
    const fresh = clone(detach(value));
    const { requires_grad: isTrained, is_leaf: isLeaf } = value;
    if (isParameter(value)) return parameter(fresh, isTrained);
    fresh.requires_grad = isTrained && isLeaf;
    return fresh;
  }
  if (value instanceof Tuple) return Tuple.make(value.map(inner));
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Dict) {
    const entries = value.entries().map(([key, item]) => [key, inner(item)] as const);
    if (value instanceof OrderedDict) return new OrderedDict(entries);
    if (value instanceof DefaultDict) return new DefaultDict(value.make, value.factory, entries);
    return value instanceof Counter ? new Counter(entries) : new Dict(entries);
  }
  if (value instanceof PySet) return new PySet([...value].map(inner));
  if (value instanceof PyClass) return value;
  if (value instanceof Module || isInstance(value)) return copiedObject(value, inner);
  return value;
}

/** An object, its attributes copied by `inner`. */
function copiedObject(value: object, inner: (item: unknown) => unknown): unknown {
  const own = special(value, "__deepcopy__") ?? special(value, "__copy__");
  if (own !== undefined) return call(own, [new Dict()], none);
  if (value instanceof PyModule) {
    const made = value.twin();
    for (const [name, item] of value.attributes) {
      const copy = inner(item);
      made.attributes.set(name, copy);
      made.expose(name, copy);
    }
    return made;
  }
  if (value instanceof PyObject) {
    const made = new PyObject(value.cls);
    for (const [name, item] of value.attributes) made.attributes.set(name, inner(item));
    return made;
  }
  if (value instanceof Sequential || value instanceof ModuleList) {
    const parts = [...value].map((part) => inner(part)).filter((part): part is Module => part instanceof Module);
    return value instanceof Sequential ? new Sequential(...parts) : new ModuleList(parts);
  }
  const made: object = Object.create(Object.getPrototypeOf(value));
  for (const [name, item] of Object.entries(value))
    Object.defineProperty(made, name, { value: inner(item), enumerable: true, writable: true, configurable: true });
  return made;
}

const copy = namespace(
  "copy",
  natives({ copy: ([value]) => copied(value, false), deepcopy: ([value]) => copied(value, true) }),
);

/** Below warning, Python's logging shows nothing. */
function logger(): Namespace {
  const silent = native("log", () => null);
  const loud = native("log", ([message, ...args]) => {
    const words = args.reduce((text: string, arg) => text.replace(/%[sdfr]/, str(arg)), str(message));
    warn("UserWarning", words);
    return null;
  });
  return namespace("logging.Logger", {
    debug: silent,
    info: silent,
    setLevel: silent,
    addHandler: silent,
    warning: loud,
    warn: loud,
    error: loud,
    critical: loud,
    exception: loud,
  });
}

const logging = (() => {
  const root = logger();
  return new Namespace(
    "logging",
    new Map<string, unknown>([
      ...root.members,
      ["getLogger", native("getLogger", () => root)],
      ["basicConfig", native("basicConfig", () => null)],
      ...["DEBUG", "INFO", "WARNING", "ERROR"].map((name, i) => [name, 10 * (i + 1)] as const),
    ]),
  );
})();

/** What is often imported beside a loss, and not needed by it: it is missed only where it is used. */
const absent = [
  "argparse",
  "csv",
  "cv2",
  "datetime",
  "einops",
  "glob",
  "IPython",
  "kornia",
  "lightning",
  "matplotlib",
  "matplotlib.pyplot",
  "monai",
  "pandas",
  "pathlib",
  "pickle",
  "PIL",
  "pytorch_lightning",
  "re",
  "scipy",
  "scipy.stats",
  "seaborn",
  "shutil",
  "sklearn",
  "sklearn.metrics",
  "sklearn.model_selection",
  "tensorboardX",
  "timm",
  "torch.utils.tensorboard",
  "torchaudio",
  "torchmetrics",
  "torchsummary",
  "torchvision",
  "torchvision.datasets",
  "torchvision.models",
  "torchvision.transforms",
  "tqdm",
  "transformers",
  "wandb",
  "yaml",
];

function absentModule(name: string): AbsentModule {
  const missed = name.startsWith("torch.") ? name : name.split(".")[0];
  return new AbsentModule(name, () => {
    throw exception("ModuleNotFoundError", `No module named '${missed}'`);
  });
}

export function standardLibrary(): readonly (readonly [string, Namespace])[] {
  return [
    ["collections", collections],
    ["itertools", itertools],
    ["copy", copy],
    ["logging", logging],
    ["operator", operator],
    ["contextlib", contextlib],
    ...absent.map((name) => [name, absentModule(name)] as const),
  ];
}
