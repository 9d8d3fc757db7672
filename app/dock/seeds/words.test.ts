import { describe, expect, test } from "vitest";
import { defaultDocument } from "../../document/defaults.ts";
import type { LaneTraining } from "../../store/store.ts";
import type { LaneSeeds } from "../../store/study.ts";
import { lanePairs, seedRows, metricOf } from "./seed-values.ts";
import { pairWords, progressWords } from "./words.ts";

const nothing = { steps: [], values: [] };

/** A run that came to this MSE; NaN is one that diverged. */
function runOf(lane: string, mse: number): LaneTraining {
  const metrics = [
    { name: "MSE", value: Number.isNaN(mse) ? 3 : mse, unit: "mpg²" },
    { name: "R²", value: 1 - mse, unit: "" },
  ];
  return {
    lane,
    progress: {
      status: Number.isNaN(mse) ? "failed" : "done",
      step: 2000,
      steps: 2000,
      stepsPerSecond: 1,
      trainingLoss: nothing,
      trainingMeans: nothing,
      validationLoss: nothing,
      seconds: nothing,
      metricHistory: [],
      metrics: { training: metrics, validation: metrics },
      picture: { kind: "curves", curves: [] },
      fingerprint: "",
      gradients: null,
      components: null,
      failure: null,
      lost: null,
    },
    stopped: null,
    isRunning: false,
    source: "",
    language: "typescript",
    handling: { kind: "refuse" },
    arguments: {},
    experiment: defaultDocument.experiment,
    data: null,
    isSwapped: false,
  };
}

const lane = (id: string, ...mses: readonly (number | null)[]): LaneSeeds => ({
  lane: id,
  runs: mses.map((mse) => (mse === null ? null : runOf(id, mse))),
});

const said = (...lanes: readonly LaneSeeds[]): string[] =>
  lanePairs(lanes, "MSE", "validation").map((pair) => pairWords(pair, "MSE", lanes.length === 2));

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("what seeds show of two lanes is said in one sentence:", () => {
  test("who is better, in how many, and by how much there", () => {
    const theirs = upTo(10).map((i) => (i === 9 ? 9.9 : 10.6 + i * 0.1625));
    expect(said(lane("A", ...upTo(10).map(() => 10)), lane("B", ...theirs))).toEqual([
      "A is better in 9 of 10 seeds (MSE 0.6 to 1.9 lower).",
    ]);
    expect(said(lane("A", ...theirs), lane("B", ...upTo(10).map(() => 10)))).toEqual([
      "B is better in 9 of 10 seeds (MSE 0.6 to 1.9 lower).",
    ]);
  });

  test("nothing that they don't show", () => {
    const [a, b] = [upTo(10).map((i) => i % 3), upTo(10).map((i) => (i * 7) % 4)];
    expect(said(lane("A", ...a), lane("B", ...b))[0]).toMatch(
      /^No difference that these seeds could show: [AB] is better in \d of 10 seeds \(p = 0\.\d+\)\.$/,
    );
  });

  test("that five seeds could not show any", () => {
    expect(said(lane("A", 1, 2, 3, 4, 5), lane("B", 2, 3, 4, 5, 6))).toEqual([
      "No difference that these seeds could show: A is better in 5 of 5 seeds. With 5 seeds p is never below 0.063: take 10.",
    ]);
  });

  test("that there is none", () => {
    expect(said(lane("A", ...upTo(10)), lane("B", ...upTo(10)))).toEqual(["no difference: equal in all 10 seeds."]);
  });

  test("who diverges is worse, and by how much nobody can say", () => {
    expect(said(lane("A", ...upTo(10)), lane("B", ...upTo(10).map(() => Number.NaN)))).toEqual([
      "A is better in 10 of 10 seeds.",
    ]);
  });

  test("each further lane is compared with the first, and more comparisons want more", () => {
    const a = upTo(10).map(() => 1);
    const [sentence, third] = said(lane("A", ...a), lane("B", ...upTo(10).map((i) => 2 + i)), lane("C", ...a));
    expect(sentence).toBe("A is better than B in 10 of 10 seeds (MSE 1 to 10 lower).");
    expect(third).toBe("A and C: no difference: equal in all 10 seeds.");
    const [two] = lanePairs(
      [lane("A", ...a), lane("B", ...upTo(10).map((i) => 2 + i)), lane("C", ...a)],
      "MSE",
      "validation",
    );
    expect(two?.corrected).toBeCloseTo(2 * (two?.p ?? 0), 12);
  });

  test("only on the seeds that both have", () => {
    expect(lanePairs([lane("A", 1, 2, null), lane("B", 2, null, 3)], "MSE", "validation")).toEqual([]);
    expect(lanePairs([lane("A", 1, 2, null), lane("B", 2, 3, 3)], "MSE", "validation")[0]?.seeds).toBe(2);
  });
});

describe("the table of seeds", () => {
  test("has medians, says which is best, and counts who diverged as worst", () => {
    const [mse, r2] = seedRows([lane("A", 1, 2, 3), lane("B", 4, Number.NaN, 6)], "validation");
    expect(mse?.cells.map(({ summary, isBest }) => [summary.median, summary.diverged, isBest])).toEqual([
      [2, 0, true],
      [6, 1, false],
    ]);
    expect(r2?.cells.map(({ isBest }) => isBest)).toEqual([true, false]);
  });

  test("knows a run that has not come from one that diverged", () => {
    expect(metricOf(null, "MSE", "validation")).toBeNull();
    expect(metricOf(runOf("A", Number.NaN), "MSE", "validation")).toBeNaN();
  });
});

test("how far a study is, is said in words", () => {
  const study = { isRunning: true, done: 12, total: 20, secondsLeft: 0.44, seconds: null };
  expect(progressWords(study)).toBe("12 of 20 runs, 0.4 s left");
  expect(progressWords({ ...study, secondsLeft: null })).toBe("12 of 20 runs");
  expect(progressWords({ ...study, isRunning: false })).toBe("stopped after 12 of 20 runs");
  expect(progressWords({ ...study, isRunning: false, done: 20, seconds: 0.93 })).toBe("20 runs in 0.9 s");
  expect(progressWords({ ...study, secondsLeft: 200 })).toBe("12 of 20 runs, 3 min left");
});
