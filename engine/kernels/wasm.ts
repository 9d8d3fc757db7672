/**
 * @file The SIMD kernels as the engine calls them. Pointers are byte addresses of float32 in the memory the kernels were given,
 * aligned to 4; n, rows and cols count elements. The module keeps nothing in that memory: every byte of it is the caller's.
 * Element-wise results may be written over an operand that lies at the very same place. No kernel allocates or throws.
 * What each computes, to the bit, is said by its source (simd/) and its reference (plain/).
 */
import { kernelsBase64 } from "./generated/kernels.ts";
import { instantiate, type Memory } from "./webassembly.ts";

/** y = f(x) */
export type UnaryKernel = (x: number, y: number, n: number) => void;
/** out = g f'(x), given what the forward pass saved: x, or y where the derivative is simpler in it. */
export type GradientKernel = (g: number, saved: number, out: number, n: number) => void;
export type BinaryKernel = (a: number, b: number, y: number, n: number) => void;
export type ScalarKernel = (a: number, s: number, y: number, n: number) => void;
export type ReversedScalarKernel = (s: number, a: number, y: number, n: number) => void;
/** [rows, cols] with the same row [cols] under every row. */
export type RowKernel = (a: number, row: number, y: number, rows: number, cols: number) => void;
/** [rows, cols] with the same column [rows, 1] beside every column. */
export type ColumnKernel = (a: number, col: number, y: number, rows: number, cols: number) => void;
/** A fold of each row, [rows, cols] to [rows], or of each column, [rows, cols] to [cols]. */
export type FoldKernel = (x: number, y: number, rows: number, cols: number) => void;

/** Flags of gemm. */
export const A_TRANSPOSED = 1;
export const B_TRANSPOSED = 2;
export const ACCUMULATE = 4;

/** What gemm applies to its result. */
export const activationCodes = { none: 0, tanh: 1, relu: 2, sigmoid: 3, silu: 4 } as const;

export interface UnaryKernels {
  readonly neg: UnaryKernel;
  readonly abs: UnaryKernel;
  readonly sign: UnaryKernel;
  readonly square: UnaryKernel;
  readonly sqrt: UnaryKernel;
  readonly rsqrt: UnaryKernel;
  readonly reciprocal: UnaryKernel;
  readonly relu: UnaryKernel;
  readonly exp: UnaryKernel;
  readonly expm1: UnaryKernel;
  readonly log: UnaryKernel;
  readonly log1p: UnaryKernel;
  readonly tanh: UnaryKernel;
  readonly sigmoid: UnaryKernel;
  readonly erf: UnaryKernel;
  readonly silu: UnaryKernel;
}

export interface GradientKernels {
  /** g sign(x) */
  readonly absGrad: GradientKernel;
  /** g (2 x) */
  readonly squareGrad: GradientKernel;
  /** g / (2 y) */
  readonly sqrtGrad: GradientKernel;
  /** -(g (y y)) */
  readonly reciprocalGrad: GradientKernel;
  /** g (1 - y y) */
  readonly tanhGrad: GradientKernel;
  /** g (y (1 - y)) */
  readonly sigmoidGrad: GradientKernel;
  /** g where x > 0, else 0 */
  readonly reluGrad: GradientKernel;
}

export interface BinaryKernels {
  readonly add: BinaryKernel;
  readonly addScalar: ScalarKernel;
  readonly addRow: RowKernel;
  readonly addColumn: ColumnKernel;
  readonly sub: BinaryKernel;
  readonly subScalar: ScalarKernel;
  readonly subRow: RowKernel;
  readonly subColumn: ColumnKernel;
  readonly mul: BinaryKernel;
  readonly mulScalar: ScalarKernel;
  readonly mulRow: RowKernel;
  readonly mulColumn: ColumnKernel;
  readonly div: BinaryKernel;
  readonly divScalar: ScalarKernel;
  readonly divRow: RowKernel;
  readonly divColumn: ColumnKernel;
  readonly maximum: BinaryKernel;
  readonly maximumScalar: ScalarKernel;
  readonly maximumRow: RowKernel;
  readonly maximumColumn: ColumnKernel;
  readonly minimum: BinaryKernel;
  readonly minimumScalar: ScalarKernel;
  readonly minimumRow: RowKernel;
  readonly minimumColumn: ColumnKernel;
  /** second - first */
  readonly rsubScalar: ReversedScalarKernel;
  readonly rsubRow: RowKernel;
  readonly rsubColumn: ColumnKernel;
  /** second / first */
  readonly rdivScalar: ReversedScalarKernel;
  readonly rdivRow: RowKernel;
  readonly rdivColumn: ColumnKernel;
  /** y = a + b s */
  addScaled(a: number, b: number, s: number, y: number, n: number): void;
  fill(y: number, s: number, n: number): void;
  /** Overlap is allowed. */
  copy(x: number, y: number, n: number): void;
}

export interface ReductionKernels {
  /** In float64, as all sums; the order is in simd/reduce.ts. */
  sum(x: number, n: number): number;
  sumSquares(x: number, n: number): number;
  dot(a: number, b: number, n: number): number;
  readonly sumRows: FoldKernel;
  readonly sumColumns: FoldKernel;
  /** NaN wins; -inf of no elements. */
  maximumOf(x: number, n: number): number;
  minimumOf(x: number, n: number): number;
  readonly maxRows: FoldKernel;
  readonly minRows: FoldKernel;
  /** 1 if an element is NaN or infinite, else 0. */
  anyNonFinite(x: number, n: number): number;
}

export interface ProductKernels {
  /**
   * c[m, n] = op(a) op(b), then + bias[n] (0: none), then the activation. c overlaps nothing. Scratch has gemmScratch bytes,
   * never more than 16 KiB, aligned to 4.
   */
  gemm(
    a: number,
    b: number,
    c: number,
    m: number,
    k: number,
    n: number,
    flags: number,
    bias: number,
    activation: number,
    scratch: number,
  ): void;
  gemmScratch(m: number, k: number, n: number): number;
}

/** One step of an optimiser over a contiguous block. Formulas in simd/optimisers.ts. */
export interface OptimiserKernels {
  adam(
    p: number,
    g: number,
    m: number,
    v: number,
    n: number,
    beta1: number,
    oneMinusBeta1: number,
    beta2: number,
    oneMinusBeta2: number,
    stepSize: number,
    rootCorrection2: number,
    eps: number,
    weightDecay: number,
    decoupledFactor: number,
  ): void;
  /** buf is 0 without momentum. */
  sgd(
    p: number,
    g: number,
    buf: number,
    n: number,
    lr: number,
    momentum: number,
    oneMinusDampening: number,
    weightDecay: number,
    nesterov: number,
    first: number,
  ): void;
  /** mean is 0 unless centered, buf 0 without momentum. */
  rmsprop(
    p: number,
    g: number,
    square: number,
    mean: number,
    buf: number,
    n: number,
    lr: number,
    alpha: number,
    oneMinusAlpha: number,
    eps: number,
    weightDecay: number,
    momentum: number,
  ): void;
  adagrad(p: number, g: number, sum: number, n: number, rate: number, eps: number, weightDecay: number): void;
}

export interface Kernels
  extends UnaryKernels,
    GradientKernels,
    BinaryKernels,
    ReductionKernels,
    ProductKernels,
    OptimiserKernels {}

/** One instance serves a memory for good: calls cost nanoseconds, instances microseconds. */
export function instantiateKernels(memory: Memory): Kernels {
  return instantiate<Kernels>(kernelsBase64, memory);
}
