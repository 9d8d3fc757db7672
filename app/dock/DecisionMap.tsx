/** @file A plane in the colours of its classes, stronger where the model is surer, with the points of the data; on a canvas, for it is redrawn with every report. */
import { useEffect, useRef } from "react";
import { useShownTheme } from "../charts/use-shown-theme.ts";
import type { MapPicture } from "./ClassMap.tsx";

export interface ClassPoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
  readonly isValidation: boolean;
}

interface DecisionMapProps {
  /** null before anything was learned. */
  readonly map: MapPicture | null;
  readonly points: readonly ClassPoint[];
}

const COLOURS = 6;
const ROOM = 0.06;

export function DecisionMap({ map, points }: DecisionMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Its colours are read off the page.
  const theme = useShownTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const redraw = (): void => draw(current, map, points);
    redraw();
    const resizing = new ResizeObserver(redraw);
    resizing.observe(current);
    return () => resizing.disconnect();
  }, [map, points, theme]);
  return <canvas ref={canvas} className="decision-map" />;
}

function draw(canvas: HTMLCanvasElement, map: MapPicture | null, points: readonly ClassPoint[]): void {
  const ratio = devicePixelRatio;
  const { clientWidth: width, clientHeight: height } = canvas;
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = canvas.getContext("2d");
  if (context === null || width === 0) return;
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const colours = Array.from({ length: COLOURS }, (_, i) => style.getPropertyValue(`--class-${i}`).trim());
  const colourOf = (label: number): string => colours[label % COLOURS] ?? "";
  if (map !== null) {
    const { size, winners, shares } = map;
    // To whole pixels, or the cells' edges would show.
    const place = (i: number, length: number): number => Math.round((i / size) * length * ratio) / ratio;
    const classes = Math.sqrt(map.confusion.length);
    winners.forEach((winner, i) => {
      // From a mere guess to certainty.
      const sure = Math.max(0, ((shares[i] ?? 0) - 1 / classes) / (1 - 1 / classes));
      context.globalAlpha = 0.08 + 0.42 * sure;
      context.fillStyle = colourOf(winner);
      const [column, row] = [i % size, size - 1 - Math.floor(i / size)];
      const [left, top] = [place(column, width), place(row, height)];
      context.fillRect(left, top, place(column + 1, width) - left, place(row + 1, height) - top);
    });
    context.globalAlpha = 1;
  }
  const [xs, ys] = map === null ? [spread(points.map(({ x }) => x)), spread(points.map(({ y }) => y))] : [map.x, map.y];
  const edge = style.getPropertyValue("--panel").trim();
  for (const { x, y, label, isValidation } of points) {
    const left = ((x - xs[0]) / (xs[1] - xs[0])) * width;
    const top = height - ((y - ys[0]) / (ys[1] - ys[0])) * height;
    const path = new Path2D(`M${left.toFixed(1)} ${top.toFixed(1)}${shapes[label % shapes.length]}`);
    context.strokeStyle = isValidation ? colourOf(label) : edge;
    context.lineWidth = isValidation ? 1.5 : 0.5;
    if (!isValidation) {
      context.fillStyle = colourOf(label);
      context.fill(path);
    }
    context.stroke(path);
  }
}

/** Colour is never the only sign. */
const shapes = ["m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0", "m-2.3-2.3h4.6v4.6h-4.6z", "m0-3l3 5h-6z"];

function spread(values: readonly number[]): readonly [number, number] {
  const [low, high] = [values.reduce((a, b) => Math.min(a, b), 0), values.reduce((a, b) => Math.max(a, b), 0)];
  const pad = (high - low || 1) * ROOM;
  return [low - pad, high + pad];
}
