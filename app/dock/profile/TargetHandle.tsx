/** @file The target that a profile is drawn for, to be dragged along the axis. By key it is the slider beside the heading. */
import { type PointerEvent, useRef } from "react";
import type { SampleCurve } from "../../../engine/checks/sample/facts.ts";
import { inset } from "../../charts/plot-frame.ts";

interface TargetHandleProps {
  readonly target: NonNullable<SampleCurve["target"]>;
  readonly start: number;
  readonly end: number;
  readonly onMove: (target: number) => void;
}

export function TargetHandle({ target, start, end, onMove }: TargetHandleProps) {
  const track = useRef<HTMLDivElement>(null);
  const drag = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || event.buttons === 0) return;
    const value = start + ((event.clientX - box.left) / box.width) * (end - start);
    const within = Math.min(target.to, Math.max(target.from, value));
    onMove(target.isWhole ? Math.round(within) : within);
  };
  return (
    <div className="target-track" ref={track} style={{ left: inset.left, right: inset.right }} aria-hidden="true">
      <span
        className="target-handle"
        title="The target: drag it"
        style={{ left: `${((target.chosen - start) / (end - start)) * 100}%` }}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
      >
        target
      </span>
    </div>
  );
}
