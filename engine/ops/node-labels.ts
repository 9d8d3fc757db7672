/** @file How PyTorch calls what these ops leave on the tape, by their arguments. */
import { isFloating } from "../tensor/dtype.ts";
import { Tensor } from "../tensor/tensor.ts";

/** A name, or what makes one of an op's bound arguments; null leaves the op's own. */
export type Labeller = string | ((args: readonly unknown[]) => string | null);

/** The dim is the second argument. */
const withDim =
  (name: string): Labeller =>
  (args) =>
    args[1] === null ? null : `${name}Backward1`;
const withoutDim =
  (name: string): Labeller =>
  (args) =>
    args[1] === null ? `${name}Backward1` : typeof args[1] === "number" ? `${name}Backward0` : null;

/** Class indices as targets, or probabilities. */
const classes: Labeller = ([input, target, , , reduction, smoothing]) => {
  if (!Tensor.isTensor(target) || !Tensor.isTensor(input)) return null;
  if (isFloating(target.dtype)) return reduction === "mean" ? "DivBackward1" : "NegBackward0";
  if (smoothing !== undefined && smoothing !== 0) return null;
  return input.shape.length > 2 ? "NllLoss2DBackward0" : "NllLossBackward0";
};

const rankOf = (value: unknown): number => (Tensor.isTensor(value) ? value.shape.length : 0);

/** x @ y is another op for each pair of ranks. */
export function matmulLabel(a: unknown, b: unknown): string {
  const [left, right] = [rankOf(a), rankOf(b)];
  if (left === 1 && right === 1) return "DotBackward0";
  if (left === 2 && right === 1) return "MvBackward0";
  if (left === 2 && right === 2) return "MmBackward0";
  return left === 1 && right === 2 ? "SqueezeBackward3" : "UnsafeViewBackward0";
}

/** x W + b. */
export function linearLabel(input: Tensor, hasBias: boolean): string {
  const rank = input.shape.length;
  if (rank === 2) return hasBias ? "AddmmBackward0" : "MmBackward0";
  if (rank === 1) return hasBias ? "AddBackward0" : "SqueezeBackward3";
  return hasBias ? "ViewBackward0" : "UnsafeViewBackward0";
}

const powLabel: Labeller = ([base, exponent]) =>
  Tensor.isTensor(exponent) ? (Tensor.isTensor(base) ? "PowBackward1" : "PowBackward2") : "PowBackward0";

const reshaped: Labeller = ([x]) =>
  Tensor.isTensor(x) && x.isContiguous ? "ReshapeAliasBackward0" : "UnsafeViewBackward0";

/** Summed letters make a sum of one operand, a product of matrices of two. */
const einsumLabel: Labeller = ([equation, operands]) => {
  if (typeof equation !== "string") return null;
  const [inputs, output] = equation.replaceAll(" ", "").split("->");
  const letters = [...new Set(inputs.replaceAll(",", ""))];
  const isSummed = output !== undefined && letters.some((letter) => !output.includes(letter));
  if (Array.isArray(operands) && operands.length === 1) return isSummed ? "SumBackward1" : "PermuteBackward0";
  return isSummed || output === undefined ? "ViewBackward0" : "MulBackward0";
};

const bounded: Labeller = ([, ...bounds]) =>
  bounds.some((bound) => Tensor.isTensor(bound)) ? "ClampBackward0" : "ClampBackward1";

/** A slice that takes everything is no op where there are other indices. */
const isWhole = (index: object): boolean => {
  const { start = null, stop = null, step = null } = index as Readonly<Record<string, unknown>>;
  return (start === null || start === 0) && stop === null && (step === null || step === 1);
};

const isOne = (index: Tensor): boolean => index.shape.length === 0 && index.dtype !== "bool";

/** x[…]: the last op that the indices come to. */
export function indexLabel(indices: readonly unknown[]): string {
  let last: string | null = null;
  let hasSlice = false;
  for (let i = indices.length - 1; i >= 0; i--) {
    const index = indices[i];
    if (typeof index === "number") last ??= "SelectBackward0";
    else if (index === null) last ??= "UnsqueezeBackward0";
    else if (Tensor.isTensor(index)) {
      if (!isOne(index)) return "IndexBackward0";
      last ??= "SelectBackward0";
    } else if (Array.isArray(index) || typeof index === "boolean") return "IndexBackward0";
    else if (typeof index === "object") {
      hasSlice = true;
      if (indices.length === 1 || !isWhole(index)) last ??= "SliceBackward0";
    }
  }
  return last ?? (hasSlice ? "SliceBackward0" : "AliasBackward0");
}

export const labellers: Readonly<Record<string, Labeller>> = {
  mse_loss: "MseLossBackward0",
  huber_loss: "HuberLossBackward0",
  smooth_l1_loss: "SmoothL1LossBackward0",
  soft_margin_loss: "SoftMarginLossBackward0",
  multi_margin_loss: "MultiMarginLossBackward0",
  multilabel_margin_loss: "MultilabelMarginLossBackward0",
  binary_cross_entropy: "BinaryCrossEntropyBackward0",
  binary_cross_entropy_with_logits: "BinaryCrossEntropyWithLogitsBackward0",
  nll_loss: classes,
  cross_entropy: classes,
  dot: "DotBackward0",
  mean: withDim("Mean"),
  sum: withDim("Sum"),
  prod: withDim("Prod"),
  max: withoutDim("Max"),
  min: withoutDim("Min"),
  median: ([, dim]) => (dim === null ? "MedianBackward0" : "MedianBackward1"),
  kthvalue: "KthvalueBackward0",
  mode: "ModeBackward0",
  sort: "SortBackward0",
  topk: "TopkBackward0",
  logsumexp: "LogsumexpBackward0",
  softmax: "SoftmaxBackward0",
  softmin: "SoftmaxBackward0",
  log_softmax: "LogSoftmaxBackward0",
  norm: ([, p]) => (p === "nuc" ? null : "NormBackward1"),
  pairwise_distance: "NormBackward1",
  cosine_similarity: "SumBackward1",
  cdist: "CdistBackward0",
  dist: "DistBackward0",
  t: "TBackward0",
  transpose: "TransposeBackward0",
  swapaxes: "TransposeBackward0",
  swapdims: "TransposeBackward0",
  reshape: reshaped,
  reshape_as: reshaped,
  flatten: reshaped,
  ravel: "ViewBackward0",
  unflatten: "ViewBackward0",
  squeeze: ([, dim]) => (dim === null || dim === undefined ? "SqueezeBackward0" : "SqueezeBackward1"),
  stack: "StackBackward0",
  unbind: "UnbindBackward0",
  chunk: "SplitBackward0",
  split: ([, sizes]) => (typeof sizes === "number" ? "SplitBackward0" : "SplitWithSizesBackward0"),
  matmul: ([a, b]) => matmulLabel(a, b),
  mm: "MmBackward0",
  bmm: "BmmBackward0",
  mv: "MvBackward0",
  inner: "ReshapeAliasBackward0",
  tensordot: "ReshapeAliasBackward0",
  einsum: einsumLabel,
  linear: ([input, , bias]) =>
    Tensor.isTensor(input) ? linearLabel(input, bias !== null && bias !== undefined) : null,
  addmm: "AddmmBackward0",
  addmv: "AddmvBackward0",
  baddbmm: "BaddbmmBackward0",
  clamp: bounded,
  clip: bounded,
  clamp_min: "ClampMinBackward0",
  clamp_max: "ClampMaxBackward0",
  gelu: "GeluBackward0",
  glu: "GluBackward0",
  prelu: "PreluBackward0",
  relu6: "HardtanhBackward0",
  selu: "EluBackward0",
  tanhshrink: "SubBackward0",
  logsigmoid: "LogSigmoidBackward0",
  pow: powLabel,
  square: "PowBackward0",
  lerp: "LerpBackward0",
  addcmul: "AddcmulBackward0",
  addcdiv: "AddcdivBackward0",
  masked_fill: "MaskedFillBackward0",
  masked_select: "MaskedSelectBackward0",
  roll: "RollBackward0",
  diag: "DiagBackward0",
  diff: "SubBackward0",
  pad: "ConstantPadNdBackward0",
  layer_norm: "NativeLayerNormBackward0",
  var_mean: "VarMeanBackward0",
  std_mean: "StdMeanBackward0",
  scatter: ([, , , source]) => (Tensor.isTensor(source) ? "ScatterBackward0" : "ScatterBackward1"),
  scatter_add: "ScatterAddBackward0",
  index_add: "IndexAddBackward0",
  index_fill: "IndexFillBackward0",
  narrow: "SliceBackward0",
  select: "SelectBackward0",
  logcumsumexp: "LogcumsumexpBackward0",
  nansum: "NansumBackward0",
  cov: "SqueezeBackward0",
  corrcoef: "ClampBackward1",
  kron: "UnsafeViewBackward0",
  block_diag: "BlockDiagBackward0",
  polygamma: "PolygammaBackward0",
  mvlgamma: "MvlgammaBackward0",
  special_multigammaln: "MvlgammaBackward0",
  scatter_reduce: "ScatterReduceBackward0",
  index_copy: "IndexCopyBackward0",
  trapezoid: ([, x]) => (x === null || x === undefined ? "MulBackward1" : "DivBackward1"),
  trapz: ([, x]) => (x === null || x === undefined ? "MulBackward1" : "DivBackward1"),
  rsub: "RsubBackward1",
  conv2d: "ConvolutionBackward0",
  avg_pool2d: "AvgPool2DBackward0",
  max_pool2d: "MaxPool2DWithIndicesBackward0",
  unfold: "UnfoldBackward0",
};
