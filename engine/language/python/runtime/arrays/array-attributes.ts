/** @file What an array answers to: its own facts, and NumPy's functions as methods. */
import { cast, clone, tolist } from "../../../../ops/convert.ts";
import { tensor } from "../../../../ops/creation/creation.ts";
import { setitem } from "../../../../ops/in-place.ts";
import { getitem } from "../../../../ops/indexing/indexing.ts";
import { permute, reshape } from "../../../../ops/indexing/movement.ts";
import { bytesOf } from "../../../../tensor/dtype.ts";
import type { Tensor } from "../../../../tensor/tensor.ts";
import { dtypeOfArray } from "../array-dtype.ts";
import { valueError } from "../exceptions.ts";
import { float } from "../floats.ts";
import { type Keywords, Native } from "../functions.ts";
import { Tuple } from "../sequences.ts";
import { ArrayDType, asNumpy, NdArray, NumpyFloat, scalarOfArray } from "./nd-array.ts";

type Args = readonly unknown[];

/** NumPy's functions by name, filled in by numpy-module.ts, which needs what is here. */
let functionOf: (name: string) => Native | undefined = () => undefined;

export function provideFunctions(of: typeof functionOf): void {
  functionOf = of;
}

/** Functions that are methods too, with the array first. */
const asMethods: ReadonlySet<string> = new Set(
  `mean sum std var max min argmax argmin prod cumsum cumprod any all ravel transpose swapaxes squeeze dot clip round
   argsort nonzero repeat trace diagonal ptp take searchsorted`.split(/\s+/),
);

const countOf = (x: Tensor): number => x.shape.reduce((a, b) => a * b, 1);

const methods: Readonly<Record<string, (array: NdArray, args: Args, keywords: Keywords) => unknown>> = {
  astype: ({ tensor: x }, [dtype], keywords) => {
    const wanted = dtypeOfArray(dtype ?? keywords?.dtype);
    return new NdArray(wanted === x.dtype ? clone(x) : cast(x, wanted));
  },
  copy: ({ tensor: x }) => new NdArray(clone(x)),
  tolist: ({ tensor: x }) => {
    const rows = (value: unknown): unknown => (Array.isArray(value) ? value.map(rows) : scalar(value, x));
    return rows(tolist(x));
  },
  item: ({ tensor: x }, args) => {
    if (args.length > 0) return plain(scalarOfArray(getitem(reshape(x, [-1]), [Number(args[0])])));
    if (countOf(x) !== 1) throw valueError("can only convert an array of size 1 to a Python scalar");
    return plain(scalarOfArray(reshape(x, [])));
  },
  reshape: ({ tensor: x }, args, keywords) => {
    const sizes = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
    const shape = sizes.length === 0 ? [keywords?.shape].flat() : [...sizes];
    const known = shape.map(Number).filter((size) => size >= 0);
    const count = known.reduce((a, b) => a * b, 1);
    const isFit = known.length < shape.length ? count > 0 && countOf(x) % count === 0 : count === countOf(x);
    if (!isFit)
      throw valueError(
        `cannot reshape array of size ${countOf(x)} into shape (${shape.map(String).join(",")}${shape.length === 1 ? "," : ""})`,
      );
    return new NdArray(reshape(x, shape.map(Number)));
  },
  flatten: ({ tensor: x }) => new NdArray(clone(reshape(x, [-1]))),
  view: (array) => array,
  fill: ({ tensor: x }, [value]) => {
    setitem(x, ["..."], tensor(Number(value), x.dtype));
    return null;
  },
  sort: (array, [axis], keywords) => {
    const sorted = functionOf("sort")?.run([array, axis ?? keywords?.axis ?? -1], null);
    if (sorted instanceof NdArray) setitem(array.tensor, ["..."], sorted.tensor);
    return null;
  },
  conj: (array) => array,
};

const plain = (value: unknown): unknown => (value instanceof NumpyFloat ? scalarNumber(value) : value);
const scalarNumber = (value: NumpyFloat): unknown => float(value.value);
const scalar = (value: unknown, x: Tensor): unknown =>
  typeof value === "number" && /float/.test(x.dtype) ? float(value) : value;

export function arrayAttribute(array: NdArray, name: string): unknown {
  const x = array.tensor;
  switch (name) {
    case "shape":
      return Tuple.make(x.shape);
    case "dtype":
      return new ArrayDType(x.dtype);
    case "ndim":
      return x.shape.length;
    case "size":
      return countOf(x);
    case "itemsize":
      return bytesOf[x.dtype];
    case "nbytes":
      return countOf(x) * bytesOf[x.dtype];
    case "T":
      return new NdArray(
        permute(
          x,
          x.shape.map((_, d) => x.shape.length - 1 - d),
        ),
      );
    case "flat":
      return new NdArray(reshape(x, [-1]));
    case "real":
      return array;
  }
  const own = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (own !== undefined) return new Native(name, (args, keywords) => own(array, args, keywords));
  const shared = asMethods.has(name) ? functionOf(name) : undefined;
  if (shared === undefined) return undefined;
  if (name === "transpose")
    return new Native(name, (args) =>
      shared.run(
        [array, ...(args.length === 0 ? [] : [args.length === 1 && Array.isArray(args[0]) ? args[0] : [...args]])],
        null,
      ),
    );
  return new Native(name, (args, keywords) => shared.run([array, ...args], keywords));
}

/** What a scalar answers to: what an array without dims does, but for what a float has itself. */
export function scalarAttribute(value: NumpyFloat, name: string): unknown {
  if (name === "item" || name === "tolist") return new Native(name, () => plain(value));
  if (name === "is_integer") return undefined;
  const found = arrayAttribute(new NdArray(tensor(value.value, value.dtype)), name);
  if (!(found instanceof Native)) return found instanceof NdArray ? value : found;
  return new Native(name, (args, keywords) => {
    const result = found.run(args, keywords);
    return result instanceof NdArray ? asNumpy(result.tensor) : result;
  });
}
