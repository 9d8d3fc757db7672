import { expect, test } from "vitest";
import { breslow, kaplanMeier, predictedSurvival } from "./survival.ts";

// Freireich's leukaemia trial, the treated group: the numbers of every textbook (Kaplan-Meier at 6, 7, 10, 13, 16, 22, 23 weeks).
const time = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const event = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];

test("Kaplan and Meier's curve is that of the textbooks", () => {
  const { times, shares } = kaplanMeier(time, event);
  expect(times).toEqual([0, 6, 7, 10, 13, 16, 22, 23]);
  const known = [1, 0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
  shares.forEach((share, i) => {
    expect(share).toBeCloseTo(known[i], 4);
  });
});

test("where all are at one risk, Breslow's hazard is Nelson's, and what is predicted lies near Kaplan and Meier's curve", () => {
  const baseline = breslow(
    time.map(() => 0),
    time,
    event,
  );
  expect(baseline.shares[1]).toBeCloseTo(3 / 21, 12);
  expect(baseline.shares[2]).toBeCloseTo(3 / 21 + 1 / 17, 12);
  const predicted = predictedSurvival(baseline, [0, 0]);
  kaplanMeier(time, event).shares.forEach((share, i) => {
    expect(Math.abs(predicted.shares[i] - share)).toBeLessThan(0.03);
  });
});

test("twice the risk is as twice the hazard, whatever zero is", () => {
  const risks = time.map((_, row) => (row % 2 === 0 ? Math.log(2) : 0));
  const shifted = breslow(
    risks.map((risk) => risk + 5),
    time,
    event,
  );
  const plain = breslow(risks, time, event);
  plain.shares.forEach((hazard, i) => {
    expect(shifted.shares[i] * Math.exp(5)).toBeCloseTo(hazard, 10);
  });
});
