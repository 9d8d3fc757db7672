/** @file Layers that shift and scale to mean 0 and variance 1: over the batch, over each sample, over groups of channels. */
import { EngineError } from "../../tensor/errors.ts";
import { isGradEnabled, withGradMode } from "../../tensor/grad-mode.ts";
import { formatShape, numelOf } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { overwrite } from "../in-place.ts";
import { reshape } from "../indexing/movement.ts";
import { label } from "../node-name.ts";
import { defineOp, type OpDoc, type Param } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { sqrt } from "../pointwise/unary.ts";
import { mean, variance } from "../reduction/reduction.ts";

const input: Param = { name: "input", kind: "tensor" };
const weight: Param = { name: "weight", kind: "tensor", default: null };
const bias: Param = { name: "bias", kind: "tensor", default: null };
const eps: Param = { name: "eps", kind: "number", default: 1e-5 };
const momentum: Param = { name: "momentum", kind: "number", default: 0.1 };

const doc = (summary: string, shape: string, example: string): OpDoc => ({
  summary,
  formula: "(x - mean)/√(var + eps) · weight + bias",
  shape,
  example,
  jax: null,
  numpy: null,
});

/** One number for each channel, in a shape that broadcasts. */
const channels = (x: Tensor, rank: number): Tensor =>
  reshape(x, [1, -1, ...new Array<number>(Math.max(0, rank - 2)).fill(1)]);

function normalised(x: Tensor, dims: readonly number[], tiny: number): Tensor {
  const centred = sub(x, mean(x, dims, true));
  return div(centred, sqrt(add(variance(x, dims, false, true), tiny)));
}

function scaled(x: Tensor, w: Tensor | null, b: Tensor | null): Tensor {
  const weighted = w === null ? x : mul(x, channels(w, x.shape.length));
  return b === null ? weighted : add(weighted, channels(b, x.shape.length));
}

/** running ← (1 - momentum) running + momentum · seen */
function follow(running: Tensor, seen: Tensor, share: number): void {
  withGradMode(false, () =>
    overwrite("copy_", running, (before) => add(mul(before, 1 - share), mul(reshape(seen, running.shape), share))),
  );
}

function refuse(op: string, type: "ValueError" | "RuntimeError", message: string, pytorch: string): never {
  throw new EngineError({ type, code: "shape", op, message: `${op}: ${message}`, pytorch });
}

export const batch_norm = defineOp(
  {
    name: "batch_norm",
    doc: {
      ...doc(
        "Every channel shifted and scaled to mean 0 and variance 1 over the batch; out of training, by running means and variances.",
        "[n, c] or [n, c, …], same as input; everything else [c]",
        "F.batch_norm(predictions, null, null, null, null, true)",
      ),
      domain: "more than one value for each channel in training",
    },
    params: [
      input,
      { name: "running_mean", kind: "tensor", default: null },
      { name: "running_var", kind: "tensor", default: null },
      weight,
      bias,
      { name: "training", kind: "bool", default: false },
      momentum,
      eps,
    ],
    places: ["F"],
    samples: [],
  },
  () =>
    (
      x: Tensor,
      runningMean: Tensor | null = null,
      runningVar: Tensor | null = null,
      w: Tensor | null = null,
      b: Tensor | null = null,
      training = false,
      share = 0.1,
      tiny = 1e-5,
    ): Tensor => {
      const rank = x.shape.length;
      if (!training) {
        if (runningMean === null || runningVar === null)
          return refuse(
            "batch_norm",
            "RuntimeError",
            "needs running_mean and running_var out of training",
            "Expected running_mean and running_var to be defined when training=False",
          );
        const centred = sub(x, channels(runningMean, rank));
        return named(
          scaled(div(centred, sqrt(add(channels(runningVar, rank), tiny))), w, b),
          "NativeBatchNormBackward0",
        );
      }
      const dims = x.shape.flatMap((_, d) => (d === 1 ? [] : [d]));
      const count = numelOf(dims.map((d) => x.shape[d]));
      if (count === 1)
        return refuse(
          "batch_norm",
          "ValueError",
          `needs more than one value for each channel in training, got an input of shape ${formatShape(x.shape)}`,
          `Expected more than 1 value per channel when training, got input size torch.Size(${formatShape(x.shape)})`,
        );
      if (runningMean !== null) follow(runningMean, mean(x, dims), share);
      if (runningVar !== null) follow(runningVar, variance(x, dims, true), share);
      return named(scaled(normalised(x, dims, tiny), w, b), "NativeBatchNormBackward0");
    },
);

export const instance_norm = defineOp(
  {
    name: "instance_norm",
    doc: doc(
      "Every channel of every sample shifted and scaled to mean 0 and variance 1.",
      "[n, c, l] or [n, c, h, w], same as input; weight and bias [c]",
      "F.instance_norm(torch.randn([2, 3, 4]))",
    ),
    params: [
      input,
      { name: "running_mean", kind: "tensor", default: null },
      { name: "running_var", kind: "tensor", default: null },
      weight,
      bias,
      { name: "use_input_stats", kind: "bool", default: true },
      momentum,
      eps,
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 2, 4]] }],
  },
  () =>
    (
      x: Tensor,
      runningMean: Tensor | null = null,
      runningVar: Tensor | null = null,
      w: Tensor | null = null,
      b: Tensor | null = null,
      fromInput = true,
      share = 0.1,
      tiny = 1e-5,
    ): Tensor => {
      if (!fromInput) return batch_norm(x, runningMean, runningVar, w, b, false, share, tiny);
      const dims = x.shape.flatMap((_, d) => (d < 2 ? [] : [d]));
      if (runningMean !== null) follow(runningMean, mean(mean(x, dims), [0]), share);
      if (runningVar !== null) follow(runningVar, mean(variance(x, dims, true), [0]), share);
      return scaled(normalised(x, dims, tiny), w, b);
    },
);

export const group_norm = defineOp(
  {
    name: "group_norm",
    doc: doc(
      "Groups of channels of every sample shifted and scaled to mean 0 and variance 1.",
      "[n, c, …], same as input; weight and bias [c]",
      "F.group_norm(torch.randn([2, 4, 3]), 2)",
    ),
    params: [input, { name: "num_groups", kind: "dim" }, weight, bias, eps],
    places: ["F"],
    samples: [{ shapes: [[2, 4, 3]], args: [2] }],
  },
  () =>
    (x: Tensor, groups: number, w: Tensor | null = null, b: Tensor | null = null, tiny = 1e-5): Tensor => {
      const [n, c] = x.shape;
      if (c % groups !== 0)
        return refuse(
          "group_norm",
          "RuntimeError",
          `the channels must split into ${groups} groups, got ${c}`,
          `Expected number of channels in input to be divisible by num_groups, but got input of shape ${formatShape(x.shape)} and num_groups=${groups}`,
        );
      const grouped = reshape(x, [n, groups, -1]);
      return named(scaled(reshape(normalised(grouped, [2], tiny), x.shape), w, b), "NativeGroupNormBackward0");
    },
);

function named(x: Tensor, name: string): Tensor {
  if (isGradEnabled()) label(x, name);
  return x;
}
