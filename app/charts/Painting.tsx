/** @file Paths on a canvas, redrawn with every report; a picture takes the same paths. */
import { useMemo } from "react";
import type { CanvasPath } from "./canvas-paths.ts";
import { colourOf } from "./colour-of.ts";
import { type Drawing, useRedrawn } from "./use-redrawn.ts";

/** What is painted on, in CSS pixels. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** One of the page's own, as it is seen there. */
  colour(name: `--${string}`): string;
}

export type Paint = (plane: Plane) => readonly CanvasPath[];

/** `paint` is asked anew when it is another function. */
export function Painting({ paint }: { readonly paint: Paint }) {
  const canvas = useRedrawn(useMemo(() => drawingOf(paint), [paint]));
  return <canvas ref={canvas} className="painting" />;
}

function drawingOf(paint: Paint): Drawing {
  const paths = (canvas: HTMLCanvasElement): readonly CanvasPath[] => {
    const { clientWidth: width, clientHeight: height } = canvas;
    return width === 0 ? [] : paint({ width, height, colour: (name) => colourOf(canvas, name) });
  };
  return { draw: (canvas) => draw(canvas, paths(canvas)), paths };
}

function draw(canvas: HTMLCanvasElement, paths: readonly CanvasPath[]): void {
  const ratio = devicePixelRatio;
  const { clientWidth, clientHeight } = canvas;
  [canvas.width, canvas.height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(ratio, ratio);
  for (const { d, fill, stroke, opacity = 1, width = 1, dashes = [] } of paths) {
    const path = new Path2D(d);
    context.globalAlpha = opacity;
    context.fillStyle = fill;
    if (fill !== "none") context.fill(path);
    [context.strokeStyle, context.lineWidth] = [stroke, width];
    context.setLineDash([...dashes]);
    if (stroke !== "none") context.stroke(path);
  }
}
