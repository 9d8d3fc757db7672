/** @file What of a landscape can be drawn: each lane's surface as grids, and the ends of other starts. Pure. */
import type { SurveyOf } from "../../../engine/study/landscape/facts.ts";
import type { Grid } from "../../charts/plane/grid.ts";
import { isFound, type Landscapes } from "./Surveyor.ts";

export interface LaneSurface {
  readonly lane: string;
  readonly loss: Grid;
  readonly metric: Grid;
  readonly metricName: string;
  readonly found: SurveyOf<"surface">;
}

export interface LaneBasins {
  readonly lane: string;
  readonly found: SurveyOf<"basins">;
  /** By the loss that each start ends with. */
  readonly starts: Grid;
}

type Held = Pick<Landscapes, "lay" | "surfaces" | "basins" | "paths">;

/** Of the plane that stands: what is of another is not drawn in it. */
export function surfacesOf({ lay, surfaces, paths }: Held, metric: string): LaneSurface[] {
  const plane = lay?.plane ?? null;
  if (lay === null || plane === null) return [];
  return lay.lanes.flatMap((lane) => {
    const asked = surfaces[lane];
    const path = paths[lane]?.found;
    if (asked === undefined || !isFound(asked.found) || !asked.of.includes(plane)) return [];
    const { side, loss, metric: measured } = asked.found;
    if (loss.length !== side * side || measured.length !== side * side) return [];
    const names = path !== undefined && isFound(path) ? path.metrics : [];
    const grid = (values: readonly number[]): Grid => ({ values, side, across: plane.x, up: plane.y });
    const metricName = names.includes(metric) ? metric : (names[0] ?? "");
    return [{ lane, loss: grid(loss), metric: grid(measured), metricName, found: asked.found }];
  });
}

export function basinsOf({ lay, basins }: Held): LaneBasins[] {
  const plane = lay?.plane ?? null;
  if (lay === null || plane === null) return [];
  return lay.lanes.flatMap((lane) => {
    const asked = basins[lane];
    if (asked === undefined || !isFound(asked.found) || !asked.of.includes(plane)) return [];
    const { side, loss, basin } = asked.found;
    if (loss.length !== side * side || basin.length !== side * side) return [];
    return [{ lane, found: asked.found, starts: { values: loss, side, across: plane.x, up: plane.y } }];
  });
}

/** Ends that runs came to, those that most starts come to first. */
export interface End {
  /** null for those that diverged. */
  readonly letter: string | null;
  readonly count: number;
  /** The median of what they came to. */
  readonly loss: number;
}

/** `a`, `b`, ...; `+` for ends too many to be told apart. */
export const letterOf = (basin: number): string => (basin >= 24 ? "+" : String.fromCharCode(97 + basin));

export function endsOf({ basin, loss }: SurveyOf<"basins">): End[] {
  const found = new Map<number, number[]>();
  basin.forEach((each, i) => {
    found.set(each, [...(found.get(each) ?? []), loss[i] ?? Number.NaN]);
  });
  return [...found]
    .map(([each, losses]) => ({
      letter: each < 0 ? null : letterOf(each),
      count: losses.length,
      loss: losses.sort((a, b) => a - b)[Math.floor(losses.length / 2)] ?? Number.NaN,
    }))
    .sort((a, b) => b.count - a.count);
}
