/** @file What a run would do with a loss after its first batch: other sizes, one row, and its first steps. For whoever tries that before. */
import type { Dataset } from "../data/dataset.ts";
import type { Evaluation } from "../inspect/evaluate.ts";
import { type Later, type Trial, trialsOf } from "../inspect/trials.ts";
import type { Entry } from "../language/program.ts";
import type { VectorHandling } from "../vector/handling.ts";
import { laterBatches, rowOfFirst } from "./batches.ts";
import type { Experiment } from "./experiment.ts";
import { lostStepOf } from "./lost-step.ts";
import { Run } from "./run.ts";

/** Enough for what runs away at the beginning, as most that does. */
const STEPS = 30;
/** Milliseconds: what is slow takes fewer. */
const BUDGET = 60;

export function laterOf(
  experiment: Experiment,
  dataset: Dataset,
  entry: Entry,
  handling: VectorHandling,
): (evaluation: Evaluation) => readonly Trial[] {
  const later: Later = {
    batches: () => laterBatches(experiment, dataset, entry),
    oneRow: () => rowOfFirst(experiment, dataset, entry),
    run: (makeLoss, onForward, evaluation) => {
      const run = new Run({ experiment, dataset, entry, handling, makeLoss, onForward });
      const { now } = evaluation.runtime;
      const startedAt = now();
      try {
        for (let i = 0; i < STEPS && !run.isDone && now() - startedAt < BUDGET; i++) run.takeStep();
        return null;
      } catch (error) {
        const lost = lostStepOf(run, evaluation);
        if (lost === null) throw error;
        return lost;
      } finally {
        run.dispose();
      }
    },
  };
  return (evaluation) => trialsOf(evaluation, later);
}
