/** @file The area over a plot that a pointer or keys move over: a slider where it has a name, and nothing but a surface where another plot has it. */
import type { CSSProperties, HTMLAttributes, KeyboardEvent, ReactNode } from "react";

interface CrosshairFrameProps {
  /** Name of the slider; null where another plot already has it. */
  readonly label: string | null;
  /** Where the plot's own area lies in it. */
  readonly inset: CSSProperties;
  readonly min: number;
  readonly max: number;
  readonly now: number;
  /** What is said of the place. */
  readonly text: string;
  readonly pointer: Pick<
    HTMLAttributes<HTMLDivElement>,
    "onPointerMove" | "onPointerDown" | "onPointerUp" | "onDoubleClick"
  >;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

export function CrosshairFrame(props: CrosshairFrameProps) {
  const { label, inset, min, max, now, text, pointer, onKey, onLeave, children } = props;
  const area = { className: "crosshair", style: inset, onPointerLeave: onLeave, ...pointer };
  if (label === null)
    return (
      <div {...area} aria-hidden="true">
        {children}
      </div>
    );
  return (
    <div
      {...area}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={now}
      aria-valuetext={text}
      onKeyDown={onKey}
      onBlur={onLeave}
    >
      {children}
    </div>
  );
}
