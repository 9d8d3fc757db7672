/** @file How planes lie through the lanes' paths, and what is said of what is drawn in them. */
import { expect, test } from "vitest";
import type { SurveyOf } from "../../../engine/study/landscape/facts.ts";
import { basinsOf, surfacesOf } from "./drawn.ts";
import { type LanePath, layOf, plainWish } from "./lay.ts";
import type { Landscapes } from "./Surveyor.ts";
import { basinWords, componentWords, lacksOf, surfaceNote } from "./words.ts";

const pathOf = (moments: readonly (readonly number[])[], shape: readonly number[] = [1, 2]): LanePath => ({
  kind: "path",
  steps: moments.map((_, i) => i),
  width: moments[0]?.length ?? 0,
  tensors: [{ name: "0.weight", shape: [...shape] }],
  learned: [],
  epoch: 0,
  lostAt: null,
  metrics: ["MSE"],
  moments: moments.map((moment) => Float32Array.from(moment)),
});

const a = {
  lane: "A",
  path: pathOf([
    [0, 0],
    [1, 1],
    [2, 1],
  ]),
};
const b = {
  lane: "B",
  path: pathOf([
    [0, 0],
    [-1, 3],
    [-1, 4],
  ]),
};

test("of two parameters the plane is theirs, exactly, and holds every lane's way", () => {
  const { kind, across, up, routes, plane } = layOf([a, b], plainWish, []);
  expect([kind, across, up]).toEqual(["parameters", "0.weight[0, 0]", "0.weight[0, 1]"]);
  expect(routes[1]?.places).toEqual([
    { x: 0, y: 0 },
    { x: -1, y: 3 },
    { x: -1, y: 4 },
  ]);
  expect([plane?.x.from, plane?.x.to].map((x) => Number(x?.toFixed(3)))).toEqual([-1.45, 2.45]);
});

test("twice as far is twice as wide, round the same middle", () => {
  const [near, far] = [1, 2].map((reach) => layOf([a, b], { ...plainWish, reach }, []).plane);
  const width = (plane: typeof near): number => (plane?.y.to ?? 0) - (plane?.y.from ?? 0);
  expect(width(far)).toBeCloseTo(2 * width(near), 6);
});

test("a lane of another model lies in no plane of these, and that is said", () => {
  const c = {
    lane: "C",
    path: pathOf(
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
      [1, 3],
    ),
  };
  const lay = layOf([a, c], plainWish, []);
  expect([lay.lanes, lay.others]).toEqual([["A"], ["C"]]);
  expect(lacksOf({ ...nothing, lay }, ["A", "C"])[0]).toContain("Lane C was trained with another model than lane A");
});

test("where there is no such plane, the words say what to choose", () => {
  const one = {
    lane: "A",
    path: pathOf([
      [0, 0],
      [1, 0],
      [2, 0],
    ]),
  };
  expect(layOf([one], { ...plainWish, kind: "path" }, []).why).toContain("choose two parameters");
});

const nothing: Landscapes = {
  wish: plainWish,
  paths: {},
  lay: null,
  surfaces: {},
  basins: {},
  wantsBasins: false,
  busy: null,
  isStopped: false,
};

const surface: SurveyOf<"surface"> = {
  kind: "surface",
  side: 2,
  loss: [1, Number.NaN, Infinity, 0.5],
  metric: [1, 2, 3, 4],
  unit: "",
  rows: 32,
  components: 2,
  names: null,
  failure: "too far",
};

test("a surface is drawn in the plane that it was measured in, and in no other", () => {
  const lay = layOf([a], plainWish, []);
  const held = { ...nothing, lay, paths: { A: { of: [], found: a.path } } };
  const of = (plane: unknown) => surfacesOf({ ...held, surfaces: { A: { of: [plane], found: surface } } }, "MSE");
  expect(of(lay.plane).map(({ lane, metricName }) => [lane, metricName])).toEqual([["A", "MSE"]]);
  expect(of({})).toEqual([]);
});

test("what is not finite is counted, and what the loss said where it failed", () => {
  const grid = { values: surface.loss, side: 2, across: { from: 0, to: 1 }, up: { from: 0, to: 1 } };
  const note = surfaceNote({ lane: "A", loss: grid, metric: grid, metricName: "MSE", found: surface }, "loss", 0.5);
  expect(note).toBe("least 0.5; 2 of 4 places are NaN or infinite; where it fails it says “too far”");
});

test("of a vector it is said what is drawn", () => {
  expect(componentWords(surface, { kind: "sum" }, null)).toContain("the sum of its 2 components");
  expect(componentWords(surface, { kind: "aggregator", name: "MGDA", parameters: {} }, null)).toContain(
    "MGDA chooses a direction",
  );
  expect(componentWords(surface, { kind: "refuse" }, 1)).toBe("component 1 of its 2 components");
  expect(componentWords({ components: 1 }, { kind: "refuse" }, null)).toBeNull();
});

test("basins are told by how many starts end there, and what diverges", () => {
  const lay = layOf([a], plainWish, []);
  const found: SurveyOf<"basins"> = {
    kind: "basins",
    side: 2,
    x: { from: 0, to: 1 },
    y: { from: 0, to: 1 },
    loss: [0.1, 0.1, 2, Number.NaN],
    metric: [1, 1, 1, 1],
    unit: "",
    ends: { x: [0, 0, 1, Number.NaN], y: [0, 0, 1, Number.NaN] },
    basin: [0, 0, 1, -1],
    steps: 10,
    rows: 32,
  };
  const [drawn] = basinsOf({ ...nothing, lay, basins: { A: { of: [lay.plane], found } } });
  if (drawn === undefined) throw new Error("basins are drawn");
  expect(basinWords(drawn)).toBe(
    "4 starts end at 2 places: a from 2 starts (loss 0.1), b from 1 start (loss 2). 1 diverges.",
  );
});
