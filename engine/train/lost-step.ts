/** @file Looks at the step at which a run was lost: the loss is called once more, as it was there, expression by expression. */
import { type Evaluation, evaluate } from "../inspect/evaluate.ts";
import { defaultGenerator } from "../random/generator.ts";
import { withoutScope } from "../tensor/memory.ts";
import type { LostStep } from "./progress.ts";
import type { Run } from "./run.ts";

/** null where the run is not lost. What the loss keeps between steps, apart from its parameters, begins anew. */
export function lostStepOf(run: Run, evaluation: Omit<Evaluation, "batch">): LostStep | null {
  const { lost } = run;
  if (lost === null) return null;
  return defaultGenerator.aside(() =>
    withoutScope(() => {
      const found = run.lostBatch();
      if (found === null) return null;
      const { batch, learned, samples } = found;
      const report = evaluate({ ...evaluation, batch: () => batch, learned });
      return { step: lost.step, samples: Array.from(samples), report };
    }),
  );
}
