/**
 * @file What only training would show, looked for before: the loss is called once more for a second step, on the batches of other sizes that the run
 * will bring, on one row, in the run's first steps, and far along its own slope. Nothing of it is printed.
 */
import { backward } from "../autograd/backward.ts";
import { instantiate, type Loss, targetsFor } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { setWarningSink } from "../tensor/warnings.ts";
import { type Called, type Evaluation, evaluate } from "./evaluate.ts";
import { isAllFinite } from "./facts.ts";
import { failureOf } from "./failure.ts";
import type { LostHazard } from "./hazards.ts";
import { lostIn } from "./lost.ts";
import type { Failure, Report } from "./report.ts";
import { type Slide, slideOf } from "./slides.ts";
import { staleAt } from "./stale.ts";

/** What a run would do with a loss. */
export interface Later {
  /** Of other sizes than the first. */
  readonly batches: () => readonly Called[];
  /** null where there are no rows. */
  readonly oneRow: () => Called | null;
  /** Its first steps: the one at which it was lost, with what is to be said of that batch; null where all is well. */
  readonly run: (makeLoss: () => Loss, onForward: () => void, quiet: Evaluation) => LostRun | null;
}

export interface LostRun {
  readonly step: number;
  readonly report: Report;
}

export type Trial =
  /** `stale`: what was still used of the step before. */
  | { readonly kind: "second-step"; readonly failure: Failure | null; readonly stale: number | null }
  | {
      readonly kind: "other-batch" | "one-row";
      readonly rows: number;
      /** null where it came to its end, but not to a finite value and gradient. */
      readonly failure: Failure | null;
      readonly lost: LostHazard | null;
    }
  | { readonly kind: "training"; readonly step: number; readonly lost: LostHazard | null }
  | ({ readonly kind: "slide" } & Slide);

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
export function trialsOf(evaluation: Evaluation, later: Later): Trial[] {
  const listening = setWarningSink(() => undefined);
  try {
    const quiet = quietly(evaluation);
    const again = secondStep(quiet);
    if (again !== null) return [again];
    const other = first(later.batches(), (batch) => onBatch(quiet, "other-batch", batch));
    if (other !== null) return [other];
    const row = later.oneRow();
    return [row === null ? null : alone(onBatch(quiet, "one-row", row)), slid(quiet), training(quiet, later)].flatMap(
      (found) => (found === null ? [] : [found]),
    );
  } finally {
    setWarningSink(listening);
  }
}

/** What is tried looks at nothing later itself. */
function quietly({ later: _, ...evaluation }: Evaluation): Evaluation {
  const { runtime, scope } = evaluation;
  return {
    ...evaluation,
    scope: { ...scope, console: silent },
    console: () => ({ lines: [], omitted: 0 }),
    runtime: { ...runtime, budget: Math.min(BUDGET, runtime.budget) },
  };
}

function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** What another call left in its gradient is gone; predictions that go on to the model are new ones anyway. */
export function fresh(called: Called): Called {
  const { predictions } = called;
  if (!predictions.is_leaf) return called;
  const copy = Tensor.of(toContiguousData(predictions).slice(), predictions.shape, predictions.dtype);
  copy.requires_grad = true;
  return { ...called, predictions: copy };
}

function secondStep(quiet: Evaluation): Trial | null {
  const batches = [fresh(quiet.batch()), fresh(quiet.batch())];
  const found = tried(quiet, batches);
  const stale = staleAt(quiet, () => fresh(quiet.batch()));
  // What is kept may need nothing of its own to be differentiated: the model's part of its graph, which it leads to, is gone all the same.
  if (found === null && stale === null) return null;
  return { kind: "second-step", failure: found?.failure ?? null, stale };
}

function onBatch(quiet: Evaluation, kind: "other-batch" | "one-row", batch: Called): Trial | null {
  const rows = batch.predictions.shape[0] ?? 0;
  const found = tried(quiet, [batch]);
  if (found === null) return null;
  const { failure } = found;
  const lost = failure === null ? lostIn(evaluate({ ...quiet, batch: () => fresh(batch) })) : null;
  return { kind, rows, failure, lost };
}

/** A selection may well be empty in one row; what needs two rows by its formula never has a value there. */
function alone(found: Trial | null): Trial | null {
  if (found?.kind !== "one-row") return null;
  return found.failure !== null || found.lost?.reason === "single" ? found : null;
}

function training(quiet: Evaluation, later: Later): Trial | null {
  const runtime = new LossRuntime(quiet.runtime);
  try {
    const lost = later.run(
      () => loaded(quiet, runtime),
      () => runtime.begin(),
      quiet,
    );
    return lost === null ? null : { kind: "training", step: lost.step, lost: lostIn(lost.report) };
  } catch {
    // What the run itself refuses, it says itself.
    return null;
  }
}

function slid(quiet: Evaluation): Trial | null {
  const runtime = new LossRuntime(quiet.runtime);
  try {
    const found = slideOf(loaded(quiet, runtime), fresh(quiet.batch()), quiet.program.entry, () => runtime.begin());
    return found === null ? null : { kind: "slide", ...found };
  } catch {
    // Far away it may refuse what it is given.
    return null;
  }
}

const loaded = ({ program, load, scope, parametersOf, facts }: Evaluation, runtime: LossRuntime): Loss =>
  instantiate(load(), program.entry, scope, runtime, parametersOf, facts);

/** One step after the other, of a loss of its own; null where all is well. */
function tried(quiet: Evaluation, batches: readonly Called[]): { readonly failure: Failure | null } | null {
  const runtime = new LossRuntime(quiet.runtime);
  try {
    const loss = loaded(quiet, runtime);
    const areFine = batches.map((batch) => {
      runtime.begin();
      const { predictions, surroundings } = batch;
      const targets = targetsFor(quiet.program.entry, batch.targets, surroundings.model !== null);
      return isFine(loss, { predictions, targets, surroundings });
    });
    return areFine.every(Boolean) ? null : { failure: null };
  } catch (error) {
    const failure = failureOf(error, runtime.locate(error));
    return failure.code === "timeout" ? null : { failure };
  }
}

function isFine(loss: Loss, { predictions, targets, surroundings }: Called): boolean {
  const result = loss.forward(predictions, targets, surroundings);
  if (!Tensor.isTensor(result) || numelOf(result.shape) !== 1 || !result.requires_grad) return true;
  backward(result);
  return isAllFinite(result) && (predictions.grad === null || isAllFinite(predictions.grad));
}
