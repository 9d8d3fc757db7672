/** @file Points on a canvas: as elements of a picture, some ten thousand of them held the page up for a second. */
import { useMemo } from "react";
import type { CanvasPath } from "../charts/canvas-paths.ts";
import { colourOf } from "../charts/colour-of.ts";
import { type Drawing, useRedrawn } from "../charts/use-redrawn.ts";
import type { PointGroup } from "./drawn-points.ts";
import { type Extent, inset } from "./fit-frame.ts";

interface PointsCanvasProps {
  readonly groups: readonly PointGroup[];
  readonly extent: Extent;
}

export function PointsCanvas({ groups, extent }: PointsCanvasProps) {
  const drawing = useMemo(
    (): Drawing => ({
      draw: (canvas) => draw(canvas, groups, extent),
      paths: (canvas) => pathsFor(canvas, groups, extent),
    }),
    [groups, extent],
  );
  return <canvas ref={useRedrawn(drawing)} className="points" />;
}

/** Half the width of a mark. */
const RADIUS = 2;
/** With its line, to whole pixels. */
const SPRITE = 2 * RADIUS + 2;

function draw(canvas: HTMLCanvasElement, groups: readonly PointGroup[], extent: Extent): void {
  const ratio = devicePixelRatio;
  const { clientWidth: width, clientHeight: height } = canvas;
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(ratio, ratio);
  context.beginPath();
  context.rect(inset.left, inset.top, width - inset.left - inset.right, height - inset.top - inset.bottom);
  context.clip();
  const place = placing(canvas, extent);
  for (const group of groups) {
    const mark = markOf(group, canvas, ratio);
    for (let i = 0; i < group.x.length; i++) {
      const [left, top] = place(group.x[i] ?? 0, group.y[i] ?? 0);
      context.drawImage(mark, left - SPRITE / 2, top - SPRITE / 2, SPRITE, SPRITE);
    }
  }
}

function placing(canvas: HTMLCanvasElement, { x, y }: Extent): (x: number, y: number) => readonly [number, number] {
  const width = canvas.clientWidth - inset.left - inset.right;
  const height = canvas.clientHeight - inset.top - inset.bottom;
  return (atX, atY) => [
    inset.left + ((atX - x[0]) / (x[1] - x[0])) * width,
    inset.top + ((y[1] - atY) / (y[1] - y[0])) * height,
  ];
}

function coloursOf({ isValidation }: PointGroup, canvas: HTMLCanvasElement): Omit<CanvasPath, "d"> {
  return isValidation
    ? { fill: "none", stroke: colourOf(canvas, "--text") }
    : { fill: colourOf(canvas, "--muted"), stroke: "none" };
}

const shapes = { disc: "m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0", square: "m-2-2h4v4h-4z" } as const;
const shapeOf = ({ isSquare }: PointGroup): string => shapes[isSquare ? "square" : "disc"];

/** Drawn once, and put to every place: a path of thousands of marks takes long to be filled. */
function markOf(group: PointGroup, canvas: HTMLCanvasElement, ratio: number): HTMLCanvasElement {
  const mark = canvas.ownerDocument.createElement("canvas");
  mark.width = mark.height = Math.ceil(SPRITE * ratio);
  const context = mark.getContext("2d");
  if (context === null) return mark;
  context.scale(mark.width / SPRITE, mark.height / SPRITE);
  const path = new Path2D(`M${SPRITE / 2} ${SPRITE / 2}${shapeOf(group)}`);
  const { fill, stroke } = coloursOf(group, canvas);
  [context.fillStyle, context.strokeStyle] = [fill, stroke];
  if (group.isValidation) context.stroke(path);
  else context.fill(path);
  return mark;
}

function pathsFor(canvas: HTMLCanvasElement, groups: readonly PointGroup[], extent: Extent): CanvasPath[] {
  const place = placing(canvas, extent);
  return groups.map((group) => {
    const marks = Array.from(group.x, (x, i) => {
      const [left, top] = place(x, group.y[i] ?? 0);
      return `M${left.toFixed(1)} ${top.toFixed(1)}${shapeOf(group)}`;
    });
    return { d: marks.join(""), ...coloursOf(group, canvas) };
  });
}
