/** @file A number with a range. What is typed stays as typed; only what is within the range takes force. */
import { type ReactNode, type RefObject, useId, useState } from "react";
import { numberProblem } from "./number-problem.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly shown: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly isInteger?: boolean;
  readonly onChange: (value: number) => void;
  /** Another way to set it, between its name and the field. */
  readonly children?: ReactNode;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

export function NumberField({
  label,
  shown,
  value,
  min,
  max,
  isInteger = false,
  onChange,
  children,
  ref,
}: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(value);
  const error = numberProblem(text, { min, max }, isInteger);

  const take = (next: string): void => {
    setTyped(next);
    if (numberProblem(next, { min, max }, isInteger) === null) onChange(Number(next));
  };

  return (
    <span className="field">
      <label htmlFor={id}>{shown}</label>
      {children}
      <input
        id={id}
        ref={ref}
        type="number"
        className="number"
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        step={isInteger ? 1 : "any"}
        min={min}
        max={max}
        value={text}
        onChange={(event) => take(event.target.value)}
        // Whoever types is not disturbed by what the number becomes meanwhile.
        onFocus={() => setTyped(text)}
        onBlur={() => {
          if (error === null) setTyped(null);
        }}
      />
      {error !== null && (
        <span className="field-error" id={`${id}-error`} role="alert">
          {error}; {value} stays in force
        </span>
      )}
    </span>
  );
}
