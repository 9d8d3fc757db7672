/** @file math. */
import { erfcOf, erfOf, lgammaOf } from "../../../kernels/special.ts";
import { Float } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { exception, typeError } from "./exceptions.ts";
import { float } from "./floats.ts";
import { namespace, native } from "./native.ts";
import { typeName } from "./type-name.ts";

const scalarFunction = (name: string, f: (...args: number[]) => number, check?: (...args: number[]) => boolean) =>
  native(name, (args) => {
    const numbers = args.map((arg) => {
      const plain = Tensor.isTensor(arg) ? arg.data[arg.offset] : arg;
      if (typeof plain !== "number" && !(plain instanceof Float) && typeof plain !== "boolean")
        throw typeError(`must be real number, not ${typeName(arg)}`);
      if (Tensor.isTensor(arg) && arg.data.length !== 1)
        throw exception("ValueError", "only one element tensors can be converted to Python scalars");
      return Number(plain);
    });
    if (check !== undefined && !check(...numbers)) throw exception("ValueError", "math domain error");
    const value = f(...numbers);
    if (!Number.isFinite(value) && numbers.every(Number.isFinite)) throw exception("OverflowError", "math range error");
    return float(value);
  });

const whole = (name: string, f: (x: number) => number) =>
  native(name, ([x]) => {
    const value = f(Number(Tensor.isTensor(x) ? x.data[x.offset] : x));
    if (!Number.isFinite(value))
      throw exception(
        Number.isNaN(value) ? "ValueError" : "OverflowError",
        `cannot convert float ${Number.isNaN(value) ? "NaN" : "infinity"} to integer`,
      );
    return value;
  });

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
  fabs: scalarFunction("fabs", Math.abs),
  hypot: scalarFunction("hypot", Math.hypot),
  erf: scalarFunction("erf", erfOf),
  erfc: scalarFunction("erfc", erfcOf),
  lgamma: scalarFunction("lgamma", lgammaOf),
  gamma: scalarFunction("gamma", (x) => Math.round(Math.exp(lgammaOf(x)) * 1e10) / 1e10),
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
  factorial: native("factorial", ([n]) =>
    Array.from({ length: Number(n) }, (_, i) => i + 1).reduce((a, b) => a * b, 1),
  ),
  gcd: native("gcd", ([a, b]) => gcd(Math.abs(Number(a)), Math.abs(Number(b)))),
  prod: native("prod", ([items]) =>
    (items as Iterable<unknown> & unknown[]).reduce((a: number, b) => a * Number(b), 1),
  ),
});

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
