/** @file A shape, typed. What is typed stays as typed; only what is a shape takes force. */
import { useId, useState } from "react";
import { parseShape, shapeText } from "../ui/shape-text.ts";

interface ShapeFieldProps {
  readonly label: string;
  readonly shown: string;
  readonly title: string;
  readonly value: readonly number[];
  readonly limits: Parameters<typeof parseShape>[1];
  readonly onChange: (shape: readonly number[]) => void;
}

export function ShapeField({ label, shown, title, value, limits, onChange }: ShapeFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? shapeText(value);
  const shape = parseShape(text, limits);
  const { dims, size, numel } = limits;
  return (
    <span className="field">
      {shown !== "" && <label htmlFor={id}>{shown}</label>}
      <input
        id={id}
        className="number"
        aria-label={label}
        title={title}
        aria-invalid={shape === null}
        aria-describedby={shape === null ? `${id}-error` : undefined}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          const parsed = parseShape(event.target.value, limits);
          if (parsed !== null) onChange(parsed);
        }}
        onBlur={() => {
          if (shape !== null) setTyped(null);
        }}
      />
      {shape === null && (
        <span className="field-error" id={`${id}-error`} role="alert">
          {dims.min} to {dims.max} whole numbers from {size.min} to {size.max}, such as 1×16×16, at most {numel}{" "}
          elements in all
        </span>
      )}
    </span>
  );
}
