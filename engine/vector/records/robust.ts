/** @file Aggregators that a few gradients, whatever they are, do not move. */
import { krum, trimmedMean } from "../robust.ts";
import { type Aggregators, plain } from "./aggregator.ts";

export const robustAggregators = {
  Krum: {
    ...plain,
    title: "Krum",
    about: "Keeps the gradients that have the nearest neighbours: a few that are anything move nothing.",
    formula: "the mean of the n_selected gᵢ with the least Σ‖gᵢ − gⱼ‖ over the m − n_byzantine − 2 nearest gⱼ",
    conflictFree: false,
    parameters: [
      {
        name: "n_byzantine",
        about: "how many gradients may be anything",
        default: 1,
        min: 0,
        max: 4093,
        isInteger: true,
      },
      { name: "n_selected", about: "how many are averaged", default: 1, min: 1, max: 4096, isInteger: true },
    ],
    needs: "gramian",
    weights: (gramian, m, { parameters }) => krum(gramian, m, parameters.n_byzantine, parameters.n_selected),
    source: {
      authors: "Blanchard et al.",
      title: "Machine Learning with Adversaries: Byzantine Tolerant Gradient Descent",
      year: 2017,
      url: "https://proceedings.neurips.cc/paper/2017/hash/f4b9ec30ad9f68f89b29639786cb62ef-Abstract.html",
    },
  },
  TrimmedMean: {
    ...plain,
    title: "Trimmed mean",
    about: "Averages the gradients of each parameter without the largest and the smallest ones.",
    formula: "of each parameter the mean without its trim_number largest and trim_number smallest gradients",
    conflictFree: false,
    parameters: [
      {
        name: "trim_number",
        about: "how many are left out at each end",
        default: 1,
        min: 0,
        max: 2047,
        isInteger: true,
      },
    ],
    needs: "jacobian",
    direction: (jacobian, m, n, { parameters }) => trimmedMean(jacobian, m, n, parameters.trim_number),
    source: {
      authors: "Yin et al.",
      title: "Byzantine-Robust Distributed Learning: Towards Optimal Statistical Rates",
      year: 2018,
      url: "https://arxiv.org/abs/1803.01498",
    },
  },
} as const satisfies Aggregators;
