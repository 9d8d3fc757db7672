/** @file One of several, by its name. */
import { useId } from "react";

interface ChoiceProps {
  readonly label: string;
  readonly shown: string;
  readonly value: string;
  /** What the chosen one is. */
  readonly title?: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

export function Choice({ label, shown, value, title, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span className="field">
      {shown !== "" && <label htmlFor={id}>{shown}</label>}
      <select
        id={id}
        className="select"
        aria-label={label}
        title={title}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
