/** @file A line across the plots with every lane's values at it, by pointer or by arrow keys. */
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { inset } from "./Plot.tsx";

interface CrosshairProps {
  /** Name of the slider; null where another plot already has it. */
  readonly label: string | null;
  /** Where the axis ends, and where the longest curve does. */
  readonly end: number;
  readonly last: number;
  /** On whole numbers only. */
  readonly isWhole: boolean;
  readonly at: number | null;
  /** What is said of the place. */
  readonly text: string;
  readonly onMove: (at: number | null) => void;
  readonly children?: ReactNode;
}

export function Crosshair({ label, end, last, isWhole, at, text, onMove, children }: CrosshairProps) {
  const snap = (value: number): number => {
    const within = Math.min(last, Math.max(0, value));
    return isWhole ? Math.round(within) : within;
  };
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onMove(snap(((event.clientX - left) / width) * end));
  };
  const onKey = (event: KeyboardEvent): void => {
    const small = isWhole ? Math.max(1, last / 100) : last / 100;
    const from = at ?? 0;
    const target: Record<string, number | null> = {
      ArrowRight: from + small,
      ArrowLeft: from - small,
      PageUp: from + small * 10,
      PageDown: from - small * 10,
      Home: 0,
      End: last,
      Escape: null,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onMove(next === null ? null : snap(next));
  };
  const share = at === null ? null : at / end;
  const pointer = {
    className: "crosshair",
    style: { left: inset.left, right: inset.right },
    onPointerMove: onPointer,
    onPointerDown: onPointer,
    onPointerLeave: () => onMove(null),
  };
  const line = share !== null && (
    <>
      <span className="crosshair-line" style={{ left: `${share * 100}%` }} />
      <div className={`crosshair-readout ${share > 0.5 ? "left" : "right"}`}>{children}</div>
    </>
  );
  if (label === null)
    return (
      <div {...pointer} aria-hidden="true">
        {line}
      </div>
    );
  return (
    <div
      {...pointer}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? 0}
      aria-valuetext={text}
      onKeyDown={onKey}
      onBlur={() => onMove(null)}
    >
      {line}
    </div>
  );
}
