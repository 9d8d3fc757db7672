import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SweepAxis } from "../../engine/study/sweep.ts";
import { defaultDocument } from "../document/defaults.ts";
import type { LossDocument } from "../document/document.ts";
import { settled } from "../lanes/sweep/grid-tasks.ts";
import { datasetOf, recordedRun } from "./recorded-run.ts";
import { exportedScript } from "./script-export.ts";
import { editsOf, studyPy } from "./study-py.ts";
import { exportedStudy } from "./study-texts.ts";

const loss =
  "def forward(predictions, targets):\n    text = '''a\\\\b'''\n    return (predictions - targets).abs().mean()\n";
const document: LossDocument = {
  ...defaultDocument,
  experiment: { ...defaultDocument.experiment, steps: 20 },
  seeds: 5,
  lanes: defaultDocument.lanes.map((lane) => ({
    ...lane,
    language: "python",
    source: loss,
    handling: { kind: "sum" },
  })),
};
const dataset = datasetOf("auto-mpg");
const lr: SweepAxis = { kind: "setting", name: "lr", values: [0.001, 0.1] };
const optimizer: SweepAxis = { kind: "setting", name: "optimizer", values: ["SGD", "Adam"] };

const study = async (axes: readonly SweepAxis[]): Promise<string> => {
  const made = await exportedStudy({ document, results: {} }, axes, {
    dataset: async () => dataset,
    python: async ({ source }) => ({ ok: true, python: source }),
    ask: async (request) => exportedScript(request),
  });
  if (made.kind !== "text") throw new Error(made.reason);
  return made.text;
};

describe("sweep.py", () => {
  test("holds each lane's train.py once, with the lines that cells change", async () => {
    const text = await study([lr, optimizer]);
    expect(text.match(/def train\(\):/g)).toHaveLength(2);
    expect(text).toContain('AXES = ["lr", "optimizer"]');
    expect(text).toContain('CELLS = [(0.001, "SGD",), (0.001, "Adam",), (0.1, "SGD",), (0.1, "Adam",)]');
    expect(text).toContain("SEEDS = [0, 1, 2, 3, 4]");
    expect(text.match(/optimizer = torch\.optim\.Adam\(model\.parameters\(\), lr=0\.1\)/g)).toHaveLength(2);
    expect(text.length).toBeLessThan(40_000);
  });

  test("of seeds alone has one cell, which changes nothing", async () => {
    const text = await study([]);
    expect(text).toContain("CELLS = [()]");
    expect(text).toContain("        [\n            [],\n        ],");
  });

  test("says what cannot be said in PyTorch, and of which lane", async () => {
    const [lane] = document.lanes;
    if (lane === undefined) throw new Error("no lane");
    const broken = { ...document, lanes: [{ ...lane, source: "def forward(:" }] };
    const made = await exportedStudy({ document: broken, results: {} }, [], {
      dataset: async () => dataset,
      python: async ({ source }) => ({ ok: true, python: source }),
      ask: async (request) => exportedScript(request),
    });
    expect(made).toMatchObject({ kind: "refused", reason: expect.stringMatching(/^Lane A: /) });
  });

  test("is of the very experiments that the page runs", () => {
    const { experiment } = document;
    const cell = settled(experiment, [lr, optimizer], [0.1, "SGD"]);
    expect(recordedRun(loss, cell, { kind: "sum" }, dataset).fingerprint).toBe(
      recordedRun(loss, { ...experiment, lr: 0.1, optimizer: { name: "SGD" } }, { kind: "sum" }, dataset).fingerprint,
    );
  });
});

const lines = fc
  .array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 12 })
  .map((all) => all.join("\n"));

test("edits make of one text the other, whatever they are", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const made = before.split("\n");
      for (const [from, to, changed] of editsOf(before, after).toReversed()) made.splice(from, to - from, ...changed);
      expect(made.join("\n")).toBe(after);
    }),
  );
});

test("a text that ends Python's quotes is held all the same", () => {
  const texts = [`"""Head."""\nx = '''a\\n'''\n`];
  const text = studyPy({ name: "n", axes: [], seeds: [0], lanes: [{ id: "A", name: 'a "b"', texts }] });
  expect(text).toContain("x = \\'\\'\\'a\\\\n\\'\\'\\'");
});
