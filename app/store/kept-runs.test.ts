import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { anyDocument } from "../document/arbitrary.ts";
import { defaultDocument } from "../document/defaults.ts";
import { parseDocument } from "../document/document.ts";
import { type KeptRun, laneOfRun, parseKeptRun, plainOf } from "../document/kept-run.ts";
import { OWN, type OwnData } from "../document/own-data.ts";
import { runsCsv, runsJson } from "../files/kept-runs-file.ts";
import {
  addKeptRuns,
  canPin,
  changeRun,
  keepRun,
  outcomeOf,
  removeRun,
  restoreRun,
  runsKept,
  toggleCompared,
  withinBounds,
} from "./kept-runs.ts";
import { hashOf, madeRun } from "./made-run.ts";
import { createLosslabStore, setExperiment, setLane, type Store } from "./store.ts";

let store: Store;
let now = 0;
beforeEach(() => {
  store = createLosslabStore(defaultDocument, "dark");
  now = 0;
});

const keep = (lane = "A", mse = 1, hash = hashOf(++now)): KeptRun => {
  const run = keepRun(store, madeRun(store.getState(), lane, hash, mse), `run-${now}`, now);
  if (run === null) throw new Error("no run was kept");
  return run;
};
const names = () => store.getState().kept.list.map(({ id }) => id);
/** Runs of as many seeds. */
const keepMany = (count: number) => {
  for (let i = 0; i < count; i++) {
    setExperiment(store, { seed: i });
    keep();
  }
};

describe("a run that has come to its end", () => {
  test("is kept with its loss, its settings and what it came to, and is a document of its own", () => {
    setLane(store, "B", { lr: 0.5 });
    const { document, outcome } = keep("B", 7);
    expect(parseDocument(document)).toEqual(document);
    expect([document.lanes.length, document.experiment.lr, document.lanes[0]?.lr]).toEqual([1, 0.5, null]);
    expect(document.runs).toEqual({ B: outcome.mark });
    expect(outcome.metrics.validation).toEqual([{ name: "MSE", value: 7, unit: "" }]);
    expect(outcome.curves.training.values).toEqual([3, Number.NaN, 0.3333333]);
  });

  test("that was made before is the newest again, with its name", () => {
    const first = keep();
    changeRun(store, first.id, { name: "mine" });
    setExperiment(store, { seed: 5 });
    keep();
    setExperiment(store, { seed: 0 });
    keep("A", 1, hashOf(1));
    expect(store.getState().kept.list.map(({ id, name }) => [id, name])).toEqual([
      ["run-1", "mine"],
      ["run-2", ""],
    ]);
  });

  test("is another one where it came to other bits", () => {
    keep();
    keep();
    expect(names()).toHaveLength(2);
  });

  test("is none while it runs, where it was stopped, cut short, or had its numbers turned", () => {
    const run = madeRun(store.getState(), "A", hashOf(1));
    const { progress } = run;
    if (progress === null) throw new Error("no progress");
    expect(outcomeOf(run)).not.toBeNull();
    for (const change of [
      { isRunning: true },
      { stopped: "overrun" as const },
      { isSwapped: true },
      { progress: null },
      { progress: { ...progress, step: 10, status: "paused" as const } },
      { progress: { ...progress, step: 0, status: "failed" as const } },
      { progress: { ...progress, fingerprint: "no hash" } },
    ])
      expect(outcomeOf({ ...run, ...change })).toBeNull();
    expect(outcomeOf({ ...run, progress: { ...progress, status: "failed", step: 3 } })?.status).toBe("failed");
  });
});

describe("kept runs", () => {
  test("are the newest fifty, and all that are pinned", () => {
    const first = keep();
    changeRun(store, first.id, { isPinned: true });
    keepMany(60);
    const kept = names();
    expect(kept).toHaveLength(runsKept.unpinned + 1);
    expect([kept[0], kept.at(-1)]).toEqual(["run-61", "run-1"]);
    changeRun(store, first.id, { isPinned: false });
    expect(names()).toHaveLength(runsKept.unpinned);
  });

  test("that are deleted come back where they were", () => {
    keepMany(3);
    removeRun(store, "run-2");
    removeRun(store, "run-3");
    expect(names()).toEqual(["run-1"]);
    restoreRun(store);
    restoreRun(store);
    restoreRun(store);
    expect(names()).toEqual(["run-3", "run-2", "run-1"]);
  });

  test("of an earlier visit join those made meanwhile, each once", () => {
    const earlier = keep();
    store = createLosslabStore(defaultDocument, "dark");
    setExperiment(store, { seed: 3 });
    keep();
    addKeptRuns(store, [earlier, earlier], 2);
    expect([names(), store.getState().kept.unreadable]).toEqual([["run-2", "run-1"], 2]);
  });

  test("are compared four at a time, and no longer when they are gone", () => {
    keepMany(5);
    for (const id of ["run-1", "run-2", "run-3", "run-4", "run-5"]) toggleCompared(store, id);
    expect(store.getState().kept.compared).toEqual(["run-2", "run-3", "run-4", "run-5"]);
    toggleCompared(store, "run-3");
    removeRun(store, "run-2");
    expect(store.getState().kept.compared).toEqual(["run-4", "run-5"]);
  });

  test("stay within their bytes, the same data counted once, and pinned ones are refused beyond them", () => {
    const column = { name: "x", unit: "", values: Array.from({ length: 100_000 }, (_, i) => i + 1 / 3) };
    const dataOf = (title: string): OwnData => ({
      title,
      kind: "numbers",
      inputs: [column],
      targets: [column],
      classes: [],
      standardize: false,
    });
    const run = keep();
    const of = (id: number, data: OwnData, isPinned = false): KeptRun => ({
      ...run,
      id: `own-${id}`,
      made: id,
      isPinned,
      document: { ...run.document, data, experiment: { ...run.document.experiment, dataset: OWN } },
      outcome: { ...run.outcome },
    });
    const shared = dataOf("shared");
    expect(withinBounds(Array.from({ length: 9 }, (_, i) => of(i, shared)))).toHaveLength(9);
    const each = Array.from({ length: 3 }, (_, i) => of(i, dataOf(String(i))));
    expect(withinBounds(each).map(({ id }) => id)).toEqual(["own-2"]);
    const pinned = each.slice(0, 1).map((own) => ({ ...own, isPinned: true }));
    expect(canPin(pinned, of(30, dataOf("another")))).toBe(false);
    expect(canPin(pinned, of(31, pinned[0]?.document.data ?? shared))).toBe(true);
  });
});

describe("what is written of a run", () => {
  test("is read back as it was, whatever its document", () => {
    const { outcome } = keep();
    fc.assert(
      fc.property(anyDocument, fc.string({ maxLength: 80, unit: "grapheme-ascii" }), (document, name) => {
        const [lane] = document.lanes;
        if (lane === undefined) return;
        const run = { ...keepable, name: name.trim(), document: { ...document, lanes: [lane], runs: {} }, outcome };
        expect(parseKeptRun(JSON.parse(JSON.stringify(plainOf(run))))).toEqual(run);
      }),
      { numRuns: 50 },
    );
  });

  test("opens when its document is of an earlier version", () => {
    const run = keep();
    const { study, ...older } = run.document;
    expect(study).toBeDefined();
    expect(parseKeptRun(plainOf({ ...run, document: { ...older, version: 9 } }))).toEqual(run);
  });

  test("is refused where something in it is wrong, and nothing throws", () => {
    const run = keep();
    const wrong: readonly unknown[] = [
      null,
      "x",
      {},
      { ...run, outcome: null },
      { ...run, document: {} },
      { ...run, document: { ...run.document, lanes: [] } },
      { ...run, document: { ...run.document, experiment: { ...run.document.experiment, lr: -1 } } },
      { ...run, outcome: { ...run.outcome, mark: "x" } },
      { ...run, outcome: { ...run.outcome, curves: { ...run.outcome.curves, training: { steps: [1], values: [] } } } },
      { ...run, name: "x".repeat(81) },
    ];
    for (const value of wrong) expect(parseKeptRun(plainOf(value))).toBeNull();
  });

  test("as a table has a row for each, and as JSON all of it", () => {
    keepMany(2);
    changeRun(store, "run-2", { name: 'with "quotes", and commas', isPinned: true });
    const { list } = store.getState().kept;
    const [head, first, second] = runsCsv(list, (run) => new Map([["lr", String(run.document.experiment.lr)]])).split(
      "\n",
    );
    expect(head).toBe(
      "made,name,note,pinned,loss,lr,status,step,training own loss,validation own loss,training MSE,validation MSE,run",
    );
    expect(first).toContain('"with ""quotes"", and commas",,yes,');
    expect(second).toMatch(/,done,2000,/);
    const back: unknown = JSON.parse(runsJson(list));
    expect(Array.isArray(back) && back.map(parseKeptRun)).toEqual(list);
  });
});

const keepable: Omit<KeptRun, "document" | "outcome"> = { id: "x", made: 1, name: "", note: "", isPinned: false };

test("a run's lane is the one it was made of", () => {
  expect(laneOfRun(keep("B")).id).toBe("B");
});
