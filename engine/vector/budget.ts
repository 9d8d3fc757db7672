/** @file How much one step may cost: a page that computes for longer seems to hang, and memory ends. */
import { EngineError } from "../tensor/errors.ts";

/** Multiplications: a few seconds. */
const MOST_WORK = 4e9;

/** Numbers of one matrix: 256 MB of float64. */
const MOST_NUMBERS = 2 ** 25;

/** Throws where `m` components ask for a matrix of m rows that memory may not have, before it is made. */
export function refuseBeyondMemory(m: number, columns: number): void {
  if (m * columns <= MOST_NUMBERS) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "too-many-components",
    op: "backward",
    message: `the gradients of ${m} components are ${m} × ${columns} numbers at once, got more than ${MOST_NUMBERS}`,
    hint: "Take a smaller batch, reduce part of the loss (each sample's mean, say), or take its mean.",
  });
}

/** Throws where `m` components whose gradients span many dimensions ask for more. */
export function refuseBeyondBudget(op: string, m: number, work: number): void {
  if (work <= MOST_WORK) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "too-many-components",
    op,
    message: `${op}: ${m} components whose gradients have this little in common take too long`,
    hint: "Take a smaller batch, reduce part of the loss, or choose an aggregator that looks at it once: MGDA, Mean.",
  });
}
