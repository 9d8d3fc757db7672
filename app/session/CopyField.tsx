/** @file A text to be taken along, and the button that copies it. Where the browser doesn't let it, the text is selected. */
import { useRef, useState } from "react";

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  /** It was copied as it was made. */
  readonly isCopied?: boolean;
}

export function CopyField({ label, text, isCopied = false }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const isDone = copied === text || (copied === null && isCopied);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => field.current?.select(),
    );
  };
  return (
    <div className="copy-field">
      <input
        ref={field}
        className="text mono"
        aria-label={label}
        readOnly
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="button primary" onClick={copy}>
        {isDone ? "Copied" : "Copy"}
      </button>
    </div>
  );
}
