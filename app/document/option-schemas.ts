/** @file Optimisers and schedulers as documents hold them: schemas made of the registries' records. */
import * as v from "valibot";
import {
  isOptimizerSpec,
  type OptimizerSpec,
  optimizerNames,
  optimizerOf,
  tidyOptimizer,
} from "../../engine/optim/optimizers/index.ts";
import type { Option } from "../../engine/optim/option.ts";
import {
  isSchedulerSpec,
  type SchedulerSpec,
  schedulerNames,
  schedulerOf,
  tidyScheduler,
} from "../../engine/optim/schedulers/index.ts";
import { between, integer } from "./number-schemas.ts";

function valueFor(option: Option): v.GenericSchema {
  switch (option.kind) {
    case "number":
      return option.isInteger === true ? integer(option) : between(option);
    case "flag":
      return v.boolean();
    case "betas": {
      const beta = between({ min: 0, max: option.max });
      return v.tuple([beta, beta]);
    }
    case "choice":
      return v.picklist(option.choices);
  }
}

const named = (name: string, options: readonly Option[]) =>
  v.object({
    name: v.literal(name),
    ...Object.fromEntries(options.map((option) => [option.name, v.optional(valueFor(option))])),
  });

/** An option that has PyTorch's default is left out, so that equal optimisers are equal texts. */
export const optimizerSchema = v.pipe(
  v.variant(
    "name",
    optimizerNames.map((name) => named(name, optimizerOf(name).options)),
  ),
  v.transform(tidyOptimizer),
  v.custom<OptimizerSpec>(isOptimizerSpec),
);

export const schedulerSchema = v.pipe(
  v.variant(
    "name",
    schedulerNames.map((name) => named(name, schedulerOf(name).options)),
  ),
  v.transform(tidyScheduler),
  v.custom<SchedulerSpec>(isSchedulerSpec),
);
