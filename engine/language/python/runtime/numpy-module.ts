/** @file What losses use of numpy: functions of numbers, and arrays, which are float64 tensors here. */

import { double } from "../../../ops/convert.ts";
import { tensor } from "../../../ops/creation.ts";
import { amax, amin, mean, std, sum, variance } from "../../../ops/reduction.ts";
import { isFloating } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { torch } from "../../../torch.ts";
import { method } from "./attributes.ts";
import { call, none } from "./call.ts";
import { NumpyType } from "./constants.ts";
import { float, isInt } from "./floats.ts";
import { namespace, native } from "./native.ts";
import { numpyArrays, numpyLinalg } from "./numpy-arrays.ts";
import { numpyFacts } from "./numpy-facts.ts";
import { numpyRandom } from "./numpy-random.ts";
import { refusing } from "./numpy-refusals.ts";
import { binary } from "./operators.ts";
import { Tuple } from "./sequences.ts";
import { dtypeObjects, lower, scalarOf } from "./tensors.ts";
import { tensorClass } from "./torch-classes.ts";

/** Arrays here are float64 tensors: what losses do with numpy works on them. */
const numpyFunction = (name: string, f: (...args: number[]) => number) => {
  const onTensors: unknown = Reflect.get(torch, name);
  return native(name, (args, keywords) => {
    if (args.some(Tensor.isTensor) && typeof onTensors === "function") return call(onTensors, args, keywords);
    if (args.some(Array.isArray) && typeof onTensors === "function")
      return call(
        onTensors,
        args.map((arg) => (Array.isArray(arg) ? listed(arg) : arg)),
        keywords,
      );
    const result = f(...args.map(Number));
    return keepsInts.has(name) && args.every(isInt) ? result : float(result);
  });
};

/** Ints in, an int out. */
const keepsInts = new Set(["abs", "absolute", "sign", "square", "maximum", "minimum", "round"]);

const isWhole = (data: unknown): boolean =>
  Array.isArray(data) ? data.length > 0 && data.every(isWhole) : isInt(data);
const isTruth = (data: unknown): boolean =>
  Array.isArray(data) ? data.length > 0 && data.every(isTruth) : typeof data === "boolean";

/** A list as an array: ints make int64, truths bool, anything else float64. */
const listed = (data: unknown): Tensor =>
  tensor(lower(data) as never, isWhole(data) ? "int64" : isTruth(data) ? "bool" : "float64");

const creation = (name: string) =>
  native(name, (args, keywords) => {
    const { num, endpoint: _, ...others } = keywords ?? {};
    const steps = name === "linspace" ? { steps: num ?? args[2] ?? 50 } : {};
    // Integers make integers.
    const isWhole = name === "arange" && args.every((each) => Number.isInteger(each));
    return call(Reflect.get(torch, name), name === "linspace" ? args.slice(0, 2) : args, {
      dtype: dtypeObjects.get(isWhole ? "int64" : "float64"),
      ...steps,
      ...others,
    });
  });

const roundHalfEven = (x: number): number => {
  const whole = Math.round(x);
  return Math.abs(x % 1) === 0.5 && whole % 2 !== 0 ? whole - 1 : whole;
};

function clipped(x: unknown, low: unknown, high: unknown): unknown {
  const bounds = [low, high].filter((bound) => bound !== null && bound !== undefined);
  const value = Math.min(Math.max(Number(x), Number(low ?? -Infinity)), Number(high ?? Infinity));
  return [x, ...bounds].every(isInt) ? value : float(value);
}

/** An array, or a list as one; null for a number. */
function arrayOf(value: unknown): Tensor | null {
  if (Tensor.isTensor(value)) return value;
  return Array.isArray(value) ? listed(value) : null;
}

const scalarOrArray = (value: unknown): unknown =>
  Tensor.isTensor(value) && value.shape.length === 0 ? scalarOf(value) : value;

const reductions: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  sum: (x) => sum(x),
  mean: (x) => mean(x),
  max: (x) => amax(x),
  min: (x) => amin(x),
  std: (x) => std(x, null, false),
  var: (x) => variance(x, null, false),
  median: (x) => call(Reflect.get(torch, "quantile"), [x, 0.5], none) as Tensor,
};

const members = refusing({
  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  float32: new NumpyType("float32"),
  float64: new NumpyType("float64"),
  int32: new NumpyType("int32"),
  int64: new NumpyType("int64"),
  bool_: new NumpyType("bool"),
  newaxis: null,
  ...Object.fromEntries(
    Object.entries({
      sqrt: Math.sqrt,
      exp: Math.exp,
      log: Math.log,
      log2: Math.log2,
      log10: Math.log10,
      log1p: Math.log1p,
      expm1: Math.expm1,
      sin: Math.sin,
      cos: Math.cos,
      tan: Math.tan,
      tanh: Math.tanh,
      sinh: Math.sinh,
      cosh: Math.cosh,
      abs: Math.abs,
      sign: Math.sign,
      floor: Math.floor,
      ceil: Math.ceil,
      square: (x: number) => x * x,
      maximum: Math.max,
      minimum: Math.min,
      arctan: Math.atan,
      arctan2: Math.atan2,
      arcsin: Math.asin,
      arccos: Math.acos,
      hypot: Math.hypot,
      cbrt: Math.cbrt,
      round: (x: number, decimals = 0) => roundHalfEven(x * 10 ** decimals) / 10 ** decimals,
      absolute: Math.abs,
      fabs: Math.abs,
      exp2: (x: number) => 2 ** x,
      logaddexp: (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))),
    }).map(([name, f]) => [name, numpyFunction(name, f)]),
  ),
  ...Object.fromEntries(
    Object.entries(reductions).map(([name, f]) => [
      name,
      native(name, ([x, axis], keywords) => {
        const array = arrayOf(x);
        if (array === null) return x;
        const along = keywords?.axis ?? axis ?? null;
        if (along !== null)
          return call(Reflect.get(torch, name === "max" || name === "min" ? `a${name}` : name), [array, along], none);
        return scalarOf(f(["sum", "max", "min"].includes(name) || isFloating(array.dtype) ? array : double(array)));
      }),
    ]),
  ),
  power: native("power", ([a, b]) => {
    if (arrayOf(a) === null && arrayOf(b) === null) return float(Number(a) ** Number(b));
    return binary("pow", arrayOf(a) ?? a, arrayOf(b) ?? b);
  }),
  dot: native("dot", ([a, b]) => scalarOrArray(binary("matmul", arrayOf(a), arrayOf(b)))),
  prod: native("prod", ([x]) => scalarOf(call(Reflect.get(torch, "prod"), [arrayOf(x)], none) as Tensor)),
  argmax: native("argmax", ([x]) => scalarOf(call(Reflect.get(torch, "argmax"), [arrayOf(x)], none) as Tensor)),
  argmin: native("argmin", ([x]) => scalarOf(call(Reflect.get(torch, "argmin"), [arrayOf(x)], none) as Tensor)),
  where: native("where", (args) => {
    const result = call(Reflect.get(torch, "where"), args, none);
    return args.length === 1 && Array.isArray(result) ? Tuple.make(result) : result;
  }),
  isinf: native("isinf", ([x]) => Math.abs(Number(x)) === Number.POSITIVE_INFINITY),
  isfinite: native("isfinite", ([x]) => Number.isFinite(Number(x))),
  deg2rad: native("deg2rad", ([x]) => float((Number(x) * Math.PI) / 180)),
  ndarray: tensorClass,
  clip: native("clip", ([x, low, high]) =>
    Tensor.isTensor(x) ? call(Reflect.get(torch, "clamp"), [x, low, high], none) : clipped(x, low, high),
  ),
  array: native(
    "array",
    ([data]) =>
      (Tensor.isTensor(data) ? method(data, "numpy", [], none) : undefined) ??
      (Array.isArray(data) ? listed(data) : tensor(lower(data) as never, null)),
  ),
  asarray: native("asarray", ([data]) => (Tensor.isTensor(data) ? method(data, "numpy", [], none) : listed(data))),
  zeros: creation("zeros"),
  ones: creation("ones"),
  linspace: creation("linspace"),
  arange: creation("arange"),
  isnan: native("isnan", ([x]) =>
    Tensor.isTensor(x) ? call(Reflect.get(torch, "isnan"), [x], none) : Number.isNaN(Number(x)),
  ),
  ...numpyArrays,
  ...numpyFacts,
  linalg: numpyLinalg,
  random: numpyRandom(),
});

export const numpy = namespace("numpy", members);
