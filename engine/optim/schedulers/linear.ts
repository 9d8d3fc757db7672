/** @file torch.optim.lr_scheduler.LinearLR. */
import { stepsRange } from "../ranges.ts";
import { defineScheduler, pytorchDocs } from "./record.ts";

export const LinearLR = defineScheduler({
  title: "Linear",
  about: "Takes lr in a straight line from one share of it to another: a warm-up, or a falling off.",
  formula: "lr (start_factor + (end_factor − start_factor) min(t, total_iters) / total_iters)",
  source: pytorchDocs("LinearLR"),
  options: [
    {
      kind: "number",
      name: "start_factor",
      about: "the share of lr at the first step",
      default: 1 / 3,
      min: 1e-6,
      max: 1,
    },
    {
      kind: "number",
      name: "end_factor",
      about: "the share of lr from total_iters on",
      default: 1,
      min: 0,
      max: 1,
    },
    {
      kind: "number",
      name: "total_iters",
      about: "how many steps that takes",
      default: 5,
      ...stepsRange,
      isInteger: true,
    },
  ],
  refusal: ({ start_factor, end_factor }) => {
    if (!(start_factor > 0 && start_factor <= 1))
      return {
        rule: `start_factor is above 0 and at most 1, got ${start_factor}`,
        hint: "Give the optimiser the largest lr, and the scheduler shares of it.",
        pytorch: "Starting multiplicative factor expected to be greater than 0 and less or equal to 1.",
      };
    if (!(end_factor >= 0 && end_factor <= 1))
      return {
        rule: `end_factor is from 0 to 1, got ${end_factor}`,
        hint: "Give the optimiser the largest lr, and the scheduler shares of it.",
        pytorch: "Ending multiplicative factor expected to be between 0 and 1.",
      };
    return null;
  },
  next: ({ lr, step }, { start_factor: from, end_factor: to, total_iters: total }) => {
    if (step === 0) return lr * from;
    return step > total ? lr : lr * (1 + (to - from) / (total * from + (step - 1) * (to - from)));
  },
});
