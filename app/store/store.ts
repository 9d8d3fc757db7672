/** @file The page's one store: what it shows, and nothing that computes. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Report } from "../../engine/inspect/report.ts";
import type { Compilation } from "../../engine/language/program.ts";
import type { Refused } from "../../engine/language/translate/tree.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { Lane, LaneLanguage, LossDocument } from "../document/document.ts";
import type { StopReason } from "../sandbox/Sandbox.ts";

/** How far a lane's live evaluation is. `paused`: it did not finish at the last visit, and waits to be run. */
export type Phase = "loading" | "computing" | "ready" | "stopped" | "paused";

export interface LaneResult {
  readonly phase: Phase;
  /** The text that compilation and report are of: offsets point into it. */
  readonly source: string;
  readonly language: LaneLanguage;
  readonly compilation: Compilation | null;
  readonly report: Report | null;
  readonly stopped: StopReason | null;
}

export interface LaneTraining {
  readonly progress: Progress | null;
  readonly stopped: StopReason | null;
  /** Text of the loss that trains; another text in the editor makes the run stale. */
  readonly source: string;
}

/** Why a lane was not put into another language. */
export interface Notice {
  readonly language: LaneLanguage;
  readonly refusals: readonly Refused[];
}

export type Theme = "dark" | "light";
export type ChartScale = "linear" | "log";

export interface State {
  readonly document: LossDocument;
  readonly isSaved: boolean;
  readonly results: Readonly<Record<string, LaneResult>>;
  readonly training: Readonly<Record<string, LaneTraining>>;
  readonly notices: Readonly<Record<string, Notice | null>>;
  readonly isTraining: boolean;
  /** The experiment of the run that the charts show. */
  readonly trainedExperiment: Experiment | null;
  readonly theme: Theme;
  readonly scale: ChartScale;
  readonly smoothing: number;
  readonly metric: string;
  /** Offset of the cursor in each lane's editor. */
  readonly cursors: Readonly<Record<string, number>>;
}

export const noResult: LaneResult = {
  phase: "loading",
  source: "",
  language: "typescript",
  compilation: null,
  report: null,
  stopped: null,
};

export type Store = StoreApi<State>;

export function createLosslabStore(document: LossDocument, theme: Theme): Store {
  return createStore<State>(() => ({
    document,
    isSaved: true,
    results: {},
    training: {},
    notices: {},
    isTraining: false,
    trainedExperiment: null,
    theme,
    scale: "log",
    smoothing: 0.6,
    metric: "MSE",
    cursors: {},
  }));
}

export function setExperiment(store: Store, change: Partial<Experiment>): void {
  store.setState(({ document }) => ({ document: { ...document, experiment: { ...document.experiment, ...change } } }));
}

export function setLane(store: Store, id: string, change: Partial<Lane>): void {
  store.setState(({ document }) => ({
    document: { ...document, lanes: document.lanes.map((lane) => (lane.id === id ? { ...lane, ...change } : lane)) },
  }));
}

export function setResult(store: Store, lane: string, change: Partial<LaneResult>): void {
  store.setState(({ results }) => ({ results: { ...results, [lane]: { ...noResult, ...results[lane], ...change } } }));
}

export function setTraining(store: Store, lane: string, value: LaneTraining): void {
  store.setState(({ training }) => ({ training: { ...training, [lane]: value } }));
}

export function setNotice(store: Store, lane: string, notice: Notice | null): void {
  if ((store.getState().notices[lane] ?? null) === notice) return;
  store.setState(({ notices }) => ({ notices: { ...notices, [lane]: notice } }));
}
