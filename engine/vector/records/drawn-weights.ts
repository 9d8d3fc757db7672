/** @file Weights that are drawn. */
import type { RandomSource } from "../context.ts";
import { type Aggregators, plain } from "./aggregator.ts";

export const drawnWeights = {
  Random: {
    ...plain,
    isRandom: true,
    title: "Random",
    about: "Draws new positive weights at every step: the yardstick that anything cleverer has to beat.",
    formula: "w = softmax(N(0, 1))",
    conflictFree: false,
    needs: "nothing",
    weights: (_gramian, m, { random }) => randomWeights(m, random),
    source: {
      authors: "Lin et al.",
      title: "Reasonable Effectiveness of Random Weighting: A Litmus Test for Multi-Task Learning",
      year: 2021,
      url: "https://arxiv.org/abs/2111.10603",
    },
  },
} as const satisfies Aggregators;

function randomWeights(m: number, random: RandomSource): Float64Array {
  const draws = new Float32Array(m);
  random.normal(draws);
  const largest = draws.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(draws, (draw) => Math.exp(draw - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
