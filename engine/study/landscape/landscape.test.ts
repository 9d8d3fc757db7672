/** @file Planes through runs, held to PyTorch's values at twenty places each; where paths go, what components did, and where other starts end. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { TableDataset } from "../../data/dataset.ts";
import { smallExperiment } from "../../testing/small-run.ts";
import { type Asked, surveyed } from "../../testing/surveyed.ts";
import type { Experiment } from "../../train/experiment.ts";
import {
  around,
  filtersOf,
  parameterDirections,
  parameterName,
  principalDirections,
  randomDirections,
} from "./directions.ts";
import type { Plane, Survey, SurveyOf, Surveyed } from "./facts.ts";
import { distance, placeAt, projected } from "./plane.ts";

const numbers = v.array(v.number());
const schema = v.object({
  x: numbers,
  y: numbers,
  steps: v.number(),
  batch: v.number(),
  seed: v.number(),
  places: v.array(v.tuple([v.number(), v.number()])),
  cases: v.array(
    v.object({
      name: v.string(),
      widths: numbers,
      plane: v.picklist(["random", "path", "parameters"]),
      component: v.nullable(v.number()),
      handling: v.picklist(["refuse", "sum"]),
      body: v.string(),
      end: numbers,
      across: numbers,
      up: numbers,
      loss: numbers,
      metric: numbers,
    }),
  ),
});
const file = new URL("../../testdata/landscapes/expected.json", import.meta.url);
const known = v.parse(schema, JSON.parse(readFileSync(file, "utf8")));
type Case = (typeof known.cases)[number];

const dataset: TableDataset = {
  kind: "numbers",
  id: "own",
  title: "Recorded",
  inputs: [{ name: "x", unit: "", values: Float64Array.from(known.x) }],
  targets: [{ name: "y", unit: "", values: Float64Array.from(known.y) }],
  classes: [],
  standardize: false,
  reading: null,
};

const experiment: Experiment = {
  ...smallExperiment,
  optimizer: { name: "SGD" },
  lr: 0.05,
  batchSize: known.batch,
  seed: known.seed,
  steps: known.steps,
};

const sourceOf = (body: string): string => `def forward(predictions, targets):\n${body}`;

const askedBy = ({ widths, body, handling }: Pick<Case, "widths" | "body" | "handling">): Asked => ({
  source: sourceOf(body),
  dataset,
  handling: { kind: handling },
  experiment: {
    ...experiment,
    model: widths.length === 0 ? { kind: "linear" } : { kind: "mlp", widths, activation: "tanh" },
  },
});

function of<K extends Surveyed["kind"]>(kind: K, found: Surveyed): SurveyOf<K> {
  const isIt = (each: Surveyed): each is SurveyOf<K> => each.kind === kind;
  if (!isIt(found)) throw new Error(`${kind}, not ${JSON.stringify(found)}`);
  return found;
}

function pathOf(asked: Asked) {
  const told = surveyed(asked, { kind: "path", until: asked.experiment.steps });
  const path = of("path", told.found);
  const moments = path.steps.map((_, i) => told.numbers.slice(i * path.width, (i + 1) * path.width));
  const end = moments.at(-1);
  if (end === undefined) throw new Error("a path has an end");
  return { path, moments, end };
}

const plain = { component: null, metric: "MSE" };

/** One place is a plane of two by two: its corner is where it is asked. */
function valueAt(
  asked: Asked,
  plane: Omit<Plane, "x" | "y">,
  [a, b]: readonly [number, number],
  component: number | null,
) {
  const standing = { learned: [], step: known.steps, epoch: 0 };
  const at: Plane = { ...plane, x: { from: a, to: a + 1 }, y: { from: b, to: b + 1 } };
  const survey: Survey = { kind: "surface", plane: at, side: 2, standing, component, metric: "MSE" };
  const { loss, metric } = of("surface", surveyed(asked, survey).found);
  return { loss: loss[0] ?? Number.NaN, metric: metric[0] ?? Number.NaN };
}

describe.each(known.cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
  const asked = askedBy(each);
  const { path, moments, end } = pathOf(asked);
  test("ends where PyTorch's run ends", () => {
    each.end.forEach((value, i) => {
      expect(end[i]).toBeCloseTo(value, 4);
    });
  });
  test("has PyTorch's directions", () => {
    const [first, second] = each.widths.length === 0 ? [0, 1] : [2, 5];
    const found =
      each.plane === "random"
        ? randomDirections(end, path.tensors, 7)
        : each.plane === "path"
          ? (principalDirections(end, [moments])?.directions ?? null)
          : parameterDirections(end, first, second);
    each.across.forEach((value, i) => {
      expect([found?.across[i], found?.up[i]]).toEqual([expect.closeTo(value, 3), expect.closeTo(each.up[i] ?? 0, 3)]);
    });
  });
  test("has PyTorch's loss and metric at twenty places", () => {
    const [across, up] = [Float32Array.from(each.across), Float32Array.from(each.up)];
    const origin = Float32Array.from(each.end, (value, i) =>
      each.plane === "parameters" && (across[i] === 1 || up[i] === 1) ? 0 : value,
    );
    known.places.forEach((place, i) => {
      const { loss, metric } = valueAt(asked, { origin, across, up }, place, each.component);
      const scale = Math.max(1, Math.abs(each.loss[i] ?? 0));
      expect([place, loss / scale]).toEqual([place, expect.closeTo((each.loss[i] ?? Number.NaN) / scale, 5)]);
      const wide = Math.max(1, each.metric[i] ?? 0);
      expect([place, metric / wide]).toEqual([place, expect.closeTo((each.metric[i] ?? Number.NaN) / wide, 5)]);
    });
  });
});

const line = askedBy({ widths: [], handling: "refuse", body: "    return ((predictions - targets) ** 2).mean()\n" });
const network = askedBy({
  widths: [4],
  handling: "refuse",
  body: "    return ((predictions - targets) ** 2).mean()\n",
});

function planeOf(asked: Asked): Plane {
  const { moments, end } = pathOf(asked);
  const directions = parameterDirections(end, 0, 1);
  if (directions === null) throw new Error("two parameters make a plane");
  return around(directions, moments, 1, 1);
}

describe("a plane", () => {
  test("that goes through all of a path holds it: a line's weight and bias", () => {
    const plane = planeOf(line);
    for (const point of pathOf(line).moments) {
      const { x, y } = projected(plane, point);
      expect([x, y]).toEqual([expect.closeTo(point[0] ?? 0, 5), expect.closeTo(point[1] ?? 0, 5)]);
      expect(x > plane.x.from && x < plane.x.to && y > plane.y.from && y < plane.y.to).toBe(true);
    }
  });

  test("has at a place the coordinates that lead there", () => {
    const { path, end } = pathOf(network);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.float({ min: -2, max: 2, noNaN: true }),
        fc.float({ min: -2, max: 2, noNaN: true }),
        (seed, a, b) => {
          const directions = randomDirections(end, path.tensors, seed);
          if (directions === null) return;
          const plane = { ...directions, x: { from: a, to: a + 1 }, y: { from: b, to: b + 1 } };
          const { x, y } = projected(plane, placeAt(plane, 0, 0));
          expect(x).toBeCloseTo(a, 3);
          expect(y).toBeCloseTo(b, 3);
        },
      ),
    );
  });

  test("of random directions is as long in every filter as the filter is, and leaves biases", () => {
    const { path, end } = pathOf(network);
    const directions = randomDirections(end, path.tensors, 0);
    for (const { from, to, isBias } of filtersOf(path.tensors)) {
      const zero = new Float32Array(to - from);
      const length = distance(end.slice(from, to), zero);
      expect(distance(directions?.up.slice(from, to) ?? zero, zero)).toBeCloseTo(isBias ? 0 : length, 4);
    }
  });

  test("of random directions there is none where there is one number to turn", () => {
    const { path, end } = pathOf(line);
    expect(randomDirections(end, path.tensors, 0)).toBeNull();
  });

  test("of principal directions there is none where nothing has moved", () => {
    expect(principalDirections(Float32Array.of(1, 2), [[Float32Array.of(1, 2), Float32Array.of(1, 2)]])).toBeNull();
  });
});

test("parameters are named as PyTorch names them, with their place", () => {
  const { path } = pathOf(network);
  expect([0, 4, 9, 12].map((at) => parameterName(path.tensors, at))).toEqual([
    "0.weight[0, 0]",
    "0.bias[0]",
    "2.weight[0, 1]",
    "2.bias[0]",
  ]);
});

describe("a surface", () => {
  const standing = { learned: [], step: 30, epoch: 14 };
  test("has NaN where the loss fails, and says what it said", () => {
    const asked = {
      ...line,
      source: sourceOf(
        "    if predictions.mean() > 0.5:\n        raise ValueError('too far')\n    return predictions.mean()\n",
      ),
    };
    const survey: Survey = { kind: "surface", plane: planeOf(line), side: 5, standing, ...plain };
    const { loss, failure } = of("surface", surveyed(asked, survey).found);
    expect(loss.some(Number.isNaN) && loss.some(Number.isFinite)).toBe(true);
    expect(failure).toBe("too far");
  });

  test("is the same whatever the loss remembers of other places, and whatever it draws", () => {
    const source =
      "class Loss(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.calls = 0\n    def forward(self, predictions, targets):\n        self.calls += 1\n        return ((predictions + 0.1 * torch.randn_like(predictions) - targets) ** 2).mean() * self.calls\n";
    const plane = planeOf(line);
    const at = (side: number) =>
      of("surface", surveyed({ ...line, source }, { kind: "surface", plane, side, standing, ...plain }).found).loss;
    const [small, large] = [at(3), at(5)];
    expect(small).toEqual([0, 2, 4, 10, 12, 14, 20, 22, 24].map((i) => large[i]));
  });

  test("has the learned numbers of the loss, and its step", () => {
    const source =
      "class Loss(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.s = nn.Parameter(torch.zeros(1))\n    def forward(self, predictions, targets, step):\n        return self.s.sum() + step + 0 * predictions.mean()\n";
    const survey: Survey = {
      kind: "surface",
      plane: planeOf(line),
      side: 2,
      standing: { learned: [5], step: 30, epoch: 14 },
      ...plain,
    };
    expect(of("surface", surveyed({ ...line, source }, survey).found).loss).toEqual([35, 35, 35, 35]);
  });

  test("of a tensor that is descended itself goes over its own numbers", () => {
    const tensors: Asked = {
      ...line,
      source: "def forward(predictions, targets):\n    return ((predictions - targets) ** 2).sum()\n",
      experiment: { ...experiment, dataset: "tensors" },
      dataset: {
        kind: "tensors",
        id: "tensors",
        title: "Tensors",
        tensors: [0, 1].map((seed) => ({ shape: [2], dtype: "float32", fill: { kind: "normal" }, seed })),
      },
    };
    const { path } = pathOf(tensors);
    expect([path.width, path.tensors]).toEqual([2, [{ name: "predictions", shape: [2] }]]);
    const survey: Survey = { kind: "surface", plane: planeOf(tensors), side: 9, standing, component: null, metric: "" };
    const { loss, rows } = of("surface", surveyed(tensors, survey).found);
    expect([loss.length, rows, loss.every((value) => value >= 0)]).toEqual([81, 0, true]);
  });
});

describe("basins", () => {
  test("of a convex loss are one, and every start ends there", () => {
    const asked: Asked = { ...line, experiment: { ...line.experiment, steps: 400 } };
    const { basin, ends } = of(
      "basins",
      surveyed(asked, { kind: "basins", plane: planeOf(asked), side: 3, ...plain }).found,
    );
    expect(basin).toEqual(Array.from({ length: 9 }, () => 0));
    for (const x of ends.x) expect(x).toBeCloseTo(ends.x[0] ?? 0, 1);
  });

  test("are as many as there are ends, and a run that diverges has none", () => {
    const tensors: Asked = {
      ...line,
      source: "def forward(predictions, targets):\n    return ((predictions ** 2 - 1) ** 2).sum()\n",
      experiment: { ...experiment, dataset: "tensors", lr: 0.05, steps: 200 },
      dataset: {
        kind: "tensors",
        id: "tensors",
        title: "Tensors",
        tensors: [0, 1].map((seed) => ({ shape: [2], dtype: "float32", fill: { kind: "normal" }, seed })),
      },
    };
    const directions = parameterDirections(Float32Array.of(0, 0), 0, 1);
    if (directions === null) throw new Error("two parameters make a plane");
    const plane: Plane = { ...directions, x: { from: -1.5, to: 9 }, y: { from: -1.5, to: 1.5 } };
    const { basin } = of(
      "basins",
      surveyed(tensors, { kind: "basins", plane, side: 2, component: null, metric: "" }).found,
    );
    expect(basin).toEqual([0, -1, 1, -1]);
  });
});

describe("components over time", () => {
  const vector = (body: string, handling: Asked["handling"]): Asked => ({
    ...network,
    source: sourceOf(body),
    ...(handling === undefined ? {} : { handling }),
  });
  const two = "    d = predictions - targets\n    return {'square': (d ** 2).mean(), 'absolute': d.abs().mean()}\n";

  test("are told at moments, each by its name, with weights and cosines", () => {
    const found = of(
      "components",
      surveyed(vector(two, { kind: "aggregator", name: "MGDA", parameters: {} }), { kind: "components", until: 30 })
        .found,
    );
    expect([found.names, found.isEach, found.components]).toEqual([["square", "absolute"], true, 2]);
    expect(found.steps).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect([found.values.length, found.weights.length, found.cosines.length]).toEqual([2, 2, 1]);
    found.steps.forEach((_, i) => {
      expect((found.weights[0]?.[i] ?? 0) + (found.weights[1]?.[i] ?? 0)).toBeCloseTo(1, 5);
    });
  });

  test("of a component a sample are their least, median and greatest", () => {
    const found = of(
      "components",
      surveyed(vector("    return (predictions - targets).abs().squeeze(-1)\n", { kind: "mean" }), {
        kind: "components",
        until: 30,
      }).found,
    );
    expect([found.isEach, found.values.length, found.cosines.length, found.components]).toEqual([false, 3, 3, 16]);
    found.steps.forEach((_, i) => {
      const [least = 0, median = 0, greatest = 0] = found.values.map((course) => course[i]);
      expect(least <= median && median <= greatest).toBe(true);
    });
  });

  test("of a scalar there are none", () => {
    expect(surveyed(network, { kind: "components", until: 30 }).found).toEqual({
      kind: "none",
      reason: "scalar",
      failure: null,
    });
  });
});

test("a path that is lost ends there, with what there was", () => {
  const { path, moments } = pathOf({ ...line, experiment: { ...line.experiment, lr: 500, steps: 400 } });
  expect(path.lostAt).toBeGreaterThan(0);
  expect(path.steps.at(-1)).toBeLessThanOrEqual(path.lostAt ?? 0);
  expect(moments.flatMap((moment) => [...moment]).every(Number.isFinite)).toBe(true);
});
