/** @file What a training run reports: plain data, bounded however long the run is. */
import type { GradientsReport } from "../inspect/gradients-report.ts";
import type { Failure, Report } from "../inspect/report.ts";
import type { Picture } from "./picture.ts";

/** A series reduced to at most 150 points by min-max; NaN and infinity are kept as themselves. */
export interface Series {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** One of a run's series as it was recorded, every step of it: a part, for a long run's is no message. */
export interface SeriesPart {
  /** Which of the run's series, of how many. */
  readonly of: number;
  readonly count: number;
  /** `training loss`, `validation loss`, `validation MSE`, ... */
  readonly name: string;
  /** Where the part begins, of how many points. */
  readonly from: number;
  readonly length: number;
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

export interface Metric {
  /** `MSE`, `R²`, ... (metrics.ts). With several targets: `MSE targets1`. */
  readonly name: string;
  /** In the target's own unit (squared for MSE). */
  readonly value: number;
  readonly unit: string;
}

/** A number of its own, in no unit of the data's. */
export const unitless = (name: string, value: number): Metric => ({ name, value, unit: "" });

export interface Progress {
  readonly status: "running" | "paused" | "done" | "failed";
  /** Steps taken so far. */
  readonly step: number;
  readonly steps: number;
  /** Measured over the time spent training, pauses not counted. */
  readonly stepsPerSecond: number;
  /** Loss of each step's batch before its update (as PyTorch's training loop prints it). */
  readonly trainingLoss: Series;
  /** The mean over equal stretches of those losses (finite ones only): what smoothing starts from. */
  readonly trainingMeans: Series;
  /** The same loss over the whole validation split. */
  readonly validationLoss: Series;
  /** Seconds of training spent when a step was done; pauses not counted. */
  readonly seconds: Series;
  /** Reference metrics on the validation split over time, by name. */
  readonly metricHistory: readonly { readonly name: string; readonly series: Series }[];
  /** All reference metrics as they are now, on both splits, in the same order. */
  readonly metrics: { readonly training: readonly Metric[]; readonly validation: readonly Metric[] };
  readonly picture: Picture;
  /** Hash of every training loss's bits so far: equal hash, equal run. Hexadecimal. */
  readonly fingerprint: string;
  /** Of the last step, where the loss is not a scalar; null for a scalar, and before the first step. */
  readonly gradients: GradientsReport | null;
  /**
   * Each component of the loss on the validation split, as it is now; where nothing is kept back, after the last step that was looked at. Null for a scalar, and
   * where there are more than `bounds.courses`.
   */
  readonly components: { readonly names: readonly string[] | null; readonly values: readonly number[] } | null;
  /** Set when status is `failed`. */
  readonly failure: Failure | null;
  /** The step that was not taken, where NaN would have gone into the parameters. */
  readonly lost: LostStep | null;
}

export interface LostStep {
  readonly step: number;
  /** In the data set, row by row of the step's batch; none where there are no rows. */
  readonly samples: readonly number[];
  /** The loss as it was called at that step, looked at expression by expression. */
  readonly report: Report;
}

/** Its times were measured: a run that was made when the page was built has none. */
export const isTimed = ({ stepsPerSecond }: Pick<Progress, "stepsPerSecond">): boolean => stepsPerSecond > 0;
