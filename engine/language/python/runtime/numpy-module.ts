/** @file What losses use of numpy: functions of numbers, and arrays, which are float64 tensors here. */

import { cast, double } from "../../../ops/convert.ts";
import { tensor } from "../../../ops/creation/creation.ts";
import { isFloating } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { torch } from "../../../torch.ts";
import { dtypeOfArray } from "./array-dtype.ts";
import { adapted, inward, outward } from "./arrays/adapted.ts";
import { arrayOperator, listed, promoted } from "./arrays/array-arithmetic.ts";
import { provideFunctions } from "./arrays/array-attributes.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { numpyCreation } from "./arrays/numpy-creation.ts";
import { call, none } from "./call.ts";
import { PyClass } from "./classes.ts";
import { NumpyType } from "./constants.ts";
import { exception, exceptions, object } from "./exceptions.ts";
import { float, isFloat, isInt } from "./floats.ts";
import { Native } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { numpyArrays, numpyLinalg } from "./numpy-arrays.ts";
import { numpyFacts } from "./numpy-facts.ts";
import { numpyFurther, withMethods } from "./numpy-further.ts";
import { numpyRandom } from "./numpy-random.ts";
import { truth } from "./protocols.ts";
import { Tuple } from "./sequences.ts";
import { types } from "./type-of.ts";

/** Lists beside arrays are arrays. */
const listedOf = (data: unknown): unknown => (Array.isArray(data) ? listed(data) : data);

/** In one dtype: integers are computed in float64 unless the function keeps them. */
function evened(args: readonly unknown[], keeps: boolean): unknown[] {
  const arrays = args.filter(Tensor.isTensor);
  const hasFloat = args.some((arg) => !Tensor.isTensor(arg) && isFloat(arg));
  const common = arrays.map(({ dtype }) => dtype).reduce(promoted);
  const dtype = isFloating(common) || (keeps && !hasFloat) ? common : "float64";
  return args.map((arg) => (Tensor.isTensor(arg) && arg.dtype !== dtype ? cast(arg, dtype) : arg));
}

/** Ints in, an int out. */
const keepsInts = new Set(["abs", "absolute", "sign", "square", "maximum", "minimum"]);

const numpyFunction = (name: string, f: (...args: number[]) => number) => {
  const onTensors: unknown = Reflect.get(torch, name);
  return native(name, (given, keywords) => {
    const args = given.map(listedOf);
    const { out: _out, where: _where, ...named } = keywords ?? {};
    if (args.some(Tensor.isTensor) && typeof onTensors === "function")
      return call(onTensors, beside(evened(args, keepsInts.has(name))), Object.keys(named).length === 0 ? null : named);
    const result = f(...args.map(Number));
    return keepsInts.has(name) && args.every(isInt) ? result : float(result);
  });
};

/** A number beside an array is an array of its dtype. */
function beside(args: readonly unknown[]): unknown[] {
  const array = args.find(Tensor.isTensor);
  if (array === undefined || args.length !== 2) return [...args];
  return args.map((arg) => (Tensor.isTensor(arg) ? arg : tensor(Number(arg), array.dtype)));
}

const roundHalfEven = (x: number): number => {
  const whole = Math.round(x);
  return Math.abs(x % 1) === 0.5 && whole % 2 !== 0 ? whole - 1 : whole;
};

/** To so many digits, halves to the even one. */
const rounding = (name: string) =>
  native(name, ([x, digits], keywords) => {
    const by = 10 ** Number(digits ?? keywords?.decimals ?? 0);
    const array = arrayOf(x);
    if (array === null) return isInt(x) ? x : float(roundHalfEven(Number(x) * by) / by);
    if (!isFloating(array.dtype)) return array;
    if (by === 1) return call(Reflect.get(torch, "round"), [array], none);
    const lifted = call(Reflect.get(torch, "mul"), [array, by], none);
    return call(Reflect.get(torch, "div"), [call(Reflect.get(torch, "round"), [lifted], none), by], none);
  });

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

/** The function of torch's for arrays and lists; undefined for a number. */
function onArray(name: string, x: unknown): unknown {
  const array = arrayOf(x);
  return array === null ? undefined : call(Reflect.get(torch, name), [array], none);
}

/** Of a tensor they make a tensor. */
const elementwise: ReadonlySet<string> = new Set(
  `sqrt exp log log2 log10 log1p expm1 sin cos tan tanh sinh cosh abs sign floor ceil square maximum minimum arctan arctan2
   arcsin arccos hypot cbrt absolute fabs exp2 logaddexp power isinf isfinite isnan deg2rad rad2deg negative reciprocal trunc rint
   add subtract multiply divide true_divide mod floor_divide greater less equal logical_and logical_or logical_not clip round argmax argmin`.split(
    /\s+/,
  ),
);

const ndarrayClass = new PyClass("ndarray", [object], "numpy");
ndarrayClass.holds = (value) => value instanceof NdArray;
types.set("numpy.ndarray", ndarrayClass);

const isWholeArray = (x: Tensor): boolean => !isFloating(x.dtype);

/** One number for all elements, or one along an axis or several. */
const reduction = (name: string, torchName: string, computesInFloats: boolean) =>
  native(name, ([x, axis, ...more], keywords) => {
    const array = arrayOf(x);
    if (array === null) return x;
    const given =
      keywords?.dtype === undefined || keywords.dtype === null ? array : cast(array, dtypeOfArray(keywords.dtype));
    const ready =
      computesInFloats && isWholeArray(given)
        ? double(given)
        : given.dtype === "bool" && torchName === "sum"
          ? cast(given, "int64")
          : given;
    const along = keywords?.axis ?? axis ?? null;
    const keepdim = keywords?.keepdims === true;
    if (ready.shape.includes(0) && /^a?(max|min)$/.test(torchName))
      throw exception(
        "ValueError",
        `zero-size array to reduction operation ${name === "max" || name === "amax" ? "maximum" : "minimum"} which has no identity`,
      );
    const dims = along === null ? ready.shape.map((_, d) => d) : along;
    if (torchName === "std" || torchName === "var")
      return call(Reflect.get(torch, torchName), [ready], {
        dim: dims,
        correction: Number(keywords?.ddof ?? more[2] ?? 0),
        keepdim,
      });
    return ready.shape.length === 0 ? ready : call(Reflect.get(torch, torchName), [ready, dims], { keepdim });
  });

/** The middle of the sorted elements, of two middle ones their mean. */
const median = native("median", ([x, axis], keywords) => {
  const array = arrayOf(x);
  if (array === null) return x;
  const along = keywords?.axis ?? axis ?? null;
  const ready = isFloating(array.dtype) ? array : double(array);
  return call(Reflect.get(torch, "quantile"), along === null ? [ready, 0.5] : [ready, 0.5, along], {
    keepdim: keywords?.keepdims === true,
  });
});

/** Where the greatest or the least stands. */
const arg = (name: string) =>
  native(name, ([x, axis], keywords) => {
    const array = arrayOf(x) ?? listed([x]);
    const along = keywords?.axis ?? axis ?? null;
    return call(Reflect.get(torch, name), along === null ? [array] : [array, along], {
      keepdim: keywords?.keepdims === true,
    });
  });

const onTensors: Readonly<Record<string, unknown>> = {
  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  float32: new NumpyType("float32"),
  float64: new NumpyType("float64"),
  int32: new NumpyType("int32"),
  int64: new NumpyType("int64"),
  ...Object.fromEntries(
    ["floating", "integer", "number", "generic", "uint8", "int8", "int16", "float16"].map((name) => [
      name,
      new NumpyType(name),
    ]),
  ),
  bool_: new NumpyType("bool"),
  bool: new NumpyType("bool"),
  single: new NumpyType("float32"),
  double: new NumpyType("float64"),
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
      absolute: Math.abs,
      fabs: Math.abs,
      exp2: (x: number) => 2 ** x,
      logaddexp: (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))),
    }).map(([name, f]) => [name, numpyFunction(name, f)]),
  ),
  sum: reduction("sum", "sum", false),
  mean: reduction("mean", "mean", true),
  max: reduction("max", "amax", false),
  min: reduction("min", "amin", false),
  amax: reduction("amax", "amax", false),
  amin: reduction("amin", "amin", false),
  std: reduction("std", "std", true),
  var: reduction("var", "var", true),
  median,
  power: native("power", ([a, b]) => {
    if (arrayOf(a) === null && arrayOf(b) === null) return float(Number(a) ** Number(b));
    return inward(arrayOperator("pow", outward(listedOf(a)), outward(listedOf(b))));
  }),
  dot: native("dot", ([a, b]) =>
    inward(
      arrayOperator(
        arrayOf(a) === null || arrayOf(b) === null ? "mul" : "matmul",
        outward(listedOf(a)),
        outward(listedOf(b)),
      ),
    ),
  ),
  round: rounding("round"),
  around: rounding("around"),
  prod: native("prod", ([x, axis], keywords) => {
    const array = arrayOf(x);
    if (array === null) return x;
    const along = keywords?.axis ?? axis ?? null;
    return call(Reflect.get(torch, "prod"), along === null ? [array] : [array, along], none);
  }),
  argmax: arg("argmax"),
  argmin: arg("argmin"),
  where: native("where", (args) => {
    const [condition, a, b] = args.map(listedOf);
    if (args.length === 1) {
      const result = call(Reflect.get(torch, "where"), [condition], none);
      return Array.isArray(result) ? Tuple.make(result) : result;
    }
    const test = Tensor.isTensor(condition) ? cast(condition, "bool") : tensor(truth(condition) ? 1 : 0, "bool");
    const zero =
      Tensor.isTensor(a) || Tensor.isTensor(b)
        ? inward(arrayOperator("add", outward(a), arrayOperator("mul", outward(b), 0)))
        : null;
    const dtype = Tensor.isTensor(zero) ? zero.dtype : [a, b].every(isInt) ? "int64" : "float64";
    const side = (value: unknown) => (Tensor.isTensor(value) ? cast(value, dtype) : tensor(Number(value), dtype));
    return call(Reflect.get(torch, "where"), [test, side(a), side(b)], none);
  }),
  isinf: native("isinf", ([x]) => onArray("isinf", x) ?? Math.abs(Number(x)) === Number.POSITIVE_INFINITY),
  isfinite: native("isfinite", ([x]) => onArray("isfinite", x) ?? Number.isFinite(Number(x))),
  deg2rad: native("deg2rad", ([x]) => onArray("deg2rad", x) ?? float((Number(x) * Math.PI) / 180)),
  rad2deg: native("rad2deg", ([x]) => onArray("rad2deg", x) ?? float((Number(x) * 180) / Math.PI)),
  clip: native("clip", ([x, least, most], keywords) => {
    const [low, high] = [
      least ?? keywords?.a_min ?? keywords?.min ?? null,
      most ?? keywords?.a_max ?? keywords?.max ?? null,
    ];
    const array = arrayOf(x);
    return array === null ? clipped(x, low, high) : call(Reflect.get(torch, "clamp"), [array, low, high], none);
  }),
  isnan: native("isnan", ([x]) => onArray("isnan", x) ?? Number.isNaN(Number(x))),
  ...numpyArrays,
};

const adaptedAll = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      member instanceof Native ? adapted(member, elementwise.has(name) ? "elementwise" : "other") : member,
    ]),
  );

const linalg = adaptedAll(Object.fromEntries(numpyLinalg.members));

const members: Readonly<Record<string, unknown>> = {
  ...adaptedAll(onTensors),
  ...numpyFacts,
  ...numpyCreation,
  ...numpyFurther,
  ndarray: ndarrayClass,
  linalg: namespace("numpy.linalg", { ...linalg, LinAlgError: exceptions._LinAlgError }),
  random: numpyRandom(),
};

withMethods(members);

provideFunctions((name) => {
  const found = members[name];
  return found instanceof Native ? found : undefined;
});

export const numpy = namespace("numpy", members);
