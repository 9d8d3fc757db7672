/** @file What two components of a lane's loss come to with each handling, and with weights between them. */
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { Metric } from "../../engine/train/progress.ts";

export interface FrontRun {
  readonly lane: string;
  readonly handling: VectorHandling;
  /** Of each seed, all components on validation, and the metrics; null for one that diverged or was ended. Empty before any has come. */
  readonly came: readonly ({ readonly values: readonly number[]; readonly metrics: readonly Metric[] } | null)[];
}

export interface FrontStudy {
  readonly lanes: readonly string[];
  readonly seeds: number;
  readonly runs: readonly FrontRun[];
  readonly pair: readonly [number, number];
  /** What the components are called, by lane. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}
