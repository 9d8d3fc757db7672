import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classMetrics, confusionOf } from "./class-metrics.ts";

const metricOf = (name: string, shares: readonly number[], labels: readonly number[], count: number): number =>
  classMetrics(shares, labels, count).find((metric) => metric.name === name)?.value ?? Number.NaN;

/** Three rows of three classes: right and sure, right and unsure, wrong. */
const shares = [0.9, 0.05, 0.05, 0.3, 0.4, 0.3, 0.7, 0.2, 0.1];
const labels = [0, 1, 2];

describe("of classes", () => {
  // scikit-learn's accuracy_score, f1_score(average="macro"), log_loss; the others by their formulas.
  test.each([
    ["accuracy", 2 / 3],
    ["macro F1", (2 / 3 + 1 + 0) / 3],
    ["log loss", -(Math.log(0.9) + Math.log(0.4) + Math.log(0.1)) / 3],
    ["Brier", (0.01 + 0.0025 + 0.0025 + (0.09 + 0.36 + 0.09) + (0.49 + 0.04 + 0.81)) / 3],
    ["ECE", (0.1 + 0.6 + 0.7) / 3],
  ])("%s is %f", (name, value) => {
    expect(metricOf(name, shares, labels, 3)).toBeCloseTo(value, 10);
  });

  test("a class that is nowhere takes no part in macro F1", () => {
    expect(metricOf("macro F1", [1, 0, 0, 0, 1, 0], [0, 1], 3)).toBe(1);
  });

  test("the confusion matrix has a row for what is so", () => {
    expect([...confusionOf(shares, labels, 3)]).toEqual([1, 0, 0, 0, 1, 0, 1, 0, 0]);
  });
});

describe("ROC AUC", () => {
  const auc = (scores: readonly number[], of: readonly number[]) =>
    metricOf(
      "ROC AUC",
      scores.flatMap((score) => [1 - score, score]),
      of,
      2,
    );

  test("is the share of pairs that stand in order, ties a half", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 1 })), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, (drawn) => {
        const [scores, of] = [drawn.map(([score]) => score / 8), drawn.map(([, label]) => label)];
        let [pairs, ordered] = [0, 0];
        drawn.forEach(([a, isPositive]) => {
          if (isPositive !== 1) return;
          for (const [b, other] of drawn) {
            if (other !== 0) continue;
            pairs++;
            ordered += a > b ? 1 : a === b ? 0.5 : 0;
          }
        });
        if (pairs === 0) expect(auc(scores, of)).toBeNaN();
        else expect(auc(scores, of)).toBeCloseTo(ordered / pairs, 10);
      }),
    );
  });
});
