/** @file A shape, typed. */
import { parseShape, shapeText } from "../ui/shape-text.ts";
import { TypedField } from "../ui/TypedField.tsx";

interface ShapeFieldProps {
  readonly label: string;
  readonly shown: string;
  readonly title: string;
  readonly value: readonly number[];
  readonly limits: Parameters<typeof parseShape>[1];
  readonly onChange: (shape: readonly number[]) => void;
}

export function ShapeField({ label, shown, title, value, limits, onChange }: ShapeFieldProps) {
  const { dims, size, numel } = limits;
  return (
    <TypedField
      label={label}
      shown={shown}
      title={title}
      text={shapeText(value)}
      parse={(typed) => parseShape(typed, limits)}
      onChange={onChange}
      wants={`${dims.min} to ${dims.max} whole numbers from ${size.min} to ${size.max}, such as 1×16×16, at most ${numel} elements in all`}
    />
  );
}
