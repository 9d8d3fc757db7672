/** @file What has changed since a lane's run began: such a run is not one of what stands above it now. */
import type { Experiment } from "../../engine/train/experiment.ts";
import { type Lane, TENSORS } from "../document/document.ts";
import { experimentOf } from "../document/lanes.ts";
import { sameHandling } from "../document/handling.ts";
import { OWN, type OwnTarget, type OwnData } from "../document/own-data.ts";
import { type LaneTraining, laneOf, type State } from "./store.ts";

export type Change = "code" | "language" | "handling" | "arguments" | "data" | "settings";

/** All that a run is a function of. */
export type RunSubject = Pick<LaneTraining, "source" | "language" | "handling" | "arguments" | "experiment" | "data">;

/** In what two runs differ; nothing where they are one and the same. */
export function differencesOf(a: RunSubject, b: RunSubject): readonly Change[] {
  const changes: readonly (readonly [Change, boolean])[] = [
    ["code", a.source !== b.source],
    ["language", a.language !== b.language],
    ["handling", !sameHandling(a.handling, b.handling)],
    ["arguments", !isSame(a.arguments, b.arguments)],
    ["data", !sameData(a, b.experiment, b.data)],
    ["settings", !sameSettings(a.experiment, b.experiment)],
  ];
  return changes.flatMap(([change, isSo]) => (isSo ? [change] : []));
}

/** What a lane's run would be a run of, as it stands. */
export function presentOf({ document }: Pick<State, "document">, lane: Lane): RunSubject {
  const { source, language, handling, arguments: given } = lane;
  return {
    source,
    language,
    handling,
    arguments: given,
    experiment: experimentOf(document, lane),
    data: document.data,
  };
}

/** None for a lane without a run. */
export function changesOf(state: State, id: string): readonly Change[] {
  const { training, results } = state;
  const [lane, run] = [laneOf(state, id), training[id]];
  if (lane === undefined || run === undefined) return [];
  // While a number is turned, the run follows the text that was last evaluated; one that stands still is judged by the text itself.
  const source = run.isRunning ? (results[id]?.source ?? lane.source) : lane.source;
  return differencesOf(run, { ...presentOf(state, lane), source });
}

/** Two runs of one loss, on one data set, with settings that differ in nothing but the seed. */
export const isSameRun = (a: LaneTraining, b: LaneTraining): boolean =>
  differencesOf({ ...a, experiment: { ...a.experiment, seed: b.experiment.seed } }, b).length === 0;

/** It has curves, and they are of something else. */
export function isStale(state: State, id: string): boolean {
  return (state.training[id]?.progress?.step ?? 0) > 0 && changesOf(state, id).length > 0;
}

/** Every run that is alive has taken all its steps, of what stands there. */
export function isTrained(state: State): boolean {
  const alive = Object.values(state.training).filter(({ progress }) => progress !== null && progress.failure === null);
  const { steps } = state.document.experiment;
  return (
    alive.length > 0 &&
    alive.every(({ lane, progress }) => (progress?.step ?? 0) >= steps && changesOf(state, lane).length === 0)
  );
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const withoutData = ({ dataset, toy, tensors, ...settings }: Experiment) => settings;

function sameSettings(a: LaneTraining["experiment"], b: LaneTraining["experiment"]): boolean {
  return a === b || isSame(withoutData(a), withoutData(b));
}

/** Own data that are not trained on decide nothing. */
function sameData(run: RunSubject, { dataset, toy, tensors }: Experiment, data: OwnData | null): boolean {
  if (run.experiment.dataset !== dataset) return false;
  if (dataset === TENSORS) return isSame(run.experiment.tensors, tensors);
  if (!isSame(run.experiment.toy, toy)) return false;
  return dataset !== OWN || run.data === data || (run.data !== null && data !== null && equalData(run.data, data));
}

function equalData(a: OwnData, b: OwnData): boolean {
  const [of, other] = [
    [...a.inputs, ...a.targets],
    [...b.inputs, ...b.targets],
  ];
  return (
    a.standardize === b.standardize &&
    a.kind === b.kind &&
    a.inputs.length === b.inputs.length &&
    of.length === other.length &&
    of.every((column, i) => equal(column, other[i]))
  );
}

function equal(a: OwnTarget, b: OwnTarget | undefined): boolean {
  return b !== undefined && a.values.length === b.values.length && a.values.every((value, i) => value === b.values[i]);
}
