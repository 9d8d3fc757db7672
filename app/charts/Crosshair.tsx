/** @file A line across the plots with every lane's values at it, by pointer or by arrow keys. Drawing over a stretch looks closer, a double click at all again. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { CrosshairFrame } from "./CrosshairFrame.tsx";
import { inset } from "./plot-frame.ts";

interface CrosshairProps {
  /** Name of the slider; null where another plot already has it. */
  readonly label: string | null;
  /** Where the axis begins and ends, and where the curves do: from 0 where nothing is said. */
  readonly start: number;
  readonly end: number;
  readonly first?: number;
  readonly last: number;
  /** On whole numbers only. */
  readonly isWhole: boolean;
  readonly at: number | null;
  /** What is said of the place. */
  readonly text: string;
  readonly onMove: (at: number | null) => void;
  /** A stretch was drawn over, or, with null, all is to be seen again. */
  readonly onZoom: (range: readonly [from: number, to: number] | null) => void;
  readonly children?: ReactNode;
}

export function Crosshair(props: CrosshairProps) {
  const { label, start, end, first = 0, last, isWhole, at, text, onMove, onZoom, children } = props;
  const snap = (value: number): number => {
    const within = Math.min(last, Math.max(first, value));
    return isWhole ? Math.round(within) : within;
  };
  const [brushed, setBrushed] = useState<number | null>(null);
  const placeOf = (event: PointerEvent<HTMLElement>): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return snap(start + ((event.clientX - left) / width) * (end - start));
  };
  const onPointer = (event: PointerEvent<HTMLElement>): void => onMove(placeOf(event));
  const onDown = (event: PointerEvent<HTMLElement>): void => {
    onPointer(event);
    // A finger that slides reads values.
    if (event.pointerType === "touch" || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setBrushed(placeOf(event));
  };
  const onUp = (event: PointerEvent<HTMLElement>): void => {
    if (brushed === null) return;
    const [from, to] = [brushed, placeOf(event)].sort((a, b) => a - b);
    setBrushed(null);
    if (from !== undefined && to !== undefined && to - from > (end - start) / 50) onZoom([from, to]);
  };
  const onKey = (event: KeyboardEvent): void => {
    const part = (last - first) / 100;
    const small = isWhole ? Math.max(1, part) : part;
    const from = at ?? Math.max(0, first);
    const target: Record<string, number | null> = {
      ArrowRight: from + small,
      ArrowLeft: from - small,
      PageUp: from + small * 10,
      PageDown: from - small * 10,
      Home: first,
      End: last,
      Escape: null,
    };
    if (event.key === "+" || event.key === "-") {
      event.preventDefault();
      const quarter = (end - start) / 4;
      const middle = at ?? (start + end) / 2;
      return onZoom(event.key === "-" ? null : [Math.max(first, middle - quarter), Math.min(last, middle + quarter)]);
    }
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onMove(next === null ? null : snap(next));
  };
  const shareOf = (place: number): number => (place - start) / (end - start);
  const share = at === null || at < start || at > end ? null : shareOf(at);
  const line = share !== null && (
    <>
      {brushed !== null && (
        <span
          className="brush"
          style={{
            left: `${Math.min(share, shareOf(brushed)) * 100}%`,
            width: `${Math.abs(share - shareOf(brushed)) * 100}%`,
          }}
        />
      )}
      <span className="crosshair-line" style={{ left: `${share * 100}%` }} />
      <div className={`crosshair-readout ${share > 0.5 ? "left" : "right"}`}>{children}</div>
    </>
  );
  return (
    <CrosshairFrame
      label={label}
      inset={{ left: inset.left, right: inset.right }}
      min={first}
      max={last}
      now={at ?? Math.max(0, first)}
      text={text}
      pointer={{
        onPointerMove: onPointer,
        onPointerDown: onDown,
        onPointerUp: onUp,
        onDoubleClick: () => onZoom(null),
      }}
      onKey={onKey}
      onLeave={() => onMove(null)}
    >
      {line}
    </CrosshairFrame>
  );
}
