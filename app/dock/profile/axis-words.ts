/** @file What the axis of a profile is, in words. */
import type { SampleCurve } from "../../../engine/checks/sample/facts.ts";
import type { Axis, LaneCurve } from "./lines.ts";

interface AxisWords {
  /** As a function's argument. */
  readonly letter: string;
  readonly about: string;
  readonly across: string;
}

export const axisWords: Readonly<Record<Axis, AxisWords>> = {
  difference: { letter: "d", about: "d = prediction − target", across: "d = prediction − target" },
  prediction: { letter: "p", about: "p = prediction", across: "prediction" },
  margin: { letter: "m", about: "m = the right class's logit", across: "margin: the right class's logit" },
};

/** What is to be known of how a lane was asked. */
export function notesOf({ lane, curve }: LaneCurve): string[] {
  const { others, factor, sample, samples, output, outputs } = curve;
  const moves = output === null || outputs === 1 ? "" : `output ${output} of ${outputs}, `;
  if (others === "alone") return moves === "" ? [] : [`${lane}: ${moves}its others as the model has them`];
  const times = factor === 1 ? "" : `; pull × ${factor}, for it is a mean over as many rows`;
  return [
    `${lane}: rows depend on each other, so the batch's loss while ${moves}sample ${sample} of ${samples} moves and the others stay${times}`,
  ];
}

/** Of lanes along another axis than the first one's. */
export const leftNote = ({ lane, curve }: LaneCurve): string =>
  `${lane} goes along ${axisNames[curve.axis]}: take the other lanes out to see it`;

const axisNames: Readonly<Record<SampleCurve["axis"], string>> = {
  difference: "what is missing to its target",
  prediction: "its prediction",
  margin: "the margin of the right class",
};
