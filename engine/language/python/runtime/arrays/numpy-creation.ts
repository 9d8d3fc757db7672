/** @file What makes NumPy's arrays: of data, of sizes, of ranges. */

import { cast, clone } from "../../../../ops/convert.ts";
import { tensor } from "../../../../ops/creation/creation.ts";
import { expand, reshape } from "../../../../ops/indexing/movement.ts";
import { stack } from "../../../../ops/indexing/slices.ts";
import { add } from "../../../../ops/pointwise/arithmetic.ts";
import { pow } from "../../../../ops/pointwise/pow.ts";
import { type DType, Float, isFloating } from "../../../../tensor/dtype.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { dtypeOfArray } from "../array-dtype.ts";
import { typeError } from "../exceptions.ts";
import { isInt } from "../floats.ts";
import type { Keywords, Native } from "../functions.ts";
import { native } from "../native.ts";
import { toInt } from "../numbers.ts";
import { iterate } from "../protocols.ts";
import { Slice, Tuple } from "../sequences.ts";
import { typeName } from "../type-name.ts";
import { seenByNumpy } from "./adapted.ts";
import { listed } from "./array-arithmetic.ts";
import { NdArray, NumpyFloat } from "./nd-array.ts";

type Args = readonly unknown[];

const dtypeIn = (given: unknown, keywords: Keywords): DType | null => {
  const wanted = given ?? keywords?.dtype ?? null;
  return wanted === null ? null : dtypeOfArray(wanted);
};

/** An array of what it is given; without dims of a number. */
export function arrayOf(data: unknown, dtype: DType | null = null): Tensor {
  const own = (): Tensor => {
    if (data instanceof NdArray) return data.tensor;
    if (Tensor.isTensor(data)) return seenByNumpy(data);
    if (data instanceof NumpyFloat) return tensor(data.value, data.dtype);
    if (typeof data === "number" || typeof data === "boolean" || data instanceof Float)
      return tensor(Number(data), typeof data === "boolean" ? "bool" : isInt(data) ? "int64" : "float64");
    if (typeof data === "string" || data === null || data === undefined)
      throw typeError(`numpy.array: numbers are what arrays hold here, not ${typeName(data)}`);
    return listed(Array.isArray(data) ? deepList(data) : [...iterate(data)]);
  };
  const made = own();
  return dtype === null || made.dtype === dtype ? made : cast(made, dtype);
}

/** Tensors inside lists are seen without their graph. */
function deepList(data: readonly unknown[]): unknown[] {
  return data.map((each): unknown =>
    Tensor.isTensor(each) ? seenByNumpy(each) : Array.isArray(each) ? deepList(each) : each,
  );
}

const sizesOf = (shape: unknown): number[] =>
  Array.isArray(shape) ? shape.map(toInt) : shape instanceof NdArray ? [...iterate(shape)].map(toInt) : [toInt(shape)];

const filled = (name: string, value: number): Native =>
  native(
    name,
    ([shape, dtype], keywords) =>
      new NdArray(constant(sizesOf(shape ?? keywords?.shape), value, dtypeIn(dtype, keywords) ?? "float64")),
  );

function constant(shape: readonly number[], value: number, dtype: DType): Tensor {
  const zeros = Tensor.zeros([...shape], dtype);
  return value === 0 ? zeros : cast(add(zeros, value), dtype);
}

const like = (name: string, value: number): Native =>
  native(name, ([x, dtype], keywords) => {
    const array = arrayOf(x);
    return new NdArray(constant(array.shape, value, dtypeIn(dtype, keywords) ?? array.dtype));
  });

/** dtype of a number as NumPy sees it alone. */
const dtypeOfValue = (value: unknown): DType => arrayOf(value).dtype;

function arange(args: Args, keywords: Keywords): NdArray {
  const named = [keywords?.start, keywords?.stop, keywords?.step].filter((each) => each !== undefined && each !== null);
  const given = [...args.slice(0, 3), ...named];
  const [start, stop, step] = given.length === 1 ? [0, given[0], 1] : [given[0], given[1], given[2] ?? 1];
  const [from, to, by] = [start, stop, step].map(Number);
  const count = Math.max(0, Math.ceil((to - from) / by));
  const isWhole = [start, stop, step].every(isInt);
  const dtype = dtypeIn(args[3], keywords) ?? (isWhole ? "int64" : "float64");
  const delta = from + by - from;
  return new NdArray(
    cast(
      Tensor.of(
        Float64Array.from({ length: count }, (_, i) => from + i * delta),
        [count],
        "float64",
      ),
      dtype,
    ),
  );
}

function linspace([start, stop, num]: Args, keywords: Keywords): unknown {
  const count = toInt(num ?? keywords?.num ?? 50);
  const isClosed = keywords?.endpoint !== false;
  const [from, to] = [Number(start ?? keywords?.start), Number(stop ?? keywords?.stop)];
  const parts = isClosed ? count - 1 : count;
  const step = (to - from) / parts;
  const values = Float64Array.from({ length: count }, (_, i) =>
    isClosed && i === count - 1 && count > 1 ? to : parts > 0 ? i * step + from : from,
  );
  const array = new NdArray(cast(Tensor.of(values, [count], "float64"), dtypeIn(undefined, keywords) ?? "float64"));
  return keywords?.retstep === true ? Tuple.make([array, new NumpyFloat(step, "float64")]) : array;
}

function logspace(args: Args, keywords: Keywords): unknown {
  const powers = linspace(args, keywords);
  if (!(powers instanceof NdArray)) return powers;
  const base = Number(args[4] ?? keywords?.base ?? 10);
  return new NdArray(pow(tensor(base, "float64"), powers.tensor));
}

function eye([rows, columns, k, dtype]: Args, keywords: Keywords): NdArray {
  const n = toInt(rows ?? keywords?.N);
  const m = toInt(columns ?? keywords?.M ?? n);
  const by = toInt(k ?? keywords?.k ?? 0);
  const data = new Float64Array(n * m);
  for (let i = 0; i < n; i++) if (i + by >= 0 && i + by < m) data[i * m + i + by] = 1;
  return new NdArray(cast(Tensor.of(data, [n, m], "float64"), dtypeIn(dtype, keywords) ?? "float64"));
}

/** np.ogrid[…] and np.mgrid[…]: a range along each dim, open or filled. */
export class Grid {
  constructor(readonly isOpen: boolean) {}

  at(key: unknown): unknown {
    const slices = key instanceof Tuple ? [...key] : [key];
    const ranges = slices.map(rangeOf);
    if (!(key instanceof Tuple)) return new NdArray(ranges[0]);
    const shape = ranges.map((range) => range.shape[0]);
    const isWhole = ranges.every(({ dtype }) => !isFloating(dtype));
    const along = ranges.map((range, d) => {
      const view = shape.map((size, i) => (i === d ? size : 1));
      const placed = reshape(cast(range, isWhole ? "int64" : "float64"), view);
      return this.isOpen ? placed : expand(placed, shape);
    });
    return this.isOpen ? Tuple.make(along.map((each) => new NdArray(each))) : new NdArray(stack(along));
  }
}

/** start:stop:step, where an imaginary step is a number of points. */
function rangeOf(slice: unknown): Tensor {
  if (!(slice instanceof Slice)) throw typeError("grids are made of slices");
  const step = slice.step ?? 1;
  const start = slice.start ?? 0;
  const points = typeof step === "object" && step !== null && "im" in step ? Number(step.im) : null;
  const made = points === null ? arange([start, slice.stop, step], null) : linspace([start, slice.stop, points], null);
  return made instanceof NdArray ? made.tensor : arrayOf(made);
}

/** Each makes arrays itself. */
export const numpyCreation: Readonly<Record<string, unknown>> = {
  array: native("array", ([data, dtype], keywords) => {
    const made = arrayOf(data ?? keywords?.object, dtypeIn(dtype, keywords));
    const isShared = data instanceof NdArray || Tensor.isTensor(data);
    const array = isShared && keywords?.copy !== false ? clone(made) : made;
    const missing = Number(keywords?.ndmin ?? 0) - array.shape.length;
    return new NdArray(
      missing > 0 ? reshape(array, [...Array.from({ length: missing }, () => 1), ...array.shape]) : array,
    );
  }),
  ...Object.fromEntries(
    ["asarray", "ascontiguousarray", "asanyarray"].map((name) => [
      name,
      native(name, ([data, dtype], keywords) =>
        data instanceof NdArray && (dtype ?? keywords?.dtype ?? null) === null
          ? data
          : new NdArray(arrayOf(data, dtypeIn(dtype, keywords))),
      ),
    ]),
  ),
  fromiter: native(
    "fromiter",
    ([data, dtype], keywords) => new NdArray(arrayOf([...iterate(data)], dtypeIn(dtype, keywords))),
  ),
  copy: native("copy", ([data]) => new NdArray(clone(arrayOf(data)))),
  zeros: filled("zeros", 0),
  ones: filled("ones", 1),
  empty: filled("empty", 0),
  full: native("full", ([shape, value, dtype], keywords) => {
    const fill = value ?? keywords?.fill_value;
    const wanted = dtypeIn(dtype, keywords) ?? dtypeOfValue(fill);
    return new NdArray(clone(expand(arrayOf(fill, wanted), sizesOf(shape ?? keywords?.shape))));
  }),
  zeros_like: like("zeros_like", 0),
  ones_like: like("ones_like", 1),
  empty_like: like("empty_like", 0),
  full_like: native("full_like", ([x, value, dtype], keywords) => {
    const array = arrayOf(x);
    return new NdArray(
      constant(array.shape, Number(value ?? keywords?.fill_value), dtypeIn(dtype, keywords) ?? array.dtype),
    );
  }),
  arange: native("arange", arange),
  linspace: native("linspace", linspace),
  logspace: native("logspace", logspace),
  eye: native("eye", eye),
  identity: native("identity", ([n, dtype], keywords) => eye([n, null, 0, dtype], keywords)),
  ogrid: new Grid(true),
  mgrid: new Grid(false),
};
