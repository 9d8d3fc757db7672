import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paired } from "./paired.ts";
import { seedsFrom } from "./seeds.ts";
import { bandOf, quantile, spreadOf, summaryOf } from "./statistics.ts";
import { holm, leastP, signedRanks } from "./wilcoxon.ts";

interface Recorded {
  readonly cases: readonly { readonly d: readonly number[]; readonly p: number; readonly statistic: number }[];
}
const recorded: Recorded = JSON.parse(readFileSync(new URL("../testdata/wilcoxon.json", import.meta.url), "utf8"));

describe("Wilcoxon's signed-rank test", () => {
  test.each(recorded.cases.map((held) => [held.d.length, held] as const))(
    "is SciPy's, of %i pairs",
    (_count, { d, p, statistic }) => {
      const ours = signedRanks(d);
      expect(ours.p).toBeCloseTo(p, 12);
      expect(Math.min(ours.positive, ours.negative)).toBe(statistic);
    },
  );

  test("says nothing of no pairs, and of equal ones", () => {
    expect(signedRanks([])).toMatchObject({ p: 1, pairs: 0 });
    expect(signedRanks([0, 0, 0])).toMatchObject({ p: 1, pairs: 0 });
  });

  test("goes by signs and order alone, and not by which of two is the first", () => {
    const differences = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 30 });
    fc.assert(
      fc.property(differences, fc.integer({ min: 1, max: 1000 }), (ds, times) => {
        const { p } = signedRanks(ds);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(p).toBeGreaterThanOrEqual(leastP(ds.filter((d) => d !== 0).length) * (1 - 1e-12));
        expect(signedRanks(ds.map((d) => -d * times)).p).toBeCloseTo(p, 12);
      }),
    );
  });

  test("ranks an infinite difference above all others", () => {
    expect(signedRanks([1, 2, -3, Number.POSITIVE_INFINITY]).p).toBe(signedRanks([1, 2, -3, 4]).p);
  });

  test("is corrected for several looks as Holm has it", () => {
    // statsmodels.stats.multitest.multipletests(method="holm")
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.6])).toEqual([0.6]);
    expect(holm([])).toEqual([]);
  });
});

describe("what several seeds came to", () => {
  test("has NumPy's quartiles", () => {
    // numpy.quantile([3, 1, 2, 9, 7, 4], [.25, .5, .75])
    const summary = summaryOf([3, 1, 2, 9, 7, 4], "low");
    expect([summary.firstQuartile, summary.median, summary.thirdQuartile]).toEqual([2.25, 3.5, 6.25]);
    expect([summary.low, summary.high, spreadOf(summary)]).toEqual([1, 9, 2]);
    expect(quantile([5], 0.25)).toBe(5);
  });

  test("counts who diverged as worse than any number", () => {
    const { median, low, high, diverged } = summaryOf([1, Number.NaN, 3], "low");
    expect({ median, low, high, diverged }).toEqual({ median: 3, low: 1, high: Number.POSITIVE_INFINITY, diverged: 1 });
    expect(summaryOf([1, Number.NaN, 3], "high").median).toBe(1);
    expect(summaryOf([Number.NaN, Number.NaN, 1], "low").firstQuartile).toBe(Number.POSITIVE_INFINITY);
  });

  test("step by step lies in its band, also where series are told at other steps, or end earlier", () => {
    const band = bandOf([
      { steps: [0, 10, 20], values: [4, 3, 2] },
      { steps: [0, 5, 20], values: [8, 7, 6] },
      { steps: [0, 10], values: [5, 1] },
    ]);
    expect(band.median).toEqual({ steps: [0, 10, 20], values: [5, 3, 6] });
    expect(band.low.values).toEqual([4, 1, 2]);
    expect(band.high.values).toEqual([8, 7, Number.POSITIVE_INFINITY]);
    expect(bandOf([]).median).toEqual({ steps: [], values: [] });
  });
});

describe("two losses on the same seeds", () => {
  test("are told apart by how many of them one wins, and by how much", () => {
    const ours = [1, 2, 3, 4, 5, 6, 7];
    const theirs = [2, 4, 6, 8, 10, 12, 6.5];
    expect(paired(ours, theirs, "low")).toMatchObject({ wins: 6, losses: 1, ties: 0, by: [1, 6] });
    expect(paired(theirs, ours, "low")).toMatchObject({ wins: 1, losses: 6, by: [1, 6] });
    expect(paired(ours, theirs, "high")).toMatchObject({ wins: 1, losses: 6 });
    expect(paired(ours, theirs, "low").effect).toBeCloseTo((27 - 1) / 28, 12);
  });

  test("are alike where they are equal, or both diverge", () => {
    expect(paired([1, Number.NaN], [1, Number.POSITIVE_INFINITY], "low")).toMatchObject({
      wins: 0,
      losses: 0,
      ties: 2,
      p: 1,
      by: null,
    });
  });

  test("of which one diverges are not alike", () => {
    expect(paired([1, 2], [Number.NaN, 3], "high")).toMatchObject({ wins: 1, losses: 1 });
    expect(paired([1], [Number.NaN], "low")).toMatchObject({ wins: 1, by: null });
  });
});

test("seeds follow the first, and go round", () => {
  expect(seedsFrom(7, 3)).toEqual([7, 8, 9]);
  expect(seedsFrom(2 ** 32 - 1, 2)).toEqual([2 ** 32 - 1, 0]);
});
