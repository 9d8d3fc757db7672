/** @file A button that opens a note beside it. Escape, or turning elsewhere, closes it. */
import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import { useDismiss } from "./use-dismiss.ts";

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
  /** Which of the button's edges it hangs from: it opens towards the middle of the page. */
  const [edge, setEdge] = useState<"left" | "right">("right");
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
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
        onClick={({ currentTarget }) => {
          setEdge(currentTarget.getBoundingClientRect().left < innerWidth / 2 ? "left" : "right");
          setIsOpen(!isOpen);
        }}
        onKeyDown={({ key }) => key === "Escape" && setIsOpen(false)}
      >
        {sign}
      </button>
      {isOpen && (
        <div
          className={`popover from-${edge}`}
          id={id}
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
