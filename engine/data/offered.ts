/** @file Data that losses are tried on where they do not fit what they are given: one of each kind, the likeliest first. */

export interface Offered {
  /** What a loss takes that fits it. */
  readonly wants: string;
  readonly dataset: string;
  /** Of the model, where that is not the data's own: a loss of mean and log-variance takes more numbers than there are targets. */
  readonly output: readonly number[] | null;
}

export const offered: readonly Offered[] = [
  { wants: "numbers", dataset: "auto-mpg", output: null },
  { wants: "class labels", dataset: "penguins", output: null },
  { wants: "class labels", dataset: "moons", output: null },
  { wants: "targets of 0 and 1", dataset: "moons-binary", output: null },
  { wants: "two targets", dataset: "two-targets", output: null },
  { wants: "several predictions of one number", dataset: "heteroscedastic", output: [2] },
  { wants: "several predictions of one number", dataset: "heteroscedastic", output: [3] },
  { wants: "several predictions of one number", dataset: "bimodal", output: [9] },
  { wants: "several targets in one tensor", dataset: "two-targets", output: [2] },
];
