/** @file One evaluation of a loss, told as facts. */

import { backward } from "../autograd/backward.ts";
import { type Components, componentsOf, valuesOf } from "../language/components.ts";
import { type Define, instantiate, type Loss, type ParametersOf, type Scope, targetsFor } from "../language/loss.ts";
import type { Surroundings } from "../language/surroundings.ts";
import { LossRuntime, type RuntimeOptions } from "../language/loss-runtime.ts";
import type { Program } from "../language/program.ts";
import type { SettingFacts } from "../language/roles.ts";
import { Module } from "../nn/module.ts";
import { setTracer } from "../ops/trace.ts";
import { Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import { setWarningSink } from "../tensor/warnings.ts";
import type { ResultFacts } from "../vector/lens.ts";
import { euclideanNorm, isAllFinite, tensorFacts } from "./facts.ts";
import { failureOf } from "./failure.ts";
import { causesOf, type Returned } from "./found.ts";
import { hazardsOf, omittedHazardsOf } from "./hazards.ts";
import type { ConsoleText, ExpressionFact, GradientFacts, Outcome, Report } from "./report.ts";
import { type LookedPart, partsOf } from "./terms.ts";
import type { Trial } from "./trials.ts";
import { Watch } from "./watch.ts";

export interface Called {
  /** A leaf that requires grad, or one that retains it. */
  readonly predictions: Tensor;
  readonly targets: readonly Tensor[];
  readonly surroundings: Surroundings;
  /** Of the targets, those that are descended as the predictions are. */
  readonly leaves?: readonly Tensor[];
}

export interface Evaluation {
  readonly program: Program;
  /** Loads the program's script; throws what the script throws. */
  readonly load: () => Define;
  readonly scope: Scope;
  readonly parametersOf: ParametersOf;
  /** What the loss is called with; throws where it cannot be made. */
  readonly batch: () => Called;
  /** What settings that nobody chose are derived from. */
  readonly facts: SettingFacts;
  readonly runtime: RuntimeOptions;
  readonly console: () => ConsoleText;
  /** What a run would do with the loss; nothing where only this batch is looked at. */
  readonly later?: (evaluation: Evaluation) => readonly Trial[];
  /** What the loss has learned by now, parameter by parameter; nothing where it is new. */
  readonly learned?: readonly Tensor[];
}

/** What cannot be described as tensors is the loss's failure like any other. */
function calledWith(
  make: () => Called,
): { readonly batch: Called } | { readonly batch: null; readonly error: unknown } {
  try {
    return { batch: make() };
  } catch (error) {
    return { batch: null, error };
  }
}

/** An evaluation that takes longer is not made again for what may come later. */
const LONG = 100;

/** Runs the loss forward and, where a gradient can start, backward. Whatever the user's code does, the answer is a Report. */
export function evaluate(evaluation: Evaluation): Report {
  const startedAt = evaluation.runtime.now();
  const runtime = new LossRuntime(evaluation.runtime);
  const called = calledWith(evaluation.batch);
  const watch = new Watch(evaluation.program, runtime, called.batch?.predictions ?? Tensor.zeros([1], "float32"));
  const before = setTracer(watch);
  const listening = setWarningSink((_category, message) => watch.warned(message));
  let outcome: Outcome | null = null;
  let facts: ResultFacts | null = null;
  let failure: Report["failure"] = null;
  let gradient: GradientFacts | null = null;
  let returned: Returned | null = null;
  try {
    runtime.listener = (probe, value) => watch.probed(probe, value);
    const { program, scope, parametersOf } = evaluation;
    if (called.batch === null) throw called.error;
    const { predictions, surroundings, leaves = [], ...batch } = called.batch;
    const targets = targetsFor(program.entry, batch.targets, surroundings.model !== null);
    const loss = instantiate(evaluation.load(), program.entry, scope, runtime, parametersOf, evaluation.facts);
    if (evaluation.learned !== undefined) teach(loss, evaluation.learned);
    runtime.begin();
    watch.phase = "forward";
    const result = loss.forward(predictions, targets, surroundings);
    runtime.listener = null;
    // Read before what is made of several tensors: origins know what the loss itself returned.
    returned = {
      roots: watch.origins.ofAll(valuesOf(result)),
      parameters: loss.namedParameters(),
      module: moduleIn(result),
      parts: [],
      given: [
        predictions,
        ...targets,
        ...leaves,
        ...(surroundings.model instanceof Module ? surroundings.model.parameters() : []),
      ],
      isPulled: gradsOf([predictions, ...leaves], surroundings.model).length > 0,
    };
    watch.phase = "terms";
    if (evaluation.later !== undefined)
      returned = { ...returned, parts: termsIn(result, returned, predictions, watch) };
    watch.phase = "backward";
    const components = componentsIn(result);
    facts = components?.facts ?? null;
    outcome = outcomeOf(result, components, watch.returnedAt);
    gradient = pullBack(result, [predictions, ...leaves], surroundings.model);
  } catch (error) {
    const said = failureOf(error, runtime.locate(error));
    failure = { ...said, probe: said.probe ?? watch.failedAt(said.code === "modified") };
  } finally {
    setTracer(before);
    setWarningSink(listening);
  }
  const isQuick = evaluation.runtime.now() - startedAt < LONG;
  const trials =
    isQuick && failure === null && isGood(outcome) && gradient?.finite === true && evaluation.later !== undefined
      ? evaluation.later(evaluation)
      : [];
  const evaluated = { outcome, gradient, watch, causes: returned === null ? null : causesOf(returned, watch), trials };
  return {
    outcome,
    result: facts,
    failure,
    expressions: expressionFacts(watch),
    hazards: hazardsOf(evaluated),
    omitted: omittedHazardsOf(evaluated),
    gradient,
    gradients: null,
    terms: returned?.parts.map(({ part }) => part) ?? [],
    fits: [],
    trail: [],
    console: evaluation.console(),
    milliseconds: evaluation.runtime.now() - startedAt,
  };
}

function teach(loss: Loss, learned: readonly Tensor[]): void {
  loss.parameters().forEach((parameter, i) => {
    const from = learned[i];
    if (from !== undefined && dataOf(from).length === dataOf(parameter).length) dataOf(parameter).set(dataOf(from));
  });
}

const isGood = (outcome: Outcome | null): boolean =>
  outcome?.kind === "tensor" && (outcome.value === null || Number.isFinite(outcome.value));

const moduleIn = (result: unknown): string | null =>
  result instanceof Module ? String(Reflect.get(result, Symbol.toStringTag) ?? result.constructor.name) : null;

/** Of a scalar that a gradient starts from. */
function termsIn(
  result: unknown,
  { roots: [root], parameters }: Returned,
  predictions: Tensor,
  watch: Watch,
): readonly LookedPart[] {
  if (!Tensor.isTensor(result) || numelOf(result.shape) !== 1 || !result.requires_grad || root === undefined) return [];
  try {
    return partsOf(root, predictions, parameters, () => watch.takeZeroed());
  } catch (error) {
    // What backward refuses, it refuses of the whole as well, and says so there.
    if (error instanceof EngineError) return [];
    throw error;
  }
}

/**
 * What reached the predictions, or, of a loss that calls the model itself, its parameters; null where no gradient could start. A result that
 * doesn't depend on them gives norm 0.
 */
function pullBack(result: unknown, descended: readonly Tensor[], model: object | null): GradientFacts | null {
  if (!Tensor.isTensor(result) || numelOf(result.shape) !== 1 || !result.requires_grad) return null;
  backward(result);
  const grads = gradsOf(descended, model);
  if (grads.length === 0) return null;
  const [only] = grads;
  const norm = grads.length === 1 ? euclideanNorm(only) : Math.hypot(...grads.map(euclideanNorm));
  return { norm, finite: grads.every(isAllFinite), zero: norm === 0 };
}

function gradsOf(descended: readonly Tensor[], model: object | null): readonly Tensor[] {
  const graded = (tensors: readonly Tensor[]) => tensors.map(({ grad }) => grad).filter((grad) => grad !== null);
  const reached = graded(descended);
  return reached.length > 0 || !(model instanceof Module) ? reached : graded(model.parameters()).slice(0, 1);
}

/** As a vector, where it can be seen as one. */
function componentsIn(result: unknown): Components | null {
  try {
    return componentsOf(result);
  } catch (error) {
    // A list of something else than tensors is what it is.
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function outcomeOf(result: unknown, components: Components | null, probe: number | null): Outcome {
  const tensor = components?.tensor ?? null;
  const kind = components?.facts.kind;
  const container = kind === "tuple" || kind === "list" || kind === "dict" ? kind : null;
  // One tensor in a list is a slip, not a vector.
  if (tensor !== null && (container === null || numelOf(tensor.shape) > 1)) {
    const numel = numelOf(tensor.shape);
    const value = numel === 1 ? Number(toContiguousData(tensor)[0]) : null;
    const names = components?.names ?? null;
    return { kind: "tensor", shape: [...tensor.shape], dtype: tensor.dtype, numel, value, container, names, probe };
  }
  // A whole float of Python's is a number too.
  const plain = result instanceof Float ? result.value : result;
  return { kind: kindOf(plain), value: typeof plain === "number" ? plain : null, probe };
}

function kindOf(result: unknown): Exclude<Outcome["kind"], "tensor"> {
  if (result === null) return "null";
  if (Array.isArray(result)) return "array";
  if (result instanceof Promise) return "promise";
  const type = typeof result;
  if (type === "bigint") return "number";
  return type === "symbol" ? "object" : type;
}

function expressionFacts(watch: Watch): readonly ExpressionFact[] {
  return [...watch.seen.values()].map(({ probe, evaluations, tensor }) => ({
    ...tensorFacts(tensor),
    probe,
    evaluations,
    gradNorm: tensor.grad === null ? null : euclideanNorm(tensor.grad),
    requiresGrad: tensor.requires_grad,
  }));
}
