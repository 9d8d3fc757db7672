/** @file What functions make of complex tensors: elementwise ones in terms of their two parts, those that only move elements on each part. */
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { allclose, isclose } from "../comparison/closeness.ts";
import { eq, isfinite, isinf, isnan, ne } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { reshape } from "../indexing/movement.ts";
import { select, stack } from "../indexing/slices.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { bitwise_and, bitwise_or } from "../pointwise/bitwise.ts";
import { atan2 } from "../pointwise/pointwise-binary.ts";
import { cos, cosh, sin, sinh } from "../pointwise/trigonometry.ts";
import { exp, log, neg, sqrt, square } from "../pointwise/unary.ts";
import { mean, sum } from "../reduction/reduction.ts";
import { ComplexNumber, ComplexTensor } from "./complex-tensor.ts";

type Operand = ComplexTensor | Tensor | number | ComplexNumber;

const { isComplex } = ComplexTensor;
export const pair = (real: Tensor, imag: Tensor): ComplexTensor => new ComplexTensor(real, imag);

/** The parts of an operand: numbers stay numbers, so that they promote nothing. */
function partsOf(value: Operand): readonly [Tensor | number, Tensor | number] {
  if (isComplex(value)) return [value.real, value.imag];
  if (value instanceof ComplexNumber) return [value.re, value.im];
  return [value, 0];
}

const isReal = (value: Operand): value is Tensor | number => typeof value === "number" || Tensor.isTensor(value);

/** A part as a tensor of the shape and dtype of another. */
const like = (value: Tensor | number, other: Tensor): Tensor => add(mul(other, 0), value);
const both = (re: Tensor | number, im: Tensor | number): ComplexTensor => {
  if (typeof re !== "number") return pair(re, typeof im === "number" ? like(im, re) : im);
  if (typeof im !== "number") return pair(like(re, im), im);
  return pair(Tensor.scalar(re, "float32"), Tensor.scalar(im, "float32"));
};

export function complexAdd(a: Operand, b: Operand): ComplexTensor {
  const [[ar, ai], [br, bi]] = [partsOf(a), partsOf(b)];
  return both(plus(ar, br), plus(ai, bi));
}

const plus = (a: Tensor | number, b: Tensor | number): Tensor | number =>
  typeof a === "number" && typeof b === "number"
    ? a + b
    : typeof a === "number"
      ? a === 0 && typeof b !== "number"
        ? b
        : add(b, a)
      : b === 0
        ? a
        : add(a, b);
const minus = (a: Tensor | number, b: Tensor | number): Tensor | number =>
  typeof a === "number" && typeof b === "number" ? a - b : b === 0 ? a : sub(a, b);
const times = (a: Tensor | number, b: Tensor | number): Tensor | number =>
  typeof a === "number" && typeof b === "number"
    ? a * b
    : typeof a === "number"
      ? a === 0
        ? 0
        : mul(b, a)
      : b === 0
        ? 0
        : mul(a, b);

/** Broadcast shapes are kept even where a part is nothing. */
function shaped(re: Tensor | number, im: Tensor | number, a: Operand, b: Operand): ComplexTensor {
  if (typeof re !== "number" || typeof im !== "number") return both(re, im);
  const tensor = [a, b].flatMap((each) => (isComplex(each) ? [each.real] : Tensor.isTensor(each) ? [each] : []))[0];
  return pair(like(re, tensor), like(im, tensor));
}

export function complexSub(a: Operand, b: Operand): ComplexTensor {
  const [[ar, ai], [br, bi]] = [partsOf(a), partsOf(b)];
  return shaped(minus(ar, br), minus(ai, bi), a, b);
}

export function complexMul(a: Operand, b: Operand): ComplexTensor {
  const [[ar, ai], [br, bi]] = [partsOf(a), partsOf(b)];
  return shaped(minus(times(ar, br), times(ai, bi)), plus(times(ar, bi), times(ai, br)), a, b);
}

export function complexDiv(a: Operand, b: Operand): ComplexTensor {
  const [[ar, ai], [br, bi]] = [partsOf(a), partsOf(b)];
  if (isReal(b)) {
    const over = (part: Tensor | number) =>
      typeof part === "number" && typeof br === "number" ? part / br : div(part, br);
    return shaped(over(ar), over(ai), a, b);
  }
  const size = plus(times(br, br), times(bi, bi));
  const re = plus(times(ar, br), times(ai, bi));
  const im = minus(times(ai, br), times(ar, bi));
  const over = (part: Tensor | number) =>
    typeof part === "number" && typeof size === "number" ? part / size : div(part, size);
  return shaped(over(re), over(im), a, b);
}

/** |z|, whose gradient at 0 is 0. */
const modulus = defineOp(
  {
    name: "abs",
    places: [],
    params: [
      { name: "real", kind: "tensor" },
      { name: "imag", kind: "tensor" },
    ],
    samples: [],
    doc: { summary: "", formula: "", shape: "", example: "", jax: null, numpy: null },
  },
  (op) =>
    (re: Tensor, im: Tensor): Tensor => {
      const size = hypotOf(re, im);
      return finish(op, [re, im], size, (grad, i) => {
        const part = i === 0 ? re : im;
        return mul(grad, where(eq(size, 0), 0, div(part, size)));
      });
    },
);

function hypotOf(re: Tensor, im: Tensor): Tensor {
  const round = re.dtype === "float32" ? "float32" : "float64";
  const [a, b] = [cast(re, "float64"), cast(im, "float64")].map((x) => Tensor.of(copied(x), x.shape, "float64"));
  return cast(sqrt(add(square(a), square(b))), round);
}

/** arg z, whose gradient at 0 is 0. */
const argument = defineOp(
  {
    name: "angle",
    places: [],
    params: [
      { name: "real", kind: "tensor" },
      { name: "imag", kind: "tensor" },
    ],
    samples: [],
    doc: { summary: "", formula: "", shape: "", example: "", jax: null, numpy: null },
  },
  (op) =>
    (re: Tensor, im: Tensor): Tensor => {
      const detached = (x: Tensor) => Tensor.of(copied(x), x.shape, x.dtype);
      const output = atan2(detached(im), detached(re));
      return finish(op, [re, im], output, (grad, i) => {
        const size = add(square(re), square(im));
        const slope = i === 0 ? div(neg(im), size) : div(re, size);
        return mul(grad, where(eq(size, 0), 0, slope));
      });
    },
);

const copied = (x: Tensor) => toContiguousData(x).slice();

export const complexAbs = (z: ComplexTensor): Tensor => modulus(z.real, z.imag);
export const complexAngle = (z: ComplexTensor): Tensor => argument(z.real, z.imag);
export const conj = (z: ComplexTensor): ComplexTensor => pair(z.real, neg(z.imag));

export const polar = (size: Tensor, angle: Tensor): ComplexTensor => pair(mul(size, cos(angle)), mul(size, sin(angle)));

function complexExp(z: ComplexTensor): ComplexTensor {
  return polar(exp(z.real), z.imag);
}

const complexLog = (z: ComplexTensor): ComplexTensor => pair(log(complexAbs(z)), complexAngle(z));

function complexSqrt(z: ComplexTensor): ComplexTensor {
  return polar(sqrt(complexAbs(z)), div(complexAngle(z), 2));
}

function complexPow(a: Operand, b: Operand): ComplexTensor {
  if (isComplex(a) && typeof b === "number" && Number.isInteger(b)) {
    if (b === 0) return pair(like(1, a.real), like(0, a.real));
    if (b < 0) return complexDiv(1, complexPow(a, -b));
    let result: ComplexTensor = a;
    for (let i = 1; i < b; i++) result = complexMul(result, a);
    return result;
  }
  const base: ComplexTensor = isComplex(a) ? a : both(...partsOf(a));
  return complexExp(complexMul(complexLog(base), b));
}

function complexMatmul(a: ComplexTensor | Tensor, b: ComplexTensor | Tensor): ComplexTensor {
  const [[ar, ai], [br, bi]] = [a, b].map((x) => (isComplex(x) ? [x.real, x.imag] : [x, null])) as (Tensor | null)[][];
  const product = (x: Tensor | null, y: Tensor | null) => (x === null || y === null ? null : matmul(x, y));
  const plusOrNot = (x: Tensor | null, y: Tensor | null, minusIt = false) =>
    x === null ? (y === null || !minusIt ? y : neg(y)) : y === null ? x : minusIt ? sub(x, y) : add(x, y);
  const re = plusOrNot(product(ar, br), product(ai, bi), true);
  const im = plusOrNot(product(ar, bi), product(ai, br));
  if (re === null) throw new Error("internal: a product of no parts");
  return both(re, im ?? 0);
}

export const viewAsReal = (z: ComplexTensor): Tensor => stack([z.real, z.imag], -1);
export const viewAsComplex = (x: Tensor): ComplexTensor => pair(select(x, -1, 0), select(x, -1, 1));

/** z/|z|, and 0 for 0. */
function sgn(z: ComplexTensor): ComplexTensor {
  const size = complexAbs(z);
  const unless = (part: Tensor) => where(eq(size, 0), 0, div(part, size));
  return pair(unless(z.real), unless(z.imag));
}

const asComplex = (value: Operand): ComplexTensor => (isComplex(value) ? value : both(...partsOf(value)));

type Rule = (...args: never[]) => unknown;

/** By the names of ops. */
export const complexRules: Readonly<Record<string, Rule>> = {
  add: (a: Operand, b: Operand) => complexAdd(a, b),
  sub: (a: Operand, b: Operand) => complexSub(a, b),
  rsub: (a: Operand, b: Operand) => complexSub(b, a),
  subtract: (a: Operand, b: Operand) => complexSub(a, b),
  mul: (a: Operand, b: Operand) => complexMul(a, b),
  multiply: (a: Operand, b: Operand) => complexMul(a, b),
  div: (a: Operand, b: Operand) => complexDiv(a, b),
  divide: (a: Operand, b: Operand) => complexDiv(a, b),
  pow: (a: Operand, b: Operand) => complexPow(a, b),
  neg: (z: ComplexTensor) => pair(neg(z.real), neg(z.imag)),
  abs: complexAbs,
  absolute: complexAbs,
  angle: complexAngle,
  conj,
  square: (z: ComplexTensor) => complexMul(z, z),
  sqrt: complexSqrt,
  exp: complexExp,
  log: complexLog,
  reciprocal: (z: ComplexTensor) => complexDiv(1, z),
  sin: (z: ComplexTensor) => pair(mul(sin(z.real), cosh(z.imag)), mul(cos(z.real), sinh(z.imag))),
  cos: (z: ComplexTensor) => pair(mul(cos(z.real), cosh(z.imag)), neg(mul(sin(z.real), sinh(z.imag)))),
  sgn,
  matmul: complexMatmul,
  mm: complexMatmul,
  bmm: complexMatmul,
  mv: complexMatmul,
  dot: complexMatmul,
  vdot: (a: ComplexTensor, b: ComplexTensor) => complexMatmul(conj(a), b),
  eq: (a: Operand, b: Operand) => {
    const [x, y] = [asComplex(a), asComplex(b)];
    return bitwise_and(eq(x.real, y.real), eq(x.imag, y.imag));
  },
  ne: (a: Operand, b: Operand) => {
    const [x, y] = [asComplex(a), asComplex(b)];
    return bitwise_or(ne(x.real, y.real), ne(x.imag, y.imag));
  },
  allclose: (a: ComplexTensor, b: ComplexTensor, rtol?: number, atol?: number) =>
    allclose(a.real, b.real, rtol, atol) && allclose(a.imag, b.imag, rtol, atol),
  isclose: (a: ComplexTensor, b: ComplexTensor, rtol?: number, atol?: number) =>
    bitwise_and(isclose(a.real, b.real, rtol, atol), isclose(a.imag, b.imag, rtol, atol)),
  isnan: (z: ComplexTensor) => bitwise_or(isnan(z.real), isnan(z.imag)),
  isinf: (z: ComplexTensor) => bitwise_or(isinf(z.real), isinf(z.imag)),
  isfinite: (z: ComplexTensor) => bitwise_and(isfinite(z.real), isfinite(z.imag)),
  real: (z: ComplexTensor) => z.real,
  imag: (z: ComplexTensor) => z.imag,
  view_as_real: viewAsReal,
  view_as_complex: viewAsComplex,
  resolve_conj: (z: ComplexTensor) => z,
  l1_loss: (a: Operand, b: Operand, reduction?: unknown) => {
    const each = complexAbs(complexSub(a, b));
    const how = typeof reduction === "object" && reduction !== null ? Reflect.get(reduction, "reduction") : reduction;
    return how === "none" ? each : how === "sum" ? sum(each) : mean(each);
  },
  outer: (a: ComplexTensor, b: ComplexTensor) => {
    const column = (x: Tensor) => reshape(x, [-1, 1]);
    return complexMul(pair(column(a.real), column(a.imag)), b);
  },
};

/** What moves elements or adds them up does so with each part. */
export const partwise: ReadonlySet<string> = new Set(
  `reshape view flatten squeeze unsqueeze permute transpose t expand expand_as contiguous ravel unflatten narrow select cat stack
  hstack vstack concat concatenate flip roll movedim moveaxis swapaxes swapdims repeat tile gather index_select take getitem clone detach sum mean cumsum tril
  triu diag diagonal diag_embed trace split chunk unbind pad broadcast_to view_as reshape_as where masked_fill masked_select diff atleast_1d atleast_2d
  adjoint fftshift fft_fftshift fft_ifftshift zeros_like unfold`
    .split(/\s+/)
    .filter((name) => name !== ""),
);
