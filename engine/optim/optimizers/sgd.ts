/** @file torch.optim.SGD. */
import { kernels, update32 } from "../../kernels/launch.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Rule } from "../optimizer.ts";
import { flag, momentum, weightDecay } from "../ranges.ts";
import { defineOptimizer, type Group } from "../record.ts";

const options = [
  momentum,
  {
    kind: "number",
    name: "dampening",
    about: "how much of the gradient the momentum leaves out",
    default: 0,
    min: 0,
    max: 1,
  },
  weightDecay(0),
  flag("nesterov", "looks ahead along the momentum"),
] as const;

export const SGD = defineOptimizer({
  about: "Steps down the gradient; with momentum, down a running sum of gradients.",
  formula: "v ← momentum v + (1 − dampening) g, the first v being g; x ← x − lr v",
  source: {
    authors: "Sutskever et al.",
    title: "On the importance of initialization and momentum in deep learning",
    year: 2013,
    url: "https://proceedings.mlr.press/v28/sutskever13.html",
  },
  isScaleFree: false,
  lr: 1e-3,
  options,
  refusal: ({ nesterov, momentum: speed, dampening }) =>
    nesterov && (speed <= 0 || dampening !== 0)
      ? {
          rule: `nesterov needs momentum above 0 and dampening 0, got momentum ${speed}, dampening ${dampening}`,
          hint: "Set momentum, 0.9 say, and dampening to 0.",
          pytorch: "Nesterov momentum requires a momentum and zero dampening",
        }
      : null,
  rule,
});

function rule(group: Group<typeof options>): Rule {
  return {
    slots: 1,
    /** Whether there is a velocity yet: a scheduler or a script may bring momentum in later. */
    numbers: [0],
    apply({ slots, numbers }, value, gradient) {
      const { lr, momentum: speed, dampening, weight_decay: decay, nesterov } = group;
      const isFirst = numbers[0] === 0;
      const hasVelocity = Number(speed) !== 0;
      if (hasVelocity) numbers[0] = 1;
      if (value.dtype === "float32") {
        update32(hasVelocity ? [value, ...slots] : [value], gradient, (n, g, x, v) => {
          kernels.sgd(x, g, v ?? 0, n, lr, speed, 1 - dampening, decay, nesterov ? 1 : 0, isFirst ? 1 : 0);
        });
        return;
      }
      const [x, g] = [toContiguousData(value), toContiguousData(gradient)];
      const velocity = hasVelocity ? toContiguousData(slots[0]) : null;
      for (let i = 0; i < x.length; i++) {
        let direction = g[i] + decay * x[i];
        if (velocity !== null) {
          velocity[i] = isFirst ? direction : speed * velocity[i] + (1 - dampening) * direction;
          direction = nesterov ? direction + speed * velocity[i] : velocity[i];
        }
        x[i] -= lr * direction;
      }
    },
  };
}
