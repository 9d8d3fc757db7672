import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { knobNames, knobRanges } from "../../engine/data/sets/toy.ts";
import { specLimits } from "../../engine/data/tensor-spec.ts";
import { heldLimits, parseHeld } from "../../engine/language/held.ts";
import { optimizerNames, optimizerOf } from "../../engine/optim/optimizers/index.ts";
import type { Option } from "../../engine/optim/option.ts";
import { schedulerNames, schedulerOf } from "../../engine/optim/schedulers/index.ts";
import { settingsOf } from "../../engine/study/settings.ts";
import { parseValues, sweepLimits } from "../../engine/study/sweep.ts";
import { limits } from "../../engine/train/experiment.ts";
import { handlingLimits } from "../../engine/vector/handling.ts";
import { parseLevels } from "../bars/parse-levels.ts";
import { parseNumbers } from "../bars/parse-numbers.ts";
import { parseWidths } from "../bars/widths.ts";
import { dataOf, tableOf } from "../files/csv.ts";
import {
  ownOf,
  whyNoFewer,
  whyNoMore,
  whyNotEdited,
  withPoint,
  withPointMoved,
  withPointRemoved,
} from "../own-data/edit-points.ts";
import { parseList } from "../lanes/parse-list.ts";
import { numberProblem } from "../ui/number-problem.ts";
import { parseShape } from "../ui/shape-text.ts";
import { textLimit } from "../ui/text-limit.ts";
import { handlingOf, recordOf, weightsProblem } from "../verdict/handling-words.ts";
import { dataLimits } from "./data-limits.ts";
import { defaultDocument } from "./defaults.ts";
import { documentLimits, documentSchema, type LossDocument, laneIds, parseDocument } from "./document.ts";
import { openKept } from "./kept.ts";
import { withLaneAdded } from "./lanes.ts";
import { excessesOf } from "./limits.ts";
import { datasetOf, type OwnData } from "./own-data.ts";
import { argumentLimits } from "./tensor-schemas.ts";

/** Every limit that the schema states, by its place: `lanes.*.source max_length 20000`. */
function limitsIn(schema: unknown, place: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const part: Readonly<Record<string, unknown>> = { ...schema };
  const below = (child: unknown, key: string) => limitsIn(child, place === "" ? key : `${place}.${key}`);
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const own =
    typeof part.type === "string" && /^(max|min)_/.test(part.type) ? [`${place} ${part.type} ${part.requirement}`] : [];
  return [
    ...own,
    ...Object.entries({ ...(typeof part.entries === "object" ? part.entries : {}) }).flatMap(([key, entry]) =>
      below(entry, key),
    ),
    ...list(part.options).flatMap((option) => limitsIn(option, place)),
    ...(part.item === undefined ? [] : below(part.item, "*")),
    ...(part.wrapped === undefined ? [] : limitsIn(part.wrapped, place)),
    ...(part.type === "record" ? [...below(part.key, "(key)"), ...below(part.value, "*")] : []),
    ...(typeof part.getter === "function" ? limitsIn(part.getter(undefined), place) : []),
    ...list(part.pipe).flatMap((action) => limitsIn(action, place)),
  ];
}

/** A field of the page that holds its text to a constant names it: `longest={documentLimits.title}`. */
const fields = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const saysText = (file: string, constant: string, longest: number): void => {
  expect(fields(file)).toMatch(new RegExp(`(longest=\\{|textLimit\\(length, )${constant.replace(".", "\\.")}`));
  expect(textLimit(longest, longest)?.isBeyond).toBe(false);
  expect(textLimit(longest + 1, longest)?.isBeyond).toBe(true);
};
const saysNumber = (range: { readonly min: number; readonly max: number }, isInteger = false): void => {
  for (const value of [range.min, range.max]) expect(numberProblem(String(value), range, isInteger)).toBeNull();
  for (const value of [range.min - 1, range.max + Math.max(1, Math.ceil(range.max / 1e6))])
    expect(numberProblem(String(value), range, isInteger)).toMatch(/^From/);
};
const bar = (constant: string): void => expect(fields("bars/ExperimentBar.tsx")).toContain(`{...limits.${constant}}`);
const outputOf = (text: string) =>
  parseShape(text, { dims: limits.outputDims, size: limits.outputSize, numel: limits.outputs });
const rowsOf = (count: number, cell = "1"): OwnData | string => {
  const table = tableOf(`x,y\n${`${cell},2\n`.repeat(count)}`);
  if (table === null) return "nothing to read";
  const read = dataOf(
    table,
    { inputs: [0], targets: [1], kind: "numbers" as const, keepsUnlabelled: false },
    { title: "", standardize: false },
  );
  return read.kind === "data" ? read.data : (read.bad[0]?.reason ?? read.reason);
};
const most = (): OwnData => {
  const data = rowsOf(dataLimits.rows.max);
  if (typeof data === "string") throw new Error(data);
  return data;
};
const fewest = (): OwnData => {
  const data = rowsOf(dataLimits.rows.min);
  if (typeof data === "string") throw new Error(data);
  return data;
};
const rows = (): void => {
  expect(most().inputs[0]?.values).toHaveLength(dataLimits.rows.max);
  expect(rowsOf(dataLimits.rows.max + 1)).toMatch(/at most 100,000/);
  expect(rowsOf(dataLimits.rows.min - 1)).toMatch(/At least 5 rows/);
  const edited = rowsOf(dataLimits.edited);
  if (typeof edited === "string") throw new Error(edited);
  expect(withPoint(edited, { x: 0, y: 0 })).toEqual(edited);
  expect(whyNoMore(edited)).toMatch(/5,000 points are the most/);
  expect(whyNotEdited(datasetOf(most()))).toMatch(/Of more than 5,000 points/);
  expect(withPointRemoved(fewest(), 0)).toEqual(fewest());
  expect(whyNoFewer(fewest())).toMatch(/5 points are the fewest/);
};
const values = (): void => {
  expect(rowsOf(9, "1e13")).toBe("“1e13” is not between -1000000000000 and 1000000000000");
  for (const far of [1e13, -1e13]) {
    const moved = withPointMoved(fewest(), 0, { x: far, y: far });
    expect([moved.inputs[0]?.values[0], moved.targets[0]?.values[0]]).toEqual([
      Math.sign(far) * 1e12,
      Math.sign(far) * 1e12,
    ]);
  }
};
const columnNames = (): void => {
  const table = tableOf(`${"x".repeat(100)},y\n${"1,2\n".repeat(9)}`);
  const read =
    table &&
    dataOf(
      table,
      { inputs: [0], targets: [1], kind: "numbers" as const, keepsUnlabelled: false },
      { title: "", standardize: false },
    );
  expect(read?.kind === "data" && read.data.inputs[0]?.name).toHaveLength(dataLimits.columnName);
};
const units = (): void =>
  expect(
    ownOf({ ...dataset, inputs: dataset.inputs.map((column) => ({ ...column, unit: "u" })) }).inputs[0]?.unit,
  ).toBe("u");
const dataset = {
  id: "d",
  title: "d",
  kind: "numbers" as const,
  classes: [],
  inputs: [{ name: "x", unit: "", values: new Float64Array(5) }],
  targets: [],
  standardize: false,
  reading: null,
};

/** Options that are numbers: their one field takes the range of the record. */
const heldOptions = (part: string, options: readonly Option[]): (readonly [place: string, isHeld: () => void])[] =>
  options.flatMap((option) =>
    option.kind === "number"
      ? [
          [
            `experiment.${part}.${option.name}`,
            () => {
              expect(fields("bars/OptionField.tsx")).toContain("{...{ min, max, isInteger }}");
              saysNumber(option, option.isInteger);
            },
          ],
        ]
      : [],
  );

/** A described tensor, wherever one is: its fields are one component's. */
const heldTensor = (place: string): Readonly<Record<string, () => void>> => {
  const { dims, size, numel } = specLimits;
  const within = { dims, size, numel };
  const says = (constant: string) => expect(fields("bars/TensorFields.tsx")).toContain(constant);
  return {
    [`${place}.shape`]: () => {
      says("limits={limits}");
      expect(parseShape("1 ".repeat(dims.max), within)).toHaveLength(dims.max);
      expect(parseShape("1 ".repeat(dims.max + 1), within)).toBeNull();
    },
    [`${place}.shape.*`]: () =>
      expect([parseShape("0", within), parseShape(String(size.max + 1), within)]).toEqual([null, null]),
    [`${place}.fill.below`]: () => {
      says("{...specLimits.below}");
      saysNumber(specLimits.below, true);
    },
    [`${place}.fill.p`]: () => {
      says("{...specLimits.p}");
      saysNumber(specLimits.p);
    },
    [`${place}.fill.values`]: () => {
      const { max } = specLimits.values;
      expect([parseNumbers(""), parseNumbers("1 ".repeat(max + 1))]).toEqual([null, null]);
      expect(parseNumbers("1 ".repeat(max))).toHaveLength(max);
    },
    [`${place}.fill.values.*`]: () => expect([parseNumbers("1e13"), parseNumbers("-1e13")]).toEqual([null, null]),
    [`${place}.seed`]: () => {
      says("{...specLimits.seed}");
      saysNumber(specLimits.seed, true);
    },
  };
};

/** How the page holds what is typed, pasted or imported to each of them. */
const held: Readonly<Record<string, () => void>> = {
  title: () => {
    saysText("session/ShareDialog.tsx", "documentLimits.title", documentLimits.title);
    saysText("session/DocumentsDialog.tsx", "documentLimits.title", documentLimits.title);
  },
  note: () => saysText("session/ShareDialog.tsx", "documentLimits.note", documentLimits.note),
  ...Object.fromEntries(
    knobNames.map((name) => [
      `experiment.toy.${name}`,
      () => {
        expect(fields("bars/DataFields.tsx")).toContain("{...knobRanges[name]}");
        saysNumber(knobRanges[name], knobRanges[name].isInteger);
      },
    ]),
  ),
  "experiment.reading.levels": () =>
    expect([parseLevels("0.5"), parseLevels("0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9"), parseLevels("0.5, 0.1")]).toEqual([
      null,
      null,
      null,
    ]),
  "experiment.reading.levels.*": () => {
    expect([parseLevels("0, 0.5"), parseLevels("0.5, 1")]).toEqual([null, null]);
    expect(parseLevels("0.001, 0.5, 0.999")).toEqual([0.001, 0.5, 0.999]);
  },
  "experiment.output": () => {
    expect(fields("bars/ModelFields.tsx")).toContain("limits={outputLimits}");
    expect([outputOf(""), outputOf("1 1 1 1")]).toEqual([null, null]);
  },
  "experiment.output.*": () => {
    expect([outputOf("0"), outputOf(String(limits.outputSize.max + 1))]).toEqual([null, null]);
    expect(outputOf("1×16×16")).toEqual([1, 16, 16]);
  },
  "experiment.tensors": () =>
    expect(fields("bars/TensorFields.tsx")).toContain("disabled={tensors.length >= specLimits.tensors.max}"),
  ...heldTensor("experiment.tensors.*"),
  ...heldTensor("lanes.*.arguments.*.tensor"),
  // Only parameters of so short a name have a field.
  "lanes.*.arguments.(key)": () => expect(fields("lanes/Arguments.tsx")).toContain("length <= argumentLimits.name"),
  "lanes.*.arguments.*.value": () => {
    expect(fields("lanes/Arguments.tsx")).toContain("{...argumentLimits.value}");
    expect(fields("lanes/Arguments.tsx")).toContain("maxLength={argumentLimits.text}");
    saysNumber(argumentLimits.value);
  },
  "lanes.*.arguments.*.value.*": () => {
    expect([parseList(""), parseList("1e13"), parseList("1 x")]).toEqual([null, null, null]);
    const { max } = argumentLimits.values;
    expect([parseList("1 ".repeat(max))?.length, parseList("1 ".repeat(max + 1))]).toEqual([max, null]);
  },
  "lanes.*.arguments.*.as": () => {
    expect(fields("lanes/Arguments.tsx")).toContain("maxLength={heldLimits.text}");
    expect(parseHeld(`[_,${" ".repeat(heldLimits.text)}_]`)).toBeNull();
  },
  "experiment.model.widths": () => {
    expect(parseWidths("")).toBeNull();
    expect(parseWidths("1 ".repeat(limits.layers.max))).not.toBeNull();
    expect(parseWidths("1 ".repeat(limits.layers.max + 1))).toBeNull();
  },
  "experiment.model.widths.*": () => {
    expect([parseWidths("0"), parseWidths(String(limits.width.max + 1))]).toEqual([null, null]);
    expect(parseWidths(`1, ${limits.width.max}`)).toEqual([1, limits.width.max]);
  },
  ...Object.fromEntries(optimizerNames.flatMap((name) => heldOptions("optimizer", optimizerOf(name).options))),
  ...Object.fromEntries(schedulerNames.flatMap((name) => heldOptions("scheduler", schedulerOf(name).options))),
  "experiment.lr": () => {
    expect(fields("bars/OptimizerFields.tsx")).toContain("{...limits.lr}");
    saysNumber(limits.lr);
  },
  // What is set of it was swept, within the range of the swept setting.
  // Only what sweeps: what it offers is held by `sweepables`, and names are a program's own, or the settings'.
  "study.sweep.axes": () =>
    expect(fields("dock/sweep/SweepTab.tsx").match(/<AxisFields/g)).toHaveLength(sweepLimits.axes.max),
  "study.sweep.axes.*.name": () => {
    const longest = Math.max(...settingsOf(defaultDocument.experiment).map(({ name }) => name.length));
    expect(longest).toBeLessThan(sweepLimits.name);
    expect(fields("dock/sweep/sweepables.ts")).toContain("name.length <= sweepLimits.name");
  },
  "study.sweep.axes.*.values": () => {
    const { max } = sweepLimits.values;
    const typed = (count: number) => Array.from({ length: count }, (_, i) => i).join(" ");
    const range = { min: 0, max: 100, isInteger: true };
    expect([parseValues(typed(1), range), parseValues(typed(max + 1), range)]).toEqual([null, null]);
    expect(parseValues(typed(max), range)).toHaveLength(max);
  },
  "study.sweep.axes.*.values.*": () =>
    expect(parseValues("1 2e6", { min: -1e6, max: 1e6, isInteger: false })).toBeNull(),
  "lanes.*.lr": () => expect(settingsOf(defaultDocument.experiment)[0]).toMatchObject({ name: "lr", ...limits.lr }),
  "experiment.batchSize": () => {
    bar("batchSize");
    saysNumber(limits.batchSize, true);
  },
  "experiment.seed": () => {
    bar("seed");
    saysNumber(limits.seed, true);
  },
  "experiment.steps": () => {
    bar("steps");
    saysNumber(limits.steps, true);
  },
  "data.title": () => {
    saysText("own-data/DataDialog.tsx", "dataLimits.title", dataLimits.title);
    expect(ownOf({ ...dataset, title: "t".repeat(200) }).title).toHaveLength(dataLimits.title);
  },
  "data.inputs": () => {
    const table = tableOf(`${"a,".repeat(70)}y\n${"1,".repeat(70)}2`);
    const chosen = (inputs: number[]) =>
      table &&
      dataOf(
        table,
        { inputs, targets: [70], kind: "numbers" as const, keepsUnlabelled: false },
        { title: "", standardize: false },
      );
    for (const inputs of [[], Array.from({ length: dataLimits.inputs.max + 1 }, (_, i) => i)])
      expect(chosen(inputs)).toMatchObject({ kind: "refused", reason: "Choose 1 to 64 input columns." });
  },
  "data.classes": () => {
    const classed = (count: number) => {
      const table = tableOf(`x,y\n${Array.from({ length: 60 }, (_, i) => `${i},c${i % count}`).join("\n")}`);
      return (
        table &&
        dataOf(
          table,
          { inputs: [0], targets: [1], kind: "classes" as const, keepsUnlabelled: false },
          { title: "", standardize: false },
        )
      );
    };
    expect(classed(dataLimits.classes.max)?.kind).toBe("data");
    expect(classed(dataLimits.classes.max + 1)).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("Classes are 2 to 20"),
    });
  },
  "data.classes.*": () => {
    const table = tableOf(`x,y\n${Array.from({ length: 9 }, (_, i) => `${i},${"ab"[i % 2]?.repeat(100)}`).join("\n")}`);
    const read =
      table &&
      dataOf(
        table,
        { inputs: [0], targets: [1], kind: "classes" as const, keepsUnlabelled: false },
        { title: "", standardize: false },
      );
    expect(read?.kind === "data" && read.data.classes[0]).toHaveLength(dataLimits.columnName);
  },
  "data.inputs.*.name": columnNames,
  "data.inputs.*.unit": units,
  "data.inputs.*.values": rows,
  "data.inputs.*.values.*": values,
  "data.targets": () => {
    const table = tableOf("a,b,c,d,e,f,g,h,i,j\n1,2,3,4,5,6,7,8,9,10");
    const chosen = (targets: number[]) =>
      table &&
      dataOf(
        table,
        { inputs: [0], targets, kind: "numbers" as const, keepsUnlabelled: false },
        { title: "", standardize: false },
      );
    for (const targets of [[], [1, 2, 3, 4, 5, 6, 7, 8, 9]])
      expect(chosen(targets)).toMatchObject({ kind: "refused", reason: "Choose 1 to 8 target columns." });
  },
  "data.targets.*.name": columnNames,
  "data.targets.*.unit": units,
  "data.targets.*.values": rows,
  "data.targets.*.values.*": values,
  lanes: () => {
    let document: LossDocument = defaultDocument;
    for (let i = 0; i < 9; i++) document = withLaneAdded(document);
    expect(document.lanes).toHaveLength(laneIds.length);
    expect(fields("bars/header-tools.tsx")).toContain("Four lanes are the most");
  },
  "lanes.*.name": () => saysText("lanes/LaneHead.tsx", "documentLimits.laneName", documentLimits.laneName),
  "lanes.*.source": () => saysText("lanes/EditorSlot.tsx", "documentLimits.source", documentLimits.source),
  "lanes.*.handling.weights": () => {
    const { max } = handlingLimits.components;
    const chosen = handlingOf("weights", max + 1);
    expect(chosen.kind === "weights" && chosen.weights).toHaveLength(max);
    expect(weightsProblem("1 ".repeat(max + 1), max + 1)).toMatch(/At most 4,096 components/);
  },
  "lanes.*.handling.weights.*": () => {
    const { max } = handlingLimits.weight;
    expect(weightsProblem(`${max}, ${-max}`, 2)).toBeNull();
    expect(weightsProblem(`${max + 1}, 0`, 2)).toMatch(/^From/);
  },
  // Aggregators' own ranges, which their fields are held to, are narrower.
  "lanes.*.handling.parameters.*": () => {
    expect(fields("lanes/HandlingField.tsx")).toMatch(
      /parameters\.map\(\(\{ name, min, max[\s\S]*min=\{min\}\s+max=\{max\}/,
    );
    for (const { min, max } of recordOf(handlingOf("CAGrad", 2))?.parameters ?? []) saysNumber({ min, max });
  },
  "lanes.*.handling.parameters.(key)": () =>
    expect(recordOf(handlingOf("CAGrad", 2))?.parameters.every(({ name }) => name.length <= 40) ?? true).toBe(true),
  // A slider within the range, and names that the page itself gives.
  "view.smoothing": () => expect(fields("dock/LossChart.tsx")).toMatch(/min=\{0\}\s+max=\{0\.95\}/),
  // Divider and document both end at nothing and at everything.
  "view.lanesShare": () => expect(fields("ui/Split.tsx")).toContain("100 - shown"),
  "view.editorShare": () => expect(fields("ui/Split.tsx")).toContain("100 - shown"),
  // A choice of the data's own inputs.
  "view.input": () => expect(dataLimits.inputs.max).toBe(64),
  "view.metric": () => expect(defaultDocument.view.metric.length).toBeLessThan(60),
};

const stated = limitsIn(documentSchema, "");

describe("every limit of a document is held where it is typed", () => {
  test("and none is without its place", () => {
    expect(stated.length).toBeGreaterThan(35);
    expect([...new Set(stated.map((limit) => limit.split(" ")[0]))].sort()).toEqual(Object.keys(held).sort());
  });

  test.each(Object.entries(held))("%s", (_place, isHeld) => isHeld());
});

test("a limit is said before it is reached", () => {
  expect(textLimit(17_000, 20_000)).toBeNull();
  expect(textLimit(18_500, 20_000)).toEqual({ text: "18,500 of 20,000 characters", isBeyond: false });
  expect(textLimit(20_001, 20_000)).toEqual({ text: "20,001 of 20,000 characters", isBeyond: true });
});

const long = (length: number): LossDocument => ({
  ...defaultDocument,
  lanes: defaultDocument.lanes.map((lane, i) => (i === 1 ? { ...lane, source: "#".repeat(length) } : lane)),
});

test("what is beyond is put into words, by lane", () => {
  expect(excessesOf(defaultDocument)).toEqual([]);
  expect(excessesOf(long(20_001)).map(({ text }) => text)).toEqual([
    "The loss of lane B has 20,001 characters, at most 20,000 are held.",
  ]);
  expect(excessesOf({ ...defaultDocument, title: "t".repeat(81) })).toEqual([
    { isSource: false, text: "“title” has 81 characters, at most 80 are held." },
  ]);
});

describe("what this browser kept opens again", () => {
  test.each([20_000, 20_001, 1_000_000])("with a loss of %d characters, whole", (length) => {
    expect(openKept(long(length))).toEqual({ kind: "document", document: long(length), mended: [] });
    expect(parseDocument(long(length)) === null).toBe(length > 20_000);
  });

  test("with all texts too long at once, and of an older version", () => {
    const document = {
      ...long(30_000),
      title: "t".repeat(500),
      note: "n".repeat(5000),
    };
    expect(openKept(document)).toEqual({ kind: "document", document, mended: [] });
    const { lanes, experiment } = long(30_000);
    expect(openKept({ version: 1, experiment, lanes })).toMatchObject({ kind: "document", document: { lanes } });
  });

  test("with numbers out of range, which are brought into it and named", () => {
    const { lanes, experiment } = defaultDocument;
    const [lane] = lanes;
    const opened = openKept({
      ...defaultDocument,
      experiment: { ...experiment, lr: 1e9, seed: -1, optimizer: { name: "Nobody" } },
      runs: { A: "0".repeat(32) },
      lanes: [{ ...lane, handling: { kind: "weights", weights: Array.from({ length: 5000 }, () => 1) } }],
      data: {
        title: "",
        standardize: true,
        kind: "numbers",
        classes: [],
        inputs: [{ name: "x", unit: "", values: [1e13, 2, 3, 4, 5] }],
        targets: [{ name: "y", unit: "", values: [1, 2, 3, 4, 5] }],
      },
    });
    expect(opened).toMatchObject({
      kind: "document",
      document: {
        experiment: { lr: 1e4, seed: 0, optimizer: { name: "Adam" } },
        data: { inputs: [{ values: [1e12, 2, 3, 4, 5] }] },
        lanes: [{ id: "A", source: lane?.source, handling: { kind: "weights" } }],
      },
    });
    expect(opened.kind === "document" && opened.mended).toEqual(
      expect.arrayContaining(["experiment.lr", "experiment.seed", "experiment.optimizer.name", "lanes.0.handling"]),
    );
    expect(opened.kind === "document" && parseDocument(opened.document)).not.toBeNull();
  });

  test("and says so of what is newer or no document", () => {
    expect(openKept({ ...defaultDocument, version: 99 })).toEqual({ kind: "newer" });
    for (const other of [
      null,
      3,
      "x",
      [],
      {},
      { lanes: 3 },
      { version: 3, lanes: [] },
      { ...defaultDocument, lanes: [{}] },
    ])
      expect(openKept(other)).toEqual({ kind: "unreadable" });
  });
});

test("a schema's issues name a place", () => {
  const { issues = [] } = v.safeParse(documentSchema, long(20_001));
  expect(issues[0]?.path?.map(({ key }) => key)).toEqual(["lanes", 1, "source"]);
});
