/** @file An experiment's optimiser and scheduler in PyTorch's own classes. */

import { optimizerOf } from "../../engine/optim/optimizers/index.ts";
import type { OptionValue } from "../../engine/optim/option.ts";
import { defaultOf, isAllowed, type Option, sameValue } from "../../engine/optim/option.ts";
import { schedulerOf } from "../../engine/optim/schedulers/index.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { number } from "./python-text.ts";

/** `torch.optim.Adam(model.parameters(), lr=0.01, amsgrad=True)` */
export function optimizerText({ optimizer, lr, steps }: Experiment, parameters: string): string {
  const said = saidOf(optimizerOf(optimizer.name).options, optimizer, { lr, steps });
  return `torch.optim.${optimizer.name}(${[parameters, `lr=${number(lr)}`, ...said].join(", ")})`;
}

/** A line of its own, or nothing. */
export function schedulerText({ scheduler, lr, steps }: Experiment): string {
  if (scheduler === null) return "";
  const said = saidOf(schedulerOf(scheduler.name).options, scheduler, { lr, steps });
  return `scheduler = torch.optim.lr_scheduler.${scheduler.name}(${["optimizer", ...said].join(", ")})\n`;
}

/** `SGD, lr 0.01, momentum 0.9, StepLR with step_size 100, gamma 0.1` */
export function optimisedInWords({ optimizer, scheduler, lr, steps }: Experiment): string {
  const inWords = (said: readonly string[]) => said.map((each) => each.replace("=", " "));
  const course = { lr, steps };
  const own = inWords(saidOf(optimizerOf(optimizer.name).options, optimizer, course));
  const schedule =
    scheduler === null
      ? []
      : [
          `${scheduler.name} with ${inWords(saidOf(schedulerOf(scheduler.name).options, scheduler, course)).join(", ")}`,
        ];
  return [optimizer.name, `lr ${lr}`, ...own, ...schedule].join(", ");
}

/** What differs from PyTorch's defaults, and what PyTorch has none for. */
function saidOf(options: readonly Option[], spec: object, course: { lr: number; steps: number }): string[] {
  return options.flatMap((option) => {
    const given: unknown = Reflect.get(spec, option.name);
    const value = isAllowed(option, given) ? given : defaultOf(option, course);
    return sameValue(value, option.default) ? [] : [`${option.name}=${literal(option, value)}`];
  });
}

function literal(option: Option, value: OptionValue): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return option.kind === "number" && option.isInteger ? String(value) : float(value);
  return `(${value.map(float).join(", ")})`;
}

/** PyTorch takes no int for some of them. */
const float = (value: number): string => number(value).replace(/^-?\d+$/, "$&.0");
