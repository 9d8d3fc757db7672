/** @file Parts of Python's library that losses lean on: collections, itertools, copy, logging. And modules that are not here. */
import { Module } from "../../../nn/module.ts";
import { clone, detach } from "../../../ops/convert.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { call, none } from "./call.ts";
import { PyClass } from "./classes.ts";
import { AbsentModule, Namespace } from "./constants.ts";
import { DefaultDict, Dict, PySet } from "./dicts.ts";
import { exception, object, typeError } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { equals } from "./operators.ts";
import { iterate, truth } from "./protocols.ts";
import { Deque, NamedTuple, Tuple } from "./sequences.ts";
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
  cls.holds = (value) => value instanceof Dict;
  cls.construct = ([items], keywords) => {
    const pairs = items instanceof Dict ? items.entries() : items === undefined ? [] : listOf(items).map(pairOf);
    return new Dict([...pairs, ...Object.entries(keywords ?? {})]);
  };
  return cls;
}

const pairOf = (pair: unknown): [unknown, unknown] => {
  const [key, value] = listOf(pair);
  return [key, value];
};

function counted(items: unknown): Dict {
  const found = new Dict();
  for (const item of items === undefined ? [] : iterate(items)) found.set(item, Number(found.get(item) ?? 0) + 1);
  return found;
}

/** namedtuple("Point", ["x", "y"]) or "x y". */
function namedTuple(name: unknown, fields: unknown): PyClass {
  const names =
    typeof fields === "string" ? fields.split(/[\s,]+/).filter((each) => each !== "") : listOf(fields).map(String);
  const cls = new PyClass(String(name), [object]);
  cls.holds = (value) => value instanceof NamedTuple && value.typeName === name;
  cls.construct = (args, keywords) => {
    const values = names.map((field, i) => args[i] ?? keywords?.[field]);
    const missing = names.filter((_, i) => values[i] === undefined);
    if (missing.length > 0)
      throw typeError(
        `${String(name)}.__new__() missing ${missing.length} required positional argument${missing.length === 1 ? "" : "s"}: ${missing.map((each) => `'${each}'`).join(" and ")}`,
      );
    return NamedTuple.named(
      String(name),
      names.map((field, i) => [field, values[i]] as const),
    );
  };
  return cls;
}

const collections = namespace("collections", {
  OrderedDict: dictClass(),
  ...natives({
    defaultdict: ([factory = null, items]) =>
      new DefaultDict(
        factory === null ? null : () => call(factory, [], none),
        items instanceof Dict ? items.entries() : [],
      ),
    Counter: ([items]) => counted(items),
    namedtuple: ([name, fields]) => namedTuple(name, fields),
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
      repeat: ([item, times]) => iterator(Array.from({ length: Number(times) }, () => item)),
      islice: ([items, a, b, c]) =>
        iterator(
          b === undefined
            ? sliced(items, 0, a === null ? null : Number(a), 1)
            : sliced(items, Number(a ?? 0), b === null ? null : Number(b), Number(c ?? 1)),
        ),
      starmap: ([f, items]) => iterator(listOf(items).map((args) => call(f, listOf(args), none))),
    }),
  );

function copied(value: unknown, isDeep: boolean): unknown {
  const inner = (item: unknown) => (isDeep ? copied(item, true) : item);
  if (Tensor.isTensor(value)) {
    if (!isDeep) return value.alias();
    const fresh = clone(detach(value));
    fresh.requires_grad = value.requires_grad && value.is_leaf;
    return fresh;
  }
  if (value instanceof Tuple) return Tuple.make(value.map(inner));
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Dict) return new Dict(value.entries().map(([key, item]) => [key, inner(item)] as const));
  if (value instanceof PySet) return new PySet([...value].map(inner));
  if (value instanceof Module)
    throw exception("NotImplementedError", "copying a module is not available here: construct another one");
  return value;
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
