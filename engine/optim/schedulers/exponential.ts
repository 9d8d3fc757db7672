/** @file torch.optim.lr_scheduler.ExponentialLR. */
import { defineScheduler, pytorchDocs } from "./record.ts";

export const ExponentialLR = defineScheduler({
  title: "Exponential",
  about: "Multiplies lr by gamma after every step.",
  formula: "lr gamma^t",
  source: pytorchDocs("ExponentialLR"),
  options: [
    {
      kind: "number",
      name: "gamma",
      about: "what lr is multiplied by; by itself so that a hundredth is left at the end",
      default: ({ steps }) => Number((0.01 ** (1 / steps)).toPrecision(4)),
      min: 0,
      max: 10,
    },
  ],
  next: ({ lr, step }, { gamma }) => (step === 0 ? lr : lr * gamma),
});
