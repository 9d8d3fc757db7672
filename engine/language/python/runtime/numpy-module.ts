/** @file What losses use of numpy: functions of numbers, and arrays, which are float64 tensors here. */
import { tensor } from "../../../ops/creation.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { torch } from "../../../torch.ts";
import { call, none } from "./call.ts";
import { NumpyType } from "./constants.ts";
import { float } from "./floats.ts";
import { namespace, native } from "./native.ts";
import { dtypeObjects, lower } from "./tensors.ts";

/** Arrays here are float64 tensors: what losses do with numpy works on them. */
const numpyFunction = (name: string, f: (...args: number[]) => number) => {
  const onTensors: unknown = Reflect.get(torch, name);
  return native(name, (args, keywords) => {
    if (args.some(Tensor.isTensor) && typeof onTensors === "function") return call(onTensors, args, keywords);
    if (args.some(Array.isArray) && typeof onTensors === "function")
      return call(
        onTensors,
        args.map((arg) => (Array.isArray(arg) ? tensor(lower(arg) as never, "float64") : arg)),
        keywords,
      );
    return float(f(...args.map(Number)));
  });
};

const creation = (name: string) =>
  native(name, (args, keywords) =>
    call(Reflect.get(torch, name), args, { dtype: dtypeObjects.get("float64"), ...keywords }),
  );

export const numpy = namespace("numpy", {
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
      sum: (x: number) => x,
      mean: (x: number) => x,
    }).map(([name, f]) => [name, numpyFunction(name, f)]),
  ),
  power: native("power", ([a, b]) => float(Number(a) ** Number(b))),
  clip: native("clip", ([x, low, high]) =>
    Tensor.isTensor(x)
      ? call(Reflect.get(torch, "clamp"), [x, low, high], none)
      : float(Math.min(Math.max(Number(x), Number(low)), Number(high))),
  ),
  array: native("array", ([data]) =>
    tensor(lower(data) as never, typeof data === "number" || !Array.isArray(data) ? null : "float64"),
  ),
  asarray: native("asarray", ([data]) => (Tensor.isTensor(data) ? data : tensor(lower(data) as never, "float64"))),
  zeros: creation("zeros"),
  ones: creation("ones"),
  linspace: creation("linspace"),
  arange: creation("arange"),
  isnan: native("isnan", ([x]) =>
    Tensor.isTensor(x) ? call(Reflect.get(torch, "isnan"), [x], none) : Number.isNaN(Number(x)),
  ),
  random: namespace("numpy.random", { seed: native("seed", () => null) }),
});
