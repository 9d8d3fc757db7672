/** @file The choice of an optimiser, its lr and its options: forms made of the registry's records. */

import {
  optimizerNamed,
  optimizerNames,
  optimizerOf,
  withOptimizerOption,
} from "../../engine/optim/optimizers/index.ts";
import { defaultOf, isAllowed, type Option, type OptionValue } from "../../engine/optim/option.ts";
import { type Experiment, limits } from "../../engine/train/experiment.ts";
import { Choice } from "../ui/Choice.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Popover } from "../ui/Popover.tsx";
import { OptionField, OptionList } from "./OptionField.tsx";
import { RecordNote } from "./RecordNote.tsx";

export interface FieldsProps {
  readonly experiment: Experiment;
  readonly onChange: (part: Partial<Experiment>) => void;
}

export function OptimizerFields({ experiment, onChange }: FieldsProps) {
  const { optimizer } = experiment;
  const record = optimizerOf(optimizer.name);
  const valueFor = (option: Option): OptionValue => {
    const given: unknown = Reflect.get(optimizer, option.name);
    return isAllowed(option, given) ? given : defaultOf(option, experiment);
  };
  const set = (option: Option, value: OptionValue) =>
    onChange({ optimizer: withOptimizerOption(optimizer, option.name, value) });
  const isMain = ({ isMain: main = false }: Option) => main;
  return (
    <>
      <Choice
        label="Optimizer"
        shown=""
        value={optimizer.name}
        title={record.about}
        options={optimizerNames.map((name) => [name, name])}
        onChange={(name) => onChange({ optimizer: optimizerNamed(name) ?? optimizer })}
      />
      <NumberField
        label="Learning rate"
        shown="lr"
        value={experiment.lr}
        {...limits.lr}
        onChange={(lr) => onChange({ lr })}
      />
      {record.options.filter(isMain).map((option) => (
        <OptionField
          key={`${optimizer.name} ${option.name}`}
          option={option}
          value={valueFor(option)}
          onChange={(value) => set(option, value)}
        />
      ))}
      <Popover key={optimizer.name} label={`Options of ${optimizer.name}`} sign="…">
        <RecordNote title={optimizer.name} record={record} />
        <OptionList options={record.options.filter((option) => !isMain(option))} valueFor={valueFor} onChange={set} />
      </Popover>
    </>
  );
}
