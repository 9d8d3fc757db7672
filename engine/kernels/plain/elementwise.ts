/** @file Element-wise kernels as plain loops. Pointers are byte addresses in the memory that `x` shows as float32. */
import type {
  BinaryKernel,
  ColumnKernel,
  GradientKernel,
  Kernels,
  ReversedScalarKernel,
  RowKernel,
  ScalarKernel,
  TurnKernel,
  UnaryKernel,
} from "../signatures.ts";
import {
  erf,
  exp,
  f,
  gelu,
  geluGrad,
  log,
  logsigmoid,
  round,
  sigmoid,
  sign,
  silu,
  siluGrad,
  softplus,
  tanh,
} from "./functions.ts";
import { cos, expm1, log1p, log2, log10, sin } from "./wide.ts";

type Function1 = (x: number) => number;
type Function2 = (a: number, b: number) => number;

export function elementwise(memory: Float32Array) {
  const unary =
    (of: Function1): UnaryKernel =>
    (x, y, n) => {
      for (let i = 0; i < n; i++) memory[(y >> 2) + i] = of(memory[(x >> 2) + i]);
    };
  const binary =
    (of: Function2): BinaryKernel =>
    (a, b, y, n) => {
      for (let i = 0; i < n; i++) memory[(y >> 2) + i] = of(memory[(a >> 2) + i], memory[(b >> 2) + i]);
    };
  const scalar =
    (of: Function2): ScalarKernel =>
    (a, s, y, n) =>
      unary((x) => of(x, f(s)))(a, y, n);
  const reversedScalar =
    (of: Function2): ReversedScalarKernel =>
    (s, a, y, n) =>
      scalar(of)(a, s, y, n);
  const row =
    (of: Function2): RowKernel =>
    (a, r, y, rows, cols) => {
      for (let i = 0; i < rows; i++) binary(of)(a + 4 * i * cols, r, y + 4 * i * cols, cols);
    };
  const column =
    (of: Function2): ColumnKernel =>
    (a, col, y, rows, cols) => {
      for (let i = 0; i < rows; i++) scalar(of)(a + 4 * i * cols, memory[(col >> 2) + i], y + 4 * i * cols, cols);
    };
  const gradient = (of: Function2): GradientKernel => binary(of);
  const turn =
    (of: Function1): TurnKernel =>
    (x, y, n) => {
      const isBeyond = memory
        .subarray(x >> 2, (x >> 2) + n)
        .some((each) => Math.abs(each) > 1e6 && Number.isFinite(each));
      unary(of)(x, y, n);
      return isBeyond ? 1 : 0;
    };

  const add: Function2 = (a, b) => f(a + b);
  const sub: Function2 = (a, b) => f(a - b);
  const mul: Function2 = (a, b) => f(a * b);
  const div: Function2 = (a, b) => f(a / b);
  const rsub: Function2 = (a, b) => f(b - a);
  const rdiv: Function2 = (a, b) => f(b / a);

  return {
    neg: unary((x) => -x),
    abs: unary(Math.abs),
    sign: unary(sign),
    square: unary((x) => f(x * x)),
    sqrt: unary((x) => f(Math.sqrt(x))),
    rsqrt: unary((x) => f(1 / f(Math.sqrt(x)))),
    reciprocal: unary((x) => f(1 / x)),
    relu: unary((x) => (x < 0 ? 0 : x)),
    exp: unary(exp),
    expm1: unary(expm1),
    log: unary(log),
    log1p: unary(log1p),
    tanh: unary(tanh),
    sigmoid: unary(sigmoid),
    erf: unary(erf),
    silu: unary(silu),
    log2: unary(log2),
    log10: unary(log10),
    softplus: unary(softplus),
    logsigmoid: unary(logsigmoid),
    gelu: unary(gelu),
    floor: unary(Math.floor),
    ceil: unary(Math.ceil),
    trunc: unary(Math.trunc),
    round: unary(round),
    sin: turn(sin),
    cos: turn(cos),

    absGrad: gradient((g, x) => f(g * sign(x))),
    squareGrad: gradient((g, x) => f(g * f(x + x))),
    sqrtGrad: gradient((g, y) => f(g / f(y + y))),
    reciprocalGrad: gradient((g, y) => -f(g * f(y * y))),
    tanhGrad: gradient((g, y) => f(g * f(1 - f(y * y)))),
    sigmoidGrad: gradient((g, y) => f(g * f(y * f(1 - y)))),
    reluGrad: gradient((g, x) => (x <= 0 ? 0 : g)),
    softplusGrad: gradient((g, x) => f(g * sigmoid(x))),
    logsigmoidGrad: gradient((g, x) => f(g * sigmoid(-x))),
    siluGrad: gradient(siluGrad),
    geluGrad: gradient(geluGrad),

    add: binary(add),
    addScalar: scalar(add),
    addRow: row(add),
    addColumn: column(add),
    sub: binary(sub),
    subScalar: scalar(sub),
    subRow: row(sub),
    subColumn: column(sub),
    rsubScalar: reversedScalar(rsub),
    rsubRow: row(rsub),
    rsubColumn: column(rsub),
    mul: binary(mul),
    mulScalar: scalar(mul),
    mulRow: row(mul),
    mulColumn: column(mul),
    div: binary(div),
    divScalar: scalar(div),
    divRow: row(div),
    divColumn: column(div),
    rdivScalar: reversedScalar(rdiv),
    rdivRow: row(rdiv),
    rdivColumn: column(rdiv),
    maximum: binary(Math.max),
    maximumScalar: scalar(Math.max),
    maximumRow: row(Math.max),
    maximumColumn: column(Math.max),
    minimum: binary(Math.min),
    minimumScalar: scalar(Math.min),
    minimumRow: row(Math.min),
    minimumColumn: column(Math.min),
  } satisfies Partial<Kernels>;
}
