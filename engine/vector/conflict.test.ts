import { expect, test } from "vitest";
import { conflictSummary, cosinesOf, predictedChange, predictedChangeOfWeights, signDisagreement } from "./conflict.ts";
import { combine, gramianOf, lengthOf } from "./gramian.ts";
import { heatMapOf, naturalOrder, similarOrder } from "./heat-map.ts";
import { parameterHistogram } from "./histogram.ts";

const rows = [
  [3, 0, 1],
  [-1, 0, 2],
  [0, 0, -2],
  [0, 0, 0],
];
const [m, n] = [4, 3];
const jacobian = Float64Array.from(rows.flat());
const gramian = gramianOf(jacobian, m, n);

test("cosines are 1 on the diagonal, and 0 for a component without gradient", () => {
  const cosines = cosinesOf(gramian, m);
  expect(cosines[0]).toBeCloseTo(1, 15);
  expect(cosines[1]).toBeCloseTo(-1 / Math.sqrt(50), 15);
  expect(cosines[2]).toBeCloseTo(-1 / Math.sqrt(10), 15);
  expect([...cosines.subarray(12)]).toEqual([0, 0, 0, 0]);
});

test("three of six pairs are at an obtuse angle", () => {
  const { pairs, conflicting, leastCosine } = conflictSummary(gramian, m);
  expect([pairs, conflicting]).toEqual([6, 3]);
  expect(leastCosine).toBeCloseTo(-2 / Math.sqrt(5), 12);
});

test("a right angle that rounding made obtuse is no conflict", () => {
  expect(conflictSummary(Float64Array.of(1, -1e-17, -1e-17, 1), 2).conflicting).toBe(0);
});

test("one component conflicts with nobody", () => {
  expect(conflictSummary(Float64Array.of(2), 1)).toEqual({
    pairs: 0,
    conflicting: 0,
    meanCosine: Number.NaN,
    leastCosine: Number.NaN,
  });
});

test("the first and third parameter are pulled both ways, the second by nobody", () => {
  expect(signDisagreement(jacobian, m, n)).toBeCloseTo(2 / 3, 15);
});

test("a step changes each component by -lr times its inner product with the step, from J as from G", () => {
  const weights = [1, 1, 1, 1];
  const direction = combine(jacobian, m, n, weights);
  const changes = [...predictedChange(jacobian, m, n, direction, 0.1)];
  expect(changes[0]).toBeCloseTo(-0.1 * (3 * 2 + 1), 12);
  expect([...predictedChangeOfWeights(gramian, m, weights, 0.1)]).toEqual(
    changes.map((value) => expect.closeTo(value, 12)),
  );
  expect(lengthOf(gramian, m, weights)).toBeCloseTo(Math.hypot(...direction), 12);
});

test("a parameter's gradients fall into bins, and the chosen one is marked where it lies among them", () => {
  const column = Float64Array.of(-1, 0, 0.5, 1, 3, Number.NaN, Number.POSITIVE_INFINITY);
  const found = parameterHistogram(column, 7, 1, 0, 0.9, 4);
  expect(found).toEqual({ edges: [-1, 0, 1, 2, 3], counts: [1, 2, 1, 1], chosen: 0.9, chosenBin: 1, notFinite: 2 });
  expect(parameterHistogram(column, 7, 1, 0, 3.5, 4).chosenBin).toBe(-1);
  expect(parameterHistogram(column, 7, 1, 0, 3, 4).chosenBin).toBe(3);
});

test("gradients that are all the same stand in one bin of a range with a width", () => {
  const { edges, counts, chosenBin } = parameterHistogram(Float64Array.of(2, 2, 2), 3, 1, 0, 2, 3);
  expect(edges).toEqual([1, 1 + 2 / 3, 1 + 4 / 3, 3]);
  expect(counts).toEqual([0, 3, 0]);
  expect(chosenBin).toBe(1);
  expect(parameterHistogram(Float64Array.of(0), 1, 1, 0, 0, 2).edges).toEqual([-0.5, 0, 0.5]);
});

test("a small matrix is shown as it is", () => {
  const map = heatMapOf(gramian, m, naturalOrder(m));
  expect(map.size).toBe(4);
  expect([...map.cells]).toEqual([...gramian]);
  expect(map.starts).toEqual([0, 1, 2, 3, 4]);
});

test("a large one is shown in blocks, each by its mean, in the order asked for", () => {
  const matrix = Float64Array.from({ length: 25 }, (_, at) => at);
  const { cells, starts } = heatMapOf(matrix, 5, naturalOrder(5), 2);
  expect(starts).toEqual([0, 2, 5]);
  expect([...cells]).toEqual([3, 5.5, 15.5, 18]);
  const backwards = heatMapOf(matrix, 5, Int32Array.of(4, 3, 2, 1, 0), 2);
  expect([...backwards.cells]).toEqual([21, 18.5, 8.5, 6]);
});

test("components that agree become neighbours", () => {
  const signs = [1, -1, 1, -1, 1, -1];
  const torn = Float64Array.from(signs.flatMap((a) => signs.map((b) => a * b)));
  const { cells } = heatMapOf(torn, 6, similarOrder(torn, 6), 2);
  expect([...cells]).toEqual([1, -1, -1, 1]);
});

test("four thousand components become 64 by 64 blocks", () => {
  const size = 4096;
  const { cells, starts } = heatMapOf(new Float64Array(size * size).fill(2), size, naturalOrder(size));
  expect(cells.length).toBe(64 * 64);
  expect(cells.every((value) => value === 2)).toBe(true);
  expect(starts.at(-1)).toBe(size);
});
