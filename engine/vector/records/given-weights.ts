/** @file Weights that look at no gradient. */
import { type Aggregators, plain } from "./aggregator.ts";

export const givenWeights = {
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
} as const satisfies Aggregators;
