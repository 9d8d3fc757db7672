/** @file What components did over steps, as curves and as numbers. Pure. */
import type { Curve } from "../../charts/curve.ts";
import { pointsOf } from "../../charts/series.ts";
import { csvOf } from "../../files/csv.ts";
import type { ChartScale } from "../../store/store.ts";
import type { Course } from "./Tracer.ts";

export interface LaneCourse {
  readonly lane: string;
  readonly course: Course;
}

export const views = ["values", "weights", "cosines", "conflicts"] as const;
export type View = (typeof views)[number];

export const viewTitles: Readonly<Record<View, string>> = {
  values: "Component losses",
  weights: "Weights of components",
  cosines: "Cosines of gradients",
  conflicts: "Share of pairs in conflict",
};

/** Of one view, each with its name: of components, of pairs, or of what lies between. */
export interface Line {
  readonly name: string;
  readonly values: readonly number[];
}

const between = ["least", "median", "greatest"] as const;

export function linesOf(course: Course, view: View): Line[] {
  if (view === "conflicts") return [{ name: "share", values: course.conflicts }];
  const all = course[view];
  if (!course.isEach) return all.map((values, i) => ({ name: between[i] ?? "", values }));
  const names = Array.from({ length: course.components }, (_, i) => course.names?.[i] ?? `component ${i}`);
  if (view !== "cosines") return all.map((values, i) => ({ name: names[i] ?? "", values }));
  const pairs = names.flatMap((one, i) => names.slice(i + 1).map((other) => `${one}, ${other}`));
  return all.map((values, i) => ({ name: pairs[i] ?? "", values }));
}

/** Each component is a line; of many, their median is one, and what all lie between is its ground. */
export function curvesOf({ lane, course }: LaneCourse, view: View, scale: ChartScale): Curve[] {
  const points = (values: readonly number[]) => pointsOf({ steps: course.steps, values }, scale);
  const lines = linesOf(course, view);
  const [least, median, greatest] = lines;
  if (!course.isEach && least !== undefined && median !== undefined && greatest !== undefined)
    return [
      { key: `${lane} all`, lane, weight: "band", points: points(greatest.values), floor: points(least.values) },
      { key: `${lane} median`, lane, weight: "full", points: points(median.values) },
    ];
  return lines.map(({ name, values }, i) => ({
    key: `${lane} ${name}`,
    lane,
    weight: "full",
    points: points(values),
    strength: 1 - (0.65 * i) / Math.max(1, lines.length - 1 || 1),
  }));
}

/** At the last moment not after it. */
export function valueAt({ steps }: Course, { values }: Line, at: number): number {
  const after = steps.findIndex((step) => step > at);
  return values[after < 0 ? steps.length - 1 : Math.max(0, after - 1)] ?? Number.NaN;
}

export function coursesCsv(all: readonly LaneCourse[]): string {
  const rows = all.flatMap(({ lane, course }) =>
    views.flatMap((view) =>
      linesOf(course, view).flatMap(({ name, values }) =>
        course.steps.map((step, i) => [lane, viewTitles[view], name, step, values[i] ?? Number.NaN]),
      ),
    ),
  );
  return csvOf(["lane", "what", "of", "step", "value"], rows);
}
