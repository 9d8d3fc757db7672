/** @file Data that losses are tried on where they do not fit what they are given: one of each kind, the likeliest first. */
import type { ReadingKind } from "./reading.ts";

export interface Offered {
  /** What a loss takes that fits it. */
  readonly wants: string;
  readonly dataset: string;
  /** Of the model, where that is not the data's own: a loss of mean and log-variance takes more numbers than there are targets. */
  readonly output: readonly number[] | null;
  /** What the output may mean, the likeliest first; null where it is what the data's kind has. */
  readonly read: readonly ReadingKind[] | null;
}

export const offered: readonly Offered[] = [
  { wants: "numbers", dataset: "auto-mpg", output: null, read: null },
  { wants: "numbers", dataset: "auto-mpg-3", output: null, read: null },
  { wants: "class labels", dataset: "penguins", output: null, read: null },
  { wants: "class labels", dataset: "moons", output: null, read: null },
  { wants: "targets of 0 and 1", dataset: "moons-binary", output: null, read: null },
  { wants: "several labels at once", dataset: "labels", output: null, read: null },
  { wants: "two targets", dataset: "two-targets", output: null, read: null },
  {
    wants: "several predictions of one number",
    dataset: "heteroscedastic",
    output: [2],
    read: ["log-variance", "log-std", "softplus-std"],
  },
  {
    wants: "several predictions of one number",
    dataset: "heteroscedastic",
    output: [3],
    read: ["quantiles", "mixture"],
  },
  { wants: "several predictions of one number", dataset: "bimodal", output: [9], read: ["mixture"] },
  { wants: "several targets in one tensor", dataset: "two-targets", output: [2], read: null },
  { wants: "masks", dataset: "discs", output: null, read: null },
  { wants: "boxes", dataset: "frames", output: null, read: null },
  { wants: "time and event", dataset: "relapse", output: null, read: null },
  { wants: "time and event", dataset: "relapse", output: [2], read: null },
  { wants: "sequences", dataset: "seattle", output: null, read: null },
  { wants: "embeddings", dataset: "penguins", output: [8], read: ["embedding"] },
  { wants: "embeddings", dataset: "penguins", output: [2], read: ["embedding"] },
];
