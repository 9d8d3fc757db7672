/** @file torch.utils.data: data sets, samplers and loaders of a script, which draw what PyTorch's draw. Batches are made one after the other: there are no workers here. */
import { tensor } from "../../../ops/creation/creation.ts";
import { stack } from "../../../ops/indexing/slices.ts";
import { multinomial } from "../../../random/choices.ts";
import { defaultGenerator } from "../../../random/generator.ts";
import { TorchGenerator } from "../../../random/torch-generator.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { exception, object, typeError, valueError } from "./exceptions.ts";
import { isFloat, isInt } from "./floats.ts";
import { type Keywords, Native } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { namespace, native } from "./native.ts";
import { iterate, length, truth } from "./protocols.ts";
import { NamedTuple, Tuple } from "./sequences.ts";
import { getitem_ } from "./subscripts.ts";
import { typeName } from "./type-name.ts";

type Args = readonly unknown[];
type Method = (self: PyObject, args: Args, keywords: Keywords) => unknown;

const MODULE = "torch.utils.data";

/** A class of the library's: what is given by position or name becomes its attributes. */
function declare(
  name: string,
  bases: readonly PyClass[],
  parameters: readonly (readonly [name: string, otherwise?: unknown])[],
  methods: Readonly<Record<string, Method>>,
): PyClass {
  const cls = new PyClass(name, [...bases], MODULE);
  if (parameters.length > 0)
    cls.members.set(
      "__init__",
      native("__init__", ([self, ...args], keywords) => {
        const { attributes } = self as PyObject;
        const unknown = Object.keys(keywords ?? {}).find((key) => !parameters.some(([each]) => each === key));
        if (unknown !== undefined)
          throw typeError(`${name}.__init__() got an unexpected keyword argument '${unknown}'`);
        for (const [i, [key, otherwise]] of parameters.entries()) {
          const value = i < args.length ? args[i] : keywords !== null && key in keywords ? keywords[key] : otherwise;
          if (value === undefined)
            throw typeError(`${name}.__init__() missing 1 required positional argument: '${key}'`);
          attributes.set(key, value);
        }
        const check = methods.__check__;
        if (check !== undefined) check(self as PyObject, [], none);
        return null;
      }),
    );
  for (const [key, run] of Object.entries(methods))
    if (key !== "__check__")
      cls.members.set(key, new Native(key, ([self, ...rest], keywords) => run(self as PyObject, rest, keywords)));
  return cls;
}

const own = (self: PyObject, name: string): unknown => self.attributes.get(name);
const listOf = (value: unknown): unknown[] => [...iterate(value)];
const over = (items: Iterable<unknown>): PyIterator => new PyIterator(items);

const Dataset = declare("Dataset", [object], [], {
  __getitem__: () => {
    throw exception("NotImplementedError", "Subclasses of Dataset should implement __getitem__.");
  },
  __add__: (self, [other]) => call(ConcatDataset, [[self, other]], none),
});

const IterableDataset = declare("IterableDataset", [Dataset], [], {});

const TensorDataset = new PyClass("TensorDataset", [Dataset], MODULE);
TensorDataset.members.set(
  "__init__",
  native("__init__", ([self, ...tensors]) => {
    const [first] = tensors.filter(Tensor.isTensor);
    if (tensors.some((each) => !Tensor.isTensor(each) || each.shape[0] !== first.shape[0]))
      throw exception("AssertionError", "Size mismatch between tensors");
    (self as PyObject).attributes.set("tensors", Tuple.make(tensors));
    return null;
  }),
);
TensorDataset.members.set(
  "__getitem__",
  native("__getitem__", ([self, i]) =>
    Tuple.make(listOf(own(self as PyObject, "tensors")).map((each) => getitem_(each, i))),
  ),
);
TensorDataset.members.set(
  "__len__",
  native("__len__", ([self]) => length(getitem_(own(self as PyObject, "tensors"), 0))),
);

const Subset = declare("Subset", [Dataset], [["dataset"], ["indices"]], {
  __getitem__: (self, [i]) => getitem_(own(self, "dataset"), getitem_(own(self, "indices"), i)),
  __len__: (self) => length(own(self, "indices")),
});

const ConcatDataset = declare("ConcatDataset", [Dataset], [["datasets"]], {
  __getitem__: (self, [index]) => {
    let at = Number(index) < 0 ? Number(index) + total(self) : Number(index);
    for (const part of listOf(own(self, "datasets"))) {
      if (at < length(part)) return getitem_(part, at);
      at -= length(part);
    }
    throw exception("IndexError", "list index out of range");
  },
  __len__: (self) => total(self),
});

const total = (self: PyObject): number =>
  listOf(own(self, "datasets")).reduce((sum: number, part) => sum + length(part), 0);

const permuted = (n: number, generator: unknown): number[] =>
  Array.from(TorchGenerator.sourceOf(generator instanceof TorchGenerator ? generator : null).permutation(n));

/** A seed drawn from the default generator: 64 bits, of which the low half counts. */
function drawnSeed(): number {
  const out = new Float64Array(1);
  defaultGenerator.integersBelow(out, 2n ** 32n, true);
  return out[0];
}

const Sampler = declare("Sampler", [object], [["data_source", null]], {});

const SequentialSampler = declare("SequentialSampler", [Sampler], [["data_source"]], {
  __iter__: (self) => over(Array.from({ length: length(own(self, "data_source")) }, (_, i) => i)),
  __len__: (self) => length(own(self, "data_source")),
});

function* shuffled(self: PyObject): Generator<number> {
  const size = length(own(self, "data_source"));
  const given = own(self, "generator");
  const generator = given instanceof TorchGenerator ? given : new TorchGenerator().manual_seed(drawnSeed());
  const wanted = own(self, "num_samples") ?? size;
  if (own(self, "replacement") === true) {
    const out = new Float64Array(Number(wanted));
    TorchGenerator.sourceOf(generator).integers(out, 0, size);
    yield* out;
  } else
    for (let left = Number(wanted); left > 0; left -= size)
      yield* permuted(size, generator).slice(0, Math.min(left, size));
}

const RandomSampler = declare(
  "RandomSampler",
  [Sampler],
  [["data_source"], ["replacement", false], ["num_samples", null], ["generator", null]],
  {
    __iter__: (self) => over(shuffled(self)),
    __len__: (self) => own(self, "num_samples") ?? length(own(self, "data_source")),
  },
);

const SubsetRandomSampler = declare("SubsetRandomSampler", [Sampler], [["indices"], ["generator", null]], {
  __iter__: (self) => {
    const indices = listOf(own(self, "indices"));
    return over(permuted(indices.length, own(self, "generator")).map((at) => indices[at]));
  },
  __len__: (self) => length(own(self, "indices")),
});

const WeightedRandomSampler = declare(
  "WeightedRandomSampler",
  [Sampler],
  [["weights"], ["num_samples"], ["replacement", true], ["generator", null]],
  {
    __iter__: (self) => {
      const weights = own(self, "weights");
      const given = own(self, "generator");
      const rows = Tensor.isTensor(weights) ? weights : tensor(listOf(weights).map(Number), "float64");
      const drawn = multinomial(
        rows,
        Number(own(self, "num_samples")),
        own(self, "replacement") === true,
        given instanceof TorchGenerator ? given : null,
      );
      return over(Array.from(toContiguousData(drawn)));
    },
    __len__: (self) => own(self, "num_samples"),
  },
);

function* batchesOf(items: Iterable<unknown>, size: number, dropsLast: boolean): Generator<unknown[]> {
  let batch: unknown[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0 && !dropsLast) yield batch;
}

const countOf = (items: number, size: number, dropsLast: boolean): number =>
  dropsLast ? Math.floor(items / size) : Math.ceil(items / size);

const BatchSampler = declare("BatchSampler", [Sampler], [["sampler"], ["batch_size"], ["drop_last"]], {
  __iter__: (self) =>
    over(batchesOf(iterate(own(self, "sampler")), Number(own(self, "batch_size")), own(self, "drop_last") === true)),
  __len__: (self) =>
    countOf(length(own(self, "sampler")), Number(own(self, "batch_size")), own(self, "drop_last") === true),
});

/** Samples side by side: tensors are stacked, numbers become tensors, tuples and dicts are gone into. */
function collated(batch: readonly unknown[]): unknown {
  const [first] = batch;
  if (batch.every(Tensor.isTensor)) return stack(batch);
  if (first instanceof NdArray) return stack(batch.flatMap((each) => (each instanceof NdArray ? [each.tensor] : [])));
  if (isFloat(first)) return tensor(batch.map(Number), "float64");
  if (isInt(first) || typeof first === "boolean") return tensor(batch.map((each) => each as number));
  if (typeof first === "string") return [...batch];
  if (first instanceof Dict)
    return new Dict(
      first.keys().map((key) => [key, collated(batch.map((each) => (each instanceof Dict ? each.get(key) : null)))]),
    );
  if (Array.isArray(first)) {
    if (batch.some((each) => !Array.isArray(each) || each.length !== first.length))
      throw exception("RuntimeError", "each element in list of batch should be of equal size");
    const columns = Array.from(first, (_, i) => collated(batch.map((each) => (Array.isArray(each) ? each[i] : null))));
    return first instanceof NamedTuple ? Tuple.make(columns) : columns;
  }
  throw typeError(
    `default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class '${typeName(first)}'>`,
  );
}

/** A sample as it is, arrays and numbers of tensors included. */
function fetched(self: PyObject, indices: readonly unknown[]): unknown {
  const dataset = own(self, "dataset");
  const collate = own(self, "collate_fn");
  const samples = indices.map((i) => getitem_(dataset, i));
  return collate === null ? collated(samples) : call(collate, [samples], none);
}

function* loaded(self: PyObject): Generator<unknown> {
  // PyTorch's iterator draws a seed for its workers, whether it has any or not.
  const given = own(self, "generator");
  TorchGenerator.sourceOf(given instanceof TorchGenerator ? given : null).integersBelow(
    new Float64Array(1),
    2n ** 32n,
    true,
  );
  const dataset = own(self, "dataset");
  if (dataset instanceof PyObject && dataset.cls.isSubclassOf(IterableDataset)) {
    const collate = own(self, "collate_fn");
    for (const batch of batchesOf(
      iterate(dataset),
      Number(own(self, "batch_size") ?? 1),
      own(self, "drop_last") === true,
    ))
      yield collate === null ? collated(batch) : call(collate, [batch], none);
    return;
  }
  if (own(self, "batch_size") === null && own(self, "batch_sampler") === null) {
    for (const i of iterate(own(self, "sampler"))) {
      const sample = getitem_(dataset, i);
      yield sample instanceof Tuple ? [...sample] : sample;
    }
    return;
  }
  for (const batch of iterate(own(self, "batch_sampler"))) yield fetched(self, listOf(batch));
}

const DataLoader = declare(
  "DataLoader",
  [object],
  [
    ["dataset"],
    ["batch_size", 1],
    ["shuffle", null],
    ["sampler", null],
    ["batch_sampler", null],
    ["num_workers", 0],
    ["collate_fn", null],
    ["pin_memory", false],
    ["drop_last", false],
    ["timeout", 0],
    ["worker_init_fn", null],
    ["multiprocessing_context", null],
    ["generator", null],
    ["prefetch_factor", null],
    ["persistent_workers", false],
    ["pin_memory_device", ""],
    ["in_order", true],
  ],
  {
    __check__: (self) => {
      const { attributes } = self;
      const isShuffled = truth(own(self, "shuffle"));
      if (own(self, "sampler") !== null && isShuffled)
        throw valueError("sampler option is mutually exclusive with shuffle");
      const size = own(self, "batch_size");
      if (size !== null && !(Number(size) > 0))
        throw valueError(`batch_size should be a positive integer value, but got batch_size=${Number(size)}`);
      const dataset = own(self, "dataset");
      if (own(self, "sampler") === null && !(dataset instanceof PyObject && dataset.cls.isSubclassOf(IterableDataset)))
        attributes.set(
          "sampler",
          isShuffled
            ? call(RandomSampler, [dataset], { generator: own(self, "generator") })
            : call(SequentialSampler, [dataset], none),
        );
      if (own(self, "batch_sampler") !== null) attributes.set("batch_size", null);
      else if (size !== null && own(self, "sampler") !== null)
        attributes.set("batch_sampler", call(BatchSampler, [own(self, "sampler"), size, own(self, "drop_last")], none));
      return null;
    },
    __iter__: (self) => over(loaded(self)),
    __len__: (self) =>
      own(self, "batch_sampler") === null ? length(own(self, "sampler")) : length(own(self, "batch_sampler")),
  },
);

/** Whole lengths, of fractions rounded down with what is left dealt out one by one. */
function lengthsOf(given: readonly unknown[], size: number): number[] {
  const shares = given.map(Number);
  const sum = shares.reduce((a, b) => a + b, 0);
  if (!given.some(isFloat) || Math.abs(sum - 1) > 1e-9 || sum > 1 + 1e-9) return shares;
  const whole = shares.map((share) => Math.floor(size * share));
  const left = size - whole.reduce((a, b) => a + b, 0);
  for (let i = 0; i < left; i++) whole[i % whole.length]++;
  return whole;
}

const randomSplit = native("random_split", ([dataset, lengths, generator], keywords) => {
  const size = length(dataset);
  const parts = lengthsOf(listOf(lengths ?? keywords?.lengths), size);
  if (parts.reduce((a, b) => a + b, 0) !== size)
    throw valueError("Sum of input lengths does not equal the length of the input dataset!");
  const order = permuted(size, generator ?? keywords?.generator);
  let start = 0;
  return parts.map((count) => {
    start += count;
    return call(Subset, [dataset, order.slice(start - count, start)], none);
  });
});

export const dataModule = namespace(MODULE, {
  Dataset,
  IterableDataset,
  TensorDataset,
  Subset,
  ConcatDataset,
  DataLoader,
  Sampler,
  SequentialSampler,
  RandomSampler,
  SubsetRandomSampler,
  WeightedRandomSampler,
  BatchSampler,
  random_split: randomSplit,
  default_collate: native("default_collate", ([batch]) => collated(listOf(batch))),
  get_worker_info: native("get_worker_info", () => null),
});

/** Activations are kept here, which gives the same numbers; what only concerns memory is taken out of the arguments. */
const checkpoint = native("checkpoint", ([f, ...args], keywords) => {
  const {
    use_reentrant: _r,
    preserve_rng_state: _p,
    context_fn: _c,
    determinism_check: _d,
    debug: _b,
    ...rest
  } = keywords ?? {};
  return call(f, args, Object.keys(rest).length === 0 ? null : rest);
});

export const checkpointModule = namespace("torch.utils.checkpoint", { checkpoint });

export const utilsModule = namespace("torch.utils", { data: dataModule, checkpoint: checkpointModule });
