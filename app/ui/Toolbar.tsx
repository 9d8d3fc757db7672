/** @file Controls that are one stop for Tab; arrow keys move between them. */
import { type ReactNode, useEffect, useRef } from "react";
import { rove } from "./rove.ts";

interface ToolbarProps {
  readonly label: string;
  /** Of its own box; without one, the controls are laid out as if they stood in the bar themselves. */
  readonly className?: string;
  readonly children: ReactNode;
}

export function Toolbar({ label, className = "boxless", children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (bar.current === null ? undefined : rove(bar.current)), []);
  return (
    <div role="toolbar" aria-label={label} className={className} ref={bar}>
      {children}
    </div>
  );
}
