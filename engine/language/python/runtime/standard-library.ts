/** @file Parts of Python's library that losses lean on: collections, itertools, copy, logging. And modules that are not here. */
import { ModuleList, Sequential } from "../../../nn/layers.ts";
import { isParameter, Module, parameter } from "../../../nn/module.ts";
import { clone, detach } from "../../../ops/convert.ts";
import { aliasOf, Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { call, none, special } from "./call.ts";
import { isInstance, PyClass, PyModule, PyObject } from "./classes.ts";
import { equals } from "./comparisons.ts";
import { AbsentModule, Namespace } from "./constants.ts";
import { Counter, DefaultDict, Dict, OrderedDict, PySet } from "./dicts.ts";
import { exception, object } from "./exceptions.ts";
import { type Keywords, Native } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { namedTuple } from "./named-tuples.ts";
import { iterate, truth } from "./protocols.ts";
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

function* product(lists: readonly unknown[][]): Iterable<Tuple> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield Tuple.make([]);
    return;
  }
  for (const item of first) for (const others of product(rest)) yield Tuple.make([item, ...others]);
}

function* combinations(items: readonly unknown[], count: number, from = 0): Iterable<Tuple> {
  if (count === 0) {
    yield Tuple.make([]);
    return;
  }
  for (let i = from; i < items.length; i++)
    for (const others of combinations(items, count - 1, i + 1)) yield Tuple.make([items[i], ...others]);
}

function* permutations(items: readonly unknown[], count: number): Iterable<Tuple> {
  if (count === 0) {
    yield Tuple.make([]);
    return;
  }
  for (let i = 0; i < items.length; i++)
    for (const others of permutations(items.toSpliced(i, 1), count - 1)) yield Tuple.make([items[i], ...others]);
}

function* accumulated(items: unknown, f: unknown): Iterable<unknown> {
  let total: unknown;
  let isFirst = true;
  for (const item of iterate(items)) {
    total = isFirst ? item : call(f, [total, item], none);
    isFirst = false;
    yield total;
  }
}

function* endless(start: number, step: number): Iterable<number> {
  for (let i = start; ; i += step) yield i;
}

function* sliced(items: unknown, start: number, stop: number | null, step: number): Iterable<unknown> {
  let i = 0;
  for (const item of iterate(items)) {
    if (stop !== null && i >= stop) return;
    if (i >= start && (i - start) % step === 0) yield item;
    i++;
  }
}

function* cycled(items: readonly unknown[]): Iterable<unknown> {
  while (items.length > 0) yield* items;
}

function* chained(lists: Iterable<unknown>): Iterable<unknown> {
  for (const list of lists) yield* iterate(list);
}

const iterator = (items: Iterable<unknown>) => new PyIterator(items);

const itertools = (add: unknown) =>
  namespace(
    "itertools",
    natives({
      chain: (lists) => iterator(chained(lists)),
      product: (lists, keywords) => {
        const repeat = Number(keywords?.repeat ?? 1);
        return iterator(product(Array.from({ length: repeat }, () => lists.map(listOf)).flat()));
      },
      combinations: ([items, count]) => iterator(combinations(listOf(items), Number(count))),
      permutations: ([items, count]) => iterator(permutations(listOf(items), Number(count ?? listOf(items).length))),
      accumulate: ([items, f]) => iterator(accumulated(items, f ?? add)),
      count: ([start = 0, step = 1]) => iterator(endless(Number(start), Number(step))),
      repeat: ([item, times]) =>
        iterator(times === undefined ? cycled([item]) : Array.from({ length: Number(times) }, () => item)),
      islice: ([items, a, b, c]) =>
        iterator(
          b === undefined
            ? sliced(items, 0, a === null ? null : Number(a), 1)
            : sliced(items, Number(a ?? 0), b === null ? null : Number(b), Number(c ?? 1)),
        ),
      zip_longest: (lists, keywords) => {
        const all = lists.map(listOf);
        const length = Math.max(0, ...all.map((list) => list.length));
        const fill = keywords?.fillvalue ?? null;
        return iterator(
          Array.from({ length }, (_, i) => Tuple.make(all.map((list): unknown => (i < list.length ? list[i] : fill)))),
        );
      },
      groupby: ([items, key = null], keywords) => {
        const by = keywords?.key ?? key;
        const groups: { readonly key: unknown; readonly items: unknown[] }[] = [];
        for (const item of iterate(items)) {
          const value = by === null ? item : call(by, [item], none);
          const last = groups.at(-1);
          if (last !== undefined && equals(last.key, value)) last.items.push(item);
          else groups.push({ key: value, items: [item] });
        }
        return iterator(groups.map((group) => Tuple.make([group.key, iterator(group.items)])));
      },
      cycle: ([items]) => iterator(cycled(listOf(items))),
      takewhile: ([f, items]) => {
        const list = listOf(items);
        const end = list.findIndex((item) => !truth(call(f, [item], none)));
        return iterator(end < 0 ? list : list.slice(0, end));
      },
      dropwhile: ([f, items]) => {
        const list = listOf(items);
        const start = list.findIndex((item) => !truth(call(f, [item], none)));
        return iterator(start < 0 ? [] : list.slice(start));
      },
      pairwise: ([items]) => {
        const list = listOf(items);
        return iterator(list.slice(1).map((item, i) => Tuple.make([list[i], item])));
      },
      tee: ([items, count = 2]) => {
        const list = listOf(items);
        return Tuple.make(Array.from({ length: Number(count) }, () => iterator(list)));
      },
      starmap: ([f, items]) => iterator(listOf(items).map((args) => call(f, listOf(args), none))),
    }),
  );

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
  if (value instanceof Dict) return new Dict(value.entries().map(([key, item]) => [key, inner(item)] as const));
  if (value instanceof PySet) return new PySet([...value].map(inner));
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

const operator = namespace(
  "operator",
  natives({
    itemgetter: ([key]) =>
      native("itemgetter", ([owner]) => (owner instanceof Dict ? owner.get(key) : Object(owner)[Number(key)])),
    eq: ([a, b]) => equals(a, b),
    not_: ([a]) => !truth(a),
  }),
);

/** What is often imported beside a loss, and not needed by it: it is missed only where it is used. */
const absent = [
  "argparse",
  "csv",
  "cv2",
  "datetime",
  "einops",
  "glob",
  "IPython",
  "json",
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
  "sys",
  "tensorboardX",
  "timm",
  "torch.distributed",
  "torch.utils.data",
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

export function standardLibrary(add: unknown): readonly (readonly [string, Namespace])[] {
  return [
    ["collections", collections],
    ["itertools", itertools(add)],
    ["copy", copy],
    ["logging", logging],
    ["operator", operator],
    ...absent.map((name) => [name, absentModule(name)] as const),
  ];
}
