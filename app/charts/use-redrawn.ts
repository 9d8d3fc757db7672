/** @file A canvas that is drawn again whenever it would look different: another size, other colours, another resolution of the screen. */
import { type RefObject, useEffect, useRef } from "react";
import { type CanvasPath, holdsPaths } from "./canvas-paths.ts";
import { colourChanges } from "./colour-of.ts";
import { useShownTheme } from "./use-shown-theme.ts";

export interface Drawing {
  draw(canvas: HTMLCanvasElement): void;
  /** The same as paths, for a picture that is taken along. */
  paths(canvas: HTMLCanvasElement): readonly CanvasPath[];
}

/** Drawn anew when it is another drawing. */
export function useRedrawn(drawing: Drawing): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Its colours are read off the page.
  const theme = useShownTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const redraw = (): void => drawing.draw(current);
    redraw();
    holdsPaths(current, () => drawing.paths(current));
    const resizing = new ResizeObserver(redraw);
    resizing.observe(current);
    const changes = [...colourChanges(), matchMedia(`(resolution: ${devicePixelRatio}dppx)`)];
    for (const change of changes) change.addEventListener("change", redraw);
    return () => {
      resizing.disconnect();
      for (const change of changes) change.removeEventListener("change", redraw);
    };
  }, [drawing, theme]);
  return canvas;
}
