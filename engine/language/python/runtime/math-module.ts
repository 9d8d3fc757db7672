/** @file math. */
import { erfcOf, erfOf, lgammaOf } from "../../../kernels/special.ts";
import { item } from "../../../ops/convert.ts";
import { Float } from "../../../tensor/dtype.ts";
import { dataOf, Tensor } from "../../../tensor/tensor.ts";
import { exception, typeError } from "./exceptions.ts";
import { float } from "./floats.ts";
import { namespace, native } from "./native.ts";
import { halfEven, isIntegral } from "./numbers.ts";
import { iterate } from "./protocols.ts";
import { Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

const scalarFunction = (name: string, f: (...args: number[]) => number, check?: (...args: number[]) => boolean) =>
  native(name, (args) => {
    const numbers = args.map((arg) => {
      if (Tensor.isTensor(arg) && dataOf(arg).length !== 1)
        throw exception("ValueError", "only one element tensors can be converted to Python scalars");
      const plain = Tensor.isTensor(arg) ? item(arg) : arg;
      if (typeof plain !== "number" && !(plain instanceof Float) && typeof plain !== "boolean")
        throw typeError(`must be real number, not ${typeName(arg)}`);
      return Number(plain);
    });
    if (check !== undefined && !check(...numbers)) throw exception("ValueError", "math domain error");
    const value = f(...numbers);
    if (!Number.isFinite(value) && numbers.every(Number.isFinite)) throw exception("OverflowError", "math range error");
    return float(value);
  });

const whole = (name: string, f: (x: number) => number) =>
  native(name, ([x]) => {
    const value = f(Number(Tensor.isTensor(x) ? item(x) : x));
    if (!Number.isFinite(value))
      throw exception(
        Number.isNaN(value) ? "ValueError" : "OverflowError",
        `cannot convert float ${Number.isNaN(value) ? "NaN" : "infinity"} to integer`,
      );
    return value;
  });

const isDivisible = (a: number, b: number): boolean =>
  Number.isNaN(a) || Number.isNaN(b) || (Number.isFinite(a) && b !== 0);
const positive = (x: number) => x > 0 || Number.isNaN(x);

export const math = namespace("math", {
  pi: Math.PI,
  e: Math.E,
  tau: 2 * Math.PI,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  sqrt: scalarFunction("sqrt", Math.sqrt, (x) => !(x < 0)),
  exp: scalarFunction("exp", Math.exp),
  expm1: scalarFunction("expm1", Math.expm1),
  log: scalarFunction("log", (x, base) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base)), positive),
  log2: scalarFunction("log2", Math.log2, positive),
  log10: scalarFunction("log10", Math.log10, positive),
  log1p: scalarFunction("log1p", Math.log1p, (x) => x > -1 || Number.isNaN(x)),
  pow: scalarFunction("pow", (a, b) => a ** b),
  sin: scalarFunction("sin", Math.sin),
  cos: scalarFunction("cos", Math.cos),
  tan: scalarFunction("tan", Math.tan),
  asin: scalarFunction("asin", Math.asin, (x) => Math.abs(x) <= 1),
  acos: scalarFunction("acos", Math.acos, (x) => Math.abs(x) <= 1),
  atan: scalarFunction("atan", Math.atan),
  atan2: scalarFunction("atan2", Math.atan2),
  sinh: scalarFunction("sinh", Math.sinh),
  cosh: scalarFunction("cosh", Math.cosh),
  tanh: scalarFunction("tanh", Math.tanh),
  asinh: scalarFunction("asinh", Math.asinh),
  acosh: scalarFunction("acosh", Math.acosh, (x) => !(x < 1)),
  atanh: scalarFunction("atanh", Math.atanh, (x) => !(Math.abs(x) >= 1)),
  exp2: scalarFunction("exp2", (x) => 2 ** x),
  cbrt: scalarFunction("cbrt", Math.cbrt),
  fmod: scalarFunction("fmod", (a, b) => a % b, isDivisible),
  remainder: scalarFunction("remainder", (a, b) => a - b * halfEven(a / b), isDivisible),
  fabs: scalarFunction("fabs", Math.abs),
  hypot: scalarFunction("hypot", Math.hypot),
  erf: scalarFunction("erf", erfOf),
  erfc: scalarFunction("erfc", erfcOf),
  lgamma: scalarFunction("lgamma", lgammaOf),
  gamma: scalarFunction("gamma", gammaOf, (x) => !(x <= 0 && Number.isInteger(x))),
  degrees: scalarFunction("degrees", (x) => (x * 180) / Math.PI),
  radians: scalarFunction("radians", (x) => (x * Math.PI) / 180),
  copysign: scalarFunction("copysign", (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a))),
  floor: whole("floor", Math.floor),
  ceil: whole("ceil", Math.ceil),
  trunc: whole("trunc", Math.trunc),
  isnan: native("isnan", ([x]) => Number.isNaN(Number(x))),
  isinf: native("isinf", ([x]) => Math.abs(Number(x)) === Number.POSITIVE_INFINITY),
  isfinite: native("isfinite", ([x]) => Number.isFinite(Number(x))),
  isclose: native(
    "isclose",
    ([a, b], keywords) =>
      Math.abs(Number(a) - Number(b)) <=
      Math.max(
        Number(keywords?.rel_tol ?? 1e-9) * Math.max(Math.abs(Number(a)), Math.abs(Number(b))),
        Number(keywords?.abs_tol ?? 0),
      ),
  ),
  modf: native("modf", ([x]) => {
    const value = Number(x);
    const whole = Math.trunc(value);
    return Tuple.make([float(Number.isFinite(value) ? value - whole : 0), float(whole)]);
  }),
  dist: native("dist", ([a, b]) => {
    const [from, to] = [numbersIn(a), numbersIn(b)];
    if (from.length !== to.length) throw exception("ValueError", "both points must have the same number of dimensions");
    return float(Math.hypot(...from.map((each, i) => each - to[i])));
  }),
  fsum: native("fsum", ([items]) => float(numbersIn(items).reduce((a, b) => a + b, 0))),
  prod: native("prod", ([items], keywords) => {
    const values = [...iterate(items), keywords?.start ?? 1];
    const product = values.reduce((a: number, b) => a * Number(b), 1);
    return values.every(isIntegral) ? product : float(product);
  }),
  factorial: native("factorial", ([n]) => falling(Number(n), Number(n))),
  comb: native("comb", ([n, k]) => Math.round(falling(Number(n), Number(k)) / falling(Number(k), Number(k)))),
  perm: native("perm", ([n, k = n]) => falling(Number(n), Number(k))),
  isqrt: native("isqrt", ([n]) => Math.floor(Math.sqrt(Number(n)))),
  gcd: native("gcd", (args) => args.map(Number).reduce(gcd, 0)),
  lcm: native("lcm", (args) =>
    args.map(Number).reduce((a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / gcd(a, b)), 1),
  ),
});

const numbersIn = (items: unknown): number[] => [...iterate(items)].map(Number);

/** n (n - 1) … of so many factors. */
function falling(n: number, count: number): number {
  if (n < 0 || !Number.isInteger(n)) throw exception("ValueError", "factorial() not defined for negative values");
  let product = 1;
  for (let i = 0; i < count; i++) product *= n - i;
  return product;
}

function gammaOf(x: number): number {
  if (Number.isInteger(x) && x > 0 && x <= 171) return falling(x - 1, x - 1);
  // Γ(x) Γ(1 - x) = π / sin πx
  return x < 0.5 ? Math.PI / (Math.sin(Math.PI * x) * gammaOf(1 - x)) : Math.exp(lgammaOf(x));
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}
