import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toyDataset } from "../../../engine/data/catalogue.ts";
import type { Program } from "../../../engine/language/program.ts";
import { defaultDocument } from "../../document/defaults.ts";
import { addLaneOf } from "../../store/lanes.ts";
import { addKeptRuns } from "../../store/kept-runs.ts";
import { hashOf, madeRun } from "../../store/made-run.ts";
import { changesOf } from "../../store/run-changes.ts";
import {
  createLosslabStore,
  type LaneTraining,
  setExperiment,
  setLane,
  setResult,
  setTraining,
  type Store,
} from "../../store/store.ts";
import type { RunSource } from "../replay/Rerun.ts";
import { RunRecorder } from "./RunRecorder.ts";

const program: Program = {
  js: "",
  entry: { kind: "function", name: "forward", parameters: [] },
  probes: [],
  loops: [],
  knobs: [],
};
const found = toyDataset("line");
if (found === null) throw new Error("a toy data set is missing");
const dataset = found;

let store: Store;
let recorder: RunRecorder;
let sources: Map<string, RunSource>;
let made = 0;

function open(): void {
  store = createLosslabStore(defaultDocument, "dark");
  sources = new Map();
  recorder = new RunRecorder(store, {
    trainer: {
      sourceOf: (lane) => sources.get(lane) ?? null,
      recall: (training, source) => {
        sources.set(training.lane, source);
        setTraining(store, training);
      },
    },
    dataset: async () => dataset,
    now: () => ++made,
    freshId: () => `run-${made}`,
  });
}
beforeEach(open);
afterEach(() => recorder.dispose());

/** A lane's run, from its first step to its end. */
function train(lane = "A"): LaneTraining {
  const run = madeRun(store.getState(), lane, hashOf(++made));
  sources.set(lane, { setup: { experiment: run.experiment, dataset }, program, handling: run.handling });
  setTraining(store, { ...run, progress: null, isRunning: true });
  setTraining(store, run);
  return run;
}
const shown = (lane = "A") => store.getState().training[lane]?.progress?.fingerprint;
const kept = () => store.getState().kept.list;
/** The lane's text has been compiled. */
const judge = (lane = "A") => {
  const held = store.getState().document.lanes.find(({ id }) => id === lane);
  if (held === undefined) throw new Error("no such lane");
  const compilation = { program, diagnostics: [], renames: [], choices: [], passedOver: [] };
  setResult(store, lane, { phase: "ready", source: held.source, language: held.language, compilation });
};

describe("a run that comes to its end", () => {
  test("is kept, once", () => {
    train();
    setTraining(store, { ...madeRun(store.getState(), "B", hashOf(77)), isRunning: true });
    expect(kept().map(({ document }) => document.lanes[0]?.id)).toEqual(["A"]);
  });

  test("is shown at once where the lane is what it was again: by text, by setting, by any lane", () => {
    const first = train();
    setLane(store, "A", { source: "other" });
    const second = train();
    setLane(store, "A", { source: first.source });
    expect([shown(), changesOf(store.getState(), "A")]).toEqual([first.progress?.fingerprint, []]);
    setLane(store, "A", { source: "other" });
    expect(shown()).toBe(second.progress?.fingerprint);
    setExperiment(store, { seed: 4 });
    const third = train();
    setExperiment(store, { seed: 0 });
    expect(shown()).toBe(second.progress?.fingerprint);
    setExperiment(store, { seed: 4 });
    expect(shown()).toBe(third.progress?.fingerprint);
    const [lane] = store.getState().document.lanes;
    if (lane !== undefined) addLaneOf(store, lane);
    expect(shown("C")).toBe(third.progress?.fingerprint);
    // What is shown again can be run again from what it was made of.
    expect(sources.get("C")?.setup.experiment.seed).toBe(4);
    expect(kept()).toHaveLength(3);
  });

  test("is not shown in the place of one that is under way, nor after Reset", () => {
    const first = train();
    setTraining(store, { ...first, progress: null, isRunning: true });
    setExperiment(store, { seed: 4 });
    setExperiment(store, { seed: 0 });
    expect(shown()).toBeUndefined();
    store.setState({ training: {} });
    expect(shown()).toBeUndefined();
  });
});

describe("a run of an earlier visit", () => {
  beforeEach(() => {
    train();
    const earlier = kept();
    recorder.dispose();
    open();
    addKeptRuns(store, earlier, 0);
  });

  test("is shown when the lane has become what it was, with its curves and its hash", async () => {
    const [{ source } = { source: "" }] = store.getState().document.lanes;
    setLane(store, "A", { source: "other" });
    judge();
    setLane(store, "A", { source });
    await Promise.resolve();
    expect(shown()).toBeUndefined();
    judge();
    await vi.waitFor(() => expect(shown()).toBe(kept()[0]?.outcome.mark.split(":")[1]));
    expect(store.getState().training.A?.progress?.trainingMeans).toEqual(kept()[0]?.outcome.curves.means);
    expect(kept()).toHaveLength(1);
  });

  test("is not shown by a page that was only opened, nor where another engine made it", async () => {
    judge();
    await Promise.resolve();
    expect(shown()).toBeUndefined();
    store.setState(({ kept: held }) => ({
      kept: {
        ...held,
        list: held.list.map((run) => ({ ...run, outcome: { ...run.outcome, mark: `1:${hashOf(1)}` } })),
      },
    }));
    const [{ source } = { source: "" }] = store.getState().document.lanes;
    setLane(store, "A", { source: "other" });
    setLane(store, "A", { source });
    judge();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(shown()).toBeUndefined();
  });
});
