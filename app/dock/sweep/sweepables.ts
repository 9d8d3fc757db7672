/** @file All that can be swept of a document: the settings of its experiment, what becomes of vectors, and the numbers that its losses name. Pure. */
import { around, type Setting, settingsOf } from "../../../engine/study/settings.ts";
import {
  parseChoices,
  parseValues,
  type SweepAxis,
  type SweepValue,
  sweepLimits,
} from "../../../engine/study/sweep.ts";
import { HANDLING, handlingChoices } from "../../lanes/sweep/lane-handlings.ts";
import { noResult, type State } from "../../store/store.ts";
import { formatCount } from "../../verdict/format.ts";

export interface Sweepable {
  /** Of its kind and name. */
  readonly id: string;
  readonly kind: SweepAxis["kind"];
  readonly name: string;
  readonly title: string;
  readonly suggested: readonly SweepValue[];
  /** What was typed as values; null for what is none. */
  readonly parse: (typed: string) => readonly SweepValue[] | null;
  /** What can be typed. */
  readonly wants: string;
}

/** As far as documents hold numbers. */
const MOST = 1e6;

type Range = Parameters<typeof parseValues>[1];

const ofNumbers = (range: Range): Pick<Sweepable, "parse" | "wants"> => ({
  parse: (typed) => parseValues(typed, range),
  wants: `${sweepLimits.values.min} to ${sweepLimits.values.max} different ${range.isInteger ? "whole numbers" : "numbers"} from ${formatCount(range.min)} to ${formatCount(range.max)}`,
});

const ofChoices = (choices: readonly string[]): Pick<Sweepable, "parse" | "wants"> => ({
  parse: (typed) => parseChoices(typed, choices),
  wants: `at least ${sweepLimits.values.min} of ${choices.join(", ")}`,
});

function ofSetting(setting: Setting): Sweepable {
  const { name } = setting;
  return {
    id: `setting ${name}`,
    kind: "setting",
    name,
    title: name,
    ...(setting.kind === "number"
      ? { suggested: setting.suggested, ...ofNumbers(setting) }
      : { suggested: setting.choices.slice(0, sweepLimits.values.max), ...ofChoices(setting.choices) }),
  };
}

/** Where a lane's loss has several components. */
const handling: Sweepable = {
  id: `handling ${HANDLING}`,
  kind: "handling",
  name: HANDLING,
  title: HANDLING,
  suggested: ["sum", "UPGrad", "MGDA", "PCGrad"],
  ...ofChoices(handlingChoices),
};

export function sweepables({ document, results }: Pick<State, "document" | "results">): readonly Sweepable[] {
  const settings = settingsOf(document.experiment).map(ofSetting);
  const knobs = new Map<string, Sweepable>();
  for (const { id: lane } of document.lanes) {
    const named = results[lane]?.compilation?.program?.knobs ?? [];
    for (const { name, value, isInteger } of named.filter(({ name }) => name.length <= sweepLimits.name)) {
      const known = knobs.get(name);
      const range = { min: -MOST, max: MOST, isInteger };
      knobs.set(name, {
        id: `knob ${name}`,
        kind: "knob",
        name,
        title: known === undefined ? `${name} in ${lane}` : `${known.title}, ${lane}`,
        suggested: known?.suggested ?? around(value, range),
        ...ofNumbers(range),
      });
    }
  }
  const hasVectors = document.lanes.some(({ id }) => (results[id] ?? noResult).components > 1);
  return [...settings, ...(hasVectors ? [handling] : []), ...knobs.values()];
}
