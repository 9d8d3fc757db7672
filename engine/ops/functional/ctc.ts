/** @file Connectionist temporal classification: how likely a sequence of labels is, whatever steps it is spread over. */

import { doubles, isFloating } from "../../tensor/dtype.ts";
import { formatShape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { dataOf, Tensor } from "../../tensor/tensor.ts";
import { eq } from "../comparison/compare.ts";
import { squeeze, unsqueeze } from "../indexing/movement.ts";
import { where } from "../indexing/where.ts";
import { asTensor, defineOp, finish } from "../op.ts";
import { div, mul } from "../pointwise/arithmetic.ts";
import { clamp } from "../pointwise/clamp.ts";
import { onceOnly } from "../refused-gradient.ts";
import { refuse } from "./likelihood-errors.ts";
import { doc, type Reduction, reduced, reduction } from "./losses.ts";

type Lengths = Tensor | number | readonly number[];

const wholes = (value: Lengths): number[] => {
  const given: ArrayLike<number> = Tensor.isTensor(value)
    ? toContiguousData(value)
    : typeof value === "number"
      ? [value]
      : value;
  return Array.from(given, Number);
};

/** ln(eᵃ + eᵇ). */
function logAdd(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}

interface Sample {
  /** Of step t and class c. */
  at(t: number, c: number): number;
  readonly steps: number;
  /** With a blank before, between and behind. */
  readonly path: readonly number[];
}

/** Whether a path may come to its place s over the one before the last: no blank is needed between two labels that are not alike. */
const mayLeap = (path: readonly number[], s: number): boolean => s >= 2 && path[s] !== path[s - 2];

/** ln of what leads to place s of the path by step t, over all ways; forwards, or from the end backwards. */
function ways({ at, steps, path }: Sample, isBack: boolean): Float64Array {
  const width = path.length;
  const logs = doubles(steps * width).fill(Number.NEGATIVE_INFINITY);
  const [time, place] = isBack
    ? [(t: number) => steps - 1 - t, (s: number) => width - 1 - s]
    : [(t: number) => t, (s: number) => s];
  const turned = path.map((_, s) => path[place(s)]);
  for (let t = 0; t < steps; t++) {
    for (let s = 0; s < width; s++) {
      let from = Number.NEGATIVE_INFINITY;
      if (t === 0) from = s < 2 ? 0 : from;
      else {
        const before = (k: number): number => logs[time(t - 1) * width + place(k)];
        from = before(s);
        if (s >= 1) from = logAdd(from, before(s - 1));
        if (mayLeap(turned, s)) from = logAdd(from, before(s - 2));
      }
      logs[time(t) * width + place(s)] = from + at(time(t), turned[s]);
    }
  }
  return logs;
}

function checked(
  log_probs: Tensor,
  targets: Tensor,
  steps: readonly number[],
  sizes: readonly number[],
  blank: number,
) {
  const [most, batch, classes] = log_probs.shape;
  if (!isFloating(log_probs.dtype) || isFloating(targets.dtype))
    throw refuse(
      "RuntimeError",
      "ctc_loss",
      "dtype",
      `takes log probabilities that are floats and targets that are integers, got ${log_probs.dtype} and ${targets.dtype}`,
      "targets must be a Long or Int tensor",
    );
  if (blank < 0 || blank >= classes)
    throw refuse(
      "RuntimeError",
      "ctc_loss",
      "range",
      `blank must be one of ${classes} classes, got ${blank}`,
      "blank must be in label range",
    );
  for (const [lengths, what] of [
    [steps, "input_lengths"],
    [sizes, "target_lengths"],
  ] as const)
    if (lengths.length !== batch)
      throw refuse(
        "RuntimeError",
        "ctc_loss",
        "shape",
        `takes as many ${what} as samples (${batch}), got ${lengths.length}`,
        `${what} must be of size batch_size`,
        "One length for each sample: torch.full((N,), T).",
      );
  const [rows, least] =
    targets.shape.length === 2 ? [batch, Math.max(0, ...sizes)] : [sizes.reduce((a, b) => a + b, 0), 0];
  if (targets.shape[0] !== rows || (targets.shape.length === 2 && targets.shape[1] < least))
    throw refuse(
      "RuntimeError",
      "ctc_loss",
      "shape",
      `takes targets of ${targets.shape.length === 2 ? `[${rows}, at least ${least}]` : `as many labels as target_lengths say (${rows})`}, got ${formatShape(targets.shape)}`,
      targets.shape[0] !== rows
        ? `Expected tensor to have size ${rows} at dimension 0, but got size ${targets.shape[0]} for argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)`
        : `Expected tensor to have size at least ${least} at dimension 1, but got size ${targets.shape[1]} for argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)`,
    );
  const long = steps.find((length) => length > most);
  if (long !== undefined)
    throw refuse(
      "RuntimeError",
      "ctc_loss",
      "range",
      `input_lengths may be at most ${most}, got ${long}`,
      `Expected input_lengths to have value at most ${most}, but got value ${long} (while checking arguments for ctc_loss_allocate_outputs)`,
      "log_probs is [time, batch, classes].",
    );
}

export const ctc_loss = defineOp(
  {
    name: "ctc_loss",
    doc: doc(
      "ctc_loss",
      "−ln of the probability of a sequence of labels, over all ways to spread it over the steps, with blanks and repetitions.",
      "−ln Σ over paths that shorten to the target of Π_t p_t(path_t); mean divides each by its target's length first",
      {
        shape:
          "log_probs [T, N, C] or [T, C], targets [N, S] or all of them one after the other; [] unless reduction is none",
        domain:
          "log_probs of log_softmax: the gradient, as PyTorch's, is that of the logits before it; ∞ where the steps are too few",
        example: "F.ctc_loss(torch.randn(6, 1, 3).log_softmax(2), torch.tensor([[1, 2]]), [6], [2])",
        jax: "optax.ctc_loss(logits, logit_paddings, labels, label_paddings)",
      },
    ),
    params: [
      { name: "log_probs", kind: "tensor" },
      { name: "targets", kind: "tensor" },
      { name: "input_lengths", kind: "data" },
      { name: "target_lengths", kind: "data" },
      { name: "blank", kind: "dim", default: 0 },
      reduction,
      { name: "zero_infinity", kind: "bool", default: false },
    ],
    places: ["F"],
    samples: [],
  },
  (op) =>
    (
      log_probs: Tensor,
      targets: Tensor,
      input_lengths: Lengths,
      target_lengths: Lengths,
      blank = 0,
      how: Reduction = "mean",
      zero_infinity = false,
    ): Tensor => {
      if (log_probs.shape.length === 2) {
        const one = ctc_loss(
          unsqueeze(log_probs, 1),
          targets,
          input_lengths,
          target_lengths,
          blank,
          how,
          zero_infinity,
        );
        return how === "none" ? squeeze(one, 0) : one;
      }
      const [steps, sizes] = [wholes(input_lengths), wholes(target_lengths)];
      checked(log_probs, targets, steps, sizes, blank);
      const [, batch, classes] = log_probs.shape;
      const [values, labels] = [toContiguousData(log_probs), toContiguousData(targets)];
      const starts = sizes.map((_, n) =>
        targets.shape.length === 2 ? n * targets.shape[1] : sizes.slice(0, n).reduce((a, b) => a + b, 0),
      );
      const samples = sizes.map((size, n): Sample => {
        const own = Array.from({ length: size }, (_, i) => Number(labels[starts[n] + i]));
        return {
          at: (t, c) => values[(t * batch + n) * classes + c],
          steps: steps[n],
          path: [blank, ...own.flatMap((label) => [label, blank])],
        };
      });
      const forward = samples.map((sample) => ways(sample, false));
      const losses = Float64Array.from(samples, ({ steps: count, path }, n) => {
        if (count === 0) return path.length === 1 ? 0 : Number.POSITIVE_INFINITY;
        const last = (count - 1) * path.length + path.length - 1;
        return -(path.length === 1 ? forward[n][last] : logAdd(forward[n][last], forward[n][last - 1]));
      });
      const output = Tensor.zeros([batch], log_probs.dtype);
      dataOf(output).set(losses);

      const slope = (): Tensor => {
        const gradient = doubles(values.length);
        samples.forEach((sample, n) => {
          const { at, path, steps: length } = sample;
          const [back, count] = [ways(sample, true), path.length];
          if (zero_infinity && losses[n] === Number.POSITIVE_INFINITY) return;
          for (let t = 0; t < length; t++) {
            const through = doubles(classes).fill(Number.NEGATIVE_INFINITY);
            for (let s = 0; s < count; s++) {
              const both = forward[n][t * count + s] + back[t * count + s];
              through[path[s]] = logAdd(through[path[s]], both);
            }
            for (let c = 0; c < classes; c++)
              gradient[(t * batch + n) * classes + c] =
                Math.exp(at(t, c)) - Math.exp(through[c] + losses[n] - at(t, c));
          }
        });
        const result = Tensor.zeros(log_probs.shape, log_probs.dtype);
        dataOf(result).set(gradient);
        return result;
      };
      const loss = finish(op, [log_probs], output, (grad) =>
        onceOnly("_ctc_loss_backward", log_probs, mul(slope(), unsqueeze(unsqueeze(grad, 0), 2))),
      );
      const kept = zero_infinity ? where(eq(loss, Number.POSITIVE_INFINITY), 0, loss) : loss;
      if (how !== "mean") return reduced("ctc_loss", kept, how);
      return reduced("ctc_loss", div(kept, clamp(asTensor(lengthsOf(sizes), log_probs.dtype), 1)), "mean");
    },
);

const lengthsOf = (sizes: readonly number[]): Tensor => Tensor.of(Float64Array.from(sizes), [sizes.length], "int64");
