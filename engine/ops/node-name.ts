/** @file The name PyTorch gives to what an op leaves on the tape: `mul` is MulBackward0. */
import { isFloating } from "../tensor/dtype.ts";
import { Tensor } from "../tensor/tensor.ts";

const special: Readonly<Record<string, string>> = {
  matmul: "Mm",
  where: "Where",
  amax: "Amax",
  log_softmax: "LogSoftmax",
  index: "Index",
  getitem: "Select",
  log1p: "Log1P",
};

/** What functions leave that are one op in PyTorch and several here, or go by another name with these arguments. */
const labels = new WeakMap<object, string>();

export function nodeName(node: { readonly op: string }): string {
  const label = labels.get(node);
  if (label !== undefined) return label;
  const camel = special[node.op] ?? node.op.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}Backward0`;
}

export function label(result: unknown, name: string): void {
  if (Tensor.isTensor(result) && result.node !== null) labels.set(result.node, name);
}

type Labeller = (args: readonly unknown[]) => string | null;

const always = (name: string): Labeller => {
  const full = `${name}Backward0`;
  return () => full;
};
/** By its arguments, bound to parameters: the dim is the second. */
const withDim =
  (name: string): Labeller =>
  (args) =>
    args[1] === null ? null : `${name}Backward1`;
const withoutDim =
  (name: string): Labeller =>
  (args) =>
    args[1] === null ? `${name}Backward1` : null;

/** Class indices as targets, nothing smoothed. */
const classes: Labeller = ([input, target, , , , smoothing]) => {
  const isPlain = Tensor.isTensor(target) && !isFloating(target.dtype) && (smoothing === undefined || smoothing === 0);
  if (!isPlain || !Tensor.isTensor(input)) return null;
  return input.shape.length > 2 ? "NllLoss2DBackward0" : "NllLossBackward0";
};

const labellers: Readonly<Record<string, Labeller>> = {
  mse_loss: always("MseLoss"),
  huber_loss: always("HuberLoss"),
  smooth_l1_loss: always("SmoothL1Loss"),
  soft_margin_loss: always("SoftMarginLoss"),
  binary_cross_entropy: always("BinaryCrossEntropy"),
  binary_cross_entropy_with_logits: always("BinaryCrossEntropyWithLogits"),
  nll_loss: classes,
  cross_entropy: classes,
  dot: always("Dot"),
  mean: withDim("Mean"),
  sum: withDim("Sum"),
  max: withoutDim("Max"),
  min: withoutDim("Min"),
};

/** How the results of an op are labelled; null for most. */
export const labellerOf = (op: string): Labeller | null => labellers[op] ?? null;
