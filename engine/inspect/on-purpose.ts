/** @file Whether two operands were given shapes that expand each other by whoever wrote them: every row with every other. */
import type { Program } from "../language/program.ts";
import type { Origin } from "./origins.ts";

/** They put a dim in, or move one. */
const shaping: ReadonlySet<string> = new Set([
  "unsqueeze",
  "getitem",
  "view",
  "reshape",
  "t",
  "T",
  "mT",
  "adjoint",
  "transpose",
  "swapaxes",
  "swapdims",
  "permute",
  "movedim",
  "moveaxis",
]);
/** They leave what is in a tensor as it is. */
const passing: ReadonlySet<string> = new Set(["to", "detach", "contiguous", "clone", "float", "double", "long"]);

/** A slice of a tensor puts no dim in. */
const isShaped = ({ op, tensor, inputs: [from] }: Origin): boolean =>
  op !== null &&
  shaping.has(op) &&
  (op !== "getitem" || (tensor?.shape.length ?? 0) > (from?.tensor?.shape.length ?? 0));

function sourceOf(origin: Origin): Origin {
  let at = origin;
  while (isShaped(at) || (at.op !== null && passing.has(at.op))) {
    const [from] = at.inputs;
    if (from === undefined) break;
    at = from;
  }
  return at;
}

/**
 * `x[:, None] - x[None, :]`, `d + d.T`: both are made of one tensor, and one of them was shaped. `a.unsqueeze(1) - b.unsqueeze(0)`: both were
 * shaped within the very expression, to as many dims. `p - t.unsqueeze(0)` may be a slip: one alone says nothing.
 */
export function isOnPurpose(left: Origin, right: Origin, probe: number | null, { probes }: Program): boolean {
  const [leftSource, rightSource] = [sourceOf(left), sourceOf(right)];
  const isOne = leftSource.tensor !== null && leftSource.tensor === rightSource.tensor;
  if (isOne) return isShaped(left) || isShaped(right) || leftSource !== left || rightSource !== right;
  const place = probe === null ? undefined : probes[probe];
  const isWithin = (origin: Origin): boolean => {
    const made = origin.probe === null ? undefined : probes[origin.probe];
    return place !== undefined && made !== undefined && made.start >= place.start && made.end <= place.end;
  };
  const isByHand = (origin: Origin): boolean => isShaped(origin) && isWithin(origin);
  return isByHand(left) && isByHand(right) && left.tensor?.shape.length === right.tensor?.shape.length;
}
