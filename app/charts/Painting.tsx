/** @file Paths on a canvas, redrawn with every report; a picture takes the same paths. */
import { useEffect, useRef } from "react";
import { type CanvasPath, holdsPaths } from "./canvas-paths.ts";
import { colourChanges, colourOf } from "./colour-of.ts";
import { useShownTheme } from "./use-shown-theme.ts";

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
  const canvas = useRef<HTMLCanvasElement>(null);
  // Its colours are read off the page.
  const theme = useShownTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const paths = (): readonly CanvasPath[] => {
      const { clientWidth: width, clientHeight: height } = current;
      return width === 0 ? [] : paint({ width, height, colour: (name) => colourOf(current, name) });
    };
    const redraw = (): void => draw(current, paths());
    redraw();
    holdsPaths(current, paths);
    const resizing = new ResizeObserver(redraw);
    resizing.observe(current);
    const changes = [...colourChanges(), matchMedia(`(resolution: ${devicePixelRatio}dppx)`)];
    for (const change of changes) change.addEventListener("change", redraw);
    return () => {
      resizing.disconnect();
      for (const change of changes) change.removeEventListener("change", redraw);
    };
  }, [paint, theme]);
  return <canvas ref={canvas} className="painting" />;
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
