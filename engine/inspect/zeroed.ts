/** @file Where a gradient becomes zero on its way back. */
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { tensorFacts } from "./facts.ts";
import type { Origin } from "./origins.ts";

export interface Zeroed {
  readonly op: string;
  readonly probe: number | null;
  /** Elements whose gradient it took, of so many. */
  readonly count: number;
  readonly of: number;
  /** What it was given. */
  readonly low: number | null;
  readonly high: number | null;
  /** A softmax over one element is 1 whatever it is given; less its mean over a dim of size 1, everything is 0. */
  readonly isSingle: boolean;
  /** Where what it was multiplied with was made; null where that is not what took it. */
  readonly from: number | null;
}

/** null where something comes through, or nothing came. */
export function zeroedBy(
  op: string,
  origin: Origin,
  upstream: Tensor,
  gradients: readonly (Tensor | null)[],
): Zeroed | null {
  const wanted = gradients.filter((gradient) => gradient !== null);
  if (wanted.length === 0 || !wanted.every(isZero) || isZero(upstream)) return null;
  const given = origin.inputs.find(({ reaches, tensor }) => reaches && tensor !== null)?.tensor ?? null;
  const facts = given === null ? null : tensorFacts(given);
  const single = singleIn(origin);
  if (single !== null) {
    const size = single.tensor === null ? 0 : toContiguousData(single.tensor).length;
    const op = single.op ?? "softmax";
    return { op, probe: single.probe, count: size, of: size, low: null, high: null, isSingle: true, from: null };
  }
  let count = 0;
  const data = toContiguousData(upstream);
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) count++;
  return {
    op,
    probe: origin.probe,
    count,
    of: data.length,
    low: facts?.min ?? null,
    high: facts?.max ?? null,
    isSingle: false,
    from: op === "mul" ? nothingIn(origin.inputs.find(({ tensor }) => tensor !== null && tensor !== given)) : null,
  };
}

/** Where a factor of 0 was made, before whatever was done to its zeros. */
function nothingIn(factor: Origin | undefined): number | null {
  let at = factor;
  for (let before = at; before !== undefined; ) {
    at = before;
    before = at.inputs.find(({ op, tensor }) => op !== null && tensor !== null && isZero(tensor));
  }
  return at?.probe ?? null;
}

/** Softmax over one element, of which all of this is made: whatever takes the gradient behind it, there was none to have. */
function singleIn(origin: Origin): Origin | null {
  for (let at: Origin | undefined = origin; at !== undefined; at = at.inputs.find(({ reaches }) => reaches)) {
    if (isSingle(at)) return at;
    if (at.inputs.filter(({ reaches }) => reaches).length !== 1) return null;
  }
  return null;
}

function isSingle({ op, tensor }: Origin): boolean {
  if (tensor === null || (op !== "softmax" && op !== "log_softmax")) return false;
  const alone = op === "softmax" ? 1 : 0;
  return toContiguousData(tensor).every((value) => value === alone);
}

/** More are a loop's. */
const MOST = 1000;

/** Where no op takes the gradient, two of them may that cancel each other: what is subtracted from itself. */
export function cancelledIn(root: Origin): Zeroed | null {
  const open = [root];
  const seen = new Set<Origin>();
  for (let at = open.shift(); at !== undefined && seen.size < MOST; at = open.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const { op, tensor, inputs, probe } = at;
    const both = inputs.filter(({ reaches }) => reaches);
    if (op === "sub" && tensor !== null && both.length === 2 && isZero(tensor)) {
      const of = toContiguousData(tensor).length;
      const isSingle = both.some((each) => each.op === "mean" && each.inputs[0]?.tensor?.shape.includes(1) === true);
      return { op, probe, count: of, of, low: 0, high: 0, isSingle, from: null };
    }
    open.push(...both);
  }
  return null;
}

function isZero(tensor: Tensor): boolean {
  const data = toContiguousData(tensor);
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) return false;
  return true;
}
