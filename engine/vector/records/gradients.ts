/** @file Aggregators of a step's gradients, which remember nothing. */
import { alignedMtl, config, imtlG } from "../balanced.ts";
import { cagrad } from "../cagrad.ts";
import { gradDrop } from "../graddrop.ts";
import { mgda } from "../mgda.ts";
import { pcgrad } from "../pcgrad.ts";
import { dualProj, upgrad } from "../upgrad.ts";
import { type Aggregators, plain, type Source } from "./aggregator.ts";

const jacobianDescent: Source = {
  authors: "Quinton and Rey",
  title: "Jacobian Descent for Multi-Objective Optimization",
  year: 2024,
  url: "https://arxiv.org/abs/2406.16232",
};

export const gradientAggregators = {
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
} as const satisfies Aggregators;
