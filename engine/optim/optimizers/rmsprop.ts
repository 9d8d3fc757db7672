/** @file torch.optim.RMSprop. */
import { kernels, update32 } from "../../kernels/launch.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Rule } from "../optimizer.ts";
import { eps, flag, momentum, weightDecay } from "../ranges.ts";
import { defineOptimizer, type Group } from "../record.ts";

const options = [
  {
    kind: "number",
    name: "alpha",
    about: "how slowly the average of the squared gradient forgets",
    default: 0.99,
    min: 0,
    max: 1,
    invalid: "alpha value",
  },
  eps(1e-8),
  weightDecay(0),
  momentum,
  flag("centered", "divides by the gradient's deviation, not by its size"),
] as const;

export const RMSprop = defineOptimizer({
  about: "Divides each gradient by the running size of its like.",
  formula: "v ← alpha v + (1 − alpha) g²; x ← x − lr g / (√v + eps); centered: √(v − ḡ²) in the place of √v",
  source: {
    authors: "Hinton, Srivastava and Swersky",
    title: "Neural Networks for Machine Learning, lecture 6",
    year: 2012,
    url: "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf",
  },
  isScaleFree: true,
  lr: 1e-2,
  options,
  rule,
});

function rule(group: Group<typeof options>): Rule {
  return {
    slots: 3,
    apply({ slots }, value, gradient) {
      const { lr, alpha, eps: least, weight_decay: decay, momentum: speed, centered } = group;
      if (value.dtype === "float32") {
        update32([value, ...slots], gradient, (n, g, p, square, mean, velocity) => {
          const [middle, buffer] = [centered ? mean : 0, speed > 0 ? velocity : 0];
          kernels.rmsprop(p, g, square, middle, buffer, n, lr, alpha, 1 - alpha, least, decay, speed);
        });
        return;
      }
      const [x, given] = [toContiguousData(value), toContiguousData(gradient)];
      const [square, mean, velocity] = slots.map(toContiguousData);
      for (let i = 0; i < x.length; i++) {
        const g = given[i] + decay * x[i];
        square[i] = alpha * square[i] + (1 - alpha) * g * g;
        if (centered) mean[i] = alpha * mean[i] + (1 - alpha) * g;
        const direction = g / (Math.sqrt(centered ? square[i] - mean[i] * mean[i] : square[i]) + least);
        if (speed > 0) velocity[i] = speed * velocity[i] + direction;
        x[i] -= lr * (speed > 0 ? velocity[i] : direction);
      }
    },
  };
}
