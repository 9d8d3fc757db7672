/** @file How lr goes over a run: the choice of a scheduler, its options, and the curve that comes of them. */
import { useMemo } from "react";
import { defaultOf, isAllowed, type Option, type OptionValue, sameValue } from "../../engine/optim/option.ts";
import {
  schedulerNamed,
  schedulerNames,
  schedulerOf,
  withSchedulerOption,
} from "../../engine/optim/schedulers/index.ts";
import { learningRates } from "../../engine/train/learning-rates.ts";
import { Choice } from "../ui/Choice.tsx";
import { Popover } from "../ui/Popover.tsx";
import { formatNumber } from "../verdict/format.ts";
import type { FieldsProps } from "./OptimizerFields.tsx";
import { OptionList } from "./OptionField.tsx";
import { RateCurve } from "./RateCurve.tsx";
import { RecordNote } from "./RecordNote.tsx";

const CONSTANT = "constant";

export function SchedulerFields({ experiment, onChange }: FieldsProps) {
  const { optimizer, scheduler, lr, steps } = experiment;
  const { rates, refusal } = useMemo(
    () => learningRates({ optimizer, scheduler, lr, steps }),
    [optimizer, scheduler, lr, steps],
  );
  const title = scheduler === null ? CONSTANT : schedulerOf(scheduler.name).title;
  return (
    <>
      <span className="field">
        <Choice
          label="Schedule of lr"
          shown=""
          value={scheduler?.name ?? CONSTANT}
          title={scheduler === null ? "lr stays as it is" : schedulerOf(scheduler.name).about}
          options={[[CONSTANT, CONSTANT], ...schedulerNames.map((name) => [name, schedulerOf(name).title] as const)]}
          onChange={(name) => onChange({ scheduler: schedulerNamed(name) })}
        />
        {refusal !== null && (
          <span className="field-error" role="alert">
            {refusal.message}. {refusal.hint}
          </span>
        )}
      </span>
      {scheduler !== null && (
        <Popover
          key={scheduler.name}
          label={`${title} schedule: its options`}
          sign={<RateCurve rates={rates} width={36} height={16} />}
        >
          <RecordNote title={`${title}: ${scheduler.name}`} record={schedulerOf(scheduler.name)} />
          <figure className="rates">
            <RateCurve rates={rates} width={308} height={64} />
            <figcaption>
              lr {formatNumber(rates[0] ?? lr)} at first, at most {formatNumber(most(rates))},{" "}
              {formatNumber(rates.at(-1) ?? lr)} at the last of {steps} steps
            </figcaption>
          </figure>
          <OptionList
            options={schedulerOf(scheduler.name).options}
            valueFor={(option) => valueIn(scheduler, option, experiment)}
            onChange={(option, value) => {
              // What the run itself would give goes on following the run.
              const follows = sameValue(value, defaultOf(option, experiment));
              onChange({ scheduler: withSchedulerOption(scheduler, option.name, follows ? undefined : value) });
            }}
          />
        </Popover>
      )}
    </>
  );
}

function valueIn(spec: object, option: Option, course: { readonly lr: number; readonly steps: number }): OptionValue {
  const given: unknown = Reflect.get(spec, option.name);
  return isAllowed(option, given) ? given : defaultOf(option, course);
}

const most = (rates: Float64Array): number => rates.reduce((a, b) => (b > a ? b : a), 0);
