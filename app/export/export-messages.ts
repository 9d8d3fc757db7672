/** @file What the page asks of the worker that makes exports, and what it gets. The page itself must not load the engine, which this does not. */
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { SeenResult } from "./first-batch-facts.ts";

export const exportKinds = ["train", "pytorch", "jax", "keras"] as const;
export type ExportKind = (typeof exportKinds)[number];

export interface ExportRequest {
  readonly kind: ExportKind;
  /** Of the lane. */
  readonly name: string;
  /** In Python. */
  readonly source: string;
  readonly handling: VectorHandling;
  /** What was chosen for parameters that are no data. */
  readonly arguments: Arguments;
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  /** What the loss was on the first batch; null where the page has no number. */
  readonly result: SeenResult | null;
}

export type Exported =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly fileName: string;
      /** What the file does not do. */
      readonly note: string | null;
    }
  | {
      readonly kind: "refused";
      /** In the Python text, from 1; null where it is about no line. */
      readonly line: number | null;
      readonly reason: string;
    };
