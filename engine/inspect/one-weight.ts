/** @file Weights of samples that multiply one number: what was meant to be weighed was reduced over the batch before. */
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Origin } from "./origins.ts";

export interface OneWeight {
  readonly probe: number | null;
  /** Where the batch was reduced, by which op. */
  readonly from: number | null;
  readonly op: string;
  readonly weights: readonly number[];
  readonly value: readonly number[];
}

/** What passes each element on, or adds elements up. */
const linear: ReadonlySet<string> = new Set([
  "mean",
  "sum",
  "add",
  "sub",
  "neg",
  "div",
  "mul",
  "reshape",
  "view",
  "squeeze",
  "unsqueeze",
  "clone",
  "to",
  "cat",
  "stack",
]);
const reductions: ReadonlySet<string> = new Set(["mean", "sum", "norm", "amax", "max", "median", "std", "var"]);
/** A loop's steps are not all looked at. */
const MOST = 500;

/** On the way from a result, through sums only: the first such product. */
export function oneWeight(root: Origin | undefined, rows: number): OneWeight | null {
  if (root === undefined || rows < 2) return null;
  const open: Origin[] = [root];
  for (let steps = 0; open.length > 0 && steps < MOST; steps++) {
    const origin = open.shift();
    if (origin?.op == null || !linear.has(origin.op)) continue;
    const found = origin.op === "mul" ? productIn(origin, rows) : null;
    if (found !== null) return found;
    open.push(...origin.inputs.filter(({ reaches }) => reaches));
  }
  return null;
}

function productIn({ inputs, probe }: Origin, rows: number): OneWeight | null {
  if (inputs.length !== 2) return null;
  const [value, weights] = inputs[0].reaches ? inputs : [inputs[1], inputs[0]];
  if (weights.depends || weights.isOnTape || weights.tensor === null || value.tensor === null) return null;
  if (weights.tensor.shape[0] !== rows || !isVaried(weights) || value.tensor.shape[0] === rows) return null;
  const reduced = reductionOf(value, rows);
  if (reduced === null) return null;
  return {
    probe,
    from: reduced.probe,
    op: reduced.op ?? "",
    weights: [...weights.tensor.shape],
    value: [...value.tensor.shape],
  };
}

/** The reduction that took the rows away, through whatever was done to what it left. */
function reductionOf(value: Origin, rows: number): Origin | null {
  const open = [value];
  for (let steps = 0; open.length > 0 && steps < MOST; steps++) {
    const origin = open.shift();
    if (origin === undefined || !origin.reaches) continue;
    const [input] = origin.inputs;
    if (origin.op !== null && reductions.has(origin.op) && input?.tensor?.shape[0] === rows) return origin;
    if (origin.tensor !== null && origin.tensor.shape[0] === rows) continue;
    open.push(...origin.inputs);
  }
  return null;
}

function isVaried({ tensor }: Origin): boolean {
  if (tensor === null || numelOf(tensor.shape) < 2) return false;
  const data = toContiguousData(tensor);
  for (let i = 1; i < data.length; i++) if (data[i] !== data[0]) return true;
  return false;
}
