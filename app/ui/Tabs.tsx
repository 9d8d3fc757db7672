/** @file A list of tabs and the panel of the one that is chosen. */
import { type KeyboardEvent, type ReactNode, useId } from "react";

export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Shown behind the title, and part of the tab's name. */
  readonly count?: string | null;
  /** A number worth a look, for the eye alone: the panel says it in words. */
  readonly badge?: { readonly text: string; readonly tone: "plain" | "ok" | "warn" | "bad" } | null;
  readonly render: () => ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** What stands beside the tabs. */
  readonly aside?: ReactNode;
}

/** Arrow keys move between tabs, Tab goes on into the panel. */
export function Tabs({ label, tabs, selected, onSelect, aside = null }: TabsProps) {
  const prefix = useId();
  const shown = tabs.find(({ id }) => id === selected) ?? tabs[0];
  if (shown === undefined) return null;
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const at = tabs.indexOf(shown);
    const target: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const next = target[event.key];
    const tab = next === undefined ? undefined : tabs.at(next % tabs.length);
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    event.currentTarget.querySelector<HTMLElement>(`[id="${prefix}${tab.id}"]`)?.focus();
  };
  return (
    <div className="tabbed">
      <div className="tabs-row">
        <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKey}>
          {tabs.map(({ id, title, count, badge }) => (
            <button
              type="button"
              role="tab"
              key={id}
              id={`${prefix}${id}`}
              aria-selected={id === shown.id}
              aria-controls={`${prefix}panel`}
              tabIndex={id === shown.id ? 0 : -1}
              className={id === shown.id ? "tab on" : "tab"}
              onClick={() => onSelect(id)}
            >
              {title}
              {count && <span className="count"> {count}</span>}
              {badge && (
                <span className={`badge ${badge.tone}`} aria-hidden="true">
                  {badge.text}
                </span>
              )}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div
        className="tabbed-body"
        role="tabpanel"
        id={`${prefix}panel`}
        aria-label={shown.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
        tabIndex={0}
      >
        {shown.render()}
      </div>
    </div>
  );
}
