/** @file A place in a plane by pointer or arrow keys, and every lane's values there. */
import type { KeyboardEvent, PointerEvent } from "react";
import { formatNumber } from "../../verdict/format.ts";
import { CrosshairFrame } from "../CrosshairFrame.tsx";
import { LaneSwatch } from "../LaneSwatch.tsx";
import { inset } from "../plot-frame.ts";
import type { Place, Span } from "./grid.ts";

/** Where the plot of Plot.tsx ends: above, and over its axis. */
const frame = { left: inset.left, right: inset.right, top: 6, bottom: 34 };

export interface SaidValue {
  readonly lane: string;
  readonly value: number;
}

interface PlaneCrosshairProps {
  /** Name of the slider; null where another plot already has it. */
  readonly label: string | null;
  readonly across: Span;
  readonly up: Span;
  readonly at: Place | null;
  /** What places and values are of: `outputs`, `loss`. */
  readonly places: string;
  readonly value: string;
  readonly said: readonly SaidValue[];
  readonly onMove: (at: Place | null) => void;
}

const short = (value: number): string => formatNumber(Number(value.toPrecision(3)));

export function PlaneCrosshair({ label, across, up, at, places, value, said, onMove }: PlaneCrosshairProps) {
  const [width, height] = [across.to - across.from, up.to - up.from];
  const middle = { x: across.from + width / 2, y: up.from + height / 2 };
  const within = ({ x, y }: Place): Place => ({
    x: Math.min(across.to, Math.max(across.from, x)),
    y: Math.min(up.to, Math.max(up.from, y)),
  });
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onMove(
      within({
        x: across.from + ((event.clientX - box.left) / box.width) * width,
        y: up.to - ((event.clientY - box.top) / box.height) * height,
      }),
    );
  };
  const onKey = (event: KeyboardEvent): void => {
    const steps: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const step = steps[event.key];
    if (event.key === "Escape") return onMove(null);
    if (step === undefined) return;
    event.preventDefault();
    const { x, y } = at ?? middle;
    onMove(within({ x: x + (step[0] * width) / 50, y: y + (step[1] * height) / 50 }));
  };
  const place = at === null ? "" : `${short(at.x)}, ${short(at.y)}`;
  const words = said.map((each) => `lane ${each.lane}: ${value} ${formatNumber(each.value)}`).join("; ");
  return (
    <CrosshairFrame
      label={label}
      inset={frame}
      min={across.from}
      max={across.to}
      // Of two directions: the text says both.
      now={at?.x ?? middle.x}
      text={at === null ? "Arrow keys move across and up" : `${places} ${place}; ${words}`}
      pointer={{ onPointerMove: onPointer, onPointerDown: onPointer }}
      onKey={onKey}
      onLeave={() => onMove(null)}
    >
      {at !== null && (
        <>
          <span
            className="contour-place"
            style={{ left: `${((at.x - across.from) / width) * 100}%`, top: `${((up.to - at.y) / height) * 100}%` }}
          />
          <div className={`crosshair-readout ${at.x > middle.x ? "left" : "right"}`}>
            <table>
              <thead>
                <tr>
                  <th scope="col" colSpan={2}>
                    {place}
                  </th>
                </tr>
              </thead>
              <tbody>
                {said.map((each) => (
                  <tr key={each.lane}>
                    <td>
                      <LaneSwatch lane={each.lane} />
                    </td>
                    <td>{formatNumber(each.value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </CrosshairFrame>
  );
}
