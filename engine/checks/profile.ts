/** @file How one sample's loss goes along its axis: its slope at places to both sides, all samples at once where none depends on another. */
import { type Axis, classMargins, differences, margins } from "./axis.ts";
import type { Coupling } from "./coupling.ts";
import type { Point, Subject } from "./subject.ts";
import { bisect, numbers } from "./vectors.ts";

export interface Profile {
  readonly axis: Axis;
  /** Ascending, and not 0. */
  readonly at: readonly number[];
  /** At each place, of each sample that was looked at; NaN where there is none. */
  readonly slopes: readonly Float64Array[];
  /** Its place among the samples of `slopes`. */
  readonly main: number;
  /** Below this a slope counts as none. */
  readonly least: number;
  /** The main sample's, anywhere. */
  slope(x: number): number;
  /** All there is to know of it there. */
  point(x: number, dtype?: "float32"): Point | null;
}

/** To each side. */
const PLACES = 32;

/** null where a sample has no axis of its own, or no slope on it. */
export function profileOf(subject: Subject, coupling: Coupling): Profile | null {
  switch (subject.kind) {
    case "numbers":
      return along(subject, differences(subject), coupling);
    case "binary":
      return binary(subject, coupling);
    case "classes":
      return along(subject, classMargins(subject), coupling);
    case "other":
      return null;
  }
}

function binary(subject: Subject, coupling: Coupling): Profile | null {
  const apart = along(subject, differences(subject, 1), coupling);
  const isDifference = apart !== null && isLeastAtTarget(apart.slope);
  return isDifference ? apart : along(subject, margins(subject), coupling);
}

/** Of targets 0 and 1, by the slope at prediction less target: so it is of a loss of probabilities, or of a difference; one of logits goes on. */
export function isLeastAtTarget(slope: (x: number) => number): boolean {
  const step = 0.05;
  const [below, above] = [slope(-step), slope(step)];
  // A probability's loss has no slope past its target.
  return !(below > 0) && !(above < 0) && (below !== 0 || above !== 0);
}

function along(subject: Subject, axis: Axis, coupling: Coupling): Profile | null {
  const isAlone = coupling !== "none";
  const point = (x: number, dtype?: "float32"): Point | null =>
    subject.ask({ predictions: axis.at(x, isAlone ? axis.main : null), ...(dtype === undefined ? {} : { dtype }) });
  const samples = isAlone ? [axis.main] : Array.from({ length: axis.samples }, (_, i) => i);
  const slopesAt = (x: number): Float64Array => {
    const found = point(x);
    return numbers(samples.length, (i) => (found === null ? Number.NaN : axis.slope(found.gradient, samples[i])));
  };
  // Closer together near 0, where most happens.
  const half = Array.from({ length: PLACES }, (_, k) => axis.reach * ((k + 1) / PLACES) ** 1.5);
  const at = [...half.map((x) => -x).reverse(), ...half];
  const slopes = at.map(slopesAt);
  const main = isAlone ? 0 : axis.main;
  const sizes = slopes.map((each) => Math.abs(each[main])).filter(Number.isFinite);
  if (sizes.length < PLACES / 4) return null;
  const least = Math.max(...sizes) * (subject.isDouble ? 1e-12 : 1e-6);
  const slope = (x: number): number => {
    const found = point(x);
    return found === null ? Number.NaN : axis.slope(found.gradient, axis.main);
  };
  return { axis, at, slopes, main, least, slope, point };
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Where the main sample is so: `known` its places and slopes, their edges found in between. */
export function intervals(
  { at, slopes, main, slope }: Profile,
  isSo: (x: number, slope: number) => boolean,
): Interval[] {
  const so = at.map((x, k) => isSo(x, slopes[k][main]));
  const found: Interval[] = [];
  let from: number | null = so[0] ? at[0] : null;
  for (let k = 1; k < at.length; k++) {
    if (so[k] === so[k - 1]) continue;
    const edge = edgeBetween(at[k - 1], at[k], so[k - 1], (x) => isSo(x, slope(x)));
    if (so[k]) from = edge;
    else if (from !== null) found.push({ from, to: edge });
  }
  if (so.at(-1) === true && from !== null) found.push({ from, to: at[at.length - 1] });
  return found;
}

/** At 0 the side is what counts: an edge there is 0 itself. */
function edgeBetween(low: number, high: number, isLow: boolean, isSo: (x: number) => boolean): number {
  if (low >= 0 || high <= 0) return bisect(low, high, (x) => isSo(x) === isLow);
  const tiny = Math.min(-low, high) * 1e-3;
  if (isSo(-tiny) !== isLow) return bisect(low, -tiny, (x) => isSo(x) === isLow);
  return isSo(tiny) !== isLow ? 0 : bisect(tiny, high, (x) => isSo(x) === isLow);
}
