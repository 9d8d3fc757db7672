/** @file Aggregators that share out the gain of a step, and those that go on from the step before. */
import { fairGrad, nashMtl } from "../fairgrad.ts";
import { crMogm, excessMtl, gradVac, moDo, sdmGrad } from "../remembering.ts";
import { type Aggregators, plain } from "./aggregator.ts";

export const bargains = {
  FairGrad: {
    ...plain,
    title: "FairGrad",
    about:
      "Gives each component a gain that is the larger the less it weighs: the larger α, the more even are the gains.",
    formula: "G w = w^(−1/α), w > 0",
    conflictFree: { parameter: "alpha", atLeast: 0.1 },
    parameters: [
      {
        name: "alpha",
        about: "0: the mean; 1: a bargain of Nash; larger: more even gains",
        default: 1,
        min: 0,
        max: 10,
      },
    ],
    needs: "gramian",
    weights: (gramian, m, { parameters }) => fairGrad(gramian, m, parameters.alpha),
    source: {
      authors: "Ban and Ji",
      title: "Fair Resource Allocation in Multi-Task Learning",
      year: 2024,
      url: "https://arxiv.org/abs/2402.15638",
    },
  },
  NashMTL: {
    ...plain,
    title: "Nash-MTL",
    about: "Bargains for the step: no component could gain a larger share without another losing a larger one.",
    formula: "G w = 1/w, w > 0, with G relative to its norm; then Jᵀw made no longer than max_norm",
    conflictFree: true,
    parameters: [
      { name: "max_norm", about: "how long the step is at most; 0 for no bound", default: 1, min: 0, max: 1000 },
    ],
    needs: "gramian",
    weights: (gramian, m, { parameters }) => nashMtl(gramian, m, parameters.max_norm),
    source: {
      authors: "Navon et al.",
      title: "Multi-Task Learning as a Bargaining Game",
      year: 2022,
      url: "https://arxiv.org/abs/2202.01017",
    },
  },
  GradVac: {
    ...plain,
    isRandom: true,
    remembers: true,
    title: "GradVac",
    about: "Turns gradients towards each other until they are as much alike as they were in the steps before.",
    formula:
      "gᵢ gains as much of gⱼ as makes cos(gᵢ, gⱼ) = φᵢⱼ where it is below; φ ← (1 − β)φ + β cos, from 0 on; then Σᵢ gᵢ",
    conflictFree: false,
    parameters: [
      { name: "beta", about: "how fast what is expected follows what is seen", default: 0.5, min: 0, max: 1 },
    ],
    needs: "gramian",
    weights: gradVac,
    source: {
      authors: "Wang et al.",
      title: "Gradient Vaccine: Investigating and Improving Multi-task Optimization in Massively Multilingual Models",
      year: 2021,
      url: "https://arxiv.org/abs/2010.05874",
    },
  },
  ExcessMTL: {
    ...plain,
    remembers: true,
    title: "ExcessMTL",
    about:
      "Lets those components weigh more that have more to gain still, by their gradients relative to the first steps'.",
    formula:
      "w ← w e^(η r/r₀), Σw = 1, with r = Σₖ g²/√(Σ g²) over the steps so far, and r₀ its mean over the first ones",
    conflictFree: false,
    parameters: [
      { name: "robust_step_size", about: "η", default: 1, min: 1e-6, max: 100 },
      {
        name: "n_warmup_steps",
        about: "steps of equal weights, whose mean is r₀",
        default: 1,
        min: 0,
        max: 10_000,
        isInteger: true,
      },
    ],
    needs: "jacobian",
    direction: excessMtl,
    source: {
      authors: "He et al.",
      title: "Robust Multi-Task Learning with Excess Risks",
      year: 2024,
      url: "https://proceedings.mlr.press/v235/he24n.html",
    },
  },
  CRMOGM: {
    ...plain,
    remembers: true,
    title: "CR-MOGM",
    about: "Smooths MGDA's weights over the steps, so that one batch turns the direction little.",
    formula: "λ ← α λ + (1 − α) w with MGDA's w, from 1/m on",
    conflictFree: false,
    parameters: [{ name: "alpha", about: "the share of the weights before", default: 0.1, min: 0, max: 1 }],
    needs: "gramian",
    weights: crMogm,
    source: {
      authors: "Zhou et al.",
      title: "On the Convergence of Stochastic Multi-Objective Gradient Manipulation and Beyond",
      year: 2022,
      url: "https://proceedings.neurips.cc/paper_files/paper/2022/hash/f91bd64a3620aad8e70a27ad9cb3ca57-Abstract-Conference.html",
    },
  },
  MoDo: {
    ...plain,
    remembers: true,
    title: "MoDo",
    about:
      "Moves the weights a little at each step towards the components that gain least. Here both gradients are of one batch.",
    formula: "λ ← softmax(λ − γ (G + ρ) λ), from 1/m on",
    conflictFree: false,
    parameters: [
      { name: "gamma", about: "how far the weights move", default: 0.1, min: 1e-6, max: 100 },
      { name: "rho", about: "how much equal weights are preferred", default: 0, min: 0, max: 100 },
    ],
    needs: "gramian",
    weights: moDo,
    source: {
      authors: "Chen et al.",
      title: "Three-Way Trade-Off in Multi-Objective Learning: Optimization, Generalization and Conflict-Avoidance",
      year: 2023,
      url: "https://arxiv.org/abs/2305.20057",
    },
  },
  SDMGrad: {
    ...plain,
    remembers: true,
    title: "SDMGrad",
    about:
      "MGDA's shortest average, pulled towards the mean, by some steps from the last weights. Here both gradients are of one batch.",
    formula: "w = argmin ‖Jᵀ(w + λ/m)‖² subject to w ≥ 0, Σw = 1, by n_iter steps; then (w + λ/m)/(1 + λ)",
    conflictFree: false,
    parameters: [
      { name: "lambda_", about: "how strongly it is pulled towards the mean", default: 0.3, min: 0, max: 100 },
      { name: "lr", about: "of the steps that find the weights", default: 10, min: 1e-6, max: 1000 },
      { name: "momentum", about: "of the steps that find the weights", default: 0.5, min: 0, max: 0.999 },
      { name: "n_iter", about: "steps that find the weights", default: 20, min: 1, max: 200, isInteger: true },
    ],
    needs: "gramian",
    weights: sdmGrad,
    source: {
      authors: "Xiao, Ban and Ji",
      title: "Direction-oriented Multi-objective Learning: Simple and Provable Stochastic Algorithms",
      year: 2023,
      url: "https://arxiv.org/abs/2305.18409",
    },
  },
} as const satisfies Aggregators;
