/** @file torch.optim.Adam and AdamW, which differ in where weight decay goes. */
import { kernels, update32 } from "../../kernels/launch.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Rule } from "../optimizer.ts";
import { betas, eps, flag, weightDecay } from "../ranges.ts";
import { defineOptimizer, type Group } from "../record.ts";

const amsgrad = flag("amsgrad", "divides by the largest average so far");

const options = [betas, eps(1e-8), weightDecay(0), amsgrad] as const;

export const Adam = defineOptimizer({
  about: "Divides a running average of gradients by their running size, so that every parameter steps about lr.",
  formula: "m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; x ← x − lr m̂ / (√v̂ + eps)",
  source: {
    authors: "Kingma and Ba",
    title: "Adam: A Method for Stochastic Optimization",
    year: 2014,
    url: "https://arxiv.org/abs/1412.6980",
  },
  isScaleFree: true,
  lr: 1e-3,
  options,
  rule: (group) => adamLike(group, false),
});

export const AdamW = defineOptimizer({
  about: "Adam, with weight decay as a shrinking of its own instead of a part of the gradient.",
  formula: "x ← (1 − lr weight_decay) x, then Adam's step",
  source: {
    authors: "Loshchilov and Hutter",
    title: "Decoupled Weight Decay Regularization",
    year: 2017,
    url: "https://arxiv.org/abs/1711.05101",
  },
  isScaleFree: true,
  lr: 1e-3,
  options: [betas, eps(1e-8), { ...weightDecay(0.01), isMain: true }, amsgrad],
  rule: (group) => adamLike(group, true),
});

/** Moments are corrected for their start at zero. */
function adamLike(group: Group<typeof options>, isDecoupled: boolean): Rule {
  return {
    slots: group.amsgrad ? 3 : 2,
    apply({ step, slots }, value, gradient) {
      // Read at every step: a scheduler may have changed them.
      const { lr, eps: least, weight_decay: decay } = group;
      const [beta1, beta2] = group.betas;
      const correction1 = 1 - beta1 ** step;
      const root2 = Math.sqrt(1 - beta2 ** step);
      const hasLargest = slots.length > 2;
      if (value.dtype === "float32") {
        const [l2, factor, stepSize] = [isDecoupled ? 0 : decay, isDecoupled ? 1 - lr * decay : 1, lr / correction1];
        const [rest1, rest2] = [1 - beta1, 1 - beta2];
        update32([value, ...slots], gradient, (n, g, x, m, v, largest) => {
          if (hasLargest)
            kernels.amsgrad(x, g, m, v, largest, n, beta1, rest1, beta2, rest2, stepSize, root2, least, l2, factor);
          else kernels.adam(x, g, m, v, n, beta1, rest1, beta2, rest2, stepSize, root2, least, l2, factor);
        });
        return;
      }
      const [x, given] = [toContiguousData(value), toContiguousData(gradient)];
      const [first, second] = [toContiguousData(slots[0]), toContiguousData(slots[1])];
      const largest = hasLargest ? toContiguousData(slots[2]) : second;
      for (let i = 0; i < x.length; i++) {
        if (isDecoupled) x[i] *= 1 - lr * decay;
        const g = isDecoupled ? given[i] : given[i] + decay * x[i];
        first[i] = beta1 * first[i] + (1 - beta1) * g;
        second[i] = beta2 * second[i] + (1 - beta2) * g * g;
        if (hasLargest && second[i] > largest[i]) largest[i] = second[i];
        x[i] -= ((lr / correction1) * first[i]) / (Math.sqrt(largest[i]) / root2 + least);
      }
    },
  };
}
