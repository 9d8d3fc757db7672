/** @file What the page says of each aggregator. The fields and the keys are those of the registry `engine/vector/aggregators.ts`, which takes this file's place. */

import type { ChosenAggregator } from "../../engine/vector/handling.ts";

export interface AggregatorWords {
  readonly title: string;
  readonly about: string;
  readonly formula: string;
  /** Whether the step never makes a component worse, to first order; or from which value of a parameter on. */
  readonly conflictFree: boolean | { readonly parameter: string; readonly atLeast: number };
  readonly isRandom: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly about: string;
    readonly default: number;
    readonly min: number;
    readonly max: number;
  }[];
  readonly source: {
    readonly authors: string;
    readonly title: string;
    readonly year: number;
    readonly url: string;
  };
}

const plain = { isRandom: false, conflictFree: false, parameters: [] } as const;

const source = (authors: string, title: string, year: number, url: string) => ({ authors, title, year, url });

export const aggregators: Readonly<Record<ChosenAggregator | "Sum" | "Mean" | "Constant", AggregatorWords>> = {
  Sum: {
    ...plain,
    title: "Sum",
    about: "Adds the gradients up, as TensorFlow's tape and backward(ones) do.",
    formula: "w = 1",
    source: source(
      "TensorFlow",
      "Introduction to gradients and automatic differentiation",
      2020,
      "https://www.tensorflow.org/guide/autodiff",
    ),
  },
  Mean: {
    ...plain,
    title: "Mean",
    about: "Averages the gradients, as Keras and loss.mean() do.",
    formula: "w = 1/m",
    source: source("Keras", "Losses", 2015, "https://keras.io/api/losses/"),
  },
  Constant: {
    ...plain,
    title: "Weights",
    about: "Multiplies each component with a weight of your own, as backward(gradient) does.",
    formula: "w = c",
    source: source(
      "PyTorch",
      "torch.Tensor.backward",
      2017,
      "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html",
    ),
  },
  UPGrad: {
    ...plain,
    title: "UPGrad",
    about: "Turns each gradient just so far that it harms no component, then averages them.",
    formula: "w = Σᵢ vᵢ with vᵢ = argmin vᵀGv subject to v ≥ eᵢ/m",
    conflictFree: true,
    source: source(
      "Quinton and Rey",
      "Jacobian Descent for Multi-Objective Optimization",
      2024,
      "https://arxiv.org/abs/2406.16232",
    ),
  },
  MGDA: {
    ...plain,
    title: "MGDA",
    about: "Takes the shortest average of the gradients: it gains equally on every component that counts.",
    formula: "w = argmin wᵀGw subject to w ≥ 0, Σw = 1",
    conflictFree: true,
    source: source(
      "Désidéri",
      "Multiple-gradient descent algorithm (MGDA) for multiobjective optimization",
      2012,
      "https://doi.org/10.1016/j.crma.2012.03.014",
    ),
  },
  DualProj: {
    ...plain,
    title: "DualProj",
    about: "Averages the gradients, then turns the average just so far that it harms no component.",
    formula: "w = argmin vᵀGv subject to v ≥ 1/m",
    conflictFree: true,
    source: source(
      "Lopez-Paz and Ranzato",
      "Gradient Episodic Memory for Continual Learning",
      2017,
      "https://arxiv.org/abs/1706.08840",
    ),
  },
  PCGrad: {
    ...plain,
    isRandom: true,
    title: "PCGrad",
    about: "Takes from each gradient what points against another, the others in random order, then adds them up.",
    formula: "gᵢ ← gᵢ − min(0, gᵢ·gⱼ)/‖gⱼ‖² gⱼ for each j ≠ i, then Σᵢ gᵢ",
    source: source("Yu et al.", "Gradient Surgery for Multi-Task Learning", 2020, "https://arxiv.org/abs/2001.06782"),
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
    source: source(
      "Liu et al.",
      "Conflict-Averse Gradient Descent for Multi-task Learning",
      2021,
      "https://arxiv.org/abs/2110.14048",
    ),
  },
  IMTLG: {
    ...plain,
    title: "IMTL-G",
    about: "Weights the gradients so that the step goes equally far along each one's direction.",
    formula: "w = v/Σv with v = G⁺d, dᵢ = ‖gᵢ‖",
    source: source(
      "Liu et al.",
      "Towards Impartial Multi-task Learning",
      2021,
      "https://openreview.net/forum?id=IMPnRXEWpvr",
    ),
  },
  AlignedMTL: {
    ...plain,
    title: "Aligned-MTL",
    about: "Shrinks all principal directions of the gradients to the least one's length, then averages.",
    formula: "w = √λₘᵢₙ V Λ^(−½) Vᵀ 1/m with G = V Λ Vᵀ",
    source: source(
      "Senushkin et al.",
      "Independent Component Alignment for Multi-Task Learning",
      2023,
      "https://arxiv.org/abs/2305.19000",
    ),
  },
  ConFIG: {
    ...plain,
    title: "ConFIG",
    about: "Finds the direction at the same angle to all gradients, as long as their components along it together.",
    formula: "d = (Σᵢ gᵢ·u) u with u = U⁺1/‖U⁺1‖, where U has rows gᵢ/‖gᵢ‖",
    source: source(
      "Liu, Chu and Thuerey",
      "ConFIG: Towards Conflict-free Training of Physics Informed Neural Networks",
      2024,
      "https://arxiv.org/abs/2408.11104",
    ),
  },
  GradDrop: {
    ...plain,
    isRandom: true,
    title: "GradDrop",
    about: "Lets every parameter follow one sign only, drawn by how strongly its gradients agree on it.",
    formula: "P = ½(1 + Σg/Σ|g|); the positive gradients where P > U, the negative ones where P < U, U ~ U(0, 1)",
    source: source(
      "Chen et al.",
      "Just Pick a Sign: Optimizing Deep Multitask Models with Gradient Sign Dropout",
      2020,
      "https://arxiv.org/abs/2010.06808",
    ),
  },
  Random: {
    ...plain,
    isRandom: true,
    title: "Random",
    about: "Draws new positive weights at every step: the yardstick that anything cleverer has to beat.",
    formula: "w = softmax(N(0, 1))",
    source: source(
      "Lin et al.",
      "Reasonable Effectiveness of Random Weighting: A Litmus Test for Multi-Task Learning",
      2021,
      "https://arxiv.org/abs/2111.10603",
    ),
  },
};
