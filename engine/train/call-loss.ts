/** @file A loss called as a step calls it: with the targets and the surroundings that it asks for. */
import { type Loss, targetsFor } from "../language/loss.ts";
import type { Entry } from "../language/program.ts";
import { withKeeping } from "../tensor/memory.ts";
import { blockOf, type Tensor } from "../tensor/tensor.ts";
import type { At, StepBatch, Subject } from "./subject.ts";

interface Caller {
  readonly entry: Entry;
  readonly model: Subject["model"];
  readonly at: At;
  readonly onForward: () => void;
}

export function callLoss(
  loss: Loss,
  predictions: Tensor,
  { inputs, targets }: StepBatch,
  { entry, model, at, onForward }: Caller,
): unknown {
  onForward();
  // Without a graph they are the loss's to keep, as in PyTorch: the validation's are.
  if (!predictions.requires_grad) blockOf(predictions).keep();
  const wanted = targetsFor(entry, targets, model !== null);
  return withKeeping(() => loss.forward(predictions, wanted, { inputs, model, ...at }));
}
