/** @file The page's one store: what it shows, and nothing that computes. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Report } from "../../engine/inspect/report.ts";
import type { Removal } from "../../engine/language/pasted/draft.ts";
import type { Compilation, Range } from "../../engine/language/program.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import type { Refused } from "../../engine/language/translate/tree.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { Lane, LaneLanguage, LossDocument } from "../document/document.ts";
import type { RemovedLane } from "../document/lanes.ts";
import { OWN, type OwnData } from "../document/own-data.ts";
import type { ChartAxis, ChartScale, DockTabId, SplitName } from "../document/view.ts";
import type { StopReason } from "../sandbox/job.ts";
import type { Checkup } from "./checkups.ts";
import type { Found } from "./fits.ts";
import type { FrontStudy } from "./front.ts";
import type { KeptRuns } from "./kept-runs.ts";
import type { Replay } from "./replay.ts";
import type { SeedStudy, StudyProgress } from "./study.ts";
import type { FairRates, Sweep } from "./sweep.ts";

export type { ChartAxis, ChartScale, SplitName };

/**
 * How far a lane's live evaluation is. `paused`: it did not finish at the last visit, and waits to be run; `waiting`: it is a stranger's, compiled
 * and not run.
 */
export type Phase = "loading" | "computing" | "ready" | "stopped" | "paused" | "waiting";

export interface LaneResult {
  readonly phase: Phase;
  /** The text that compilation and report are of: offsets point into it. */
  readonly source: string;
  readonly language: LaneLanguage;
  readonly compilation: Compilation | null;
  readonly report: Report | null;
  readonly stopped: StopReason | null;
  /** Of the run's step whose batch the report is of; null where it is the first. */
  readonly ofStep: number | null;
  /** How many numbers forward returned when it last returned a tensor; 0 before that. */
  readonly components: number;
  /** It was found when the page was built; it is found again here as soon as the page has been drawn. */
  readonly isForeseen: boolean;
}

/** A lane's run, and what it is a run of: anything else in the editor or the settings makes it stale. */
export interface LaneTraining {
  readonly lane: string;
  readonly progress: Progress | null;
  readonly stopped: StopReason | null;
  readonly isRunning: boolean;
  readonly source: string;
  readonly language: LaneLanguage;
  readonly handling: VectorHandling;
  readonly arguments: Arguments;
  readonly experiment: Experiment;
  readonly data: OwnData | null;
  /** Numbers were turned while it ran: its losses are of several texts. */
  readonly isSwapped: boolean;
}

/** Why a lane was not put into another language. */
export interface Notice {
  readonly language: LaneLanguage;
  readonly refusals: readonly Refused[];
}

/** What became of what was pasted into a lane, where that is more than its letters. */
export interface Paste {
  /** The language that the lane was switched to. */
  readonly switchedTo: LaneLanguage | null;
  /** What stood beside it in the other language was left out. */
  readonly replacesRest: boolean;
  readonly pasted: string;
  /** Places in what was pasted. */
  readonly removals: readonly Removal[];
  /** What the lane holds now, and where in it a device is named that makes no difference. */
  readonly text: string;
  readonly devices: readonly Range[];
}

export type Theme = "dark" | "light";

export interface PictureStyle {
  readonly size: "column" | "page" | "slide" | "shown";
  readonly theme: Theme;
}

/** Points of the data that the fit shows marked, and the lane they were chosen in. */
export interface Marked {
  readonly lane: string;
  readonly samples: readonly number[];
}

export interface State {
  /** Its view and runs are those it was opened with; `documentOf` has the present ones. */
  readonly document: LossDocument;
  readonly opened: LossDocument;
  /** It is a stranger's, and nobody has allowed it to run. */
  readonly isWaiting: boolean;
  readonly isSaved: boolean;
  /** What of the document will not come back as it is. */
  readonly excess: string | null;
  /** The data that are asked for could not be fetched; null while they may come. */
  readonly dataFault: { readonly dataset: string; readonly title: string; readonly why: string } | null;
  readonly results: Readonly<Record<string, LaneResult>>;
  readonly training: Readonly<Record<string, LaneTraining>>;
  readonly notices: Readonly<Record<string, Notice | null>>;
  readonly pastes: Readonly<Record<string, Paste | null>>;
  /** What losses fit that fail with what they are given. */
  readonly found: Readonly<Record<string, Found>>;
  readonly checkups: Readonly<Record<string, Checkup>>;
  readonly theme: Theme;
  readonly scale: ChartScale;
  readonly axis: ChartAxis;
  readonly smoothing: number;
  readonly metric: string;
  /** The split that the metrics are shown of. */
  readonly split: SplitName;
  /** Of the height, in percent: what the lanes take above the dock, and what the editor takes in a lane; null where nobody has said. */
  readonly lanesShare: number | null;
  readonly editorShare: number | null;
  /** Of several inputs, the one that the fit is drawn over. */
  readonly input: number;
  /** The tab that the dock is open on. */
  readonly tab: DockTabId;
  /** Offset of the cursor in each lane's editor. */
  readonly cursors: Readonly<Record<string, number>>;
  /** The lane last worked in: the one a narrow screen shows, and the one an example opens in. */
  readonly activeLane: string;
  /** Lanes that were removed and can be brought back, the last one first. */
  readonly removed: readonly RemovedLane[];
  /** The two lanes whose texts are being compared. */
  readonly compared: readonly [string, string] | null;
  readonly marked: Marked | null;
  /** Lanes whose curves are taken out of the charts. */
  readonly hidden: readonly string[];
  /** How charts are saved as pictures. */
  readonly picture: PictureStyle;
  /** What runs were at an earlier step; null while charts show them as they are. */
  readonly replay: Replay | null;
  /** What lanes came to over several seeds; null before there were any. */
  readonly seedStudy: SeedStudy | null;
  /** The one seed that charts show alone; null while they show all of them. */
  readonly shownSeed: number | null;
  /** How far the runs of a study are. */
  readonly study: StudyProgress | null;
  /** What lanes came to over a grid of settings; null before there was one. */
  readonly sweep: Sweep | null;
  /** What handlings and weights make of two components; null before that was asked. */
  readonly front: FrontStudy | null;
  /** Runs that were made of this document. */
  readonly kept: KeptRuns;
  /** The learning rates that were found to be lanes' own best. */
  readonly fairRates: FairRates | null;
}

export const noResult: LaneResult = {
  phase: "loading",
  source: "",
  language: "typescript",
  compilation: null,
  report: null,
  stopped: null,
  ofStep: null,
  components: 0,
  isForeseen: false,
};

export type Store = StoreApi<State>;

/** `results`: what is known of its lanes already. */
export function createLosslabStore(
  document: LossDocument,
  theme: Theme,
  isWaiting = false,
  results: State["results"] = {},
): Store {
  return createStore<State>(() => ({
    document,
    opened: document,
    isWaiting,
    isSaved: true,
    excess: null,
    dataFault: null,
    results,
    training: {},
    notices: {},
    pastes: {},
    found: {},
    checkups: {},
    theme,
    ...document.view,
    cursors: {},
    activeLane: document.lanes[0]?.id ?? "A",
    removed: [],
    compared: null,
    marked: null,
    hidden: [],
    picture: { size: "column", theme: "light" },
    replay: null,
    seedStudy: null,
    shownSeed: null,
    study: null,
    sweep: null,
    front: null,
    fairRates: null,
    kept: { list: [], removed: [], compared: [], unreadable: 0, trouble: null },
  }));
}

/** The reader has pressed Run, or Train: from now on the document runs like one's own. */
export function allowRunning(store: Store): void {
  if (store.getState().isWaiting) store.setState({ isWaiting: false });
}

export function isTraining({ training }: State): boolean {
  return Object.values(training).some(({ isRunning }) => isRunning);
}

export function laneOf({ document }: State, id: string): Lane | undefined {
  return document.lanes.find((lane) => lane.id === id);
}

export function setExperiment(store: Store, change: Partial<Experiment>): void {
  store.setState(({ document }) => ({ document: { ...document, experiment: { ...document.experiment, ...change } } }));
}

/** Data of one's own, which are then what is trained on. */
export function setData(store: Store, data: OwnData): void {
  store.setState(({ document }) => ({
    document: { ...document, data, experiment: { ...document.experiment, dataset: OWN } },
  }));
}

/** Another data set: what was turned of the one before, and the output that was chosen for it, are not its own. */
export function setDataset(store: Store, change: Partial<Experiment>): void {
  setExperiment(store, { toy: {}, output: null, reading: null, ...change });
}

/** What it is already is no change: another document, if only another object, is saved anew, and another tab's is in its way. */
export function setLane(store: Store, id: string, change: Partial<Lane>): void {
  store.setState((state) => {
    const { document } = state;
    const was = new Map<string, unknown>(Object.entries(laneOf(state, id) ?? {}));
    if (Object.entries(change).every(([field, value]) => was.get(field) === value)) return state;
    return {
      document: { ...document, lanes: document.lanes.map((lane) => (lane.id === id ? { ...lane, ...change } : lane)) },
    };
  });
}

export function setResult(
  store: Store,
  lane: string,
  change: Partial<Omit<LaneResult, "components" | "isForeseen">>,
): void {
  store.setState(({ results }) => {
    const before = results[lane] ?? noResult;
    const outcome = change.report?.outcome;
    // While something is half typed, a vector is still one.
    const components = outcome?.kind === "tensor" ? outcome.numel : before.components;
    return { results: { ...results, [lane]: { ...before, ...change, components, isForeseen: false } } };
  });
}

export function setTraining(store: Store, ...changed: readonly LaneTraining[]): void {
  const changes = Object.fromEntries(changed.map((training) => [training.lane, training]));
  store.setState(({ training }) => ({ training: { ...training, ...changes } }));
}

export function setNotice(store: Store, lane: string, notice: Notice | null): void {
  if ((store.getState().notices[lane] ?? null) === notice) return;
  store.setState(({ notices }) => ({ notices: { ...notices, [lane]: notice } }));
}

export function setPaste(store: Store, lane: string, paste: Paste | null): void {
  if ((store.getState().pastes[lane] ?? null) === paste) return;
  store.setState(({ pastes }) => ({ pastes: { ...pastes, [lane]: paste } }));
}
