import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { limits } from "../../engine/train/experiment.ts";
import { defaultDocument } from "./defaults.ts";
import { documentSchema, parseDocument, VERSION } from "./document.ts";
import { since } from "./since.ts";

const column = { name: "x", unit: "", values: [1, 2, 3, 4, 5] };
const ownData = { title: "", kind: "numbers", inputs: [column], targets: [column], classes: [], standardize: false };
const weighted = (weights: unknown) => ({ ...defaultDocument.lanes[0], handling: { kind: "weights", weights } });
const ofWidths = (widths: unknown) => ({
  ...defaultDocument.experiment,
  model: { kind: "mlp", widths, activation: "tanh" },
});

describe("a document", () => {
  const { experiment } = defaultDocument;

  test.each(["lr", "batchSize", "seed", "steps"] as const)("with %s out of its range is refused", (field) => {
    for (const value of [limits[field].min - 1, limits[field].max * 2 + 1, Number.NaN]) {
      expect(parseDocument({ ...defaultDocument, experiment: { ...experiment, [field]: value } })).toBeNull();
    }
  });

  test("keeps only the fields it knows", () => {
    const parsed = parseDocument({
      ...defaultDocument,
      extra: 1,
      experiment: { ...experiment, __proto__: { polluted: true }, more: 2 },
    });
    expect(parsed).toEqual(defaultDocument);
  });

  test("of version 1 opens: its lanes refuse vectors, as all did then", () => {
    const { matchFirstStep, ...experimentOf1 } = experiment;
    const lanes = defaultDocument.lanes.map(({ handling, ...lane }) => lane);
    expect(matchFirstStep).toBe(false);
    expect(parseDocument({ version: 1, experiment: experimentOf1, lanes })).toEqual({
      ...defaultDocument,
      lanes: defaultDocument.lanes.map((lane) => ({ ...lane, handling: { kind: "refuse" } })),
    });
  });

  test("of version 3 opens: its lr stays as it is, and options that are PyTorch's defaults go without saying", () => {
    const { scheduler, ...experimentOf3 } = experiment;
    expect(scheduler).toBeNull();
    const of3 = { ...defaultDocument, version: 3, experiment: experimentOf3 };
    expect(parseDocument(of3)).toEqual(defaultDocument);
    const optimizerOf = (optimizer: object) =>
      parseDocument({ ...of3, experiment: { ...experimentOf3, optimizer } })?.experiment.optimizer;
    expect(optimizerOf({ name: "SGD", momentum: 0 })).toEqual({ name: "SGD" });
    expect(optimizerOf({ name: "SGD", momentum: 0.9 })).toEqual({ name: "SGD", momentum: 0.9 });
  });

  test.each<[string, object]>([
    ["an optimiser of a later version", { optimizer: { name: "Tomorrow" } }],
    ["an option out of its range", { optimizer: { name: "SGD", momentum: 2 } }],
    ["a beta that is a text", { optimizer: { name: "Adam", betas: [0.9, "0.99"] } }],
    ["a scheduler of a later version", { scheduler: { name: "CyclicLR" } }],
    ["half a step between steps", { scheduler: { name: "StepLR", step_size: 0.5 } }],
    ["a strategy that does not exist", { scheduler: { name: "OneCycleLR", anneal_strategy: "square" } }],
    ["no word about its scheduler", { scheduler: undefined }],
  ])("with %s is refused", (_title, change) => {
    expect(parseDocument({ ...defaultDocument, experiment: { ...experiment, ...change } })).toBeNull();
  });

  test.each(Array.from({ length: VERSION }, (_, i) => i + 1))(
    "of version %i opens, whatever came after it",
    (version) => {
      const known = (fields: object, part: keyof typeof since) =>
        Object.fromEntries(
          Object.entries(fields).filter(([field]) => (Reflect.get(since[part], field) ?? 0) <= version),
        );
      const older = {
        ...known(defaultDocument, "document"),
        version,
        experiment: known(experiment, "experiment"),
        lanes: defaultDocument.lanes.map((lane) => known(lane, "lane")),
        ...(version < since.document.view ? {} : { view: known(defaultDocument.view, "view") }),
      };
      expect(parseDocument(older)).toEqual(defaultDocument);
    },
  );

  test("with two lanes of one letter is refused", () => {
    const lanes = defaultDocument.lanes.map((lane) => ({ ...lane, id: "A" }));
    expect(parseDocument({ ...defaultDocument, lanes })).toBeNull();
  });

  test.each<[string, unknown]>([
    ["a weight that is not finite", { kind: "weights", weights: [1, Number.NaN] }],
    ["no weights", { kind: "weights", weights: [] }],
    ["more weights than a batch has samples", { kind: "weights", weights: Array.from({ length: 5000 }, () => 1) }],
    ["an unknown handling", { kind: "median" }],
    ["an unknown aggregator", { kind: "aggregator", name: "Tomorrow", parameters: {} }],
    ["a parameter that is a text", { kind: "aggregator", name: "CAGrad", parameters: { c: "0.5" } }],
  ])("with %s is refused", (_title, handling) => {
    const [first, ...others] = defaultDocument.lanes;
    expect(parseDocument({ ...defaultDocument, lanes: [{ ...first, handling }, ...others] })).toBeNull();
  });

  test("of no known shape is refused, and never throws", () => {
    for (const value of [
      null,
      [],
      1,
      "x",
      { version: 1 },
      { version: 1, lanes: [null], experiment: 3 },
      { version: 0 },
    ])
      expect(parseDocument(value)).toBeNull();
  });
});

test.each([
  [
    "values",
    "data.inputs.0.values",
    (list: unknown[]) => ({ data: { ...ownData, inputs: [{ ...column, values: list }] } }),
  ],
  ["targets", "data.targets", (list: unknown[]) => ({ data: { ...ownData, targets: list } })],
  ["lanes", "lanes", (list: unknown[]) => ({ lanes: list })],
  ["weights", "lanes.0.handling.weights", (list: unknown[]) => ({ lanes: [weighted(list)] })],
  ["widths", "experiment.model.widths", (list: unknown[]) => ({ experiment: ofWidths(list) })],
])("of %s without end, none is looked at", (_name, place, change) => {
  const { issues = [] } = v.safeParse(documentSchema, { ...defaultDocument, ...change(Array(100_001).fill({})) });
  expect(issues.map((issue) => [v.getDotPath(issue), issue.type])).toEqual([[place, "max_length"]]);
});

test("of all that is wrong, the first thing decides", () => {
  let isRead = false;
  const document = {
    ...defaultDocument,
    title: 7,
    get view() {
      isRead = true;
      return 7;
    },
  };
  expect(parseDocument(document)).toBeNull();
  expect(isRead).toBe(false);
});
