/** @file What is drawn on a canvas, as paths for pictures that can be scaled. */

export interface CanvasPath {
  readonly d: string;
  readonly fill: string;
  readonly stroke: string;
  /** 1 where nothing is said. */
  readonly opacity?: number;
  /** Of the stroke: 1 where nothing is said. */
  readonly width?: number;
  /** Lengths of dashes and gaps; a whole line where nothing is said. */
  readonly dashes?: readonly number[];
}

const known = new WeakMap<Element, () => readonly CanvasPath[]>();

/** From now on the canvas holds what `paths` makes; it is asked when a picture is taken, and at no other time. */
export function holdsPaths(canvas: HTMLCanvasElement, paths: () => readonly CanvasPath[]): void {
  known.set(canvas, paths);
}

export const pathsOf = (canvas: Element): readonly CanvasPath[] => known.get(canvas)?.() ?? [];
