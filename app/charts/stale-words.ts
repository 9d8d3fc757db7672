/** @file What is said of runs that are not runs of what stands above them. Pure. */
import { type Change, changesOf, isStale } from "../store/run-changes.ts";
import type { State } from "../store/store.ts";

const names: Readonly<Record<Change, string>> = {
  code: "code",
  language: "language",
  handling: "vector handling",
  arguments: "arguments",
  data: "data",
  settings: "settings",
};

/** Beside a lane's curves, its fit, its numbers: "of earlier code". null for a run of what stands there. */
export function staleMark(state: State, id: string): string | null {
  if (isStale(state, id)) return `of earlier ${listed(changesOf(state, id))}`;
  return isMixed(state, id) ? "of several versions" : null;
}

/** Everything there is to say, in one paragraph for each kind. */
export function staleNotes(state: State): string[] {
  const ids = state.document.lanes.map(({ id }) => id);
  const stale = ids.filter((id) => isStale(state, id));
  const mixed = ids.filter((id) => !stale.includes(id) && isMixed(state, id));
  const what = stale.map((id) => `${id} (${listed(changesOf(state, id))})`).join(", ");
  return [
    ...(stale.length === 0
      ? []
      : [`These curves are of an earlier version of the loss or the settings: ${what}. Press Train to run this one.`]),
    ...(mixed.length === 0
      ? []
      : [
          `Numbers were turned while ${mixed.join(", ")} trained: the curves are of several versions of the loss, not of this one from step 0. After the last step, Train begins again.`,
        ]),
  ];
}

function isMixed({ training }: State, id: string): boolean {
  const run = training[id];
  return run?.isSwapped === true && (run.progress?.step ?? 0) > 0;
}

function listed(changes: readonly Change[]): string {
  return changes.map((change) => names[change]).join(", ");
}
