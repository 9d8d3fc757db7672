/** @file torch.optim.NAdam. */
import { kernels, update32 } from "../../kernels/launch.ts";
import { defaultDType } from "../../tensor/dtype.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Rule } from "../optimizer.ts";
import { betas, eps, flag, weightDecay } from "../ranges.ts";
import { defineOptimizer, type Group } from "../record.ts";

const options = [
  betas,
  eps(1e-8),
  weightDecay(0),
  {
    kind: "number",
    name: "momentum_decay",
    about: "how slowly β₁ warms up to its value",
    default: 4e-3,
    min: 0,
    max: 1,
    invalid: "momentum_decay value",
  },
  flag("decoupled_weight_decay", "shrinks parameters as AdamW does"),
] as const;

export const NAdam = defineOptimizer({
  about: "Adam that looks ahead along its momentum, as Nesterov does.",
  formula:
    "μₜ = β₁ (1 − ½ 0.96^(t momentum_decay)); x ← x − lr [μₜ₊₁ m / (1 − Πμ·μₜ₊₁) + (1 − μₜ) g / (1 − Πμ)] / (√v̂ + eps)",
  source: {
    authors: "Dozat",
    title: "Incorporating Nesterov Momentum into Adam",
    year: 2016,
    url: "https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ",
  },
  isScaleFree: true,
  lr: 2e-3,
  options,
  rule,
});

function rule(group: Group<typeof options>): Rule {
  return {
    slots: 2,
    /** The product of all μ, which PyTorch holds in a tensor of the default dtype. */
    numbers: [1],
    apply({ step, slots, numbers }, value, gradient) {
      const { lr, eps: least, weight_decay: decay, momentum_decay, decoupled_weight_decay: isDecoupled } = group;
      const [beta1, beta2] = group.betas;
      const mu = beta1 * (1 - 0.5 * 0.96 ** (step * momentum_decay));
      const next = beta1 * (1 - 0.5 * 0.96 ** ((step + 1) * momentum_decay));
      const product = defaultDType() === "float32" ? Math.fround(numbers[0] * Math.fround(mu)) : numbers[0] * mu;
      numbers[0] = product;
      const ofGradient = (-lr * (1 - mu)) / (1 - product);
      const ofMoment = (-lr * next) / (1 - product * next);
      const correction2 = 1 - beta2 ** step;
      if (value.dtype === "float32") {
        const [l2, factor] = [isDecoupled ? 0 : decay, isDecoupled ? 1 - lr * decay : 1];
        const [rest1, rest2] = [1 - beta1, 1 - beta2];
        update32([value, ...slots], gradient, (n, g, x, m, v) =>
          kernels.nadam(
            x,
            g,
            m,
            v,
            n,
            beta1,
            rest1,
            beta2,
            rest2,
            ofGradient,
            ofMoment,
            correction2,
            least,
            l2,
            factor,
          ),
        );
        return;
      }
      const [x, given] = [toContiguousData(value), toContiguousData(gradient)];
      const [first, second] = [toContiguousData(slots[0]), toContiguousData(slots[1])];
      for (let i = 0; i < x.length; i++) {
        if (isDecoupled) x[i] *= 1 - lr * decay;
        const g = isDecoupled ? given[i] : given[i] + decay * x[i];
        first[i] = beta1 * first[i] + (1 - beta1) * g;
        second[i] = beta2 * second[i] + (1 - beta2) * g * g;
        const spread = Math.sqrt(second[i] / correction2) + least;
        x[i] += (ofGradient * g) / spread + (ofMoment * first[i]) / spread;
      }
    },
  };
}
