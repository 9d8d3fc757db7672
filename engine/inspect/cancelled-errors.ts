/** @file Errors of opposite sign that cancel: the difference is averaged over the rows first, and made positive only then. */
import type { Origin } from "./origins.ts";

export interface CancelledErrors {
  /** What makes it positive. */
  readonly probe: number | null;
  readonly op: string;
  /** Where the rows were added up before. */
  readonly from: number | null;
}

const even: ReadonlySet<string> = new Set(["abs", "square", "pow", "norm", "linalg_norm", "vector_norm"]);
const reducing: ReadonlySet<string> = new Set(["mean", "sum"]);
/** They leave one number what it is, or turn it about. */
const scaling: ReadonlySet<string> = new Set(["mul", "div", "neg", "view", "reshape", "squeeze", "sqrt"]);

/** Where that is all of the loss: as one term among others it may well be meant. */
export function cancelledErrors(root: Origin | undefined, rows: number): CancelledErrors | null {
  let at = root;
  while (at !== undefined && at.op !== null && (scaling.has(at.op) || reducing.has(at.op))) at = onlyReaching(at);
  if (at === undefined || at.op === null || !even.has(at.op)) return null;
  const { op, probe } = at;
  let inner = onlyReaching(at);
  while (inner !== undefined && inner.op !== null && scaling.has(inner.op)) inner = onlyReaching(inner);
  if (inner?.op == null || !reducing.has(inner.op)) return null;
  const errors = onlyReaching(inner);
  const isOverRows = errors?.tensor?.shape[0] === rows && rows > 1 && inner.tensor?.shape[0] !== rows;
  return isOverRows && isDifference(errors) ? { probe, op, from: inner.probe } : null;
}

/** Of predictions as they are and something that is none of them. */
function isDifference(origin: Origin): boolean {
  let at: Origin | undefined = origin;
  while (at?.op != null && (at.op === "neg" || at.op === "mul" || at.op === "div")) at = onlyReaching(at);
  if (at?.op !== "sub" || at.inputs.length !== 2) return false;
  const own = onlyReaching(at);
  return own?.inputs.every(({ op }) => op === null) === true;
}

/** undefined where several inputs are made of the predictions, or none. */
function onlyReaching({ inputs }: Origin): Origin | undefined {
  const [first, ...others] = inputs.filter(({ reaches }) => reaches);
  return others.length > 0 ? undefined : first;
}
