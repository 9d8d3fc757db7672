import { describe, expect, test } from "vitest";
import type { TableDataset } from "../../data/dataset.ts";
import { asRead, type Reading } from "../../data/reading.ts";
import { type Part, splitDataset, type Units } from "../../data/split.ts";
import { Generator } from "../../random/generator.ts";
import { toyDataset } from "../../data/catalogue.ts";
import { dataSetNamed } from "../../testing/data-sets.ts";
import { defaultOutput } from "../../data/default-output.ts";
import { outputProblem } from "../../data/output-problem.ts";
import { metricNames } from "../metric-names.ts";
import { kindOf } from "./index.ts";

const asTheyAre: Units = { mean: 0, scale: 1 };

function datasetOf(id: string): TableDataset {
  const dataset = dataSetNamed(id);
  if (dataset === null) throw new Error(`no data set ${id}`);
  return dataset;
}

/** A metric of predictions for some rows of a data set read so. */
function metricsOf(
  id: string,
  reading: Reading | null,
  given: {
    readonly predictions: readonly number[];
    readonly output: readonly number[];
    readonly targets: readonly (readonly number[])[];
    readonly units?: Units;
    readonly training?: Part;
  },
): (name: string) => number {
  const plain = datasetOf(id);
  const dataset = asRead(plain, reading);
  const targets = given.targets.map((values) => Float32Array.from(values));
  const part = { rows: Float64Array.from(targets[0], (_, i) => i), x: new Float32Array(0), targets };
  const units = targets.map(() => given.units ?? asTheyAre);
  const metrics = kindOf(dataset).metrics({ ...given, part, training: given.training ?? part, dataset, units });
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}

describe("of distributions", () => {
  const given = { predictions: [0.2, -1, 1.5, 0.3, -0.7, 0], output: [2], targets: [[0.5, 1, -2.5]] };

  // torch.distributions, in float64.
  test.each<[Reading["kind"] & string, number, number]>([
    ["log-variance", 1.41391351982663, 0.2808898788221973],
    ["log-std", 1.359308192859217, 0.2794480862155495],
    ["softplus-std", 1.691269567992973, 0.2987365753232513],
  ])("%s has PyTorch's NLL and pinball loss", (kind, nll, pinball) => {
    if (kind === "quantiles") throw new Error("they have levels");
    const metric = metricsOf("heteroscedastic", { kind }, given);
    expect(metric("NLL")).toBeCloseTo(nll, 8);
    expect(metric("pinball")).toBeCloseTo(pinball, 8);
    expect(metric("coverage of 80 %")).toBeCloseTo(2 / 3, 12);
  });

  test("a mixture has PyTorch's NLL, means and quantiles", () => {
    const metric = metricsOf(
      "bimodal",
      { kind: "mixture" },
      {
        predictions: [0.1, 1, -0.5, -1, 0.5, 2, -0.2, 0.1, -0.6, 0, 0.3, 0.2, 1, 1.5, -1, 0, -1, -1],
        output: [9],
        targets: [[0.4, 1.2]],
      },
    );
    expect(metric("NLL")).toBeCloseTo(1.1466299740691546, 6);
    expect(metric("MAE")).toBeCloseTo((0.4 - 0.3311595509613602 + (1.2 - 0.5049715401711519)) / 2, 6);
    const pinball = (y: number, quantiles: readonly number[]): number =>
      quantiles.reduce((sum, q, i) => {
        const level = [0.1, 0.5, 0.9][i];
        return sum + Math.max(level * (y - q), (level - 1) * (y - q));
      }, 0);
    const both =
      pinball(0.4, [-1.4270725323538407, 0.30654653893201766, 2.122344077587639]) +
      pinball(1.2, [-1.2129126256474487, 0.9420859144828618, 1.9130452794209938]);
    expect(metric("pinball")).toBeCloseTo(both / 6, 6);
  });

  test("quantiles are measured at their own levels, and in the target's own unit", () => {
    const metric = metricsOf(
      "heteroscedastic",
      { kind: "quantiles", levels: [0.05, 0.5, 0.95] },
      {
        predictions: [-1, 0, 1, -1, 0, 1],
        output: [3],
        targets: [[0.5, 3]],
        units: { mean: 10, scale: 2 },
      },
    );
    // Residuals 1.5, 0.5, -0.5 and 4, 3, 2, each twice as long in the target's unit.
    const pinball = 2 * ((0.05 * 1.5 + 0.5 * 0.5 + 0.05 * 0.5 + 0.05 * 4 + 0.5 * 3 + 0.95 * 2) / 6);
    expect(metric("pinball")).toBeCloseTo(pinball, 12);
    expect(metric("coverage of 90 %")).toBe(0.5);
    expect(metric("MAE")).toBeCloseTo((1 + 6) / 2, 12);
    expect(metric("NLL")).toBeNaN();
  });

  test("quantiles that crossed hold nothing between them", () => {
    const metric = metricsOf(
      "heteroscedastic",
      { kind: "quantiles", levels: [0.1, 0.9] },
      {
        predictions: [1, -1],
        output: [2],
        targets: [[0]],
      },
    );
    expect(metric("coverage of 80 %")).toBe(0);
  });

  test("an output too narrow for its meaning is worth NaN, and nothing is made up", () => {
    const metric = metricsOf(
      "heteroscedastic",
      { kind: "log-variance" },
      { predictions: [1], output: [1], targets: [[0]] },
    );
    expect(metric("NLL")).toBeNaN();
  });
});

describe("of embeddings", () => {
  const labels = [0, 0, 0, 0, 1, 1, 1, 1];

  test("each row in its own heap has its neighbours' label", () => {
    const predictions = labels.flatMap((label, i) => [10 * label + 0.1 * i, 0]);
    const metric = metricsOf("moons", { kind: "embedding" }, { predictions, output: [2], targets: [labels] });
    expect(metric("kNN accuracy")).toBe(1);
    expect(metric("distance ratio")).toBeLessThan(0.05);
  });

  test("rows that are nearest to the other label's are wrong", () => {
    // On a line, each label's rows are far from one another and beside the other's.
    const predictions = [0, 1, 2, 3, 0.1, 1.1, 2.1, 3.1].map((x) => x);
    const metric = metricsOf("moons", { kind: "embedding" }, { predictions, output: [1], targets: [labels] });
    expect(metric("kNN accuracy")).toBeLessThan(0.6);
    expect(metric("distance ratio")).toBeGreaterThan(1);
  });
});

describe("of masks", () => {
  /** Two images of 2 by 2 pixels: one with two pixels in, one empty. */
  const targets = [
    [1, 0],
    [1, 0],
    [0, 0],
    [0, 0],
  ];

  test("overlap is counted image by image, and nothing against nothing is whole", () => {
    const metric = metricsOf("discs", null, {
      predictions: [1, -1, 1, -1, -1, -1, -1, -1],
      output: [1, 2, 2],
      targets,
    });
    expect(metric("IoU")).toBeCloseTo((1 / 3 + 1) / 2, 12);
    expect(metric("Dice")).toBeCloseTo((0.5 + 1) / 2, 12);
    expect(metric("pixel accuracy")).toBe(6 / 8);
  });

  test("of channels the likeliest counts, and targets are classes for every pixel", () => {
    const [first, second] = [
      [0, 0, 0, 0, 1, -1, 1, -1],
      [0, 0, 0, 0, -1, -1, -1, -1],
    ];
    const metric = metricsOf("discs", null, { predictions: [...first, ...second], output: [2, 2, 2], targets });
    expect(metric("IoU")).toBeCloseTo((1 / 3 + 1) / 2, 12);
    const columns = targets.map((values) => Float32Array.from(values));
    const rows = Float64Array.of(0, 1);
    const record = kindOf({ kind: "masks" });
    const dtypes = ([1, 2] as const).map((channels) =>
      record.targets(columns, rows, [channels, 2, 2], 1).map(({ dtype, shape }) => `${dtype} ${shape}`),
    );
    expect(dtypes).toEqual([["float32 2,1,2,2"], ["int64 2,2,2"]]);
  });
});

test("boxes are measured by their overlap, one without an area having none", () => {
  const metric = metricsOf("frames", null, {
    predictions: [0, 0, 2, 2, 1, 1, 0, 0],
    output: [4],
    targets: [
      [1, 0],
      [1, 0],
      [3, 1],
      [3, 1],
    ],
  });
  expect(metric("IoU")).toBeCloseTo(1 / 7 / 2, 12);
  expect(metric("MAE")).toBe(1);
});

describe("of sequences", () => {
  test("MASE is 1 for who repeats the season on the training rows, and sMAPE is in percent", () => {
    const x = Float32Array.from({ length: 52 }, (_, week) => week);
    const training = { rows: Float64Array.of(0), x, targets: [Float32Array.of(2), Float32Array.of(3)] };
    const metric = metricsOf("seattle", null, {
      predictions: [0, 1],
      output: [2, 1],
      targets: [[2], [3]],
      training,
    });
    expect(metric("MASE")).toBe(1);
    expect(metric("MAE")).toBe(2);
    expect(metric("sMAPE")).toBeCloseTo((200 * (2 / 2 + 2 / 4)) / 2, 10);
  });

  test("rows are split in the order of time, and nothing that is forecast in training is known in validation", () => {
    const dataset = datasetOf("seattle");
    const generator = new Generator(1);
    const { training, validation, inputUnits, targetUnits } = splitDataset(dataset, generator);
    const steps = dataset.targets.length;
    expect(validation.rows[0]).toBe(training.rows[training.rows.length - 1] + steps);
    expect(new Set([...inputUnits, ...targetUnits].map(({ mean, scale }) => `${mean} ${scale}`)).size).toBe(1);
    // It took nothing from the generator.
    const [drawn, fresh] = [new Float64Array(1), new Float64Array(1)];
    generator.uniform(drawn);
    new Generator(1).uniform(fresh);
    expect(drawn).toEqual(fresh);
  });
});

describe("of survival", () => {
  // lifelines' and scikit-survival's definitions, by hand: rows end at 1 (event), 2 (cut off), 3 (event), 4 (cut off).
  const targets = [
    [1, 2, 3, 4],
    [1, 0, 1, 0],
  ];

  test("concordance counts the pairs of which the first event is known", () => {
    const of = (predictions: readonly number[]) =>
      metricsOf("relapse", null, { predictions, output: [1], targets })("concordance");
    expect(of([4, 3, 2, 1])).toBe(1);
    expect(of([1, 2, 3, 4])).toBe(0);
    expect(of([0, 0, 0, 0])).toBe(0.5);
    // Known pairs: 1 before each other, 3 before 4.
    expect(of([2, 3, 1, 0])).toBe(3 / 4);
    expect(of([Number.NaN, 0, 0, 0])).toBeNaN();
  });

  test("the partial likelihood is that of those who are still there", () => {
    const risks = [0.5, -0.2, 0.3, 0.1];
    const still = (from: number) => Math.log(risks.slice(from).reduce((sum, risk) => sum + Math.exp(risk), 0));
    const metric = metricsOf("relapse", null, { predictions: risks, output: [1], targets });
    expect(metric("Cox NLL")).toBeCloseTo((still(0) - 0.5 + still(2) - 0.3) / 2, 12);
  });

  test("as many rows of the toy are cut off as one asks for", () => {
    for (const imbalance of [0.1, 0.3, 0.6]) {
      const event = toyDataset("relapse", { imbalance, size: 5000 })?.targets[1]?.values ?? new Float64Array(0);
      expect(1 - event.reduce((a, b) => a + b, 0) / event.length).toBeCloseTo(imbalance, 1);
    }
  });
});

describe("of several labels at once", () => {
  // sklearn.metrics of these logits against these labels: f1_score(average="micro" | "macro"), accuracy_score, hamming_loss.
  const given = {
    predictions: [2, -1, 0.5, 3, -2, 1, -0.5, -3],
    output: [2],
    targets: [
      [1, 1, 0, 1],
      [0, 0, 1, 1],
    ],
  };

  test("F1 over all and label by label, rows that are wholly right, and labels that are not", () => {
    const metric = metricsOf("labels", null, given);
    expect(metric("micro F1")).toBeCloseTo(6 / 9, 12);
    expect(metric("macro F1")).toBeCloseTo((4 / 5 + 1 / 2) / 2, 12);
    expect(metric("exact match")).toBe(0.5);
    expect(metric("Hamming loss")).toBe(3 / 8);
    expect(metric("log loss")).toBeCloseTo(1.0532, 4);
  });

  test("are NaN where a label has no logit", () => {
    const metric = metricsOf("labels", null, { ...given, predictions: [2, 0.5, -2, -0.5], output: [1] });
    expect(["micro F1", "exact match", "log loss"].map(metric)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test("reach forward together, or one by one where the loss asks for as many", () => {
    const dataset = datasetOf("labels");
    const columns = dataset.targets.map(({ values }) => Float32Array.from(values));
    const rows = Float64Array.of(0, 1, 2);
    const shapes = (wanted: number) =>
      kindOf(dataset)
        .targets(columns, rows, [2], wanted)
        .map(({ shape }) => shape);
    expect([shapes(1), shapes(2)]).toEqual([
      [[3, 2]],
      [
        [3, 1],
        [3, 1],
      ],
    ]);
  });
});

describe("what will be measured", () => {
  const readings: readonly (readonly [string, Reading | null])[] = [
    ...[
      "auto-mpg",
      "two-targets",
      "moons",
      "penguins",
      "circles",
      "labels",
      "discs",
      "frames",
      "seattle",
      "relapse",
    ].map((id) => [id, null] as const),
    ["line", { kind: "log-std" }],
    ["bimodal", { kind: "mixture" }],
    ["sine", { kind: "quantiles", levels: [0.05, 0.5, 0.95] }],
    ["penguins", { kind: "embedding" }],
  ];

  test.each(readings)("of %s is named before it is", (id, reading) => {
    const dataset = asRead(datasetOf(id), reading);
    const { training, validation, targetUnits: units } = splitDataset(dataset, new Generator(0));
    const output = defaultOutput(dataset);
    const predictions = new Float32Array(validation.rows.length * output.reduce((a, b) => a * b, 1));
    const metrics = kindOf(dataset).metrics({ predictions, output, part: validation, training, dataset, units });
    expect(metrics.map(({ name }) => name)).toEqual(metricNames(dataset));
    expect(outputProblem(dataset, output)).toBeNull();
  });

  test.each<[string, Reading | null, readonly number[], RegExp]>([
    ["penguins", null, [2], /^3 classes take as many logits; the model’s output is 2,/],
    ["labels", null, [1], /^2 labels take as many logits/],
    ["discs", null, [1, 8, 8], /^A mask is 1×16×16 numbers.*output is 1×8×8/],
    ["frames", null, [3], /^A box is 4 numbers/],
    ["seattle", null, [1], /^A forecast of \d+ steps/],
    ["sine", { kind: "quantiles", levels: [0.1, 0.5, 0.9] }, [2], /^3 quantiles are 3 numbers/],
    ["sine", { kind: "log-std" }, [1], /^Mean and spread are 2 numbers/],
    ["sine", { kind: "mixture" }, [4], /^A mixture is three numbers a component/],
  ])("of %s with an output that cannot be read is said to mean little", (id, reading, output, words) => {
    expect(outputProblem(asRead(datasetOf(id), reading), output)).toMatch(words);
  });
});
