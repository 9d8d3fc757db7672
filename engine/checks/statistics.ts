/** @file Statistics of targets that a loss may be least at, where it is one constant for all of them. */

export interface Sorted {
  /** Ascending. */
  readonly values: Float64Array;
}

/** The places at which a statistic may be found: a median of an even number is anywhere between two. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const at = (value: number): Place => ({ from: value, to: value });
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export function quantile(values: Float64Array, level: number): Place {
  const place = level * values.length;
  const whole = Math.round(place);
  // Between two targets everything is as good.
  if (Math.abs(place - whole) < 1e-6 && whole > 0 && whole < values.length)
    return { from: values[whole - 1], to: values[whole] };
  return at(values[Math.min(values.length - 1, Math.floor(place))]);
}

/** Where the pulls of both sides balance, each in proportion to its distance. */
function expectile(values: Float64Array, level: number): Place {
  let [low, high] = [values[0], values[values.length - 1]];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    const pull = values.reduce((sum, value) => sum + (value > middle ? level : 1 - level) * (value - middle), 0);
    if (pull > 0) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}

function weightedMedian(values: Float64Array, weight: (value: number) => number): Place | null {
  const weights = values.map(weight);
  const half = weights.reduce((sum, each) => sum + each, 0) / 2;
  if (!Number.isFinite(half)) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i];
    if (sum >= half) return at(values[i]);
  }
  return null;
}

function weightedMean(values: Float64Array, weight: (value: number) => number): Place | null {
  const weights = values.map(weight);
  const total = weights.reduce((sum, each) => sum + each, 0);
  return Number.isFinite(total) ? at(values.reduce((sum, value, i) => sum + weights[i] * value, 0) / total) : null;
}

/** The densest place: where a bell over every target adds up to most. */
function mode(values: Float64Array): Place {
  const n = values.length;
  const centre = mean(values);
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / n);
  const width = 1.06 * spread * n ** -0.2;
  let [best, most] = [values[0], 0];
  for (let k = 0; k <= 200; k++) {
    const x = values[0] + ((values[n - 1] - values[0]) * k) / 200;
    const density = values.reduce((sum, value) => sum + Math.exp(-0.5 * ((x - value) / width) ** 2), 0);
    if (density > most) [best, most] = [x, density];
  }
  return { from: best - width, to: best + width };
}

const areAbove = (values: Float64Array, least: number): boolean => values[0] > least;

/** `level`: of a quantile or an expectile, what the slopes on both sides of a target say. In the order in which they are tried. */
export const statistics = {
  mean: (values) => at(mean(values)),
  median: (values) => quantile(values, 0.5),
  quantile: (values, level) => (level === null ? null : quantile(values, level)),
  expectile: (values, level) => (level === null ? null : expectile(values, level)),
  midrange: (values) => at((values[0] + values[values.length - 1]) / 2),
  "log-odds": (values) => (isShare(mean(values)) ? at(Math.log(mean(values) / (1 - mean(values)))) : null),
  "log-mean": (values) => (areAbove(values, 0) || mean(values) > 0 ? at(Math.log(mean(values))) : null),
  "geometric-mean": (values) => (areAbove(values, 0) ? at(Math.exp(mean(values.map(Math.log)))) : null),
  "geometric-mean-of-1+": (values) => (areAbove(values, -1) ? at(Math.expm1(mean(values.map(Math.log1p)))) : null),
  "relative-median": (values) => weightedMedian(values, (value) => 1 / Math.abs(value)),
  "relative-mean": (values) => weightedMean(values, (value) => 1 / value ** 2),
} as const satisfies Readonly<Record<string, (values: Float64Array, level: number | null) => Place | null>>;

const isShare = (value: number): boolean => value > 0 && value < 1;

export type Statistic = keyof typeof statistics;
export const modeOf = mode;
