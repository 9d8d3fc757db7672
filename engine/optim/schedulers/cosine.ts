/** @file torch.optim.lr_scheduler.CosineAnnealingLR. */
import { cosine } from "../cosine.ts";
import { lrRange, stepsRange } from "../ranges.ts";
import { defineScheduler } from "./record.ts";

export const CosineAnnealingLR = defineScheduler({
  title: "Cosine",
  about: "Lets lr fall to eta_min along half a cosine, and rise again where the run is longer than T_max.",
  formula: "eta_min + ½ (lr − eta_min) (1 + cos(π t / T_max))",
  source: {
    authors: "Loshchilov and Hutter",
    title: "SGDR: Stochastic Gradient Descent with Warm Restarts",
    year: 2016,
    url: "https://arxiv.org/abs/1608.03983",
  },
  options: [
    {
      kind: "number",
      name: "T_max",
      about: "the step at which lr is lowest",
      default: ({ steps }) => steps,
      ...stepsRange,
      isInteger: true,
    },
    { kind: "number", name: "eta_min", about: "the lowest lr", default: 0, min: 0, max: lrRange.max },
  ],
  next: ({ lr, base, step }, { T_max, eta_min }) => {
    if (step === 0) return lr;
    if ((step - 1 - T_max) % (2 * T_max) === 0) return lr + ((base - eta_min) * (1 - cosine(Math.PI / T_max))) / 2;
    return (
      ((1 + cosine((Math.PI * step) / T_max)) / (1 + cosine((Math.PI * (step - 1)) / T_max))) * (lr - eta_min) + eta_min
    );
  },
});
