/**
 * @file The aggregators of Jacobian descent, after TorchJD: what becomes of m gradients when a loss has m components. Everything that knows
 * aggregators (the lane's choice, its words, validation, the tests) is derived from this registry.
 */
import { alignedMtl, config, imtlG } from "./balanced.ts";
import { cagrad } from "./cagrad.ts";
import type { AggregationContext, RandomSource } from "./context.ts";
import { gradDrop } from "./graddrop.ts";
import { mgda } from "./mgda.ts";
import { pcgrad } from "./pcgrad.ts";
import { dualProj, upgrad } from "./upgrad.ts";

/** A number of the aggregator's own. */
export interface AggregatorParameter {
  readonly name: string;
  /** What it does, in a few words. */
  readonly about: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
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
  readonly parameters: readonly AggregatorParameter[];
  readonly source: Source;
}

/** Needs inner products of gradients only: the step is Jᵀw, so one backward of the weighted loss takes it. G is [m, m]. */
export interface WeightedAggregator extends Description {
  readonly needs: "nothing" | "gramian";
  readonly weights: (gramian: Float64Array, m: number, context: AggregationContext) => Float64Array;
}

/** Looks at every parameter by itself: needs J, [m, n], and gives the step. */
export interface DirectAggregator extends Description {
  readonly needs: "jacobian";
  readonly direction: (jacobian: Float64Array, m: number, n: number, context: AggregationContext) => Float64Array;
}

export type Aggregator = WeightedAggregator | DirectAggregator;

const jacobianDescent: Source = {
  authors: "Quinton and Rey",
  title: "Jacobian Descent for Multi-Objective Optimization",
  year: 2024,
  url: "https://arxiv.org/abs/2406.16232",
};

const plain = { isRandom: false, parameters: [] } as const;

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
    about: "Shrinks all principal directions of the gradients to the least one's length, then averages.",
    formula: "w = √λₘᵢₙ V Λ^(−½) Vᵀ 1/m with G = V Λ Vᵀ",
    conflictFree: false,
    needs: "gramian",
    weights: alignedMtl,
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
    needs: "jacobian",
    direction: (jacobian, m, n, { random }) => gradDrop(jacobian, m, n, random),
    source: {
      authors: "Chen et al.",
      title: "Just Pick a Sign: Optimizing Deep Multitask Models with Gradient Sign Dropout",
      year: 2020,
      url: "https://arxiv.org/abs/2010.06808",
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
