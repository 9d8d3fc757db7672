/** @file What becomes of a loss in other units, other dtypes, and far from where it is used. */
import type { CheckedOf } from "./kinds.ts";
import type { Studied } from "./studied.ts";
import { bisect } from "./vectors.ts";

/** `degree`: the value grows with this power of the units; null where it is no power. */
export function units({ subject, here }: Studied): CheckedOf<"units"> | null {
  if (subject.kind !== "numbers" || !(Math.abs(here.value) > 0)) return null;
  const { predictions, target, isDouble } = subject;
  const by = (factor: number, shift: number): number =>
    subject.ask({
      predictions: predictions.map((value) => factor * value + shift),
      target: target.map((value) => factor * value + shift),
    })?.value ?? Number.NaN;
  const tolerance = isDouble ? 1e-6 : 1e-3;
  const [twice, tenfold, shifted] = [by(2, 0), by(10, 0), by(1, 1)];
  const degree = Math.log2(twice / here.value);
  const isPower = Math.abs(Math.log10(tenfold / here.value) - degree) <= tolerance;
  const isShiftFree = Math.abs(shifted - here.value) <= tolerance * Math.abs(here.value);
  const rounded = Math.round(degree * 1e4) / 1e4;
  return { code: "units", degree: isPower && Number.isFinite(rounded) ? rounded + 0 : null, isShiftFree };
}

export function dtypes({ subject }: Studied): CheckedOf<"dtypes"> | null {
  const { refusal, isDouble } = subject;
  const single = subject.ask({ dtype: "float32" });
  if (single === null) return null;
  return {
    code: "dtypes",
    refusal,
    narrows: refusal === null && !isDouble,
    widens: single.dtype === "float64",
  };
}

/** Of ten: more closely where losses are used. */
const POWERS = [-2, -1, 0, 1, 1.5, 2, 2.5, 3, 4, 8, 16, 20, 38];

/** In float32, as training computes: up to where along the axis value and gradient are finite, and the gradient is not lost to rounding. */
export function range({ profile, subject }: Studied): CheckedOf<"range"> | null {
  if (profile === null) return null;
  const { axis, point } = profile;
  const isBroken = (x: number): boolean => {
    const found = point(x, "float32");
    return found === null || !Number.isFinite(found.value) || !Number.isFinite(axis.slope(found.gradient, axis.main));
  };
  const isLost = (x: number): boolean => {
    const single = point(x, "float32");
    if (single === null || axis.slope(single.gradient, axis.main) !== 0) return false;
    const double = point(x);
    return double !== null && Math.abs(axis.slope(double.gradient, axis.main)) > 0;
  };
  /** The first place that is so, where all beyond it are. */
  const first = (sign: number, isSo: (x: number) => boolean, to: number): number | null => {
    const powers = POWERS.filter((power) => power <= to);
    const k = powers.findIndex((power) => isSo(sign * 10 ** power));
    if (k < 1) return k === 0 ? sign * 10 ** powers[0] : null;
    return sign * 10 ** bisect(powers[k - 1], powers[k], (power) => !isSo(sign * 10 ** power), 12);
  };
  return {
    code: "range",
    axis: axis.name,
    reach: axis.reach,
    below: first(-1, isBroken, 38),
    above: first(1, isBroken, 38),
    // The side that training comes from: past it, nothing is left to learn.
    lost: subject.isDouble ? (first(-1, isLost, 4) ?? (axis.name === "difference" ? first(1, isLost, 4) : null)) : null,
  };
}
