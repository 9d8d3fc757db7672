/** @file From what the sandbox measured to what is drawn: on one axis for all lanes, with the stretches that have to be named. Pure. */
import type { SampleCurve } from "../../../engine/checks/sample/facts.ts";
import type { Point } from "../../charts/series.ts";
import type { Domain } from "../../charts/ticks.ts";

export interface LaneCurve {
  readonly lane: string;
  readonly curve: SampleCurve;
}

export type Axis = SampleCurve["axis"];
/** What is drawn of the slope: itself, divided by the distance (the weight of reweighted least squares), or its own slope. */
export const pulls = ["gradient", "weight", "curvature"] as const;
export type Pull = (typeof pulls)[number];

/**
 * On one axis, those that can be. A loss of a difference is drawn over predictions as well, by the target that the others are drawn for: it is the same
 * wherever its target lies.
 */
export function aligned(curves: readonly LaneCurve[]): {
  readonly axis: Axis;
  readonly drawn: readonly LaneCurve[];
  readonly left: readonly LaneCurve[];
} | null {
  const [first] = curves;
  if (first === undefined) return null;
  const aimed = curves.find(({ curve }) => curve.axis === "prediction" && curve.target !== null);
  const target = aimed?.curve.target?.chosen ?? null;
  const moved = curves.map(({ lane, curve }): LaneCurve => {
    const moves = target !== null && curve.axis === "difference" && curve.others === "alone";
    return { lane, curve: moves ? shifted(curve, target) : curve };
  });
  const { axis } = moved[0]?.curve ?? first.curve;
  return {
    axis,
    drawn: moved.filter(({ curve }) => curve.axis === axis),
    left: moved.filter(({ curve }) => curve.axis !== axis),
  };
}

function shifted(curve: SampleCurve, by: number): SampleCurve {
  const move = (x: number): number => x + by;
  return {
    ...curve,
    axis: "prediction",
    from: move(curve.from),
    to: move(curve.to),
    at: curve.at.map(move),
    rug: curve.rug.map(move),
    own: curve.own === null ? null : move(curve.own),
    target: { from: by, to: by, isWhole: false, chosen: by },
  };
}

/** From end to end of all of them; a loss of a difference that is drawn over predictions reaches no farther than those. */
export function spanOf(drawn: readonly LaneCurve[]): Domain {
  const own = drawn.filter(({ curve: { target } }) => target === null || target.from !== target.to);
  const counted = own.length > 0 ? own : drawn;
  return [Math.min(...counted.map(({ curve }) => curve.from)), Math.max(...counted.map(({ curve }) => curve.to))];
}

/** A place that has no value is a break. */
const pointsOf = (xs: readonly number[], ys: readonly number[]): Point[] =>
  xs.map((x, i) => ({ x, y: Number.isFinite(ys[i]) ? (ys[i] ?? null) : null }));

export const lossPoints = ({ at, values }: SampleCurve): Point[] => pointsOf(at, values);

/** The target lies at 0, or where it was chosen; on the axis of margins there is none. */
export const targetPlace = ({ axis, target }: SampleCurve): number | null =>
  axis === "difference" ? 0 : axis === "prediction" ? (target?.chosen ?? null) : null;

export function pullPoints(curve: SampleCurve, pull: Pull): Point[] {
  return pointsOf(curve.at, pullValues(curve, pull));
}

export function pullValues(curve: SampleCurve, pull: Pull): readonly number[] {
  const { at, slopes, curvatures } = curve;
  switch (pull) {
    case "gradient":
      return slopes;
    case "curvature":
      return curvatures;
    case "weight": {
      const target = targetPlace(curve);
      if (target === null) return slopes.map(() => Number.NaN);
      const tiny = 5e-7 * (curve.to - curve.from);
      // Where it meets its target, what the quotient comes to from both sides.
      return at.map((x, i) => (Math.abs(x - target) < tiny ? Number.NaN : (slopes[i] ?? Number.NaN) / (x - target)));
    }
  }
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the loss falls away from the target. */
export function pushes(curve: SampleCurve): Stretch[] {
  const target = targetPlace(curve);
  if (target === null && curve.axis !== "margin") return [];
  const least = 1e-9 * Math.max(...curve.slopes.map((slope) => (Number.isFinite(slope) ? Math.abs(slope) : 0)));
  const isPushing = (x: number, i: number): boolean => {
    const slope = curve.slopes[i] ?? 0;
    return target === null ? slope > least : slope * Math.sign(x - target) < -least;
  };
  return stretches(curve.at, isPushing, (i) => zeroBefore(curve, i));
}

/** Between a place and the one before it, where the line of slopes passes through 0; where it doesn't, the place itself. */
function zeroBefore({ at, slopes }: SampleCurve, i: number): number {
  const [a, b, low, high] = [slopes[i - 1] ?? 0, slopes[i] ?? 0, at[i - 1] ?? 0, at[i] ?? 0];
  return a * b < 0 ? low + ((high - low) * a) / (a - b) : Math.abs(a) < Math.abs(b) ? low : high;
}

/** Where it has no number. */
export const broken = ({ at, values }: SampleCurve): Stretch[] => stretches(at, (_, i) => !Number.isFinite(values[i]));

/** Each from the first place that is so to the last, or, where `edge` tells it, from and to between that and what is not so. */
function stretches(
  at: readonly number[],
  isSo: (x: number, i: number) => boolean,
  edge?: (i: number) => number,
): Stretch[] {
  const found: { from: number; to: number }[] = [];
  let isOn = false;
  at.forEach((x, i) => {
    const is = isSo(x, i);
    const last = found[found.length - 1];
    if (is && isOn && last !== undefined) last.to = x;
    else if (is) found.push({ from: i === 0 ? x : (edge?.(i) ?? x), to: x });
    else if (isOn && last !== undefined) last.to = edge?.(i) ?? last.to;
    isOn = is;
  });
  return found;
}

/** So high that no lane is flat because another one rises: what is higher is cut, unless all is to be seen. */
export function heightOf(lines: readonly (readonly Point[])[], [from, to]: Domain, isAll: boolean): Domain {
  const sizes = lines.map((points) => points.flatMap(({ x, y }) => (x < from || x > to || y === null ? [] : [y])));
  const all = sizes.flat();
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all, 0), Math.max(...all, 0)];
  if (isAll) return padded(low, high);
  // The ends of one line alone: a logarithm's, say, are no measure.
  const reach = (sign: 1 | -1): number => {
    const own = sizes.map((values) => {
      const side = values.map((value) => Math.max(0, sign * value)).sort((a, b) => a - b);
      return Math.min(side.at(-1) ?? 0, 4 * (side[Math.floor(0.9 * side.length)] ?? 0) || (side.at(-1) ?? 0));
    });
    const some = own.filter((value) => value > 0);
    return some.length === 0 ? 0 : Math.min(Math.max(...some), CUT * Math.min(...some));
  };
  return padded(-reach(-1), reach(1));
}

const CUT = 3;

function padded(low: number, high: number): Domain {
  const room = (high - low || 1) * 0.06;
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}

/** Between two measured places, as the line is drawn; NaN where it is broken. */
export function valueAt(at: readonly number[], values: readonly number[], x: number): number {
  const after = at.findIndex((place) => place >= x);
  if (after < 0) return Number.NaN;
  const [a, b] = [at[after - 1], at[after]];
  if (b === x || a === undefined || b === undefined)
    return b === x || after === 0 ? (values[after] ?? Number.NaN) : Number.NaN;
  const share = (x - a) / (b - a);
  return (1 - share) * (values[after - 1] ?? Number.NaN) + share * (values[after] ?? Number.NaN);
}
