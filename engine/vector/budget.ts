/** @file How much arithmetic one step may cost: a page that computes for longer seems to hang. */
import { EngineError } from "../tensor/errors.ts";

/** Multiplications: a few seconds. */
const MOST_WORK = 4e9;

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
