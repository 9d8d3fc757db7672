import { beforeEach, describe, expect, test } from "vitest";
import { ENGINE_VERSION } from "../../engine/train/fingerprint.ts";
import type { Progress } from "../../engine/train/progress.ts";
import { staleMark, staleNotes } from "../charts/stale-words.ts";
import { defaultDocument } from "../document/defaults.ts";
import { OWN, type OwnData } from "../document/own-data.ts";
import { wholeRun } from "../store/document.ts";
import { changesOf, isStale, isTrained } from "../store/run-changes.ts";
import {
  createLosslabStore,
  type LaneTraining,
  type Store,
  setExperiment,
  setLane,
  setResult,
  setTraining,
} from "../store/store.ts";
import { lanesToTrain, trainAction } from "./train-action.ts";

const series = { steps: [], values: [] };
const progressAt = (step: number, status: Progress["status"]): Progress => ({
  status,
  step,
  steps: 2000,
  stepsPerSecond: 1,
  trainingLoss: series,
  trainingMeans: series,
  validationLoss: series,
  seconds: series,
  metricHistory: [],
  metrics: { training: [], validation: [] },
  picture: { kind: "curves", curves: [] },
  fingerprint: "0123456789abcdef",
  gradients: null,
  components: null,
  failure: null,
  lost: null,
});

const data = (last: number): OwnData => ({
  title: "mine",
  standardize: true,
  kind: "numbers",
  classes: [],
  inputs: [{ name: "x", unit: "", values: [1, 2, 3, 4, 5] }],
  targets: [{ name: "y", unit: "", values: [1, 2, 3, 4, last] }],
});

let store: Store;
const state = () => store.getState();
/** A run of what stands in a lane now. */
function ran(lane: string, step: number, status: Progress["status"], more: Partial<LaneTraining> = {}): void {
  const { document } = state();
  const of = document.lanes.find(({ id }) => id === lane);
  if (of === undefined) throw new Error("no such lane");
  const { source, language, handling } = of;
  setResult(store, lane, { phase: "ready", source, language });
  setTraining(store, {
    lane,
    progress: progressAt(step, status),
    stopped: null,
    isRunning: status === "running",
    source,
    language,
    handling,
    arguments: of.arguments,
    experiment: document.experiment,
    data: document.data,
    isSwapped: false,
    ...more,
  });
}
const act = (lane = "A", canGoOn = true) => trainAction(state(), lane, 2000, canGoOn);

beforeEach(() => {
  store = createLosslabStore(defaultDocument, "dark");
});

const changes: readonly (readonly [string, () => void])[] = [
  ["code", () => setLane(store, "A", { source: "other" })],
  ["language", () => setLane(store, "A", { language: "python" })],
  ["handling", () => setLane(store, "A", { handling: { kind: "sum" } })],
  ["data", () => setExperiment(store, { dataset: "sine" })],
  ["settings", () => setExperiment(store, { lr: 0.5 })],
  ["settings", () => setExperiment(store, { steps: 3000 })],
  ["settings", () => setExperiment(store, { model: { kind: "linear" } })],
];

describe("Train always does something:", () => {
  test("a lane without a run begins", () => expect(act()).toBe("begin"));

  test("a paused run goes on, if its sandbox still holds it", () => {
    ran("A", 500, "paused");
    expect([act("A", true), act("A", false)]).toEqual(["goOn", "begin"]);
  });

  test("a run that is under way is left alone", () => {
    ran("A", 500, "running");
    expect(act()).toBe("leave");
  });

  test.each(["done", "failed"] as const)("one that is %s begins again", (status) => {
    ran("A", 2000, status);
    expect(act("A", status === "done")).toBe("begin");
  });

  test("one that stands at the last step asked for begins again", () => {
    ran("A", 2000, "paused");
    expect(act()).toBe("begin");
  });

  test.each(changes)("of other %s, it begins again: paused, running or done", (_what, change) => {
    ran("A", 500, "paused");
    change();
    expect(act()).toBe("begin");
    setTraining(store, { ...(state().training.A ?? never()), progress: progressAt(2000, "done") });
    expect([act(), isTrained(state())]).toEqual(["begin", false]);
  });

  test("and what was changed and changed back goes on", () => {
    ran("A", 500, "paused");
    const { experiment } = state().document;
    setExperiment(store, { lr: 0.5 });
    setExperiment(store, { lr: experiment.lr });
    expect(act()).toBe("goOn");
  });

  test("finished runs are left while another lane has something to do, and begin again where none has", () => {
    ran("A", 2000, "done");
    ran("B", 500, "paused");
    expect(lanesToTrain(state(), ["A", "B"])).toEqual(["B"]);
    expect(lanesToTrain(state(), ["A"])).toEqual(["A"]);
    ran("B", 2000, "done");
    expect(lanesToTrain(state(), ["A", "B"])).toEqual(["A", "B"]);
    setLane(store, "B", { source: "other" });
    expect(lanesToTrain(state(), ["A", "B"])).toEqual(["B"]);
  });
});

const never = (): never => {
  throw new Error("no run");
};

describe("a run says what it is of:", () => {
  test.each(changes)("of earlier %s", (what, change) => {
    ran("A", 2000, "done");
    expect([changesOf(state(), "A"), isStale(state(), "A"), staleMark(state(), "A")]).toEqual([[], false, null]);
    expect(wholeRun(state(), "A")).toBe(`${ENGINE_VERSION}:0123456789abcdef`);
    change();
    expect([changesOf(state(), "A"), isStale(state(), "A")]).toEqual([[what], true]);
    expect(staleMark(state(), "A")).toMatch(/^of earlier /);
    expect(staleNotes(state())).toHaveLength(1);
    expect(wholeRun(state(), "A")).toBeNull();
  });

  test("of earlier data of one's own, and not if only other data than those trained on have changed", () => {
    ran("A", 2000, "done");
    store.setState(({ document }) => ({ document: { ...document, data: data(5) } }));
    expect(changesOf(state(), "A")).toEqual([]);
    setExperiment(store, { dataset: OWN });
    expect(changesOf(state(), "A")).toEqual(["data"]);
    ran("A", 2000, "done");
    store.setState(({ document }) => ({ document: { ...document, data: data(5) } }));
    expect(changesOf(state(), "A")).toEqual([]);
    store.setState(({ document }) => ({ document: { ...document, data: data(6) } }));
    expect(changesOf(state(), "A")).toEqual(["data"]);
  });

  test("of several versions, where numbers were turned while it trained", () => {
    ran("A", 500, "running", { isSwapped: true });
    expect([isStale(state(), "A"), staleMark(state(), "A")]).toEqual([false, "of several versions"]);
    expect(staleNotes(state())).toEqual([expect.stringMatching(/^Numbers were turned while A trained/)]);
    expect(wholeRun(state(), "A")).toBeNull();
    ran("A", 2000, "done", { isSwapped: true });
    expect(act()).toBe("begin");
  });

  test("while a number is turned, a run under way is judged by the text that was last evaluated; one that stands still by its text", () => {
    ran("A", 500, "running");
    setLane(store, "A", { source: "turned" });
    expect(isStale(state(), "A")).toBe(false);
    setTraining(store, { ...(state().training.A ?? never()), isRunning: false });
    expect(isStale(state(), "A")).toBe(true);
  });
});
