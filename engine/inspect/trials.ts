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
import type { Called, Evaluation } from "./evaluate.ts";
import { isAllFinite } from "./facts.ts";
import { failureOf } from "./failure.ts";
import type { Failure } from "./report.ts";

export interface Trial {
  readonly kind: "second-step" | "other-batch";
  readonly rows: number;
  /** null where it came to its end, but not to a finite value and gradient. */
  readonly failure: Failure | null;
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
export function trialsOf(evaluation: Evaluation, others: readonly Called[]): Trial[] {
  const listening = setWarningSink(() => undefined);
  try {
    const again = tried(evaluation, "second-step", [fresh(evaluation.batch()), fresh(evaluation.batch())]);
    if (again !== null) return [again];
    for (const other of others) {
      const found = tried(evaluation, "other-batch", [other]);
      if (found !== null) return [found];
    }
    return [];
  } finally {
    setWarningSink(listening);
  }
}

/** What another call left in its gradient is gone; predictions that go on to the model are new ones anyway. */
function fresh(called: Called): Called {
  const { predictions } = called;
  if (!predictions.is_leaf) return called;
  const copy = Tensor.of(toContiguousData(predictions).slice(), predictions.shape, predictions.dtype);
  copy.requires_grad = true;
  return { ...called, predictions: copy };
}

/** One step after the other, of a loss of its own. */
function tried(
  { program, load, scope, parametersOf, facts, runtime: options }: Evaluation,
  kind: Trial["kind"],
  batches: readonly Called[],
): Trial | null {
  const runtime = new LossRuntime({ ...options, budget: Math.min(BUDGET, options.budget) });
  const rows = batches[0]?.predictions.shape[0] ?? 0;
  try {
    const loss = instantiate(load(), program.entry, { ...scope, console: silent }, runtime, parametersOf, facts);
    const areFine = batches.map((batch) => {
      runtime.begin();
      const { predictions, surroundings } = batch;
      const targets = targetsFor(program.entry, batch.targets, surroundings.model !== null);
      return isFine(loss, { predictions, targets, surroundings });
    });
    return areFine.every(Boolean) ? null : { kind, rows, failure: null };
  } catch (error) {
    const failure = failureOf(error, runtime.locate(error));
    return failure.code === "timeout" ? null : { kind, rows, failure };
  }
}

function isFine(loss: Loss, { predictions, targets, surroundings }: Called): boolean {
  const result = loss.forward(predictions, targets, surroundings);
  if (!Tensor.isTensor(result) || numelOf(result.shape) !== 1 || !result.requires_grad) return true;
  backward(result);
  return isAllFinite(result) && (predictions.grad === null || isAllFinite(predictions.grad));
}
