import { beforeEach, describe, expect, test } from "vitest";
import type { Progress } from "../../engine/train/progress.ts";
import { defaultDocument } from "../document/defaults.ts";
import type { LossDocument } from "../document/document.ts";
import { noStudy } from "../document/study.ts";
import { documentOf } from "./document.ts";
import { createLosslabStore, type LaneTraining, setExperiment, setLane, setTraining, type Store } from "./store.ts";
import { seedsReproduction, sweepReproduction } from "./study-marks.ts";
import { seedsOf } from "./study.ts";
import { subjectOf } from "./sweep.ts";

const document: LossDocument = { ...defaultDocument, seeds: 5 };
const nothing = { steps: [], values: [] };

const progressOf = (fingerprint: string, status: Progress["status"] = "done"): Progress => ({
  status,
  step: 2000,
  steps: 2000,
  stepsPerSecond: 1,
  trainingLoss: nothing,
  trainingMeans: nothing,
  validationLoss: nothing,
  seconds: nothing,
  metricHistory: [],
  metrics: { training: [], validation: [] },
  picture: { kind: "curves", curves: [] },
  fingerprint,
  gradients: null,
  components: null,
  failure: null,
  lost: null,
});

const hex = (number: number): string => number.toString(16).padStart(16, "0");

function runsOf(store: Store, lane: string, change: (place: number) => string = hex): readonly LaneTraining[] {
  const { experiment, lanes, data } = store.getState().document;
  const held = lanes.find(({ id }) => id === lane);
  if (held === undefined) throw new Error("no such lane");
  const { source, language, handling } = held;
  return seedsOf(store.getState().document).map((seed, place) => ({
    lane,
    progress: progressOf(change(place)),
    stopped: null,
    isRunning: false,
    source,
    language,
    handling,
    arguments: held.arguments,
    experiment: { ...experiment, seed },
    data,
    isSwapped: false,
  }));
}

/** Both lanes, with every seed. */
function study(store: Store, change?: (place: number) => string): void {
  const runs = Object.fromEntries(["A", "B"].map((lane) => [lane, runsOf(store, lane, change)]));
  setTraining(store, ...Object.values(runs).flatMap(([own]) => own ?? []));
  store.setState({ seedStudy: { seeds: seedsOf(store.getState().document), runs } });
}

function sweep(store: Store, last = "c"): void {
  const run = (fingerprint: string) => ({
    status: "done" as const,
    metrics: { training: [], validation: [] },
    fingerprint,
  });
  store.setState((state) => ({
    sweep: {
      axes: [{ kind: "setting", name: "lr", values: [0.01, 0.1] }],
      lanes: ["A"],
      seeds: [0],
      runs: { A: [[run("b")], [run(last)]] },
      left: [],
      of: subjectOf(state),
    },
  }));
}

let store: Store;
beforeEach(() => {
  store = createLosslabStore(document, "dark");
});
const reopened = (): Store => createLosslabStore(documentOf(store.getState()), "dark");

describe("a study in a document", () => {
  test("is none before there was one", () => {
    expect(documentOf(store.getState()).study).toEqual(noStudy);
    expect([seedsReproduction(store.getState()), sweepReproduction(store.getState())]).toEqual([null, null]);
  });

  test("over seeds is one hash, and who opens it is told whether every run is the same", () => {
    study(store);
    const reader = reopened();
    expect(seedsReproduction(reader.getState())).toBeNull();
    study(reader);
    expect(seedsReproduction(reader.getState())).toBe("same");
    study(reader, (place) => hex(place === 4 ? 99 : place));
    expect(seedsReproduction(reader.getState())).toBe("different");
  });

  test("has no hash before the last of its runs has come", () => {
    study(store);
    store.setState(({ seedStudy }) =>
      seedStudy === null
        ? {}
        : { seedStudy: { ...seedStudy, runs: { ...seedStudy.runs, B: seedStudy.runs.B?.with(4, null) ?? [] } } },
    );
    expect(documentOf(store.getState()).study.seeds).toBeNull();
  });

  test("over a grid opens with what was swept, and says whether it came out the same", () => {
    sweep(store);
    const reader = reopened();
    expect(reader.getState().opened.study.sweep?.axes).toEqual([{ kind: "setting", name: "lr", values: [0.01, 0.1] }]);
    sweep(reader);
    expect(sweepReproduction(reader.getState())).toBe("same");
    sweep(reader, "d");
    expect(sweepReproduction(reader.getState())).toBe("different");
  });

  test("of something that was changed since is not compared, and its hash is not passed on", () => {
    study(store);
    sweep(store);
    const reader = reopened();
    setLane(reader, "A", { source: "x" });
    study(reader);
    sweep(reader);
    expect([seedsReproduction(reader.getState()), sweepReproduction(reader.getState())]).toEqual([null, null]);
    const other = reopened();
    setExperiment(other, { steps: 10 });
    expect(documentOf(other.getState()).study).toMatchObject({ seeds: null, sweep: { mark: null } });
  });

  test("that nobody ran again is passed on as its author had it", () => {
    study(store);
    sweep(store);
    expect(documentOf(reopened().getState()).study).toEqual(documentOf(store.getState()).study);
  });
});
