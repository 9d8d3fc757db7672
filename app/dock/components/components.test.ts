/** @file Courses of components as curves and numbers, and the front of two of them. */
import { expect, test } from "vitest";
import type { FrontRun, FrontStudy } from "../../store/front.ts";
import { handlingsFor } from "../../studies/fronts.ts";
import { coursesCsv, curvesOf, linesOf, valueAt } from "./courses.ts";
import { frontCsv, frontRows } from "./front-rows.ts";
import type { Course } from "./Tracer.ts";

const each: Course = {
  kind: "components",
  steps: [0, 10, 20],
  components: 3,
  names: ["x", "y", "z"],
  isEach: true,
  values: [
    [3, 2, 1],
    [1, 1, 1],
    [0, 0, 0],
  ],
  weights: [],
  cosines: [
    [1, 0, -1],
    [0, 0, 0],
    [-1, -1, -1],
  ],
  conflicts: [0, 0.5, 1],
  lostAt: null,
};
const many: Course = { ...each, isEach: false, components: 64, names: null };

test("each component is a line of its name, and each pair of them", () => {
  expect(linesOf(each, "values").map(({ name }) => name)).toEqual(["x", "y", "z"]);
  expect(linesOf(each, "cosines").map(({ name }) => name)).toEqual(["x, y", "x, z", "y, z"]);
  expect(linesOf(each, "weights")).toEqual([]);
  expect(linesOf(each, "conflicts")[0]?.values).toEqual([0, 0.5, 1]);
});

test("the first of several lines of a lane is the strongest, and all can be seen", () => {
  const strengths = curvesOf({ lane: "A", course: each }, "values", "linear").map(({ strength }) => strength ?? 1);
  expect(strengths[0]).toBe(1);
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  expect(Math.min(...strengths)).toBeGreaterThan(0.3);
});

test("many components are their median, and a ground from the least to the greatest", () => {
  const curves = curvesOf({ lane: "B", course: many }, "values", "linear");
  expect(curves.map(({ weight }) => weight)).toEqual(["band", "full"]);
  expect(linesOf(many, "values").map(({ name }) => name)).toEqual(["least", "median", "greatest"]);
});

test("between two moments the earlier one's value stands", () => {
  const [line] = linesOf(each, "values");
  if (line === undefined) throw new Error("there is a line");
  expect([0, 9, 10, 25].map((at) => valueAt(each, line, at))).toEqual([3, 3, 2, 1]);
});

test("all numbers are in the CSV, a row each", () => {
  const lines = coursesCsv([{ lane: "A", course: each }])
    .trim()
    .split("\n");
  expect(lines[0]).toBe("lane,what,of,step,value");
  expect(lines.length).toBe(1 + 3 * (3 + 3 + 1));
});

test("weights between two components are 2 together, and the others' are 1", () => {
  for (const handling of handlingsFor(3, [0, 2])) {
    if (handling.kind !== "weights") continue;
    const [first = 0, middle, last = 0] = handling.weights;
    expect([first + last, middle]).toEqual([expect.closeTo(2, 9), 1]);
  }
});

const run = (first: number, second: number): FrontRun => ({
  lane: "A",
  handling: { kind: "weights", weights: [first, second] },
  came: [{ values: [first, second], metrics: [{ name: "MSE", value: first + second, unit: "" }] }],
});

const study: FrontStudy = {
  lanes: ["A"],
  seeds: 1,
  pair: [0, 1],
  names: { A: ["x", "y"] },
  runs: [run(3, 1), run(1, 3), run(3, 3), { ...run(0, 0), came: [null] }, { ...run(9, 9), came: [] }],
};

test("a front's rows are in the order of the first component; what diverged is last, and what has not come is none", () => {
  const rows = frontRows(study, "MSE");
  expect(rows.map(({ first, second, isOn }) => [first, second, isOn])).toEqual([
    [1, 3, true],
    [3, 1, true],
    [3, 3, false],
    [Number.NaN, Number.NaN, false],
  ]);
  expect(frontCsv(rows, ["x", "y"], "MSE").split("\n")[1]).toBe('A,"weights 1, 3",1,3,4,yes');
});
