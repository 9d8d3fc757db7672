import { beforeEach, describe, expect, test } from "vitest";
import { emptyReport } from "../../engine/testing/empty-report.ts";
import { defaultDocument } from "../document/defaults.ts";
import { addLane, duplicateLane, moveLane, removeLane, restoreLane } from "./lanes.ts";
import { createLosslabStore, type Store, setLane, setResult, setTraining } from "./store.ts";

let store: Store;
beforeEach(() => {
  store = createLosslabStore(defaultDocument, "dark");
});

const letters = () =>
  store
    .getState()
    .document.lanes.map(({ id }) => id)
    .join("");

describe("a lane that is added or copied", () => {
  test("is the one to look at", () => {
    addLane(store);
    expect([letters(), store.getState().activeLane]).toEqual(["ABC", "C"]);
    duplicateLane(store, "A");
    expect([letters(), store.getState().activeLane]).toEqual(["ADBC", "D"]);
    moveLane(store, "A", 1);
    expect([letters(), store.getState().activeLane]).toEqual(["DABC", "D"]);
  });
});

test("a lane that is made what it is already leaves the document as it is: nothing is to be saved", () => {
  const { document } = store.getState();
  const [{ source, language } = { source: "", language: "typescript" as const }] = document.lanes;
  setLane(store, "A", { source, language });
  expect(store.getState().document).toBe(document);
  setLane(store, "A", { source: `${source} ` });
  expect(store.getState().document).not.toBe(document);
});

describe("a lane that is removed", () => {
  beforeEach(() => {
    const { experiment } = defaultDocument;
    const [first] = defaultDocument.lanes;
    if (first === undefined) throw new Error("no lane");
    const { handling } = first;
    for (const lane of ["A", "B"]) {
      setResult(store, lane, { phase: "ready" });
      setTraining(store, {
        lane,
        progress: null,
        stopped: null,
        isRunning: true,
        source: "",
        language: "typescript",
        arguments: {},
        data: null,
        isSwapped: false,
        handling,
        experiment,
      });
    }
    store.setState({ activeLane: "B", compared: ["A", "B"], marked: { lane: "B", samples: [1] }, cursors: { B: 3 } });
    removeLane(store, "B");
  });

  test("takes along all that was known of it, and leaves the rest", () => {
    const { results, training, cursors, activeLane, compared, marked } = store.getState();
    expect([results, training].map((record) => Object.keys(record))).toEqual([["A"], ["A"]]);
    expect({ cursors, activeLane, compared, marked }).toEqual({
      cursors: {},
      activeLane: "A",
      compared: null,
      marked: null,
    });
  });

  test("comes back as it was, to be looked at", () => {
    restoreLane(store);
    expect(store.getState()).toMatchObject({ document: defaultDocument, removed: [], activeLane: "B" });
    restoreLane(store);
    expect(letters()).toBe("AB");
  });

  test("is not the last one", () => {
    removeLane(store, "A");
    expect([letters(), store.getState().removed.length]).toEqual(["A", 1]);
  });
});

test("a vector is remembered as one while something is half typed", () => {
  const report = {
    ...emptyReport,
    outcome: {
      kind: "tensor",
      shape: [64],
      dtype: "float32",
      numel: 64,
      value: null,
      container: null,
      names: null,
      probe: null,
    },
  } as const;
  setResult(store, "A", { report });
  setResult(store, "A", { report: null });
  expect(store.getState().results.A?.components).toBe(64);
  setResult(store, "A", { report: { ...report, outcome: { ...report.outcome, numel: 1 } } });
  expect(store.getState().results.A?.components).toBe(1);
});
