/**
 * @file The one number along which a sample's loss is looked at: how far its prediction is from its target, or how much it says for the right
 * class.
 */
import type { Subject } from "./subject.ts";
import { largest, numbers } from "./vectors.ts";

/** `difference`: prediction less target; `margin`: the logit of the right class, signed so that more is better. */
export type AxisName = "difference" | "margin";

export interface Axis {
  readonly name: AxisName;
  /** How far to both sides is looked. */
  readonly reach: number;
  readonly samples: number;
  /** The sample that stands for all where only one is looked at. */
  readonly main: number;
  /** Predictions with one sample at `x`, the others as in the batch; with all samples there where none is named. */
  at(x: number, sample: number | null): Float64Array;
  /** Of the sample's loss along the axis. */
  slope(gradient: Float64Array, sample: number): number;
  /** Where the batch has a sample. */
  placeOf(sample: number): number;
  /** Greater than nothing where a step against the gradient leads towards the target. */
  pull(x: number, slope: number): number;
}

export function differences(subject: Subject, reach: number | null = null): Axis {
  const { predictions, target } = subject;
  const apart = predictions.map((value, i) => value - target[i]);
  const spread = deviation(target);
  return {
    name: "difference",
    reach: reach ?? Math.max(8 * (spread || Math.max(1, largest(target))), 1.5 * largest(apart)),
    samples: predictions.length,
    main: typical(target),
    at: (x, sample) =>
      numbers(predictions.length, (i) => (sample === null || i === sample ? target[i] + x : predictions[i])),
    slope: (gradient, sample) => gradient[sample],
    placeOf: (sample) => apart[sample],
    pull: (x, slope) => slope * Math.sign(x),
  };
}

/** Of targets 0 and 1, and one logit each. */
export function margins({ predictions, target }: Subject): Axis {
  const sign = (sample: number): number => 2 * target[sample] - 1;
  return {
    name: "margin",
    reach: MARGIN,
    samples: predictions.length,
    main: Math.max(0, target.indexOf(1)),
    at: (x, sample) =>
      numbers(predictions.length, (i) => (sample === null || i === sample ? sign(i) * x : predictions[i])),
    slope: (gradient, sample) => gradient[sample] * sign(sample),
    placeOf: (sample) => predictions[sample] * sign(sample),
    pull: (_, slope) => -slope,
  };
}

/** Of the numbers of classes, and as many logits: the others of a row stay 0. */
export function classMargins({ predictions, target, rows }: Subject): Axis {
  const width = predictions.length / rows;
  const place = (row: number): number => row * width + target[row];
  const row = (into: Float64Array, at: number, x: number): Float64Array => {
    into.fill(0, at * width, (at + 1) * width);
    into[place(at)] = x;
    return into;
  };
  return {
    name: "margin",
    reach: MARGIN,
    samples: rows,
    main: 0,
    at(x, sample) {
      const made = numbers(predictions.length, (i) => predictions[i]);
      if (sample !== null) return row(made, sample, x);
      for (let i = 0; i < rows; i++) row(made, i, x);
      return made;
    },
    slope: (gradient, sample) => gradient[place(sample)],
    placeOf(sample) {
      const others = predictions.slice(sample * width, (sample + 1) * width).with(target[sample], -Infinity);
      return predictions[place(sample)] - Math.max(...others);
    },
    pull: (_, slope) => -slope,
  };
}

const MARGIN = 8;

export function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}

/** Whose target is about as large as targets are: a relative error does not meet 0 there. */
function typical(target: Float64Array): number {
  const size = target.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, target.length);
  let best = 0;
  target.forEach((value, i) => {
    if (Math.abs(Math.abs(value) - size) < Math.abs(Math.abs(target[best]) - size)) best = i;
  });
  return best;
}
