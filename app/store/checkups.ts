/** @file What experiments with a lane's loss came to, and what they were experiments with. */
import type { CheckedOf } from "../../engine/checks/kinds.ts";
import type { Compilation } from "../../engine/language/program.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { OwnData } from "../document/own-data.ts";
import { laneOf, type State } from "./store.ts";

/** A loss and its data: what else is evaluated of them, in another handling or once more, changes nothing of what is known. */
export interface Examined {
  readonly compilation: Compilation;
  readonly given: Arguments;
  readonly experiment: Experiment;
  readonly data: OwnData | null;
}

export interface Checkup {
  readonly of: Examined;
  readonly checks: readonly CheckedOf[];
}

/** What stands in a lane: null before it was compiled, and while its text is newer. */
export function examinedIn(state: State, lane: string): Examined | null {
  const { document, results } = state;
  const { compilation = null, source = null } = results[lane] ?? {};
  const text = laneOf(state, lane);
  if (compilation === null || text === undefined || text.source !== source) return null;
  return { compilation, given: text.arguments, experiment: document.experiment, data: document.data };
}

export const isSame = (a: Examined | null, b: Examined | null): boolean =>
  a !== null &&
  b !== null &&
  a.compilation === b.compilation &&
  a.given === b.given &&
  a.experiment === b.experiment &&
  a.data === b.data;

/** null where nobody knows of this loss yet. */
export function checksIn(state: State, lane: string): readonly CheckedOf[] | null {
  const checkup = state.checkups[lane];
  return checkup !== undefined && isSame(checkup.of, examinedIn(state, lane)) ? checkup.checks : null;
}
