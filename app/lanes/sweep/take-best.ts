/** @file Sets lanes to where a sweep found them at their best: learning rates and numbers of losses lane by lane, and what they share only where they agree. */
import { settingsOf, withValue } from "../../../engine/study/settings.ts";
import type { SweepAxis, SweepValue } from "../../../engine/study/sweep.ts";
import { laneOf, type Store, setExperiment, setLane } from "../../store/store.ts";
import type { Controller } from "../Controller.ts";
import { turnedAll } from "../turn.ts";
import { handledIn, turnsOf } from "./grid-tasks.ts";

export interface LaneValues {
  readonly lane: string;
  /** Of the axes, in their order. */
  readonly values: readonly SweepValue[];
}

const isShared = ({ kind, name }: SweepAxis): boolean => kind === "setting" && name !== "lr";

/** What lanes share and are best with different values of: then somebody has to choose. */
export const disputed = (axes: readonly SweepAxis[], bests: readonly LaneValues[]): readonly string[] =>
  axes.flatMap((axis, i) =>
    isShared(axis) && new Set(bests.map(({ values }) => values[i])).size > 1 ? [axis.name] : [],
  );

export function takeBest(
  store: Store,
  controller: Controller,
  axes: readonly SweepAxis[],
  bests: readonly LaneValues[],
): void {
  axes.forEach((axis, i) => {
    if (!isShared(axis)) return;
    const value = bests[0]?.values[i];
    const { experiment } = store.getState().document;
    const setting = settingsOf(experiment).find(({ name }) => name === axis.name);
    if (setting !== undefined && value !== undefined) setExperiment(store, withValue(setting, experiment, value));
  });
  const rates = axes.findIndex(({ kind, name }) => kind === "setting" && name === "lr");
  if (rates >= 0)
    setRates(
      store,
      bests.map(({ lane, values }) => ({ lane, lr: numberOr(values[rates], null) })),
    );
  if (axes.some(({ kind }) => kind === "handling"))
    for (const { lane, values } of bests) {
      const held = laneOf(store.getState(), lane);
      if (held !== undefined) setLane(store, lane, { handling: handledIn(held, axes, values) });
    }
  for (const { lane, values } of bests) turnKnobs(store, controller, axes, lane, values);
}

const numberOr = <T>(value: SweepValue | undefined, otherwise: T): number | T =>
  typeof value === "number" ? value : otherwise;

/** One that all lanes have is the experiment's own. */
export function setRates(store: Store, rates: readonly { readonly lane: string; readonly lr: number | null }[]): void {
  const { lanes } = store.getState().document;
  const [first] = rates;
  const areAlike = rates.length === lanes.length && rates.every(({ lr }) => lr !== null && lr === first?.lr);
  if (areAlike && first?.lr !== undefined && first.lr !== null) setExperiment(store, { lr: first.lr });
  for (const { lane, lr } of rates) if (lr !== null) setLane(store, lane, { lr: areAlike ? null : lr });
}

function turnKnobs(
  store: Store,
  controller: Controller,
  axes: readonly SweepAxis[],
  lane: string,
  values: readonly SweepValue[],
): void {
  const turns = turnsOf(axes, values);
  const state = store.getState();
  const [held, result] = [laneOf(state, lane), state.results[lane]];
  const program = result?.compilation?.program ?? null;
  if (turns.length === 0 || held === undefined || program === null || result?.source !== held.source) return;
  const source = turnedAll(held.source, held.language, program, turns);
  if (source !== null && source !== held.source) controller.replaceSource(lane, source);
}
