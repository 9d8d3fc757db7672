/** @file What a loss estimates: the constant that is least over the targets of the data, and the statistic of them that this is. */
import type { CheckedOf } from "./kinds.ts";
import type { Profile } from "./profile.ts";
import type { Studied } from "./studied.ts";
import { modeOf, type Place, type Statistic, quantile, statistics } from "./statistics.ts";
import type { Subject } from "./subject.ts";
import { bisect, filled } from "./vectors.ts";

/** Of the targets: more change nothing but the time it takes. */
const MOST_TARGETS = 100;
const PLACES = 30;

/**
 * A statistic is believed where it is the least place for two sets of targets: the data's own, and the same skewed. Nearly any number is some
 * quantile of one set.
 */
export function estimates({ subject, profile, coupling }: Studied): CheckedOf<"estimates"> | null {
  if (subject.kind !== "numbers" && subject.kind !== "binary") return null;
  const own = sorted(thinned(subject.population));
  if (own.length < 3 || own[0] === own[own.length - 1]) return null;
  const other = subject.kind === "binary" ? withMoreOnes(own) : skewed(own);
  const [first, second] = [own, other].map((targets) => leastFor(subject, targets));
  if (first === null || second === null) return null;
  const level = profile === null || profile.axis.name !== "difference" ? null : levelOf(profile);
  const span = own[own.length - 1] - own[0];
  const isIn = (found: Place, place: Place | null): boolean =>
    place !== null && found.from <= place.to + 2e-3 * span && found.to >= place.from - 2e-3 * span;
  const known = (Object.keys(statistics) as Statistic[]).find((name) => {
    const of: (values: Float64Array, level: number | null) => Place | null = statistics[name];
    return isIn(first, of(own, level)) && isIn(second, of(other, level));
  });
  const [mean, median] = [statistics.mean(own).from, statistics.median(own)];
  const middle = (median.from + median.to) / 2;
  const at = (first.from + first.to) / 2;
  const isBetween =
    between(at, mean, middle) &&
    between((second.from + second.to) / 2, statistics.mean(other).from, quantile(other, 0.5).from);
  const isMode = () => isRedescending(profile) && isIn(first, modeOf(own)) && isIn(second, modeOf(other));
  const statistic = known ?? (isBetween ? "between" : isMode() ? "mode" : "other");
  const below = own.filter((value) => value < at).length;
  return {
    code: "estimates",
    statistic,
    level: statistic === "quantile" || statistic === "expectile" ? level : null,
    at,
    mean,
    median: middle,
    rank: below / own.length,
    isCoupled: coupling === "coupled",
  };
}

const between = (value: number, a: number, b: number): boolean => value > Math.min(a, b) && value < Math.max(a, b);
const sorted = (values: Float64Array): Float64Array => values.slice().sort();

function thinned(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.ceil(values.length / MOST_TARGETS));
  return values.filter((_, i) => i % step === 0);
}

/** In the same order and range, and closer together at the low end. */
function skewed(values: Float64Array): Float64Array {
  const [low, high] = [values[0], values[values.length - 1]];
  return values.map((value) => low + (high - low) * ((value - low) / (high - low)) ** 2);
}

function withMoreOnes(values: Float64Array): Float64Array {
  const ones = values.reduce((sum, value) => sum + value, 0) / values.length;
  const share = ones > 0.5 ? ones - 0.25 : ones + 0.25;
  return values.map((_, i) => (i >= (1 - share) * values.length ? 1 : 0));
}

/** How much more a prediction that is too low is pulled than one that is too high: the level that balances them. */
function levelOf({ slope, axis }: Profile): number | null {
  const h = axis.reach * 1e-3;
  const [below, above] = [-slope(-h), slope(h)];
  const level = below / (below + above);
  return level > 0 && level < 1 ? level : null;
}

/** Far from its target a sample is all but let go. */
function isRedescending(profile: Profile | null): boolean {
  if (profile === null) return false;
  const { slopes, main } = profile;
  const sizes = slopes.map((each) => Math.abs(each[main]));
  return Math.max(sizes[0], sizes[sizes.length - 1]) < 0.25 * Math.max(...sizes);
}

/** null where there is none, or it is far outside of the targets. */
function leastFor({ ask, isDouble }: Subject, target: Float64Array): Place | null {
  const at = (constant: number) => ask({ predictions: filled(target.length, constant), target });
  const slopeAt = (constant: number): number =>
    at(constant)?.gradient.reduce((sum, each) => sum + each, 0) ?? Number.NaN;
  const [low, high] = [target[0], target[target.length - 1]];
  for (const wide of [0.05, 1.5]) {
    const margin = wide * (high - low);
    const places = Array.from(
      { length: PLACES + 1 },
      (_, k) => low - margin + ((high - low + 2 * margin) * k) / PLACES,
    );
    const values = places.map((place) => at(place)?.value ?? Number.NaN);
    const least = values.reduce((best, value, k) => (value < values[best] || Number.isNaN(values[best]) ? k : best), 0);
    if (Number.isNaN(values[least]) || Math.max(...values) === values[least]) return null;
    if (least === 0 || least === PLACES) continue;
    const [from, to] = [places[least - 1], places[least + 1]];
    const [falls, rises] = [slopeAt(from), slopeAt(to)];
    // A gradient that is not the value's leads elsewhere.
    if (!(falls < 0 && rises > 0)) return null;
    const size = Math.max(-falls, rises);
    const tolerance = (isDouble ? 1e-12 : 1e-6) * size;
    const first = bisect(from, to, (place) => slopeAt(place) < -tolerance);
    const step = (to - from) * 2 ** -14;
    // Level ground begins there, of which any place is as good.
    const isLevel = slopeAt(first + step) <= tolerance;
    return { from: first, to: isLevel ? bisect(first, to, (place) => slopeAt(place) <= tolerance) : first };
  }
  return null;
}
