/** @file Numbers over a square of places: row by row from the bottom. Its levels, its least place, what stands next to a place. Pure. */
import type { ChartScale } from "../../store/store.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Grid {
  readonly values: readonly number[];
  readonly side: number;
  readonly across: Span;
  readonly up: Span;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const along = ({ from, to }: Span, k: number, side: number): number => from + ((to - from) * k) / (side - 1);

export const placeOf = ({ side, across, up }: Grid, i: number): Place => ({
  x: along(across, i % side, side),
  y: along(up, Math.floor(i / side), side),
});

export function leastOf(grid: Grid): Place & { readonly value: number } {
  let best = -1;
  grid.values.forEach((value, i) => {
    if (Number.isFinite(value) && (best < 0 || value < (grid.values[best] ?? Number.NaN))) best = i;
  });
  return { ...placeOf(grid, Math.max(0, best)), value: grid.values[best] ?? Number.NaN };
}

/** At the measured place next to it. */
export function nearestValue({ values, side, across, up }: Grid, at: Place): number {
  const nearest = ({ from, to }: Span, x: number): number =>
    Math.min(side - 1, Math.max(0, Math.round(((x - from) / (to - from)) * (side - 1))));
  return values[nearest(up, at.y) * side + nearest(across, at.x)] ?? Number.NaN;
}

/** Of all places, the shares that lie below a line: closer where it is low. */
const SHARES = [0.01, 0.03, 0.06, 0.1, 0.16, 0.24, 0.34, 0.46, 0.6, 0.75, 0.9];

export function levelsByShare({ values }: Grid): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const levels = SHARES.flatMap((share) => sorted[Math.floor(share * sorted.length)] ?? []);
  return [...new Set(levels)];
}

const LEVELS = 14;
/** Factors of ten that levels go down at most: what is lower is the bottom. */
const DECADES = 6;

/** Evenly, or by even factors: of the value where all are above 0, and else of what it is above the least. */
export function evenLevels(grids: readonly Pick<Grid, "values">[], scale: ChartScale): number[] {
  const finite = grids.flatMap(({ values }) => values.filter(Number.isFinite));
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  if (!(most > least)) return [];
  const shares = Array.from({ length: LEVELS }, (_, i) => (i + 1) / (LEVELS + 1));
  if (scale === "linear") return shares.map((share) => least + share * (most - least));
  const base = least > 0 ? 0 : least;
  const bottom = Math.max(least - base, (most - base) * 10 ** -DECADES);
  // Of what is counted from the least, nothing is below.
  const low = least > 0 ? bottom : Math.max(bottom, (most - base) * 1e-3);
  return shares.map((share) => base + low * ((most - base) / low) ** share);
}

/** So many rows and columns of it, evenly: a table that can be read. */
export function thinned(grid: Grid, most: number): Grid {
  const step = Math.ceil((grid.side - 1) / (most - 1));
  const kept = Array.from({ length: grid.side }, (_, k) => k).filter((k) => k % step === 0);
  const last = kept.at(-1) ?? 0;
  const span = (of: Span): Span => ({ from: of.from, to: along(of, last, grid.side) });
  return {
    side: kept.length,
    across: span(grid.across),
    up: span(grid.up),
    values: kept.flatMap((row) => kept.map((column) => grid.values[row * grid.side + column] ?? Number.NaN)),
  };
}
