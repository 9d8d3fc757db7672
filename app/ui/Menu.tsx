/** @file A button that opens a menu of actions: arrows move, Enter chooses, Escape closes. */
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { useDismiss } from "./use-dismiss.ts";
import { useFloating } from "./use-floating.ts";

export type MenuAction =
  | { readonly title: string; readonly isDisabled?: boolean; readonly run: () => void }
  /** Another page, beside this one. */
  | { readonly title: string; readonly href: string };

/** One of several, which the actions go by; the menu stays open. */
export interface MenuChoice {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly onChange: (value: string) => void;
}

interface MenuProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly choices?: readonly MenuChoice[];
  readonly children: ReactNode;
  /** Words are on the button, no sign. */
  readonly isText?: boolean;
}

export function Menu({ label, actions, choices = [], children, isText = false }: MenuProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useFloating(isOpen, button, menu);
  const items = (): HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)") ?? []),
  ];

  useEffect(() => {
    if (isOpen) root.current?.querySelector<HTMLElement>("[role=menuitem]:not(:disabled)")?.focus();
  }, [isOpen]);
  useDismiss(
    isOpen,
    root,
    useCallback(() => setIsOpen(false), []),
  );

  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.findIndex((item) => item.matches(":focus"));
    const target: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const next = target[event.key];
    if (event.key === "Escape") close();
    else if (next !== undefined) all.at(next % all.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span className="menu-root" ref={root}>
      <button
        type="button"
        ref={button}
        className={isText ? "button" : "button icon"}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <div
          className="menu"
          role="menu"
          id={id}
          aria-label={label}
          tabIndex={-1}
          popover="manual"
          ref={menu}
          onKeyDown={onKey}
        >
          {actions.map((action) =>
            "href" in action ? (
              <a
                role="menuitem"
                key={action.title}
                tabIndex={-1}
                href={action.href}
                target="_blank"
                rel="noopener"
                onClick={close}
              >
                {action.title}
              </a>
            ) : (
              <button
                type="button"
                role="menuitem"
                key={action.title}
                tabIndex={-1}
                disabled={action.isDisabled ?? false}
                onClick={() => {
                  close();
                  action.run();
                }}
              >
                {action.title}
              </button>
            ),
          )}
          {choices.map(({ label, value, options, onChange }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
            <div role="group" key={label} aria-label={label} className="menu-choice">
              <span aria-hidden="true">{label}</span>
              {options.map(([option, title]) => (
                <button
                  type="button"
                  role="menuitemradio"
                  key={option}
                  tabIndex={-1}
                  aria-checked={option === value}
                  onClick={() => onChange(option)}
                >
                  {title}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </span>
  );
}
