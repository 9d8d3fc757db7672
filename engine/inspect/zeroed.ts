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
  /** A softmax over one element: it is 1 whatever it is given. */
  readonly isSingle: boolean;
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
    isSingle: isSingle(op, origin.tensor),
  };
}

function isSingle(op: string, output: Tensor | null): boolean {
  if (output === null || (op !== "softmax" && op !== "log_softmax")) return false;
  const alone = op === "softmax" ? 1 : 0;
  return toContiguousData(output).every((value) => value === alone);
}

function isZero(tensor: Tensor): boolean {
  const data = toContiguousData(tensor);
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) return false;
  return true;
}
