/** @file The ways one sample's prediction may go: each a line through what the loss is given, so that slopes along it are products with its gradient. */
import { deviation } from "../axis.ts";
import { chosen, type Question, type Subject } from "../subject.ts";
import { dot, largest, numbers } from "../vectors.ts";
import type { SampleCurve } from "./facts.ts";

export interface Path {
  readonly axis: SampleCurve["axis"];
  readonly from: number;
  readonly to: number;
  /** Where the target is, or neither side is right. */
  readonly middle: number;
  /** What the loss is asked at a place. */
  readonly question: (x: number) => Question;
  /** How all that it is given as predictions moves with the place. */
  readonly direction: Float64Array;
  readonly rug: Float64Array;
  readonly own: number | null;
  /** Of its outputs, which one moves; null where all do. */
  readonly output: number | null;
}

/** Which sample, with which target, and what becomes of the others. */
export interface Place {
  readonly row: number;
  readonly target: number | null;
  readonly others: SampleCurve["others"];
  readonly isWide: boolean;
}

const WIDE = 4;

/** A row of predictions as the loss is given it: by itself, or among the others. */
function placed(subject: Subject, { row, others, target }: Place, make: (c: number, x: number) => number) {
  const { predictions, rows, target: targets } = subject;
  const width = predictions.length / rows;
  const isAlone = others === "alone";
  const targetWidth = targets.length / rows;
  const targetOf =
    target === null
      ? null
      : isAlone
        ? numbers(targetWidth, () => target)
        : numbers(targets.length, (i) => (Math.floor(i / targetWidth) === row ? target : targets[i]));
  return (x: number): Question => ({
    ...(isAlone ? { rows: [row] } : {}),
    ...(targetOf === null ? {} : { target: targetOf }),
    predictions: isAlone
      ? numbers(width, (c) => make(c, x))
      : numbers(predictions.length, (i) => (Math.floor(i / width) === row ? make(i % width, x) : predictions[i])),
  });
}

function directed(subject: Subject, { row, others }: Place, of: (c: number) => number): Float64Array {
  const { predictions, rows } = subject;
  const width = predictions.length / rows;
  return others === "alone"
    ? numbers(width, of)
    : numbers(predictions.length, (i) => (Math.floor(i / width) === row ? of(i % width) : 0));
}

/** Prediction less target: all outputs of the sample miss by the same. */
export function byDifference(subject: Subject, place: Place): Path {
  const { predictions, target, rows } = subject;
  const width = predictions.length / rows;
  const apart = numbers(predictions.length, (i) => predictions[i] - target[i]);
  const reach = roundedUp(Math.max(1.5 * largest(apart), 4 * deviation(target)) || 1) * (place.isWide ? WIDE : 1);
  const own = (c: number): number => place.target ?? target[place.row * width + c];
  return {
    axis: "difference",
    from: -reach,
    to: reach,
    middle: 0,
    question: placed(subject, place, (c, x) => own(c) + x),
    direction: directed(subject, place, () => 1),
    rug: apart,
    own: width === 1 ? apart[place.row] : null,
    output: null,
  };
}

/** The prediction itself, from what targets and predictions there are. */
export function byPrediction(subject: Subject, place: Place, ends: readonly [number, number] | null): Path {
  const { predictions, population, rows } = subject;
  const width = predictions.length / rows;
  const [from, to] = ends ?? around([...extremes(predictions), ...extremes(population)], place.isWide);
  return {
    axis: "prediction",
    from,
    to,
    middle: place.target ?? 0,
    question: placed(subject, place, (_, x) => x),
    direction: directed(subject, place, () => 1),
    rug: predictions,
    own: width === 1 ? predictions[place.row] : null,
    output: null,
  };
}

/** One output of the sample, its others as the model has them. */
export function byOutput(subject: Subject, place: Place, wanted: number): Path {
  const { predictions, rows } = subject;
  const width = predictions.length / rows;
  const output = Math.min(wanted, width - 1);
  const column = numbers(rows, (row) => predictions[row * width + output]);
  const own = chosen(predictions, width, [place.row]);
  const [low, high] = extremes(column);
  // What begins near 0 goes farther than it begins.
  const [from, to] = around([low - Math.max(1, high - low), high + Math.max(1, high - low)], place.isWide);
  return {
    axis: "prediction",
    from,
    to,
    middle: 0,
    question: placed(subject, place, (c, x) => (c === output ? x : own[c])),
    direction: directed(subject, place, (c) => (c === output ? 1 : 0)),
    rug: column,
    own: own[output],
    output,
  };
}

const MARGIN = 6;

/** Of targets 0 and 1: logits, signed so that more is better. */
export function byMargin(subject: Subject, place: Place): Path {
  const { predictions, target, rows } = subject;
  const width = predictions.length / rows;
  const sign = (c: number): number => 2 * (place.target ?? target[place.row * width + c]) - 1;
  const reach = MARGIN * (place.isWide ? WIDE : 1);
  const rug = numbers(predictions.length, (i) => predictions[i] * (2 * target[i] - 1));
  return {
    axis: "margin",
    from: -reach,
    to: reach,
    middle: 0,
    question: placed(subject, place, (c, x) => sign(c) * x),
    direction: directed(subject, place, sign),
    rug,
    own: width === 1 ? rug[place.row] : null,
    output: null,
  };
}

/** Of the numbers of classes: the logit of the right one, those of the others 0. */
export function byClassMargin(subject: Subject, place: Place): Path {
  const { predictions, target, rows } = subject;
  const width = predictions.length / rows;
  const right = place.target ?? target[place.row];
  const reach = MARGIN * (place.isWide ? WIDE : 1);
  const rug = numbers(rows, (row) => {
    let most = -Infinity;
    for (let c = 0; c < width; c++) if (c !== target[row]) most = Math.max(most, predictions[row * width + c]);
    return predictions[row * width + target[row]] - most;
  });
  return {
    axis: "margin",
    from: -reach,
    to: reach,
    middle: 0,
    question: placed(subject, place, (c, x) => (c === right ? x : 0)),
    direction: directed(subject, place, (c) => (c === right ? 1 : 0)),
    rug,
    own: rug[place.row],
    output: null,
  };
}

export const slopeAlong = ({ direction }: Path, gradient: Float64Array): number => dot(gradient, direction);

/** The least and the greatest; none of nothing. */
export function extremes(values: Float64Array): number[] {
  if (values.length === 0) return [];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  return [low, high];
}

/** With room beside them. */
export function around(values: readonly number[], isWide: boolean): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * (isWide ? WIDE / 2 : 0.15);
  return [low - room, high + room];
}

/** The next greater of some round numbers. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((factor) => factor * power >= value) ?? 10);
}
