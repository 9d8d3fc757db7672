/**
 * @file The kernels as the engine calls them. Pointers are byte addresses of float32 in the memory the kernels were given,
 * aligned to 4; n, rows and cols count elements. The memory's first RESERVED_BYTES hold the kernels' constants and must stay as
 * they are; every other byte is the caller's. Element-wise results may be written over an operand that lies at the very same
 * place. No kernel allocates or throws. What each computes, to the bit, is said by its source (simd/) and its reference (plain/).
 */

/** The engine's own bytes begin here. */
export const RESERVED_BYTES = 1024;

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

export const unaryNames = [
  "neg",
  "abs",
  "sign",
  "square",
  "sqrt",
  "rsqrt",
  "reciprocal",
  "relu",
  "exp",
  "expm1",
  "log",
  "log1p",
  "tanh",
  "sigmoid",
  "erf",
  "silu",
  "log2",
  "log10",
  "softplus",
  "logsigmoid",
  "gelu",
  "floor",
  "ceil",
  "trunc",
  "round",
] as const;
export type UnaryName = (typeof unaryNames)[number];
type UnaryKernels = Readonly<Record<UnaryName, UnaryKernel>>;

/** Formulas in simd/gradients.ts. Those of exp, log and neg are mul, div and neg. Those from softplus on are given x. */
export const gradientNames = [
  "absGrad",
  "squareGrad",
  "sqrtGrad",
  "reciprocalGrad",
  "tanhGrad",
  "sigmoidGrad",
  "reluGrad",
  "softplusGrad",
  "logsigmoidGrad",
  "siluGrad",
  "geluGrad",
] as const;
export type GradientName = (typeof gradientNames)[number];
type GradientKernels = Readonly<Record<GradientName, GradientKernel>>;

export const binaryNames = ["add", "sub", "mul", "div", "maximum", "minimum"] as const;
export type BinaryName = (typeof binaryNames)[number];
/** Second - first and second / first: what sub and div lack because their operands cannot change places. */
export const reversedNames = ["rsub", "rdiv"] as const;
export type ReversedName = (typeof reversedNames)[number];

type BinaryKernels = Readonly<
  Record<BinaryName, BinaryKernel> &
    Record<`${BinaryName}Scalar`, ScalarKernel> &
    Record<`${ReversedName}Scalar`, ReversedScalarKernel> &
    Record<`${BinaryName | ReversedName}Row`, RowKernel> &
    Record<`${BinaryName | ReversedName}Column`, ColumnKernel>
>;

export const comparisonNames = ["gt", "ge", "lt", "le", "eq", "ne"] as const;
export type ComparisonName = (typeof comparisonNames)[number];
/** y has a byte for each element, 0 or 1. */
type ComparisonKernels = Readonly<
  Record<ComparisonName, BinaryKernel> & Record<`${ComparisonName}Scalar`, ScalarKernel>
>;

/** Conditions have a byte for each element. */
interface ChoiceKernels {
  /** a where the condition is not 0, else b */
  where(condition: number, a: number, b: number, y: number, n: number): void;
  /** a where the condition is not 0, else s */
  keepWhere(condition: number, a: number, s: number, y: number, n: number): void;
  /** s where the condition is not 0, else a */
  fillWhere(condition: number, a: number, s: number, y: number, n: number): void;
  /** The gradient that max(a, b) sends to a: g where a > b or either is NaN, g/2 where they are equal, else 0. */
  aboveGrad(g: number, a: number, b: number, out: number, n: number): void;
  /** min(max(x, low), high); NaN stays NaN. */
  clamp(x: number, y: number, n: number, low: number, high: number): void;
  /** g where low ≤ x ≤ high, else 0 */
  clampGrad(g: number, x: number, out: number, n: number, low: number, high: number): void;
}

/** NaN for numbers beyond ±1e6. Gives 1 if there was such a finite number, whose result has to be found otherwise, else 0. */
export type TurnKernel = (x: number, y: number, n: number) => number;

interface TurnKernels {
  readonly sin: TurnKernel;
  readonly cos: TurnKernel;
}

/** Of each row of [rows, cols]. Formulas in simd/softmax.ts. */
interface SoftmaxKernels {
  readonly softmaxRows: FoldKernel;
  /** y may not be x. */
  readonly logSoftmaxRows: FoldKernel;
  /** y is softmax's result; out may be g. */
  softmaxGradRows(g: number, y: number, out: number, rows: number, cols: number): void;
  /** y is log_softmax's result; out may be g. */
  logSoftmaxGradRows(g: number, y: number, out: number, rows: number, cols: number): void;
}

/** Strides count elements. */
interface MovementKernels {
  /** [rows, cols] into rows that begin rowStride apart. */
  copyRows(x: number, out: number, rows: number, cols: number, rowStride: number): void;
  /** out[s rowStride + i aCols + j] = d[s, i] a[s, j] */
  outerRows(d: number, a: number, out: number, samples: number, dCols: number, aCols: number, rowStride: number): void;
}

interface ReductionKernels {
  /** In float64, as all sums; the order is in simd/reduce.ts. */
  sum(x: number, n: number): number;
  dot(a: number, b: number, n: number): number;
  readonly sumRows: FoldKernel;
  readonly sumColumns: FoldKernel;
  /** NaN wins; -inf of no elements; a zero is +0. */
  maximumOf(x: number, n: number): number;
  minimumOf(x: number, n: number): number;
  readonly maxRows: FoldKernel;
  readonly minRows: FoldKernel;
}

interface ProductKernels {
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

/** In float64, pointers aligned to 8. Formulas in simd/gramian.ts and simd/cone.ts; room has as many bytes as the function before says. */
interface GradientSpaceKernels {
  gramianScratch(n: number, inputs: number, outputs: number): number;
  /**
   * Adds (a aᵀ + bias) ∘ (d dᵀ) to out, for a [n, inputs] and d [n, outputs] in float32: rows from `first` to `end`, which count in fours, each with n
   * numbers rounded up to fours, of which those beyond the diagonal mean nothing.
   */
  layerGramian(
    a: number,
    inputs: number,
    d: number,
    outputs: number,
    bias: number,
    out: number,
    n: number,
    first: number,
    end: number,
    room: number,
  ): void;
  projectionScratch(m: number, rank: number): number;
  /** Adds to sums [m] the multipliers of `count` projections of listed (int32) rows. L is [m, rank], m in eights and rank even. */
  projectRows(
    rows: number,
    m: number,
    rank: number,
    list: number,
    count: number,
    ridge: number,
    sums: number,
    room: number,
  ): void;
}

/** One step of an optimiser over a contiguous block. Formulas in simd/optimisers.ts. */
interface OptimiserKernels {
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
  /** Adam with the largest v so far in the root. */
  amsgrad(
    p: number,
    g: number,
    m: number,
    v: number,
    largest: number,
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
  nadam(
    p: number,
    g: number,
    m: number,
    v: number,
    n: number,
    beta1: number,
    oneMinusBeta1: number,
    beta2: number,
    oneMinusBeta2: number,
    ofGradient: number,
    ofMoment: number,
    correction2: number,
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
    ComparisonKernels,
    ChoiceKernels,
    TurnKernels,
    SoftmaxKernels,
    MovementKernels,
    ReductionKernels,
    ProductKernels,
    GradientSpaceKernels,
    OptimiserKernels {
  /** Where the constants end that the module put at the beginning of the memory: at most RESERVED_BYTES. */
  reservedBytes(): number;
}
