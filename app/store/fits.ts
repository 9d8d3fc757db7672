/** @file What a lane's loss was found to fit, where it does not fit what it is given. */
import type { Arguments } from "../../engine/language/roles.ts";
import type { Experiment } from "../../engine/train/experiment.ts";

export interface Fit {
  /** What the loss then takes: "class labels". */
  readonly wants: string;
  readonly title: string;
  readonly experiment: Partial<Experiment>;
  readonly arguments: Arguments;
}

export interface Found {
  /** The text it was found for. */
  readonly source: string;
  readonly fits: readonly Fit[];
}
