/**
 * @file What only training would show, looked for before: the loss is called once more for a second step, and on the batches of other sizes
 * that the run will bring. Nothing is traced and nothing printed.
 */
import { backward } from "../autograd/backward.ts";
import { instantiate, type Loss, targetsFor } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { setWarningSink } from "../tensor/warnings.ts";
import type { Evaluation } from "./evaluate.ts";
import { isAllFinite } from "./facts.ts";
import { failureOf } from "./failure.ts";
import type { Failure } from "./report.ts";

export interface Trial {
  readonly kind: "second-step" | "other-batch";
  readonly rows: number;
  /** null where it came to its end, but not to a finite value and gradient. */
  readonly failure: Failure | null;
}

/** A batch as a loss is given it. */
export interface Given {
  readonly predictions: Tensor;
  readonly targets: readonly Tensor[];
}

const silent = Object.freeze({
  log: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  info: () => undefined,
  debug: () => undefined,
});

/** Milliseconds for loops: what takes longer is not found out about here. */
const BUDGET = 100;

/** Of a loss that went well on its first batch: what goes wrong later, the first of each kind. */
export function trialsOf(evaluation: Evaluation, others: readonly Given[]): Trial[] {
  const listening = setWarningSink(() => undefined);
  try {
    const { predictions, targets } = evaluation;
    const again = tried(evaluation, "second-step", [fresh(predictions), fresh(predictions)], [targets, targets]);
    if (again !== null) return [again];
    for (const other of others) {
      const found = tried(evaluation, "other-batch", [other.predictions], [other.targets]);
      if (found !== null) return [found];
    }
    return [];
  } finally {
    setWarningSink(listening);
  }
}

function fresh(predictions: Tensor): Tensor {
  const copy = Tensor.of(toContiguousData(predictions).slice(), predictions.shape, predictions.dtype);
  copy.requires_grad = true;
  return copy;
}

/** One step after the other, of a loss of its own. */
function tried(
  { program, load, scope, parametersOf, runtime: options }: Evaluation,
  kind: Trial["kind"],
  predictions: readonly Tensor[],
  targets: readonly (readonly Tensor[])[],
): Trial | null {
  const runtime = new LossRuntime({ ...options, budget: Math.min(BUDGET, options.budget) });
  const rows = predictions[0]?.shape[0] ?? 0;
  try {
    const loss = instantiate(load(), program.entry, { ...scope, console: silent }, runtime, parametersOf);
    const areFine = predictions.map((each, i) => {
      runtime.begin();
      return isFine(loss, each, targetsFor(program.entry, targets[i] ?? []));
    });
    return areFine.every(Boolean) ? null : { kind, rows, failure: null };
  } catch (error) {
    const failure = failureOf(error, runtime.locate(error));
    return failure.code === "timeout" ? null : { kind, rows, failure };
  }
}

function isFine(loss: Loss, predictions: Tensor, targets: readonly Tensor[]): boolean {
  const result = loss.forward(predictions, targets);
  if (!Tensor.isTensor(result) || numelOf(result.shape) !== 1 || !result.requires_grad) return true;
  backward(result);
  return isAllFinite(result) && (predictions.grad === null || isAllFinite(predictions.grad));
}
