/** @file What a loss is given in the place of what it takes: probabilities where it takes logits, either where it takes their logarithms. */
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Origin } from "./origins.ts";
import type { givens } from "./reasons.ts";

export type Given = (typeof givens)[number];

export interface WrongLink {
  readonly probe: number | null;
  /** What takes it. */
  readonly op: string;
  readonly given: Given;
  /** Where that was made. */
  readonly from: number | null;
}

/** They leave what a number means. */
const passing: ReadonlySet<string> = new Set([
  "view",
  "reshape",
  "squeeze",
  "unsqueeze",
  "flatten",
  "transpose",
  "t",
  "T",
  "permute",
  "contiguous",
  "clone",
  "to",
  "float",
  "double",
  "clamp",
  "clamp_min",
  "clamp_max",
  "getitem",
]);

const normalising: ReadonlySet<string> = new Set(["softmax", "log_softmax", "cross_entropy"]);
const squashing: ReadonlySet<string> = new Set(["sigmoid", "logsigmoid", "binary_cross_entropy_with_logits"]);
const takesLogs: ReadonlySet<string> = new Set(["nll_loss", "kl_div"]);

/** Rounding, and label smoothing by hand, are less. */
const SLACK = 1e-2;

/** null where it is given what it takes, as far as can be told. */
export function wrongLink(
  op: string,
  input: Origin,
  probe: number | null,
  target: Origin | null = null,
): WrongLink | null {
  const source = sourceOf(input);
  const found = (given: Given): WrongLink => ({ probe, op, given, from: source.probe });
  if (!input.depends) {
    const isSwapped =
      op === "kl_div" && target?.depends === true && input.tensor !== null && hasBeyond(input.tensor, 0);
    return isSwapped ? found("probabilities") : null;
  }
  if (op === "binary_cross_entropy_with_logits" && target?.depends === false && target.tensor !== null)
    if (hasBeyond(target.tensor, 1) || hasBelow(target.tensor, 0)) return found("numbers");
  if (normalising.has(op) && source.op === "softmax") return isOne(source.tensor) ? null : found("softmax");
  if (op === "cross_entropy" && source.op === "sigmoid") return found("sigmoid");
  if (squashing.has(op) && source.op === "sigmoid") return found("sigmoid");
  if (!takesLogs.has(op) || input.tensor === null) return null;
  if (source.op === "softmax" || source.op === "sigmoid") return found(source.op);
  return op === "nll_loss" && !areLogs(input.tensor) ? found("logits") : null;
}

const hasBeyond = (tensor: Tensor, bound: number): boolean =>
  toContiguousData(tensor).some((value) => Number(value) > bound + SLACK);
const hasBelow = (tensor: Tensor, bound: number): boolean =>
  toContiguousData(tensor).some((value) => Number(value) < bound - SLACK);

function sourceOf(origin: Origin): Origin {
  let at = origin;
  while (at.op !== null && passing.has(at.op)) {
    const [before] = at.inputs;
    if (before === undefined) break;
    at = before;
  }
  return at;
}

/** A softmax over a dim of size 1 has a finding of its own. */
const isOne = (tensor: Tensor | null): boolean => tensor !== null && toContiguousData(tensor).every((p) => p === 1);

/** Logarithms of probabilities are not above 0, and what they are logarithms of adds up to 1 over the classes. */
function areLogs(tensor: Tensor): boolean {
  const data = toContiguousData(tensor);
  const { shape } = tensor;
  if (shape.length !== 2) return data.every((value) => !(value > SLACK));
  const [rows, classes] = shape;
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(Number(data[row * classes + k]));
    // Less than 1 is a batch's softmax, or what was clamped; either is no logit.
    if (sum > 1 + SLACK) return false;
  }
  return true;
}

export interface BatchSoftmax {
  readonly probe: number | null;
  readonly op: string;
  readonly rows: number;
  readonly classes: number;
}

/** A softmax of [rows, classes] whose columns add up to 1 instead of its rows. As many classes as rows may be pairs. */
export function batchSoftmax(op: string, output: Tensor, rows: number, probe: number | null): BatchSoftmax | null {
  if ((op !== "softmax" && op !== "log_softmax") || output.shape.length !== 2) return null;
  const [height, classes] = output.shape;
  if (height !== rows || classes < 2 || classes === height || numelOf(output.shape) === 0) return null;
  const data = toContiguousData(output);
  const share = (i: number): number => (op === "softmax" ? Number(data[i]) : Math.exp(Number(data[i])));
  const addsUp = (from: number, step: number, count: number): boolean => {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += share(from + k * step);
    return Math.abs(sum - 1) < SLACK;
  };
  const isByColumn = addsUp(0, classes, height) && addsUp(1, classes, height);
  const isByRow = addsUp(0, 1, classes) && addsUp(classes, 1, classes);
  return isByColumn && !isByRow ? { probe, op, rows, classes } : null;
}
