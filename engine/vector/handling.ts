/** @file What a lane makes of a loss with several components: PyTorch's refusal, a reduction, or an aggregator. */
import { EngineError } from "../tensor/errors.ts";
import { formatShape, numelOf, type Shape } from "../tensor/shape.ts";
import { type AggregatorName, aggregatorNames, aggregators, defaultParameters } from "./aggregators.ts";
import type { AggregationContext } from "./context.ts";
import { combine } from "./gramian.ts";
import { elementsOf, type ResultFacts } from "./lens.ts";
import type { Aggregator } from "./records/aggregator.ts";

/** Aggregators that a lane names; the others are kinds of their own. */
export type ChosenAggregator = Exclude<AggregatorName, "Sum" | "Mean" | "Constant">;

/** Plain data, part of the document that a link holds. */
export type VectorHandling =
  | { readonly kind: "refuse" }
  | { readonly kind: "sum" }
  | { readonly kind: "mean" }
  | { readonly kind: "weights"; readonly weights: readonly number[] }
  | {
      readonly kind: "aggregator";
      readonly name: ChosenAggregator;
      /** By name, each within the range that its aggregator states; what is absent has its default. */
      readonly parameters: Readonly<Record<string, number>>;
    };

/** PyTorch's own: a vector cannot start a backward. */
export const defaultHandling: VectorHandling = { kind: "refuse" };

export const chosenAggregators: readonly ChosenAggregator[] = aggregatorNames.filter(isChosen);

export function isChosen(name: AggregatorName): name is ChosenAggregator {
  return name !== "Sum" && name !== "Mean" && name !== "Constant";
}

/** Ranges that every source of a handling (form, link, worker message) is held to. Those of parameters stand with their aggregator. */
export const handlingLimits = {
  /** Components that can be aggregated: their Gramian is a matrix of this many by this many. */
  components: { min: 1, max: 4096 },
  weight: { min: -1e6, max: 1e6 },
} as const;

/** The aggregator that a handling stands for; null where a vector is refused. */
export function aggregatorFor(handling: VectorHandling): Aggregator | null {
  switch (handling.kind) {
    case "refuse":
      return null;
    case "sum":
      return aggregators.Sum;
    case "mean":
      return aggregators.Mean;
    case "weights":
      return aggregators.Constant;
    case "aggregator":
      return aggregators[handling.name];
  }
}

/** What has to be computed before a step can be chosen: nothing, the components, G, or the whole of J. */
export function needsOf(handling: VectorHandling): Aggregator["needs"] {
  return aggregatorFor(handling)?.needs ?? "nothing";
}

/** What a step depends on besides the gradients. */
export type StepOptions = Omit<AggregationContext, "parameters" | "constants">;

/**
 * The gradient to start one backward with, a number for each component: PyTorch's `loss.backward(gradient)`. `gramian` is [m, m], and
 * null where `needsOf` says `nothing` or `values`. A loss of one element is a scalar and starts with 1 whatever the handling, as PyTorch's backward does;
 * only weights of one's own still count.
 *
 * Throws EngineError `not-scalar` or `not-a-tensor` where the lane refuses, `weights` where there are not as many as components,
 * `too-many-components`, `non-finite`.
 */
export function seedOf(
  handling: VectorHandling,
  facts: ResultFacts,
  gramian: Float64Array | null,
  options: StepOptions,
): Float64Array {
  const m = elementsOf(facts);
  check(handling, facts, m);
  const aggregator = aggregatorFor(handling);
  if (aggregator === null || (m === 1 && handling.kind !== "weights")) return Float64Array.of(1);
  const context = contextOf(handling, aggregator, options);
  if (aggregator.needs === "jacobian") throw new Error("internal: this handling has no weights");
  if (aggregator.needs === "values") return aggregator.weights(m, context);
  if (gramian === null && aggregator.needs === "gramian") throw new Error("internal: this handling needs the Gramian");
  return aggregator.weights(gramian ?? new Float64Array(0), m, context);
}

/** The step itself, from J [m, n]: the only way for a handling that needs J. Parameters move by -lr times it. Throws as `seedOf` does. */
export function directionOf(
  handling: VectorHandling,
  facts: ResultFacts,
  jacobian: Float64Array,
  gramian: Float64Array | null,
  options: StepOptions,
): Float64Array {
  const m = elementsOf(facts);
  const n = options.columns;
  const aggregator = aggregatorFor(handling);
  if (m === 1 || aggregator === null || aggregator.needs !== "jacobian")
    return combine(jacobian, m, n, seedOf(handling, facts, gramian, options));
  check(handling, facts, m);
  return aggregator.direction(jacobian, m, n, contextOf(handling, aggregator, options));
}

function contextOf(handling: VectorHandling, aggregator: Aggregator, options: StepOptions): AggregationContext {
  return {
    ...options,
    parameters: handling.kind === "aggregator" ? parametersOf(handling) : defaultParameters(aggregator),
    constants: handling.kind === "weights" ? handling.weights : [],
  };
}

/** All of an aggregator's numbers, held to their ranges: a link may hold any. */
export function parametersOf({
  name,
  parameters,
}: Extract<VectorHandling, { kind: "aggregator" }>): Readonly<Record<string, number>> {
  const known: Aggregator["parameters"] = aggregators[name].parameters;
  return Object.fromEntries(
    known.map(({ name: own, min, max, isInteger, choices, ...parameter }) => {
      const value = Math.min(max, Math.max(min, parameters[own] ?? parameter.default));
      return [own, isInteger === true || choices !== undefined ? Math.round(value) : value];
    }),
  );
}

function check(handling: VectorHandling, facts: ResultFacts, m: number): void {
  const shape = facts.kind === "tensor" ? facts.shapes[0] : [m];
  if (handling.kind === "refuse" && facts.kind !== "tensor") throw notATensor(facts.type);
  if (m === 0 || (handling.kind === "refuse" && m !== 1)) throw notScalar(shape);
  if (handling.kind === "weights" && handling.weights.length !== m) throw wrongWeights(handling.weights.length, shape);
  refuseTooMany(handling, shape, m);
}

/** Throws where a loss has more components than can be aggregated: asked before their gradients are, which would take all memory. */
export function refuseTooMany(handling: VectorHandling, shape: Shape, m: number): void {
  if (needsOf(handling) === "nothing" || m <= handlingLimits.components.max) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "too-many-components",
    op: "backward",
    shapes: [shape],
    message: `backward: at most ${handlingLimits.components.max} components can be aggregated, got ${m}`,
    hint: "Take a smaller batch, or reduce part of the loss, for example loss.mean(1).",
  });
}

function notATensor(type: string): EngineError {
  return new EngineError({
    type: "AttributeError",
    code: "not-a-tensor",
    op: "backward",
    message: `backward: the loss must be a tensor, got ${type}`,
    hint: "Return one tensor, or choose what becomes of several components.",
    pytorch: `'${type}' object has no attribute 'backward'`,
  });
}

function notScalar(shape: Shape): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "not-scalar",
    op: "backward",
    shapes: [shape],
    message: `backward: the loss must be a scalar, got shape ${formatShape(shape)}`,
    hint:
      numelOf(shape) === 0
        ? "Something selected nothing: look at masks and slices."
        : "Reduce it, for example loss.mean(), or choose what becomes of a vector.",
    pytorch: "grad can be implicitly created only for scalar outputs",
  });
}

function wrongWeights(given: number, shape: Shape): EngineError {
  const m = numelOf(shape);
  return new EngineError({
    type: "RuntimeError",
    code: "weights",
    op: "backward",
    shapes: [shape],
    message: `backward: ${m} components take ${m} weights, got ${given}`,
    hint: "Give each component of the loss one weight.",
    pytorch: `Mismatch in shape: grad_output[0] has a shape of torch.Size([${given}]) and output[0] has a shape of torch.Size(${formatShape(shape)}).`,
  });
}
