/** @file A curve of a chart, as the page draws it: its points, its looks, its path. */
import { createContext } from "react";
import type { Point } from "./series.ts";

export const weights = {
  bold: { strokeWidth: 2, strokeOpacity: 1 },
  full: { strokeWidth: 1.75, strokeOpacity: 1 },
  thin: { strokeWidth: 1, strokeOpacity: 0.75 },
  /** Between two edges: nothing but its ground. */
  band: { strokeWidth: 0, strokeOpacity: 0 },
};

/** Every curve brings its own points, so that one that is long costs the others nothing. */
export interface Curve {
  readonly key: string;
  readonly lane: string;
  readonly weight: keyof typeof weights;
  readonly points: readonly Point[];
  /** Where it is a band: its lower edge, point by point below the upper one. */
  readonly floor?: readonly Point[];
  /** Of several of one lane, how strong it is drawn: 1 where nothing is said. */
  readonly strength?: number;
}

/** What is drawn comes past the chart, not through its properties: new curves alone must not make it draw its axes again. */
export const CurvesContext = createContext<readonly Curve[]>([]);

/** Where a value lies along an axis; undefined where it has no place. */
type Scale = (value: number) => number | undefined;

export function curvePath({ points, floor }: Curve, xOf: Scale, yOf: Scale): string {
  return floor === undefined ? pathOf(points, xOf, yOf) : areaOf(points, floor, xOf, yOf);
}

/** Straight from point to point; broken where a value has no place on the axis, and a point between two breaks is a dot. */
function pathOf(points: readonly Point[], xOf: Scale, yOf: Scale): string {
  let path = "";
  let isDown = false;
  for (const { x, y } of points) {
    const [left, top] = [xOf(x), y === null ? undefined : yOf(y)];
    if (left === undefined || top === undefined) {
      isDown = false;
      continue;
    }
    const place = `${left.toFixed(1)} ${top.toFixed(1)}`;
    path += isDown ? `L${place}` : `M${place}h0`;
    isDown = true;
  }
  return path;
}

/** The ground between two edges, in as many pieces as the breaks leave. */
function areaOf(high: readonly Point[], low: readonly Point[], xOf: Scale, yOf: Scale): string {
  let [path, upper, lower]: [string, string[], string[]] = ["", [], []];
  const close = (): void => {
    if (upper.length > 0) path += `M${upper.join("L")}L${lower.reverse().join("L")}Z`;
    [upper, lower] = [[], []];
  };
  high.forEach(({ x, y }, i) => {
    const below = low[i]?.y ?? null;
    const left = xOf(x);
    const [top, bottom] = [y === null ? undefined : yOf(y), below === null ? undefined : yOf(below)];
    if (left === undefined || top === undefined || bottom === undefined) close();
    else {
      upper.push(`${left.toFixed(1)} ${top.toFixed(1)}`);
      lower.push(`${left.toFixed(1)} ${bottom.toFixed(1)}`);
    }
  });
  close();
  return path;
}
