/**
 * @file The aggregators of Jacobian descent, after TorchJD: what becomes of m gradients when a loss has m components. Everything that knows
 * aggregators (the lane's choice, its words, validation, the tests) is derived from this registry.
 */
import { alignedMtl, config, imtlG } from "./balanced.ts";
import { cagrad } from "./cagrad.ts";
import type { AggregationContext, RandomSource } from "./context.ts";
import { fairGrad, nashMtl } from "./fairgrad.ts";
import { gradDrop } from "./graddrop.ts";
import { mgda } from "./mgda.ts";
import { pcgrad } from "./pcgrad.ts";
import { crMogm, excessMtl, gradVac, moDo, sdmGrad } from "./remembering.ts";
import { krum, trimmedMean } from "./robust.ts";
import { cosmos, dwa, geometricMean, pbi, stch } from "./scalarizers.ts";
import { dualProj, upgrad } from "./upgrad.ts";

/** A number of the aggregator's own. */
export interface AggregatorParameter {
  readonly name: string;
  /** What it does, in a few words. */
  readonly about: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly isInteger?: true;
  /** Of a number that stands for one of a few words: the words, from 0 on. */
  readonly choices?: readonly string[];
}

export interface Source {
  readonly authors: string;
  readonly title: string;
  readonly year: number;
  /** Where it can be read. */
  readonly url: string;
}

interface Description {
  /** As people write it. The key in the registry is TorchJD's class. */
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  /** In plain text, over J (rows g_i), G = J Jᵀ, m components and weights w. */
  readonly formula: string;
  /** Whether the step never makes a component worse, to first order; or from which value of a parameter on. */
  readonly conflictFree: boolean | { readonly parameter: string; readonly atLeast: number };
  /** Draws random numbers. */
  readonly isRandom: boolean;
  /** Whether a step depends on the steps before it. */
  readonly remembers: boolean;
  readonly parameters: readonly AggregatorParameter[];
  readonly source: Source;
}

/** Needs inner products of gradients only: the step is Jᵀw, so one backward of the weighted loss takes it. G is [m, m]. */
export interface WeightedAggregator extends Description {
  readonly needs: "nothing" | "gramian";
  readonly weights: (gramian: Float64Array, m: number, context: AggregationContext) => Float64Array;
}

/** Looks at the components alone, as a function of them that is one number: the weights are its gradient. */
export interface Scalarizer extends Description {
  readonly needs: "values";
  readonly weights: (m: number, context: AggregationContext) => Float64Array;
}

/** Looks at every parameter by itself: needs J, [m, n], and gives the step. */
export interface DirectAggregator extends Description {
  readonly needs: "jacobian";
  readonly direction: (jacobian: Float64Array, m: number, n: number, context: AggregationContext) => Float64Array;
}

export type Aggregator = WeightedAggregator | DirectAggregator | Scalarizer;

const jacobianDescent: Source = {
  authors: "Quinton and Rey",
  title: "Jacobian Descent for Multi-Objective Optimization",
  year: 2024,
  url: "https://arxiv.org/abs/2406.16232",
};

const plain = { isRandom: false, remembers: false, parameters: [] } as const;

export const aggregators = {
  Sum: {
    ...plain,
    title: "Sum",
    about: "Adds the gradients up, as TensorFlow's tape and backward(ones) do.",
    formula: "w = 1",
    conflictFree: false,
    needs: "nothing",
    weights: (_gramian, m) => new Float64Array(m).fill(1),
    source: {
      authors: "TensorFlow",
      title: "Introduction to gradients and automatic differentiation",
      year: 2020,
      url: "https://www.tensorflow.org/guide/autodiff",
    },
  },
  Mean: {
    ...plain,
    title: "Mean",
    about: "Averages the gradients, as Keras and loss.mean() do.",
    formula: "w = 1/m",
    conflictFree: false,
    needs: "nothing",
    weights: (_gramian, m) => new Float64Array(m).fill(1 / m),
    source: { authors: "Keras", title: "Losses", year: 2015, url: "https://keras.io/api/losses/" },
  },
  Constant: {
    ...plain,
    title: "Weights",
    about: "Multiplies each component with a weight of your own, as backward(gradient) does.",
    formula: "w = c",
    conflictFree: false,
    needs: "nothing",
    weights: (_gramian, _m, { constants }) => Float64Array.from(constants),
    source: {
      authors: "PyTorch",
      title: "torch.Tensor.backward",
      year: 2017,
      url: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html",
    },
  },
  UPGrad: {
    ...plain,
    title: "UPGrad",
    about: "Turns each gradient just so far that it harms no component, then averages them.",
    formula: "w = Σᵢ vᵢ with vᵢ = argmin vᵀGv subject to v ≥ eᵢ/m",
    conflictFree: true,
    needs: "gramian",
    weights: upgrad,
    source: jacobianDescent,
  },
  MGDA: {
    ...plain,
    title: "MGDA",
    about: "Takes the shortest average of the gradients: it gains equally on every component that counts.",
    formula: "w = argmin wᵀGw subject to w ≥ 0, Σw = 1",
    conflictFree: true,
    needs: "gramian",
    weights: mgda,
    source: {
      authors: "Désidéri",
      title: "Multiple-gradient descent algorithm (MGDA) for multiobjective optimization",
      year: 2012,
      url: "https://doi.org/10.1016/j.crma.2012.03.014",
    },
  },
  DualProj: {
    ...plain,
    title: "DualProj",
    about: "Averages the gradients, then turns the average just so far that it harms no component.",
    formula: "w = argmin vᵀGv subject to v ≥ 1/m",
    conflictFree: true,
    needs: "gramian",
    weights: dualProj,
    source: {
      authors: "Lopez-Paz and Ranzato",
      title: "Gradient Episodic Memory for Continual Learning",
      year: 2017,
      url: "https://arxiv.org/abs/1706.08840",
    },
  },
  PCGrad: {
    ...plain,
    isRandom: true,
    title: "PCGrad",
    about: "Takes from each gradient what points against another, the others in random order, then adds them up.",
    formula: "gᵢ ← gᵢ − min(0, gᵢ·gⱼ)/‖gⱼ‖² gⱼ for each j ≠ i, then Σᵢ gᵢ",
    conflictFree: false,
    needs: "gramian",
    weights: (gramian, m, { random }) => pcgrad(gramian, m, random),
    source: {
      authors: "Yu et al.",
      title: "Gradient Surgery for Multi-Task Learning",
      year: 2020,
      url: "https://arxiv.org/abs/2001.06782",
    },
  },
  CAGrad: {
    ...plain,
    title: "CAGrad",
    about: "Looks round the average for the step whose worst component gains most.",
    formula: "argmax over d of minᵢ gᵢ·d subject to ‖d − g₀‖ ≤ c‖g₀‖, with g₀ = Σgᵢ/m",
    conflictFree: { parameter: "c", atLeast: 1 },
    parameters: [
      { name: "c", about: "how far from the average to look, relative to its length", default: 0.5, min: 0, max: 10 },
    ],
    needs: "gramian",
    weights: (gramian, m, { parameters }) => cagrad(gramian, m, parameters.c),
    source: {
      authors: "Liu et al.",
      title: "Conflict-Averse Gradient Descent for Multi-task Learning",
      year: 2021,
      url: "https://arxiv.org/abs/2110.14048",
    },
  },
  IMTLG: {
    ...plain,
    title: "IMTL-G",
    about: "Weights the gradients so that the step goes equally far along each one's direction.",
    formula: "w = v/Σv with v = G⁺d, dᵢ = ‖gᵢ‖",
    conflictFree: false,
    needs: "gramian",
    weights: imtlG,
    source: {
      authors: "Liu et al.",
      title: "Towards Impartial Multi-task Learning",
      year: 2021,
      url: "https://openreview.net/forum?id=IMPnRXEWpvr",
    },
  },
  AlignedMTL: {
    ...plain,
    title: "Aligned-MTL",
    about: "Gives all principal directions of the gradients one length, the least one's as a rule, then averages.",
    formula: "w = √λ V Λ^(−½) Vᵀ 1/m with G = V Λ Vᵀ, λ the least, median or mean eigenvalue",
    conflictFree: false,
    parameters: [
      {
        name: "scale_mode",
        about: "whose length all get",
        default: 0,
        min: 0,
        max: 2,
        choices: ["min", "median", "rmse"],
      },
    ],
    needs: "gramian",
    weights: (gramian, m, { parameters }) => alignedMtl(gramian, m, parameters.scale_mode),
    source: {
      authors: "Senushkin et al.",
      title: "Independent Component Alignment for Multi-Task Learning",
      year: 2023,
      url: "https://arxiv.org/abs/2305.19000",
    },
  },
  ConFIG: {
    ...plain,
    title: "ConFIG",
    about: "Finds the direction at the same angle to all gradients, as long as their components along it together.",
    formula: "d = (Σᵢ gᵢ·u) u with u = U⁺1/‖U⁺1‖, where U has rows gᵢ/‖gᵢ‖",
    conflictFree: false,
    needs: "gramian",
    weights: (gramian, m, { columns }) => config(gramian, m, columns),
    source: {
      authors: "Liu, Chu and Thuerey",
      title: "ConFIG: Towards Conflict-free Training of Physics Informed Neural Networks",
      year: 2024,
      url: "https://arxiv.org/abs/2408.11104",
    },
  },
  GradDrop: {
    ...plain,
    isRandom: true,
    title: "GradDrop",
    about: "Lets every parameter follow one sign only, drawn by how strongly its gradients agree on it.",
    formula: "P = ½(1 + Σg/Σ|g|); the positive gradients where P > U, the negative ones where P < U, U ~ U(0, 1)",
    conflictFree: false,
    parameters: [
      {
        name: "leak",
        about: "the share of every gradient that comes through all the same",
        default: 0,
        min: 0,
        max: 1,
      },
    ],
    needs: "jacobian",
    direction: (jacobian, m, n, { random, parameters }) => gradDrop(jacobian, m, n, random, parameters.leak),
    source: {
      authors: "Chen et al.",
      title: "Just Pick a Sign: Optimizing Deep Multitask Models with Gradient Sign Dropout",
      year: 2020,
      url: "https://arxiv.org/abs/2010.06808",
    },
  },
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
  GeometricMean: {
    ...plain,
    title: "Geometric mean",
    about: "Minimises the geometric mean, to which each component counts by its relative change.",
    formula: "exp(Σ log ℓᵢ / m): wᵢ = that / (m ℓᵢ)",
    conflictFree: false,
    needs: "values",
    weights: (m, { values }) => geometricMean(values, m),
    source: {
      authors: "Chennupati et al.",
      title: "MultiNet++: Multi-Stream Feature Aggregation and Geometric Loss Strategy for Multi-Task Learning",
      year: 2019,
      url: "https://arxiv.org/abs/1904.08492",
    },
  },
  STCH: {
    ...plain,
    title: "Smooth Tchebycheff",
    about: "Minimises a smooth maximum of the components: the largest ones weigh most.",
    formula: "μ log Σ exp(ℓᵢ/(mμ)): w = softmax(ℓ/(mμ))/m",
    conflictFree: false,
    parameters: [
      { name: "mu", about: "how smooth: the smaller, the nearer to the maximum", default: 0.1, min: 1e-4, max: 1000 },
    ],
    needs: "values",
    weights: (m, { values, parameters }) => stch(values, m, parameters.mu),
    source: {
      authors: "Lin et al.",
      title: "Smooth Tchebycheff Scalarization for Multi-Objective Optimization",
      year: 2024,
      url: "https://arxiv.org/abs/2402.19078",
    },
  },
  COSMOS: {
    ...plain,
    title: "COSMOS",
    about: "Minimises the mean less λ times the cosine between the components and equal ones: it keeps them alike.",
    formula: "Σℓᵢ/m − λ Σℓᵢ/(√m ‖ℓ‖)",
    conflictFree: false,
    parameters: [
      { name: "lambda_", about: "how much components that are alike are worth", default: 1, min: 0, max: 1000 },
    ],
    needs: "values",
    weights: (m, { values, parameters }) => cosmos(values, m, parameters.lambda_),
    source: {
      authors: "Ruchte and Grabocka",
      title: "Scalable Pareto Front Approximation for Deep Multi-Objective Learning",
      year: 2021,
      url: "https://arxiv.org/abs/2103.13392",
    },
  },
  PBI: {
    ...plain,
    title: "PBI",
    about: "Minimises how far the components are along the line of equal ones, and θ times how far beside it.",
    formula: "d₁ + θ √(‖ℓ − d₁1/√m‖² + 1e-12) with d₁ = Σℓᵢ/√m",
    conflictFree: false,
    parameters: [{ name: "theta", about: "what lies beside the line counts so much", default: 5, min: 0, max: 1000 }],
    needs: "values",
    weights: (m, { values, parameters }) => pbi(values, m, parameters.theta),
    source: {
      authors: "Zhang and Li",
      title: "MOEA/D: A Multiobjective Evolutionary Algorithm Based on Decomposition",
      year: 2007,
      url: "https://ieeexplore.ieee.org/document/4358754",
    },
  },
  DWA: {
    ...plain,
    remembers: true,
    title: "DWA",
    about: "Lets those components weigh more that fell less over the last two passes through the data.",
    formula: "w = m softmax(r/T) with r = mean of ℓᵢ over the last pass / over the one before; 1 in the first two",
    conflictFree: false,
    parameters: [
      { name: "temperature", about: "the larger, the more alike are the weights", default: 2, min: 1e-3, max: 1000 },
    ],
    needs: "values",
    weights: (m, context) => dwa(context.values, m, context),
    source: {
      authors: "Liu, Johns and Davison",
      title: "End-to-End Multi-Task Learning with Attention",
      year: 2019,
      url: "https://arxiv.org/abs/1803.10704",
    },
  },
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
} as const satisfies Readonly<Record<string, Aggregator>>;

export type AggregatorName = keyof typeof aggregators;

export const aggregatorNames = Object.keys(aggregators).filter(isAggregatorName);

export function isAggregatorName(name: string): name is AggregatorName {
  return Object.hasOwn(aggregators, name);
}

/** The record of one aggregator, as any of them. */
export const aggregatorOf = (name: AggregatorName): Aggregator => aggregators[name];

/** Whether the step never makes a component worse, with these parameters. */
export function isConflictFree(aggregator: Aggregator, parameters: Readonly<Record<string, number>>): boolean {
  const { conflictFree } = aggregator;
  return typeof conflictFree === "boolean" ? conflictFree : parameters[conflictFree.parameter] >= conflictFree.atLeast;
}

export function defaultParameters(aggregator: Aggregator): Readonly<Record<string, number>> {
  return Object.fromEntries(aggregator.parameters.map((parameter) => [parameter.name, parameter.default]));
}

function randomWeights(m: number, random: RandomSource): Float64Array {
  const draws = new Float32Array(m);
  random.normal(draws);
  const largest = draws.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(draws, (draw) => Math.exp(draw - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
