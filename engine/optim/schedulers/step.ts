/** @file torch.optim.lr_scheduler.StepLR. */
import { stepsRange } from "../ranges.ts";
import { defineScheduler, pytorchDocs } from "./record.ts";

export const StepLR = defineScheduler({
  title: "Step",
  about: "Multiplies lr by gamma once every step_size steps.",
  formula: "lr gamma^⌊t / step_size⌋",
  source: pytorchDocs("StepLR"),
  options: [
    {
      kind: "number",
      name: "step_size",
      about: "how many steps lr stays as it is",
      default: ({ steps }) => Math.max(1, Math.round(steps / 3)),
      ...stepsRange,
      isInteger: true,
    },
    {
      kind: "number",
      name: "gamma",
      about: "what lr is multiplied by then",
      default: 0.1,
      min: 0,
      max: 10,
    },
  ],
  next: ({ lr, step }, { step_size, gamma }) => (step > 0 && step % step_size === 0 ? lr * gamma : lr),
});
