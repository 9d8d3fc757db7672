/** @file Functions that compute on tensors as NumPy's, which take and give arrays and scalars. */
import { tracer } from "../../../../ops/trace.ts";
import { Float, isFloating } from "../../../../tensor/dtype.ts";
import { aliasOf, Tensor } from "../../../../tensor/tensor.ts";
import { type Keywords, Native } from "../functions.ts";
import { Tuple } from "../sequences.ts";
import { refuseGraph } from "./graph-refused.ts";
import { asNumpy, NdArray, NumpyFloat } from "./nd-array.ts";

/** A tensor as NumPy sees it, without its graph. */
export function seenByNumpy(x: Tensor): Tensor {
  refuseGraph(x);
  const seen = aliasOf(x);
  tracer()?.made("numpy", [x], seen);
  return seen;
}

export function inward(value: unknown): unknown {
  if (value instanceof NdArray) return value.tensor;
  if (Tensor.isTensor(value)) return seenByNumpy(value);
  // A list itself where there is nothing to see differently: shuffle writes into it.
  return Array.isArray(value) && value.some((each) => inward(each) !== each) ? value.map(inward) : value;
}

/** Floats that NumPy computed are its own. */
export function outward(value: unknown, dtype: "float32" | "float64" = "float64"): unknown {
  if (Tensor.isTensor(value)) return asNumpy(value);
  if (value instanceof NumpyFloat || value instanceof NdArray) return value;
  if (value instanceof Float || (typeof value === "number" && !Number.isInteger(value)))
    return new NumpyFloat(Number(value), dtype);
  if (value instanceof Tuple) return Tuple.make([...value].map((each) => outward(each)));
  return Array.isArray(value) ? value.map((each) => outward(each)) : value;
}

const dtypeAmong = (args: readonly unknown[]): "float32" | "float64" => {
  const [first] = args;
  if (first instanceof NumpyFloat) return first.dtype;
  return first instanceof NdArray && isFloating(first.tensor.dtype) && first.tensor.dtype === "float32"
    ? "float32"
    : "float64";
};

/** What is done element by element gives a tensor of a tensor back. */
export type Kind = "elementwise" | "other";

export function adapted(f: Native, kind: Kind = "other"): Native {
  return new Native(f.name, (args, keywords) => {
    const result = f.run(args.map(inward), inwardKeywords(keywords));
    if (kind === "elementwise" && args.some(Tensor.isTensor) && Tensor.isTensor(result)) return result;
    return outward(result, dtypeAmong(args));
  });
}

function inwardKeywords(keywords: Keywords): Keywords {
  if (keywords === null) return null;
  return Object.fromEntries(Object.entries(keywords).map(([name, value]) => [name, inward(value)]));
}
