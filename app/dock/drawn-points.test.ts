import { expect, test } from "vitest";
import type { TableDataset } from "../../engine/data/dataset.ts";
import { drawnPoints } from "./drawn-points.ts";

const column = (name: string, values: Float64Array) => ({ name, unit: "", values });
function dataOf(rows: number, targets: number): TableDataset {
  const x = Float64Array.from({ length: rows }, (_, i) => i);
  const y = Float64Array.from(x, (value) => (value === 1234 ? 1e6 : value % 7));
  return {
    id: "own",
    title: "",
    kind: "numbers",
    classes: [],
    inputs: [column("x", x)],
    targets: Array.from({ length: targets }, (_, t) => column(`y${t}`, y)),
    standardize: false,
    reading: null,
  };
}

test("as many points as a document holds of one target are all drawn", () => {
  const { groups, drawn, count } = drawnPoints(dataOf(5000, 1), 0, 0);
  expect([drawn, count]).toEqual([5000, 5000]);
  expect(groups.map(({ x, isValidation, isSquare }) => [x.length, isValidation, isSquare])).toEqual([
    [4000, false, false],
    [1000, true, false],
  ]);
});

test("of four targets some thousands of marks are drawn, and rows are counted", () => {
  const { groups, drawn, count } = drawnPoints(dataOf(5000, 4), 0, 0);
  expect(count).toBe(5000);
  expect(groups.reduce((sum, { x }) => sum + x.length, 0)).toBe(4 * drawn);
  expect(drawn).toBeGreaterThan(1500);
  expect(drawn).toBeLessThan(2010);
});

test.each([0, 1, 2, 3])("the points that reach farthest are always drawn (seed %i)", (seed) => {
  const { groups } = drawnPoints(dataOf(5000, 4), 0, seed);
  const x = groups.flatMap((group) => Array.from(group.x));
  expect([Math.min(...x), Math.max(...x)]).toEqual([0, 4999]);
  expect(Math.max(...groups.flatMap(({ y }) => Array.from(y)))).toBe(1e6);
});
