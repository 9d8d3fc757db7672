/** @file What the benchmark asks of an implementation. */
import type { LossAlone, LossName, PerSample, Training } from "./workloads.ts";

export interface Job {
  /** One step, finished when this returns. The training's or the loss's value; for per-sample gradients anything. */
  step(): number;
  /** What the last step made besides, for comparison: a gradient, or a matrix with PyTorch's order of parameters. */
  result(): Float32Array;
  dispose(): void;
}

export interface Contender {
  /** Loads what has to be loaded, and says what it runs on: words to stand behind its name and version. */
  start(): Promise<string>;
  prepare(workload: Training | LossAlone | PerSample): Job;
}

/** The text of a loss, as people write it for this implementation. */
export type LossText = (loss: LossName, sharpness: number) => string;

/** A function from its text, which the JavaScript engine has not seen before either. */
export function fromText<F>(text: string): F {
  const made: F[] = [];
  new Function("define", `define(${text});`)((given: F) => made.push(given));
  const [first] = made;
  return first;
}

/** Class labels as rows with a one: what implementations are given that have no cross entropy of labels. Made before anything is timed. */
export const oneHot = (labels: Float32Array, classes: number): Float32Array =>
  Float32Array.from({ length: labels.length * classes }, (_, i) =>
    labels[Math.floor(i / classes)] === i % classes ? 1 : 0,
  );

export const noResult = (): Float32Array => new Float32Array(0);
