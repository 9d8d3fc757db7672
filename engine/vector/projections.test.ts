/** @file Gradients of a small network's samples: their inner products, and UPGrad's projections by the kernel against those by DualCone. */
import { expect, test } from "vitest";
import { Linear } from "../nn/layers.ts";
import { tanh } from "../ops/pointwise/trigonometry.ts";
import { defaultGenerator } from "../random/generator.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { chainOf } from "./chain.ts";
import { DualCone } from "./dual-cone.ts";
import { gramianOf, traceOf } from "./gramian.ts";
import { LEFT_OUT, LowRank } from "./low-rank.ts";
import { projectTogether } from "./projections.ts";
import { sampleGradients, sampleGramian } from "./samples.ts";

const RIDGE = 1e-4;

const largestOf = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** n samples of a network of three layers whose weights are `gain` times PyTorch's initial ones; each sample pulls its own way. */
function samplesOf(n: number, width: number, gain: number): { predictions: Tensor; seeds: Tensor } {
  defaultGenerator.seed(7);
  const layers = [new Linear(1, width), new Linear(width, width, false), new Linear(width, 1)];
  for (const { weight } of layers) toContiguousData(weight).set(toContiguousData(weight).map((x) => Number(x) * gain));
  const [first, second, last] = layers;
  const column = (f: (i: number) => number) =>
    Tensor.of(
      Float32Array.from({ length: n }, (_, i) => f(i)),
      [n, 1],
      "float32",
    );
  const predictions = last.forward(tanh(second.forward(tanh(first.forward(column((i) => (6 * i) / n - 3))))));
  return { predictions, seeds: column((i) => Math.sin(7.3 * i) + 0.1) };
}

function gramianFor(n: number, width: number, gain: number): Float64Array {
  const { predictions, seeds } = samplesOf(n, width, gain);
  const gramian = sampleGramian(predictions, seeds);
  if (gramian === null) throw new Error("not made of layers");
  return gramian;
}

/** A Gramian without the dimensions that the kernel leaves out, and some more; DualCone leaves out nothing where it solves over rows. */
function described(gramian: Float64Array, m: number): Float64Array {
  const low = new LowRank();
  low.factorize("test", gramian, m, new Float64Array(m).fill(1), 4 * LEFT_OUT * RIDGE);
  const { rows, rank } = low;
  return gramian.map((_, at) => {
    const [i, j] = [Math.floor(at / m), at % m];
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += rows[i * rank + k] * rows[j * rank + k];
    return sum;
  });
}

test.each([1, 6, 64, 301])(
  "the inner products of %i samples' gradients are those of the gradients, in float64",
  (n) => {
    const { predictions, seeds } = samplesOf(n, 10, 1);
    const jacobian = sampleGradients(predictions, seeds);
    if (jacobian === null) throw new Error("not made of layers");
    const expected = gramianOf(Float64Array.from(toContiguousData(jacobian)), n, jacobian.shape[1]);
    const gramian = gramianFor(n, 10, 1);
    const scale = traceOf(expected, n) / n;
    // Each gradient's numbers are rounded to float32 there, which the products here are not.
    expect(largestOf(gramian.map((value, at) => value - expected[at]))).toBeLessThan(1e-6 * scale);
    const turned = gramian.map((_, at) => gramian[(at % n) * n + Math.floor(at / n)]);
    expect(gramian.findIndex((value, at) => value !== turned[at])).toBe(-1);
  },
);

test.each([
  [24, 1],
  [50, 1],
  [64, 1],
  [64, 3],
  [64, 6],
  [200, 2],
])("%i projections by the kernel are those of DualCone, where weights are %i times the initial ones", (m, gain) => {
  const gramian = described(gramianFor(m, 32, gain), m);
  const scale = 1 / traceOf(gramian, m);
  const list = chainOf(gramian, m);
  const own = new Float64Array(m);
  expect(projectTogether("test", gramian, m, scale, RIDGE, list, own)).toBe(true);
  const expected = new Float64Array(m);
  const cone = new DualCone("test");
  cone.load(gramian, m, scale, RIDGE);
  for (const i of list) {
    cone.project(i);
    cone.addMultipliers(expected);
  }
  const largest = largestOf(expected);
  expect(largest).toBeGreaterThan(0.1);
  expect(largestOf(own.map((value, i) => value - expected[i]))).toBeLessThan(1e-11 * largest);
});

test("the kernel gives the same bits each time, whatever it computed before", () => {
  const gramian = gramianFor(64, 32, 2);
  const scale = 1 / traceOf(gramian, 64);
  const once = () => {
    const sums = new Float64Array(64);
    projectTogether("test", gramian, 64, scale, RIDGE, chainOf(gramian, 64), sums);
    return [...sums];
  };
  const before = once();
  projectTogether("test", gramianFor(40, 8, 3), 40, scale, RIDGE, Int32Array.of(3, 1), new Float64Array(40));
  expect(once()).toEqual(before);
});

test("few rows, many rows, and gradients that span nearly as many dimensions as there are rows are left to DualCone", () => {
  const identity = (m: number) => Float64Array.from({ length: m * m }, (_, at) => (at % (m + 1) === 0 ? 1 : 0));
  for (const m of [2, 16, 23, 24, 64, 257]) {
    const sums = new Float64Array(m);
    expect(projectTogether("test", identity(m), m, 1 / m, RIDGE, Int32Array.of(0), sums)).toBe(false);
    expect(Math.max(...sums)).toBe(0);
  }
});
