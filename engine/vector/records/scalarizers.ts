/** @file Functions of the components that are one number. */
import { cosmos, dwa, geometricMean, pbi, stch } from "../scalarizers.ts";
import { type Aggregators, plain } from "./aggregator.ts";

export const scalarizers = {
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
} as const satisfies Aggregators;
