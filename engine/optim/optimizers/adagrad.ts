/** @file torch.optim.Adagrad. */
import { kernels, update32 } from "../../kernels/launch.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Rule } from "../optimizer.ts";
import { eps, weightDecay } from "../ranges.ts";
import { defineOptimizer, type Group } from "../record.ts";

const options = [
  {
    kind: "number",
    name: "lr_decay",
    about: "how fast lr falls: lr / (1 + lr_decay t)",
    default: 0,
    min: 0,
    max: 100,
    invalid: "lr_decay value",
  },
  weightDecay(0),
  {
    kind: "number",
    name: "initial_accumulator_value",
    about: "what the sum of squares begins with",
    default: 0,
    min: 0,
    max: 1e6,
    invalid: "initial_accumulator_value",
  },
  eps(1e-10),
] as const;

export const Adagrad = defineOptimizer({
  about: "Divides each gradient by the size of all before it: steps only ever get shorter.",
  formula: "s ← s + g²; x ← x − lr / (1 + lr_decay t) · g / (√s + eps), t counted from 0",
  source: {
    authors: "Duchi, Hazan and Singer",
    title: "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
    year: 2011,
    url: "https://jmlr.org/papers/v12/duchi11a.html",
  },
  isScaleFree: true,
  lr: 1e-2,
  options,
  rule,
});

function rule(group: Group<typeof options>): Rule {
  return {
    slots: 1,
    start: group.initial_accumulator_value,
    apply({ step, slots }, value, gradient) {
      const { lr, lr_decay, weight_decay: decay, eps: least } = group;
      const rate = lr / (1 + (step - 1) * lr_decay);
      if (value.dtype === "float32") {
        update32([value, ...slots], gradient, (n, g, p, sum) => kernels.adagrad(p, g, sum, n, rate, least, decay));
        return;
      }
      const [x, given] = [toContiguousData(value), toContiguousData(gradient)];
      const sum = toContiguousData(slots[0]);
      for (let i = 0; i < x.length; i++) {
        const g = given[i] + decay * x[i];
        sum[i] += g * g;
        x[i] -= (rate * g) / (Math.sqrt(sum[i]) + least);
      }
    },
  };
}
