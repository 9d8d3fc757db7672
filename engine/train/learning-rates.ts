/** @file The lr of every step of an experiment, without running it. */
import { groupOf } from "../optim/optimizers/index.ts";
import { type ScheduledGroup, Scheduler } from "../optim/scheduler.ts";
import { scheduleOf } from "../optim/schedulers/index.ts";
import { EngineError } from "../tensor/errors.ts";
import type { Experiment } from "./experiment.ts";

export type Optimised = Pick<Experiment, "optimizer" | "lr" | "scheduler" | "steps">;

/** What sets the lr of a run's optimiser; null where it stays as it is. Throws what PyTorch refuses. */
export function schedulerFor(experiment: Optimised, group: ScheduledGroup): Scheduler | null {
  const { scheduler } = experiment;
  if (scheduler === null) return null;
  const schedule = scheduleOf(scheduler, experiment);
  return new Scheduler({ param_groups: [group] }, () => schedule);
}

export interface LearningRates {
  /** Of each step; as far as it goes where a step is refused. */
  readonly rates: Float64Array;
  /** Why an optimiser or its scheduler would not run, in words; null where they do. */
  readonly refusal: { readonly message: string; readonly hint: string } | null;
}

export function learningRates(experiment: Optimised): LearningRates {
  const rates = new Float64Array(experiment.steps).fill(Number.NaN);
  try {
    const { group } = groupOf(experiment.optimizer, experiment.lr);
    const scheduler = schedulerFor(experiment, group);
    if (scheduler === null) rates.fill(experiment.lr);
    else
      for (let step = 0; step < rates.length; step++) {
        rates[step] = group.lr;
        scheduler.step();
      }
    return { rates, refusal: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { rates, refusal: { message: error.message, hint: error.hint ?? "" } };
  }
}
