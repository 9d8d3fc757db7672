/** @file What the pictures of many gradients say, in words and numbers. Pure. */
import type { CosineMatrix, GradientsReport } from "../../../../engine/inspect/gradients-report.ts";
import { formatNumber } from "../../../verdict/format.ts";

export interface RowFacts {
  /** The component, or the components, that the row stands for. */
  readonly title: string;
  /** Other rows it points against. */
  readonly conflicts: number;
  readonly others: number;
  readonly least: { readonly cosine: number; readonly row: number } | null;
}

export function cosineAt({ size, values }: CosineMatrix, row: number, column: number): number {
  return values[row * size + column] ?? Number.NaN;
}

/** "b", "sample 4", "component 4", "components 4 to 9 (6)": as they are known, counted from 0 as indices are. */
export function titleOfRow({ names, samples, cosines }: GradientsReport, row: number): string {
  const components = cosines.rows[row] ?? [];
  const [first] = components;
  if (first === undefined) return "no component";
  const kind = samples === null ? "component" : "sample";
  if (components.length === 1) return names?.[first] ?? `${kind} ${first}`;
  return `${components.length} ${kind}s, ${first} and like it`;
}

export function rowFacts(report: GradientsReport, row: number): RowFacts {
  const { cosines } = report;
  let [conflicts, others] = [0, 0];
  let least: RowFacts["least"] = null;
  for (let column = 0; column < cosines.size; column++) {
    const cosine = cosineAt(cosines, row, column);
    if (column === row) continue;
    others++;
    if (cosine < 0) conflicts++;
    if (Number.isFinite(cosine) && (least === null || cosine < least.cosine)) least = { cosine, row: column };
  }
  return { title: titleOfRow(report, row), conflicts, others, least };
}

export function rowText(report: GradientsReport, row: number): string {
  const { title, conflicts, others, least } = rowFacts(report, row);
  const worst =
    least === null ? "" : `; least cosine ${formatNumber(least.cosine)}, with ${titleOfRow(report, least.row)}`;
  return `${title}: against ${conflicts} of ${others}${worst}`;
}

/** The data set's rows behind a row of the matrix. */
export function samplesOfRow({ samples, cosines }: GradientsReport, row: number): number[] {
  if (samples === null) return [];
  return (cosines.rows[row] ?? []).flatMap((component) => samples[component] ?? []);
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Names for bars: the components' own where they have some. */
export function componentName({ names, samples }: GradientsReport, component: number): string {
  return names?.[component] ?? `${samples === null ? "component" : "sample"} ${component}`;
}

export interface Spread {
  readonly least: number;
  readonly largest: number;
  /** How many are zero or as good as zero beside the largest. */
  readonly idle: number;
}

export function spreadOf(weights: readonly number[]): Spread {
  const finite = weights.filter(Number.isFinite);
  const largest = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const least = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const reach = Math.max(Math.abs(largest), Math.abs(least));
  return { least, largest, idle: finite.filter((weight) => Math.abs(weight) < reach * 1e-3).length };
}

/** More bars than this are thinner than a pixel. */
const MOST_BARS = 56;

/** Of each stretch the value that is largest in size, so that what stands out is not lost. */
export function peaksOf(values: readonly number[]): readonly number[] {
  if (values.length <= MOST_BARS) return values;
  return Array.from({ length: MOST_BARS }, (_, bar) => {
    const at = (i: number): number => Math.floor((i * values.length) / MOST_BARS);
    return values.slice(at(bar), at(bar + 1)).reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  });
}

export interface ChangePoint {
  readonly component: number;
  readonly predicted: number;
  readonly measured: number;
}

/** Pairs that both exist and are finite. */
export function changesOf({ components, cosines, predicted, measured }: GradientsReport): ChangePoint[] {
  if (predicted === null || measured === null) return [];
  const lookedAt = predicted.length === components ? null : cosines.rows.flat().sort((a, b) => a - b);
  return predicted.flatMap((value, i) => {
    const came = measured[i];
    const component = lookedAt === null ? i : lookedAt[i];
    return came === undefined || component === undefined || !Number.isFinite(value) || !Number.isFinite(came)
      ? []
      : [{ component, predicted: value, measured: came }];
  });
}
