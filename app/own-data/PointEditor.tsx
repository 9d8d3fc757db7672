/** @file Lies over the fit: a click adds a point, dragging moves one, Delete takes it away. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { OwnData } from "../document/own-data.ts";
import { setData } from "../store/store.ts";
import { useLosslabStore } from "../store/store-context.ts";
import { formatNumber } from "../verdict/format.ts";
import { type DataPoint, whyNoFewer, whyNoMore, withPoint, withPointMoved, withPointRemoved } from "./edit-points.ts";

interface PointEditorProps {
  readonly data: OwnData;
  readonly extent: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  /** Where the plot lies within what this covers, in pixels. */
  readonly inset: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** A point is taken hold of within this distance, in pixels. */
const REACH = 9;

export function PointEditor({ data, extent, inset }: PointEditorProps) {
  const store = useLosslabStore();
  const area = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [dragged, setDragged] = useState<DataPoint | null>(null);
  const [left, right] = extent.x;
  const [bottom, top] = extent.y;
  const xs = data.inputs[0]?.values ?? [];
  const ys = data.targets[0]?.values ?? [];
  const share = ({ x, y }: DataPoint) => ({ x: (x - left) / (right - left), y: (top - y) / (top - bottom) });
  const pointOf = (index: number): DataPoint => ({ x: xs[index] ?? 0, y: ys[index] ?? 0 });

  const at = (event: PointerEvent): DataPoint => {
    const box = area.current?.getBoundingClientRect() ?? new DOMRect();
    const [sx, sy] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map((s) =>
      Math.min(1, Math.max(0, s)),
    );
    return { x: left + (sx ?? 0) * (right - left), y: top - (sy ?? 0) * (top - bottom) };
  };
  const nearest = (event: PointerEvent): number | null => {
    const box = area.current?.getBoundingClientRect() ?? new DOMRect();
    let [best, least]: [number | null, number] = [null, REACH];
    for (let i = 0; i < xs.length; i++) {
      const place = share(pointOf(i));
      const distance = Math.hypot(
        box.left + place.x * box.width - event.clientX,
        box.top + place.y * box.height - event.clientY,
      );
      if (distance <= least) [best, least] = [i, distance];
    }
    return best;
  };
  const move = (index: number, point: DataPoint): void => setData(store, withPointMoved(data, index, point));

  const add = (point: DataPoint): void => {
    const why = whyNoMore(data);
    setProblem(why);
    if (why !== null) return;
    setData(store, withPoint(data, point));
    setChosen(xs.length);
  };
  const remove = (index: number): void => {
    const why = whyNoFewer(data);
    setProblem(why);
    if (why !== null) return;
    setData(store, withPointRemoved(data, index));
    setChosen(null);
  };

  const onDown = (event: PointerEvent<HTMLElement>): void => {
    const index = nearest(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    if (index === null) add(at(event));
    else {
      setChosen(index);
      setDragged(pointOf(index));
    }
  };
  const onUp = (event: PointerEvent): void => {
    if (dragged === null || chosen === null) return;
    const before = pointOf(chosen);
    setDragged(null);
    const point = at(event);
    if (event.type === "pointerup" && (dragged.x !== before.x || dragged.y !== before.y)) move(chosen, point);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 0.1 : 0.01;
    const shifts: Record<string, readonly [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const shift = shifts[event.key];
    if (event.key === "n" || event.key === "p") {
      const next = (chosen ?? (event.key === "n" ? -1 : 0)) + (event.key === "n" ? 1 : -1);
      setChosen((next + xs.length) % xs.length);
    } else if (event.key === "Enter") {
      add({ x: (left + right) / 2, y: (bottom + top) / 2 });
    } else if ((event.key === "Delete" || event.key === "Backspace") && chosen !== null) {
      remove(chosen);
    } else if (shift !== undefined && chosen !== null) {
      const { x, y } = pointOf(chosen);
      move(chosen, { x: x + shift[0] * (right - left), y: y + shift[1] * (top - bottom) });
    } else return;
    event.preventDefault();
  };

  const shown = dragged ?? (chosen === null || chosen >= xs.length ? null : pointOf(chosen));
  const place = shown === null ? null : share(shown);
  return (
    <div
      ref={area}
      className="point-editor"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is worked by key as well
      tabIndex={0}
      style={{ left: inset.left, right: inset.right, top: inset.top, bottom: inset.bottom }}
      aria-label="Points of the data. N and P choose one, arrows move it, Delete removes it, Enter adds one in the middle."
      onPointerDown={onDown}
      onPointerMove={(event) => dragged !== null && setDragged(at(event))}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      onKeyDown={onKey}
    >
      {problem !== null && (
        <p className="point-problem" role="alert">
          {problem}
        </p>
      )}
      {place !== null && shown !== null && (
        <span className="chosen-point" style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }}>
          <output>
            {formatNumber(shown.x)}, {formatNumber(shown.y)}
          </output>
        </span>
      )}
    </div>
  );
}
