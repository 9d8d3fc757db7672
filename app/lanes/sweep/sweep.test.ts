import { beforeEach, describe, expect, test } from "vitest";
import { toyDataset } from "../../../engine/data/catalogue.ts";
import type { Program } from "../../../engine/language/program.ts";
import type { SweepAxis } from "../../../engine/study/sweep.ts";
import type { Experiment } from "../../../engine/train/experiment.ts";
import { defaultDocument } from "../../document/defaults.ts";
import type { Lane } from "../../document/document.ts";
import { experimentOf } from "../../document/lanes.ts";
import { createLosslabStore, laneOf, type Store, setLane } from "../../store/store.ts";
import { type GridLane, gridOf } from "./grid-tasks.ts";
import { disputed, setRates } from "./take-best.ts";

const experiment: Experiment = { ...defaultDocument.experiment, dataset: "sine" };
const lr: SweepAxis = { kind: "setting", name: "lr", values: [0.01, 0.1] };
const noise: SweepAxis = { kind: "setting", name: "noise", values: [0, 0.5] };
const delta: SweepAxis = { kind: "knob", name: "delta", values: [1, 2] };

const entry = { kind: "function", name: "forward", parameters: ["predictions", "targets"] } as const;
const programOf = (js: string, knobs: Program["knobs"] = []): Program => ({ js, entry, probes: [], loops: [], knobs });

function laneOfText(id: "A" | "B", source: string, knobs: Program["knobs"] = []): GridLane {
  const lane: Lane = {
    id,
    name: id,
    language: "python",
    source,
    handling: { kind: "refuse" },
    arguments: {},
    lr: null,
  };
  return { lane, program: programOf(source, knobs), experiment, seconds: 0.1 };
}
const plain = laneOfText("A", "plain");
const knobbed = laneOfText("B", "delta = 1.0", [{ name: "delta", value: 1, isInteger: false, start: 8, end: 11 }]);
const sources = {
  dataset: async ({ dataset, toy }: Experiment) => toyDataset(dataset, toy),
  compile: async (_lane: Lane, source: string) => programOf(source),
};

describe("the runs of a grid", () => {
  test("are one for each lane, value and seed, with one program and one data set for all of a lane", async () => {
    const { runs, left } = await gridOf([plain, knobbed], [lr], [7, 8, 9], sources);
    expect([runs.length, left]).toEqual([12, []]);
    expect(
      runs
        .slice(0, 4)
        .map(({ cell, place, task: { setup } }) => [cell, place, setup.experiment.lr, setup.experiment.seed]),
    ).toEqual([
      [0, 0, 0.01, 7],
      [0, 1, 0.01, 8],
      [0, 2, 0.01, 9],
      [1, 0, 0.1, 7],
    ]);
    expect(new Set(runs.map(({ task }) => task.program)).size).toBe(2);
    expect(new Set(runs.map(({ task }) => task.setup.dataset)).size).toBe(1);
  });

  test("of data that are turned have data of their own, once for each value", async () => {
    const { runs } = await gridOf([plain], [lr, noise], [0, 1], sources);
    expect(new Set(runs.map(({ task }) => task.setup.dataset)).size).toBe(2);
  });

  test("of a number have its text, and leave out a lane that does not name it", async () => {
    const { runs, left } = await gridOf([plain, knobbed], [delta], [0], sources);
    expect(runs.map(({ lane, task }) => [lane, task.program.js])).toEqual([
      ["B", "delta = 1.0"],
      ["B", "delta = 2.0"],
    ]);
    expect(left).toEqual([{ lane: "A", why: "its loss has no number called delta" }]);
  });

  test("of choices have each of them, and what becomes of vectors is the lane's alone", async () => {
    const axes: SweepAxis[] = [
      { kind: "setting", name: "optimizer", values: ["SGD", "Adam"] },
      { kind: "handling", name: "vector handling", values: ["sum", "UPGrad"] },
    ];
    const { runs } = await gridOf([plain], axes, [0], sources);
    expect(runs.map(({ task }) => [task.setup.experiment.optimizer.name, task.handling])).toEqual([
      ["SGD", { kind: "sum" }],
      ["SGD", { kind: "aggregator", name: "UPGrad", parameters: expect.anything() }],
      ["Adam", { kind: "sum" }],
      ["Adam", { kind: "aggregator", name: "UPGrad", parameters: expect.anything() }],
    ]);
    expect(new Set(runs.map(({ task }) => task.program)).size).toBe(1);
  });

  test("that take fewer steps are expected to take less time", async () => {
    const { runs } = await gridOf([plain], [{ kind: "setting", name: "steps", values: [500, 2000] }], [0], sources);
    expect(runs.map(({ task }) => task.seconds)).toEqual([0.025, 0.1]);
  });
});

describe("what is taken over from a sweep", () => {
  let store: Store;
  beforeEach(() => {
    store = createLosslabStore(defaultDocument, "dark");
  });
  const ratesNow = () => {
    const { document } = store.getState();
    return [document.experiment.lr, ...document.lanes.map((lane) => experimentOf(document, lane).lr)];
  };

  test("is each lane's own learning rate, which wins over the experiment's", () => {
    setRates(store, [
      { lane: "A", lr: 0.03 },
      { lane: "B", lr: 0.001 },
    ]);
    expect(ratesNow()).toEqual([0.01, 0.03, 0.001]);
    setLane(store, "A", { lr: null });
    expect(ratesNow()).toEqual([0.01, 0.01, 0.001]);
  });

  test("is the experiment's, where all lanes have the same", () => {
    setLane(store, "A", { lr: 0.5 });
    setRates(store, [
      { lane: "A", lr: 0.03 },
      { lane: "B", lr: 0.03 },
    ]);
    expect([...ratesNow(), laneOf(store.getState(), "A")?.lr]).toEqual([0.03, 0.03, 0.03, null]);
  });

  test("is nothing of a lane for which none was found", () => {
    setRates(store, [
      { lane: "A", lr: null },
      { lane: "B", lr: 0.1 },
    ]);
    expect(ratesNow()).toEqual([0.01, 0.01, 0.1]);
  });

  test("wants a choice where lanes share a setting and are best with different ones", () => {
    const bests = [
      { lane: "A", values: [0.01, 0.5] },
      { lane: "B", values: [0.1, 0] },
    ];
    expect(disputed([lr, noise], bests)).toEqual(["noise"]);
    expect(disputed([lr, delta], bests)).toEqual([]);
  });
});
