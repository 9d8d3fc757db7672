import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Compilation } from "../../engine/language/program.ts";
import { emptyReport } from "../../engine/testing/empty-report.ts";
import { defaultDocument } from "../document/defaults.ts";
import type { Known } from "../sandbox/job.ts";
import { checksIn } from "../store/checkups.ts";
import { createLosslabStore, type Store, setExperiment, setLane, setResult } from "../store/store.ts";
import { Checker, type Finding } from "./Checker.ts";

const dataset: Dataset = {
  kind: "tensors",
  id: "tensors",
  title: "Tensors",
  tensors: [{ shape: [1], dtype: "float32", fill: { kind: "normal" }, seed: 0 }],
};

const compilation = (): Compilation => ({
  program: {
    js: "",
    entry: { kind: "function", name: "forward", parameters: ["predictions", "targets"] },
    probes: [],
    loops: [],
    knobs: [],
  },
  diagnostics: [],
});

const report = (): Report => ({
  ...emptyReport,
  outcome: {
    kind: "tensor",
    shape: [],
    dtype: "float32",
    numel: 1,
    value: 1,
    container: null,
    names: null,
    probe: null,
  },
});

/** Answers when it is told to. */
class FakeSandbox implements Finding {
  asked = 0;
  #answer: ((known: Known) => void) | null = null;

  check(): Promise<Known> {
    this.asked++;
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  answer(known: Known): void {
    this.#answer?.(known);
    this.#answer = null;
  }

  giveUp(): void {
    this.answer({ kind: "superseded" });
  }

  dispose(): void {
    this.giveUp();
  }
}

let store: Store;
let sandbox: FakeSandbox;
let checker: Checker;
const LANE = "A";

/** The loss in the lane has gone well; `compiled` is kept where nothing was typed. */
function goesWell(compiled: Compilation): void {
  const source = store.getState().document.lanes[0]?.source ?? "";
  setResult(store, LANE, { phase: "ready", source, compilation: compiled, report: report() });
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(2_000);
const known: Known = { kind: "checked", checks: [{ code: "repeats", isRandom: false, isStateful: false }] };

beforeEach(() => {
  vi.useFakeTimers();
  store = createLosslabStore({ ...defaultDocument, lanes: defaultDocument.lanes.slice(0, 1) }, "dark");
  sandbox = new FakeSandbox();
  checker = new Checker(
    store,
    () => Promise.resolve(dataset),
    () => sandbox,
  );
});

afterEach(() => {
  checker.dispose();
  vi.useRealTimers();
});

test("what is known of a loss stays while the same loss is evaluated once more, and is not asked again", async () => {
  const compiled = compilation();
  goesWell(compiled);
  await settle();
  sandbox.answer(known);
  await settle();
  expect(checksIn(store.getState(), LANE)).toHaveLength(1);
  goesWell(compiled);
  await settle();
  expect(checksIn(store.getState(), LANE)).toHaveLength(1);
  expect(sandbox.asked).toBe(1);
});

test("a report that comes of the same loss meanwhile ends nothing", async () => {
  const compiled = compilation();
  goesWell(compiled);
  await settle();
  goesWell(compiled);
  await settle();
  sandbox.answer(known);
  await settle();
  expect(sandbox.asked).toBe(1);
  expect(checksIn(store.getState(), LANE)).toHaveLength(1);
});

test("the next keystroke ends the look, and what was found of the older text is not told", async () => {
  goesWell(compilation());
  await settle();
  setLane(store, LANE, { source: "another" });
  await settle();
  expect(checksIn(store.getState(), LANE)).toBeNull();
  goesWell(compilation());
  await settle();
  expect(sandbox.asked).toBe(2);
  sandbox.answer(known);
  await settle();
  expect(checksIn(store.getState(), LANE)).toHaveLength(1);
});

test("other data are another question", async () => {
  goesWell(compilation());
  await settle();
  sandbox.answer(known);
  await settle();
  setExperiment(store, { batchSize: 8 });
  expect(checksIn(store.getState(), LANE)).toBeNull();
  await settle();
  expect(sandbox.asked).toBe(2);
});

test("a loss that does not answer is left alone until it is another", async () => {
  goesWell(compilation());
  await settle();
  sandbox.answer({ kind: "stopped", reason: "overrun" });
  await settle();
  await settle();
  expect(sandbox.asked).toBe(1);
  goesWell(compilation());
  await settle();
  expect(sandbox.asked).toBe(2);
});
