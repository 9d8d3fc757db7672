/** @file Random choices: which elements, which classes, which are dropped. */
import type { AnyGenerator } from "../ops/any-generator.ts";
import { overwrite } from "../ops/in-place.ts";
import { defineOp, finish, type Param } from "../ops/op.ts";
import { mul } from "../ops/pointwise/arithmetic.ts";
import { isFloating, pytorchTypes } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { bernoulliOf } from "./fills.ts";
import { defaultGenerator, type Generator } from "./generator.ts";
import { drawnLike } from "./memory-order.ts";
import { doc, generator, refuse } from "./op-parts.ts";
import { TorchGenerator } from "./torch-generator.ts";

const input: Param = { name: "input", kind: "tensor" };

export const bernoulli = defineOp(
  {
    name: "bernoulli",
    places: ["torch", "method"],
    gradient: "zero",
    samples: [],
    doc: doc(
      "1 with the probability that each element gives, else 0; with p, the same probability for all.",
      "P(y = 1) = x",
      "torch.bernoulli(torch.full([64, 1], 0.3))",
      "same as input",
    ),
    params: [input, { name: "p", kind: "number", default: null }, generator],
  },
  (op) =>
    (x: Tensor, p: number | null = null, given: AnyGenerator | null = null): Tensor => {
      const source = TorchGenerator.sourceOf(given);
      // Row by row, however x lies in memory.
      const drawn = Tensor.zeros(x.shape, x.dtype);
      if (p === null) bernoulliOf("bernoulli", drawn, x, source, dataOf(drawn));
      else {
        if (!(p >= 0 && p <= 1))
          refuse(
            "bernoulli",
            `p must be from 0 to 1, got ${p}`,
            `bernoulli_ expects p to be in [0, 1], but got p=${p}`,
          );
        source.bernoulli(dataOf(drawn), () => p, true);
      }
      return finish(op, [x], drawn, () => Tensor.zeros(x.shape, x.dtype));
    },
);

export const multinomial = defineOp(
  {
    name: "multinomial",
    places: ["torch", "method"],
    gradient: "none",
    samples: [],
    doc: doc(
      "Indices of classes, drawn from each row with probabilities in proportion to its weights.",
      "P(y = j) = x_j / Σ x",
      "torch.multinomial(torch.tensor([0.1, 0.3, 0.6]), 2)",
      "[classes] → [num_samples], [rows, classes] → [rows, num_samples]",
    ),
    params: [
      input,
      { name: "num_samples", kind: "dim" },
      { name: "replacement", kind: "bool", default: false },
      generator,
    ],
  },
  () =>
    (weights: Tensor, count: number, withReplacement = false, given: AnyGenerator | null = null): Tensor => {
      const { shape } = weights;
      const classes = shape[shape.length - 1];
      checkMultinomial(weights, count, withReplacement);
      const rows = toContiguousData(weights);
      const source = TorchGenerator.sourceOf(given);
      const rowCount = shape.length === 2 ? shape[0] : 1;
      const chosen = new Float64Array(rowCount * count);
      if (!withReplacement || count === 1) {
        // The classes whose exponential waiting times, shortened by their weights, end first.
        const round = weights.dtype === "float32" ? Math.fround : (x: number) => x;
        const waits = toContiguousData(
          drawnLike(weights, weights.dtype, (out) => {
            if (!(out instanceof Uint8Array)) source.exponential(out);
          }),
        );
        const odds = Float64Array.from(rows, (weight, i) => round(weight / waits[i]));
        for (let row = 0; row < rowCount; row++) {
          const at = row * classes;
          const order = Array.from({ length: classes }, (_, i) => i).sort((a, b) => odds[at + b] - odds[at + a]);
          for (let j = 0; j < count; j++) chosen[row * count + j] = order[j];
        }
      } else for (let row = 0; row < rowCount; row++) replaced(weights, rows, row, classes, count, source, chosen);
      return Tensor.of(chosen, shape.length === 2 ? [rowCount, count] : [count], "int64");
    },
);

/** One row's draws with replacement: the first class at which the weights up to it, summed in their own dtype, reach a uniform number. */
function replaced(
  weights: Tensor,
  rows: ArrayLike<number>,
  row: number,
  classes: number,
  count: number,
  source: Generator,
  chosen: Float64Array,
): void {
  const upTo = weights.dtype === "float32" ? new Float32Array(classes) : new Float64Array(classes);
  let last = 0;
  for (let j = 0; j < classes; j++) {
    upTo[j] = last + rows[row * classes + j];
    last = upTo[j];
  }
  for (let j = 0; j < classes; j++) upTo[j] /= last;
  upTo[classes - 1] = 1;
  const draw = new Float64Array(1);
  for (let sample = 0; sample < count; sample++) {
    source.uniform(draw);
    let [low, high] = [0, classes];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] < draw[0]) low = middle + 1;
      else high = middle;
    }
    chosen[row * count + sample] = low;
  }
}

function checkMultinomial(weights: Tensor, count: number, withReplacement: boolean): void {
  const { shape, dtype } = weights;
  const op = "multinomial";
  if (!isFloating(dtype))
    throw new EngineError({
      type: "RuntimeError",
      code: "dtype",
      op,
      message: `${op}: weights are floating point numbers, got ${dtype}`,
      hint: "Convert them: weights.float().",
      pytorch: `multinomial only supports floating-point dtypes for input, got: ${pytorchTypes[dtype]}`,
    });
  if (shape.length !== 1 && shape.length !== 2)
    refuse(op, `takes weights of 1 or 2 dims, got ${shape.length}`, "prob_dist must be 1 or 2 dim");
  if (!(count > 0)) refuse(op, `draws at least one sample, got ${count}`, "cannot sample n_sample <= 0 samples");
  const classes = shape[shape.length - 1];
  if (!withReplacement && count > classes)
    refuse(
      op,
      `has ${classes} classes for ${count} samples without replacement`,
      "cannot sample n_sample > prob_dist.size(-1) samples without replacement",
      "Draw fewer, or with replacement.",
    );
  const rows = toContiguousData(weights);
  if (rows.some((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY)))
    refuse(
      op,
      "weights must be finite and not negative",
      "probability tensor contains either `inf`, `nan` or element < 0",
    );
  for (let row = 0; row * classes < rows.length; row++)
    if (!rows.subarray(row * classes, (row + 1) * classes).some((weight) => weight > 0))
      refuse(op, "each row needs a weight above 0", "invalid multinomial distribution (sum of probabilities <= 0)");
}

export const dropout = defineOp(
  {
    name: "dropout",
    places: ["torch", "F"],
    samples: [],
    doc: doc(
      "Zeros with probability p, the others divided by 1 - p; without training the input itself.",
      "y = x · m / (1 - p), P(m = 0) = p",
      "F.dropout(predictions, 0.2)",
      "same as input",
    ),
    params: [
      input,
      { name: "p", kind: "number", default: 0.5 },
      { name: "training", kind: "bool", default: true },
      { name: "inplace", kind: "bool", default: false },
    ],
  },
  () =>
    (x: Tensor, p = 0.5, training = true, inPlace = false): Tensor => {
      if (!(p >= 0 && p <= 1))
        throw new EngineError({
          type: "ValueError",
          code: "dropout",
          op: "dropout",
          message: `dropout: p must be from 0 to 1, got ${p}`,
          pytorch: `dropout probability has to be between 0 and 1, but got ${p}`,
        });
      if (!training || p === 0 || numelOf(x.shape) === 0) return x;
      const mask = p === 1 ? Tensor.zeros([], x.dtype) : kept(x, 1 - p);
      return inPlace ? overwrite("dropout_", x, (before) => mul(before, mask)) : mul(x, mask);
    },
);

/** 1/share with probability `share`, else 0. */
function kept(x: Tensor, share: number): Tensor {
  if (!isFloating(x.dtype))
    throw new EngineError({
      type: "RuntimeError",
      code: "dtype",
      op: "dropout",
      message: `dropout: takes floating point tensors, got ${x.dtype}`,
      hint: "Convert first: x.float().",
      pytorch: `result type Float can't be cast to the desired output type ${pytorchTypes[x.dtype]}`,
    });
  const scale = (out: { [i: number]: number; readonly length: number }) => {
    for (let i = 0; i < out.length; i++) out[i] /= share;
  };
  if (!x.isContiguous)
    return drawnLike(x, x.dtype, (out) => {
      defaultGenerator.bernoulli(out, () => share, true);
      scale(out);
    });
  const mask = Tensor.zeros(x.shape, x.dtype);
  defaultGenerator.bernoulli(dataOf(mask), () => share, true);
  scale(dataOf(mask));
  return mask;
}
