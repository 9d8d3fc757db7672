/**
 * @file A text with a limit, which is said before it is reached. What is typed or pasted stays as it is, however long; it takes force only
 * while it is within the limit.
 */
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { textLimit } from "./text-limit.ts";

interface TextFieldProps {
  /** Of the field, for a label beside it. */
  readonly id?: string;
  /** Where no label stands beside it. */
  readonly label?: string;
  readonly value: string;
  readonly longest: number;
  /** Takes force while it is typed, or when the field is left (or Enter is pressed). */
  readonly takes: "typing" | "leaving";
  readonly onChange: (text: string) => void;
  readonly className?: string;
  readonly placeholder?: string;
  /** More than one: a text of several lines. */
  readonly rows?: number;
  readonly onEscape?: () => void;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

export function TextField({
  id,
  label,
  value,
  longest,
  takes,
  onChange,
  className = "text",
  placeholder,
  rows = 1,
  onEscape,
  ref,
}: TextFieldProps) {
  const limitId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const limit = textLimit(text.length, longest);
  const isBeyond = limit?.isBeyond === true;
  const isTyping = typed !== null;

  const take = (): void => {
    if (isBeyond) return;
    setTyped(null);
    onChange(text);
  };
  const common = {
    id,
    className,
    placeholder,
    value: text,
    "aria-label": label,
    "aria-invalid": isBeyond,
    "aria-describedby": limit === null ? undefined : limitId,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setTyped(target.value);
      if (takes === "typing" && target.value.length <= longest) onChange(target.value);
    },
    onBlur: take,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") take();
    if (event.key !== "Escape" || onEscape === undefined) return;
    event.preventDefault();
    onEscape();
  };
  return (
    <span className="text-field">
      {rows > 1 ? <textarea {...common} rows={rows} /> : <input {...common} ref={ref} onKeyDown={onKeyDown} />}
      {limit !== null && (isTyping || isBeyond) && (
        <span className={isBeyond ? "field-error" : "field-limit"} id={limitId} role={isBeyond ? "alert" : "status"}>
          {limit.text}
          {isBeyond && (value === "" ? "; nothing of it takes force" : `; “${shortened(value)}” stays in force`)}
        </span>
      )}
    </span>
  );
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
