/** @file All that can be swept of a document: the settings of its experiment, and the numbers that its losses name. Pure. */
import { around, settingsOf } from "../../../engine/study/settings.ts";
import type { SweepAxis } from "../../../engine/study/sweep.ts";
import type { State } from "../../store/store.ts";

export interface Sweepable {
  /** Of its kind and name. */
  readonly id: string;
  readonly kind: SweepAxis["kind"];
  readonly name: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
  readonly suggested: readonly number[];
}

/** As far as documents hold numbers. */
const MOST = 1e6;

export function sweepables({ document, results }: Pick<State, "document" | "results">): readonly Sweepable[] {
  const settings = settingsOf(document.experiment).map(
    ({ name, min, max, isInteger, suggested }): Sweepable => ({
      id: `setting ${name}`,
      kind: "setting",
      name,
      title: name,
      min,
      max,
      isInteger,
      suggested,
    }),
  );
  const knobs = new Map<string, Sweepable>();
  for (const { id: lane } of document.lanes) {
    for (const { name, value, isInteger } of results[lane]?.compilation?.program?.knobs ?? []) {
      const known = knobs.get(name);
      const range = { min: -MOST, max: MOST, isInteger };
      knobs.set(name, {
        id: `knob ${name}`,
        kind: "knob",
        name,
        title: known === undefined ? `${name} in ${lane}` : `${known.title}, ${lane}`,
        ...range,
        suggested: known?.suggested ?? around(value, range),
      });
    }
  }
  return [...settings, ...knobs.values()];
}
