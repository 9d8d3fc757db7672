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

/** What is to be known of how lanes were asked: once, where it is the same of several. */
export function notesOf(drawn: readonly LaneCurve[]): string[] {
  const notes = drawn.map(({ lane, curve }) => ({ lane, text: noteOf(curve) }));
  const texts = [...new Set(notes.flatMap(({ text }) => text ?? []))];
  return texts.map((text) => {
    const lanes = notes.filter((note) => note.text === text).map(({ lane }) => lane);
    return `${lanes.join(", ")}: ${text}`;
  });
}

function noteOf({ others, factor, sample, samples, output, outputs }: SampleCurve): string | null {
  const moves = output === null || outputs === 1 ? "" : `output ${output} of ${outputs}, `;
  if (others === "alone") return moves === "" ? null : `${moves}its others as the model has them`;
  const times = factor === 1 ? "" : `; pull × ${factor}, for it is a mean`;
  return `rows depend on each other: the batch's loss while ${moves}sample ${sample} of ${samples} moves, the others held${times}`;
}

/** Of lanes along another axis than the first one's. */
export const leftNote = ({ lane, curve }: LaneCurve): string =>
  `${lane} goes along ${axisNames[curve.axis]}: take the other lanes out to see it`;

const axisNames: Readonly<Record<SampleCurve["axis"], string>> = {
  difference: "what is missing to its target",
  prediction: "its prediction",
  margin: "the margin of the right class",
};
