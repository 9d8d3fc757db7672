/** @file A value that is typed as text. What is typed stays as typed; only what can be read takes force. */
import { type ReactNode, useId, useState } from "react";

interface TypedFieldProps<T> {
  readonly label: string;
  /** Beside the field; nothing where it names itself. */
  readonly shown?: string;
  readonly title: string;
  /** The value that is in force, as one would type it. */
  readonly text: string;
  /** null for what is none. */
  readonly parse: (typed: string) => T | null;
  readonly onChange: (value: T) => void;
  /** What can be typed. */
  readonly wants: ReactNode;
}

export function TypedField<T>({ label, shown = "", title, text: own, parse, onChange, wants }: TypedFieldProps<T>) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? own;
  const isGood = parse(text) !== null;
  return (
    <span className="field">
      {shown !== "" && <label htmlFor={id}>{shown}</label>}
      <input
        id={id}
        className="number"
        aria-label={label}
        title={title}
        aria-invalid={!isGood}
        aria-describedby={isGood ? undefined : `${id}-error`}
        value={text}
        onChange={({ target: { value } }) => {
          setTyped(value);
          const parsed = parse(value);
          if (parsed !== null) onChange(parsed);
        }}
        onBlur={() => {
          if (isGood) setTyped(null);
        }}
      />
      {!isGood && (
        <span className="field-error" id={`${id}-error`} role="alert">
          {wants}
        </span>
      )}
    </span>
  );
}
