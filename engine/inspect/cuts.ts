/** @file Every way in which a value leaves the tape: one table, by what the op is called, from which causes, words and fixes derive. The page reads it: it may name ops and import none. */
import type { OpKey } from "../ops/registry.ts";

/**
 * - `severed`: the same value could have come with its gradient; whoever takes the cut away has it back.
 * - `copied`: numbers are copied into a new tensor.
 * - `truth`, `index`, `count`, `whole`: the answer moves in steps, so there is no slope to pass on.
 * - `form`: only shape and dtype are taken over, no value.
 */
export type CutKind = "severed" | "copied" | "truth" | "index" | "count" | "whole" | "form";

const ofOps: { readonly [Key in OpKey]?: CutKind } = {
  detach: "severed",
  item: "severed",
  tolist: "severed",
  tensor: "copied",
  as_tensor: "copied",
  new_tensor: "copied",
  gt: "truth",
  ge: "truth",
  lt: "truth",
  le: "truth",
  eq: "truth",
  ne: "truth",
  logical_and: "truth",
  logical_or: "truth",
  logical_xor: "truth",
  logical_not: "truth",
  isnan: "truth",
  isinf: "truth",
  isfinite: "truth",
  isclose: "truth",
  allclose: "truth",
  equal: "truth",
  isin: "truth",
  any: "truth",
  all: "truth",
  bitwise_and: "truth",
  bitwise_or: "truth",
  bitwise_xor: "truth",
  bitwise_not: "truth",
  bool: "truth",
  argmax: "index",
  argmin: "index",
  argsort: "index",
  bucketize: "index",
  searchsorted: "index",
  nonzero: "index",
  argwhere: "index",
  // Of these, the indices; their values are on the tape.
  sort: "index",
  topk: "index",
  max: "index",
  min: "index",
  median: "index",
  nanmedian: "index",
  kthvalue: "index",
  mode: "index",
  cummax: "index",
  cummin: "index",
  count_nonzero: "count",
  unique: "count",
  one_hot: "count",
  bincount: "count",
  imag: "form",
  histc: "count",
  linalgMatrixRank: "count",
  long: "whole",
  int: "whole",
  to: "whole",
  type: "whole",
  type_as: "whole",
  zeros_like: "form",
  ones_like: "form",
  empty_like: "form",
  full_like: "form",
  new_zeros: "form",
  new_ones: "form",
  new_empty: "form",
  new_full: "form",
};

/** What is no op of the registry. */
const others: ReadonlyMap<string, CutKind> = new Map<string, CutKind>([
  ["data", "severed"],
  ["no_grad", "severed"],
  ["grad", "severed"],
  ["number", "severed"],
  ["numpy", "copied"],
  // Other names of the same ops.
  ["greater", "truth"],
  ["greater_equal", "truth"],
  ["less", "truth"],
  ["less_equal", "truth"],
  ["not_equal", "truth"],
  ["linalg_matrix_rank", "count"],
]);

const byOp: ReadonlyMap<string, CutKind> = new Map([...Object.entries(ofOps), ...others]);

/** On the tape, with a slope of 0 everywhere. */
const flat: ReadonlySet<string> = new Set([
  "floor_divide",
  "sign",
  "sgn",
  "floor",
  "ceil",
  "trunc",
  "fix",
  "round",
  "heaviside",
]);

export const isFlat = (op: string): boolean => flat.has(op);

/** null for an op that passes its gradient on. */
export function cutKind(op: string): CutKind | null {
  return byOp.get(op) ?? null;
}

/** Even on a path that is cut elsewhere, no gradient comes through. */
export function isWall(op: string): boolean {
  const kind = cutKind(op);
  return op === "numpy" || (kind !== null && kind !== "severed" && kind !== "copied" && kind !== "form");
}
