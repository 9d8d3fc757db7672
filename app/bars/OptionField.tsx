/** @file The field of one option of an optimiser or a scheduler, made of its record. */
import type { Option, OptionValue } from "../../engine/optim/option.ts";
import { Choice } from "../ui/Choice.tsx";
import { NumberField } from "../ui/NumberField.tsx";

interface OptionFieldProps {
  readonly option: Option;
  readonly value: OptionValue;
  readonly onChange: (value: OptionValue) => void;
}

export function OptionField({ option, value, onChange }: OptionFieldProps) {
  const { name, about } = option;
  if (option.kind === "number" && typeof value === "number") {
    const { min, max, isInteger = false } = option;
    return (
      <span title={about}>
        <NumberField label={name} shown={name} value={value} {...{ min, max, isInteger }} onChange={onChange} />
      </span>
    );
  }
  if (option.kind === "betas" && typeof value === "object") {
    const range = { min: 0, max: option.max };
    const [first, second] = value;
    return (
      <span className="pair" title={about}>
        <NumberField
          label={`${name}[0]`}
          shown={name}
          value={first}
          {...range}
          onChange={(b) => onChange([b, second])}
        />
        <NumberField label={`${name}[1]`} shown="" value={second} {...range} onChange={(b) => onChange([first, b])} />
      </span>
    );
  }
  if (option.kind === "choice" && typeof value === "string") {
    const options = option.choices.map((choice) => [choice, choice] as const);
    return <Choice label={name} shown={name} value={value} title={about} options={options} onChange={onChange} />;
  }
  return (
    <label className="field check" title={about}>
      <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
      {name}
    </label>
  );
}

interface OptionListProps {
  readonly options: readonly Option[];
  readonly valueFor: (option: Option) => OptionValue;
  readonly onChange: (option: Option, value: OptionValue) => void;
}

/** Each with what it does. */
export function OptionList({ options, valueFor, onChange }: OptionListProps) {
  return (
    <ul className="options">
      {options.map((option) => (
        <li key={option.name}>
          <OptionField option={option} value={valueFor(option)} onChange={(value) => onChange(option, value)} />
          <span className="option-about">{option.about}</span>
        </li>
      ))}
    </ul>
  );
}
