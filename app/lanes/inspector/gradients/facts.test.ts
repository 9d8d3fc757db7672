import { describe, expect, test } from "vitest";
import type { GradientsReport } from "../../../../engine/inspect/gradients-report.ts";
import { changesOf, peaksOf, percent, rowFacts, rowText, samplesOfRow, spreadOf, titleOfRow } from "./facts.ts";

const report: GradientsReport = {
  components: 4,
  names: null,
  samples: [10, 20, 30, 40],
  cosines: {
    size: 3,
    values: [1, -0.5, 0.25, -0.5, 1, Number.NaN, 0.25, Number.NaN, 1],
    rows: [[0], [1], [2, 3]],
  },
  pairsInConflict: 1 / 3,
  signDisagreement: 0.93,
  parameter: null,
  weights: null,
  predicted: null,
  measured: null,
};

describe("a row of the matrix", () => {
  test("counts those it points against, itself left out", () => {
    expect(rowFacts(report, 0)).toEqual({
      title: "sample 0",
      conflicts: 1,
      others: 2,
      least: { cosine: -0.5, row: 1 },
    });
  });

  test("takes NaN for no conflict and no least", () => {
    expect(rowFacts(report, 2)).toMatchObject({ conflicts: 0, others: 2, least: { cosine: 0.25, row: 0 } });
  });

  test("is told in words", () => {
    expect(rowText(report, 1)).toBe("sample 1: against 1 of 2; least cosine -0.5, with sample 0");
    expect(titleOfRow(report, 2)).toBe("2 samples, 2 and like it");
    expect(titleOfRow({ ...report, names: ["mse", "l1"], samples: null }, 1)).toBe("l1");
    expect(titleOfRow({ ...report, samples: null }, 1)).toBe("component 1");
    expect(titleOfRow(report, 9)).toBe("no component");
  });

  test("knows the rows of the data set behind it", () => {
    expect(samplesOfRow(report, 2)).toEqual([30, 40]);
    expect(samplesOfRow({ ...report, samples: null }, 2)).toEqual([]);
  });

  test("of a loss of one component has nobody to point against", () => {
    const alone = { ...report, cosines: { size: 1, values: [1], rows: [[0]] } };
    expect(rowText(alone, 0)).toBe("sample 0: against 0 of 0");
  });
});

test("weights are summed up by their ends and by how many do nothing", () => {
  expect(spreadOf([0, 0.5, 1e-9, 2])).toEqual({ least: 0, largest: 2, idle: 2 });
  expect(spreadOf([-3, 1, Number.NaN])).toEqual({ least: -3, largest: 1, idle: 0 });
});

test("more weights than can be drawn show the largest of each stretch", () => {
  const few = [1, -2, 3];
  expect(peaksOf(few)).toBe(few);
  const many = Array.from({ length: 314 }, (_, i) => (i === 100 ? -5 : i === 200 ? 7 : 0.01));
  const peaks = peaksOf(many);
  expect(peaks.length).toBe(56);
  expect([Math.min(...peaks), Math.max(...peaks)]).toEqual([-5, 7]);
});

test("changes are the pairs that exist and are finite", () => {
  expect(changesOf({ ...report, predicted: [-1, -2, 3, 4], measured: [-0.9, Number.NaN, 3] })).toEqual([
    { component: 0, predicted: -1, measured: -0.9 },
    { component: 2, predicted: 3, measured: 3 },
  ]);
  expect(changesOf(report)).toEqual([]);
  // Of 9 components, those in the matrix were looked at.
  const rows = [[8, 2], [4]];
  const some = {
    ...report,
    components: 9,
    cosines: { ...report.cosines, rows },
    predicted: [1, 2, 3],
    measured: [1, 2, 3],
  };
  expect(changesOf(some).map(({ component }) => component)).toEqual([2, 4, 8]);
});

test("shares are told in whole percents", () => {
  expect([0, 0.412, 1].map(percent)).toEqual(["0%", "41%", "100%"]);
});
