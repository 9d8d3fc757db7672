import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Experiment } from "../train/experiment.ts";
import { rungs, survivors } from "./halving.ts";
import { settingsOf, withValue } from "./settings.ts";
import { bestOf, cellsOf, parseChoices, parseValues, type SweepAxis, studyHash } from "./sweep.ts";

const experiment: Experiment = {
  dataset: "sine",
  toy: {},
  tensors: [],
  output: null,
  reading: null,
  model: { kind: "mlp", widths: [32, 32], activation: "tanh" },
  optimizer: { name: "SGD", momentum: 0.9 },
  lr: 0.01,
  scheduler: null,
  batchSize: 64,
  seed: 0,
  steps: 2000,
  matchFirstStep: false,
};
const lr: SweepAxis = { kind: "setting", name: "lr", values: [0.001, 0.01, 0.1] };
const delta: SweepAxis = { kind: "knob", name: "delta", values: [1, 2] };

describe("a grid", () => {
  test("has a cell for every choice of values", () => {
    expect(cellsOf([lr])).toEqual([[0.001], [0.01], [0.1]]);
    expect(cellsOf([lr, delta])).toEqual([
      [0.001, 1],
      [0.001, 2],
      [0.01, 1],
      [0.01, 2],
      [0.1, 1],
      [0.1, 2],
    ]);
  });

  test("is at its best where the median is, and says so where that is at its edge", () => {
    expect(
      bestOf(
        [lr],
        [
          [5, 6],
          [1, 2],
          [3, 4],
        ],
        "low",
      ),
    ).toMatchObject({ cell: 1, isAtEdge: false, summary: { median: 1.5 } });
    expect(
      bestOf(
        [lr],
        [
          [5, 6],
          [1, 2],
          [3, 4],
        ],
        "high",
      ),
    ).toMatchObject({ cell: 0, isAtEdge: true });
    expect(bestOf([lr], [[5], [Number.NaN], []], "low")).toMatchObject({ cell: 0 });
    expect(bestOf([lr], [[Number.NaN], [Number.NaN], []], "low")).toBeNull();
  });

  test("is read as people type it, in order and within the range", () => {
    const range = { min: 0, max: 1, isInteger: false };
    expect(parseValues(" 0.3, 1e-2 ;1 0.3", range)).toEqual([0.01, 0.3, 1]);
    for (const typed of ["", "0.5", "0.1 two", "0.1 2", "0 ".repeat(3)]) expect(parseValues(typed, range)).toBeNull();
    expect(parseValues("1 1.5", { min: 1, max: 9, isInteger: true })).toBeNull();
    expect(parseValues(Array.from({ length: 17 }, (_, i) => i / 20).join(" "), range)).toBeNull();
  });
});

describe("the settings of an experiment", () => {
  test("are those that it has, of its optimiser and its data too", () => {
    expect(settingsOf(experiment).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["lr", "batch size", "width", "steps", "momentum", "weight_decay", "noise", "size"]),
    );
    const linear = settingsOf({ ...experiment, model: { kind: "linear" }, dataset: "auto-mpg" }).map(
      ({ name }) => name,
    );
    expect(linear).not.toContain("width");
    expect(linear).not.toContain("noise");
    expect(settingsOf({ ...experiment, dataset: "tensors" }).map(({ name }) => name)).not.toContain("batch size");
  });

  test("are what they were set to, and nothing else is changed; what is suggested is within their range", () => {
    for (const setting of settingsOf(experiment)) {
      if (setting.kind === "choice") continue;
      for (const value of setting.suggested) {
        const changed = setting.with(experiment, value);
        expect([setting.name, setting.of(changed)]).toEqual([setting.name, value]);
        expect([value >= setting.min, value <= setting.max]).toEqual([true, true]);
        expect(setting.with(changed, setting.of(experiment))).toMatchObject({ ...experiment, toy: {}, optimizer: {} });
      }
    }
  });
});

describe("settings that are chosen", () => {
  const choices = settingsOf(experiment).flatMap((setting) => (setting.kind === "choice" ? [setting] : []));

  test("are the optimiser, the schedule and the activation, and each of their choices is taken", () => {
    expect(choices.map(({ name }) => name)).toEqual(["optimizer", "schedule", "activation"]);
    for (const setting of choices)
      for (const choice of setting.choices) {
        expect([setting.name, setting.of(setting.with(experiment, choice))]).toEqual([setting.name, choice]);
        expect(setting.with(experiment, setting.of(experiment))).toEqual(experiment);
        expect(setting.with(experiment, "tomorrow")).toEqual(experiment);
      }
  });

  test("take no number, as numbers take no name", () => {
    for (const setting of settingsOf(experiment))
      expect(withValue(setting, experiment, setting.kind === "choice" ? 1 : "Adam")).toBe(experiment);
  });

  test("have no edge beyond which better ones may lie", () => {
    const axis: SweepAxis = { kind: "setting", name: "optimizer", values: ["SGD", "Adam"] };
    expect(bestOf([axis], [[1], [2]], "low")).toMatchObject({ cell: 0, isAtEdge: false });
  });

  test("are read as people type them", () => {
    const names = ["SGD", "Adam", "AdamW"];
    expect(parseChoices("adam, SGD adam", names)).toEqual(["Adam", "SGD"]);
    for (const typed of ["", "Adam", "Adam Tomorrow"]) expect(parseChoices(typed, names)).toBeNull();
  });
});

test("a study's hash is of every run, in order, and of how it ended", () => {
  const runs = ["a", "b", "c"].map((fingerprint) => ({ status: "done", fingerprint }));
  const hash = studyHash(runs);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(studyHash([...runs])).toBe(hash);
  expect(studyHash(runs.toReversed())).not.toBe(hash);
  expect(studyHash(runs.slice(1))).not.toBe(hash);
  expect(studyHash([{ status: "failed", fingerprint: "a" }, ...runs.slice(1)])).not.toBe(hash);
});

describe("successive halving", () => {
  test("keeps the best, and of equal ones the smaller", () => {
    const tried = [
      { candidate: 0.1, values: [2] },
      { candidate: 0.01, values: [2] },
      { candidate: 1, values: [Number.NaN] },
      { candidate: 0.001, values: [1, 9] },
    ];
    expect(survivors(tried, 2, "low")).toEqual([0.01, 0.1]);
    expect(survivors(tried, 9, "high")).toEqual([0.001, 0.01, 0.1]);
  });

  test("never takes one in that it had not, nor more than it may", () => {
    const tried = fc.array(
      fc.record({
        candidate: fc.double({ min: 1e-4, max: 1 }),
        values: fc.array(fc.double(), { minLength: 1, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(tried, fc.nat(6), (all, most) => {
        const kept = survivors(all, most, "low");
        expect(kept.length).toBeLessThanOrEqual(most);
        for (const candidate of kept) expect(all.some((each) => Object.is(each.candidate, candidate))).toBe(true);
      }),
    );
  });

  test("spends less than twice what trying all once costs", () => {
    const runs = rungs.reduce(
      (sum, { seeds, candidates }, i) => sum + candidates * (seeds - (rungs[i - 1]?.seeds ?? 0)),
      0,
    );
    expect(runs).toBeLessThan(2 * rungs[0].candidates);
  });
});
