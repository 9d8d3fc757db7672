/** @file A button that opens a note beside it. Escape, or turning elsewhere, closes it. */
import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import { useDismiss } from "./use-dismiss.ts";
import { useFloating } from "./use-floating.ts";

interface PopoverProps {
  readonly label: string;
  /** What is on the button. */
  readonly sign: ReactNode;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
}

export function Popover({ label, sign, children, isOpenAtFirst = false }: PopoverProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  useFloating(isOpen, button, note);
  useDismiss(
    isOpen,
    root,
    useCallback(() => setIsOpen(false), []),
  );
  return (
    <span className="popover-root" ref={root}>
      <button
        type="button"
        ref={button}
        className="button icon quiet"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={({ key }) => key === "Escape" && setIsOpen(false)}
      >
        {sign}
      </button>
      {isOpen && (
        <div
          className="popover"
          id={id}
          popover="manual"
          ref={note}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={({ key }) => {
            if (key !== "Escape") return;
            setIsOpen(false);
            button.current?.focus();
          }}
        >
          {children}
        </div>
      )}
    </span>
  );
}
