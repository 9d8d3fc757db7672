/** @file The shape of one sample's loss: alike to both sides, convex, bounded. */
import type { CheckedOf } from "./kinds.ts";
import type { Profile } from "./profile.ts";
import type { Studied } from "./studied.ts";
import { bisect } from "./vectors.ts";

/** `ratio`: how many times as much a prediction that is too high costs, where that is the same everywhere. */
export function symmetry({ profile, subject }: Studied): CheckedOf<"symmetry"> | null {
  if (profile === null || profile.axis.name !== "difference" || subject.kind !== "numbers") return null;
  const { at, slopes, main, least } = profile;
  const half = at.length / 2;
  const pairs = Array.from({ length: half }, (_, k) => {
    const above = slopes[half + k][main];
    const below = slopes[half - 1 - k][main];
    return { above, below: -below };
  }).filter(({ above, below }) => Math.abs(above) > least || Math.abs(below) > least);
  if (pairs.length === 0 || pairs.some(({ above, below }) => !Number.isFinite(above + below))) return null;
  const ratios = pairs.map(({ above, below }) => above / below);
  const [first] = ratios;
  const isSteady = ratios.every((ratio) => Math.abs(ratio - first) <= 1e-4 * Math.abs(first));
  const ratio = isSteady && Number.isFinite(first) && first > 0 ? first : null;
  return { code: "symmetry", isSymmetric: ratio !== null && Math.abs(ratio - 1) < 1e-3, ratio };
}

/** `from`, `to`: where it is convex round its least place; the ends of what was looked at where it is so beyond. */
export function convexity({ profile, subject }: Studied): CheckedOf<"convexity"> | null {
  if (profile === null) return null;
  const { at, slopes, main, axis, slope } = profile;
  const own = slopes.map((each) => each[main]);
  const largest = Math.max(...own.map(Math.abs).filter(Number.isFinite));
  const tolerance = (subject.isDouble ? 1e-9 : 1e-4) * largest;
  const known = at.flatMap((x, k) => (Number.isFinite(own[k]) ? [{ x, slope: own[k] }] : []));
  // Two of its places suffice to see that it bends down.
  const bendsDown = known.map(({ slope: here }, k) => k > 0 && here < known[k - 1].slope - tolerance);
  const [low, high] = [known[0].x, known[known.length - 1].x];
  if (!bendsDown.includes(true)) return { code: "convexity", axis: axis.name, isConvex: true, from: low, to: high };
  const h = axis.reach * 1e-4;
  const isConvexAt = (x: number): boolean => slope(x + h) - slope(x - h) >= -tolerance * 1e-2;
  const middle = leastPlace(profile);
  const after = known.findIndex(({ x }, k) => x > middle && bendsDown[k]);
  const before = known.findLastIndex((_, k) => k > 0 && known[k - 1].x < middle && bendsDown[k]);
  const edge = (k: number, step: -1 | 1): number => {
    if (k < 0) return step > 0 ? high : low;
    const outer = step > 0 ? known[k].x : known[k - 1].x;
    const inner = known[k - 2 * step]?.x ?? middle;
    const within = step > 0 ? Math.max(inner, middle + h) : Math.min(inner, middle - h);
    return isConvexAt(within) ? bisect(within, outer, isConvexAt) : middle;
  };
  return { code: "convexity", axis: axis.name, isConvex: false, from: edge(before, -1), to: edge(after, 1) };
}

function leastPlace({ axis }: Profile): number {
  return axis.name === "difference" ? 0 : axis.reach / 2;
}

/** Far out along the axis, or with a weight of the loss's own far from where it begins: does the value fall without end? */
export function bounded({ profile, subject, here }: Studied): CheckedOf<"bounded"> | null {
  const endless = (values: readonly (number | undefined)[]): boolean => {
    const [near = Number.NaN, far = Number.NaN] = values;
    const fall = here.value - near;
    return fall > 1e-6 * Math.max(1, Math.abs(here.value)) && far < 0 && near - far > 0.5 * fall;
  };
  const names = subject.parameters;
  for (const [index, name] of names.entries()) {
    for (const sign of [-1, 1]) {
      const values = [10, 1e4].map((by) => subject.ask({ parameter: { index, by: sign * by } })?.value);
      if (endless(values)) return { code: "bounded", isBounded: false, by: name, axis: null };
    }
  }
  if (profile === null) return null;
  for (const sign of [-1, 1]) {
    const values = [1e2, 1e5].map((far) => profile.point(sign * far * profile.axis.reach)?.value);
    if (endless(values)) return { code: "bounded", isBounded: false, by: null, axis: profile.axis.name };
  }
  return { code: "bounded", isBounded: true, by: null, axis: profile.axis.name };
}
