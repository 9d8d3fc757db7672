/** @file Where one sample's loss is least, and how it goes there. */
import type { CheckedOf } from "./kinds.ts";
import type { Profile } from "./profile.ts";
import type { Studied } from "./studied.ts";
import { bisect } from "./vectors.ts";

const isSlope = Number.isFinite;

/** Close to the target, on either side. */
const stepOf = ({ axis }: Profile, isDouble: boolean): number => axis.reach * (isDouble ? 1e-6 : 1e-3);

/** `at`: prediction less target at the least loss, of the sample that stands for all; `low` and `high`: over all samples. null: nowhere in reach. */
export function minimum({ profile, subject }: Studied): CheckedOf<"minimum"> | null {
  if (profile === null || profile.axis.name !== "difference") return null;
  const { slope, axis, at, slopes, least } = profile;
  const h = stepOf(profile, subject.isDouble);
  const [left, right] = [slope(-h), slope(h)];
  const [falls, rises] = [left <= least, right >= -least];
  // Level ground round the target is left by a pull back to it.
  const isReached = slopes.some((each, k) => (at[k] > 0 ? each[profile.main] > least : each[profile.main] < -least));
  if (isSlope(left) && isSlope(right) && falls && rises && isReached)
    return { code: "minimum", at: 0, low: 0, high: 0, reach: axis.reach };
  // A loss that fails on one side of its target, and falls towards it on the other.
  if (!isSlope(left) !== !isSlope(right) && (isSlope(left) ? left < 0 : right > 0))
    return { code: "minimum", at: 0, low: 0, high: 0, reach: axis.reach };
  const places = at.flatMap((x, k): number[] => {
    const [here, next] = [slopes[k][profile.main], slopes[k + 1]?.[profile.main]];
    return next !== undefined && here < -least && next > least ? [bisect(x, at[k + 1], (d) => slope(d) < 0)] : [];
  });
  if (places.length === 0) return { code: "minimum", at: null, low: 0, high: 0, reach: axis.reach };
  const nearest = places.reduce((best, x) => (Math.abs(x) < Math.abs(best) ? x : best));
  const all = slopes[0].length > 1 ? samplesLeast(profile, nearest) : [nearest];
  return { code: "minimum", at: nearest, low: Math.min(...all), high: Math.max(...all), reach: axis.reach };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.abs(b);

/** Of every sample, to within a part of the grid's step; the main one's is known. */
function samplesLeast({ at, slopes, main }: Profile, known: number): number[] {
  return Array.from(slopes[0], (_, sample) => {
    if (sample === main) return known;
    let best = Number.POSITIVE_INFINITY;
    for (let k = 0; k + 1 < at.length; k++) {
      const [here, next] = [slopes[k][sample], slopes[k + 1][sample]];
      if (!(here < 0 && next > 0)) continue;
      if (isNear(here, slopes[k][main]) && isNear(next, slopes[k + 1][main])) return known;
      const x = at[k] + ((at[k + 1] - at[k]) * here) / (here - next);
      if (Math.abs(x) < Math.abs(best)) best = x;
    }
    return Number.isFinite(best) ? best : known;
  });
}

/** The slopes on both sides of the target, and what backward takes there; null where they are the same. */
export function kink({ profile, subject }: Studied): CheckedOf<"kink"> | null {
  if (profile === null || profile.axis.name !== "difference") return null;
  const { slope, slopes, main } = profile;
  const h = stepOf(profile, subject.isDouble);
  const [left, taken, right] = [slope(-h), slope(0), slope(h)];
  if (!isSlope(left) || !isSlope(right)) return null;
  const largest = Math.max(...slopes.map((each) => Math.abs(each[main])).filter(isSlope));
  const isSmooth = Math.abs(right - left) <= 2e-3 * largest && isSlope(taken);
  // One sample's, where the batch's mean is taken of all.
  const scale = Math.max(Math.abs(left), Math.abs(right)) || 1;
  return { code: "kink", isSmooth, left: left / scale, right: right / scale, taken: taken / scale };
}
