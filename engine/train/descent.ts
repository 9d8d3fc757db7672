/**
 * @file From what a loss returned to a gradient in every parameter: one backward, starting from 1 or from a weight for each component; an
 * aggregator finds these weights, or the direction itself, in the gradients of all components.
 */
import { backward } from "../autograd/backward.ts";
import { firstOf } from "../kernels/launch.ts";
import { type Components, componentsOf } from "../language/components.ts";
import { mul } from "../ops/pointwise/arithmetic.ts";
import { mean, sum } from "../ops/reduction/reduction.ts";
import { EngineError } from "../tensor/errors.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { aliasOf, gradHomeOf, Tensor } from "../tensor/tensor.ts";
import type { RandomSource } from "../vector/context.ts";
import {
  directionOf,
  needsOf,
  refuseTooMany,
  type StepOptions,
  seedOf,
  type VectorHandling,
} from "../vector/handling.ts";
import { gradientRows, gramianOf, jacobianOf, outerOf, productsOf } from "../vector/jacobian.ts";
import type { AggregatorMemory } from "../vector/memory.ts";

export interface Objective {
  /** Calls the loss. */
  readonly evaluate: (predictions: Tensor) => unknown;
  readonly handling: VectorHandling;
  readonly random: RandomSource;
  /** Of the run that the step belongs to. */
  readonly memory: AggregatorMemory;
  readonly epoch: number;
  /** Parameters of the model, in the order of its layers. */
  readonly parameters: readonly Tensor[];
  /** The loss reaches behind the predictions: its graph cannot be cut there. */
  readonly isOneGraph: boolean;
}

/** What a step knows before its update. */
export interface Descent {
  /** As `minimised` has it. */
  readonly value: number;
  readonly components: Components;
  /** One for each component; null where the direction is no sum of weighted gradients. */
  readonly weights: Float64Array | null;
}

/** A loss's result with something a gradient can start from. Error `not-a-tensor` otherwise. */
export function differentiable(result: unknown): Components & { readonly tensor: Tensor } {
  const components = componentsOf(result);
  const { tensor } = components;
  if (tensor !== null) return { ...components, tensor };
  throw new EngineError({
    type: "RuntimeError",
    code: "not-a-tensor",
    op: "forward",
    message: "forward: must return a tensor to train with",
    hint: "Return the tensor itself, without item().",
  });
}

/** Leaves a gradient in every parameter that one reaches. */
export function descend(predictions: Tensor, objective: Objective): Descent {
  const needs = needsOf(objective.handling);
  if (needs === "nothing" || needs === "values") return descendAtOnce(predictions, objective);
  if (objective.isOneGraph) return descendWhole(predictions, objective, needs === "jacobian");
  // The graph is cut at the predictions: each side has a Jacobian of its own, and both are cheap.
  const leaf = leafOf(predictions);
  const components = differentiable(objective.evaluate(leaf));
  const { tensor, facts } = components;
  const options = optionsOf(objective, tensor);
  if (numelOf(tensor.shape) === 1) {
    start(tensor, seedOf(objective.handling, facts, null, options));
    passOn(predictions, leaf);
    return { value: firstOf(tensor), components, weights: null };
  }
  refuseTooMany(objective.handling, tensor.shape, numelOf(tensor.shape));
  const outer = outerOf(tensor, leaf);
  if (needs === "jacobian") {
    const jacobian = doubled(jacobianOf(outer, predictions, objective.parameters));
    const direction = directionOf(objective.handling, facts, jacobian, null, options);
    return go(components, direction, objective);
  }
  const weights = seedOf(objective.handling, facts, gramianOf(outer, predictions, objective.parameters), options);
  start(tensor, weights);
  passOn(predictions, leaf);
  return { value: minimised(tensor, objective.handling), components, weights };
}

/** What the loss learns itself is not among the columns: it follows the mean. */
function go(
  components: Components & { readonly tensor: Tensor },
  direction: Float64Array,
  { handling, parameters }: Objective,
): Descent {
  const { tensor } = components;
  start(tensor, new Float64Array(numelOf(tensor.shape)).fill(1 / numelOf(tensor.shape)));
  scatter(direction, parameters);
  return { value: minimised(tensor, handling), components, weights: null };
}

/** The same with every component's gradient by a backward of its own. */
function descendWhole(predictions: Tensor, objective: Objective, needsJacobian: boolean): Descent {
  const { handling, parameters } = objective;
  const components = differentiable(objective.evaluate(predictions));
  const { tensor, facts } = components;
  const options = optionsOf(objective, tensor);
  if (numelOf(tensor.shape) === 1) {
    start(tensor, seedOf(handling, facts, null, options));
    return { value: firstOf(tensor), components, weights: null };
  }
  refuseTooMany(handling, tensor.shape, numelOf(tensor.shape));
  const rows = gradientRows(tensor, parameters);
  if (needsJacobian) return go(components, directionOf(handling, facts, doubled(rows), null, options), objective);
  const weights = seedOf(handling, facts, productsOf(rows), options);
  start(tensor, weights);
  return { value: minimised(tensor, handling), components, weights };
}

function descendAtOnce(predictions: Tensor, objective: Objective): Descent {
  const components = differentiable(objective.evaluate(predictions));
  const { tensor, facts } = components;
  const weights = seedOf(objective.handling, facts, null, optionsOf(objective, tensor));
  start(tensor, weights);
  const isScalar = numelOf(tensor.shape) === 1;
  return { value: minimised(tensor, objective.handling), components, weights: isScalar ? null : weights };
}

/** The predictions as a loss sees them whose gradient stops there. */
export function leafOf(predictions: Tensor): Tensor {
  const leaf = aliasOf(predictions);
  leaf.requires_grad = true;
  return leaf;
}

/** loss.backward(), or loss.backward(weights). */
function start(tensor: Tensor, weights: Float64Array): void {
  if (weights.length === 1 && weights[0] === 1) backward(tensor);
  else backward(tensor, Tensor.of(Float32Array.from(weights), tensor.shape, "float32"));
}

/** From the predictions to the parameters. A loss that does not depend on them has nothing to pass on. */
function passOn(predictions: Tensor, leaf: Tensor): void {
  if (leaf.grad !== null) backward(predictions, leaf.grad);
}

/** A direction as gradients: the optimiser then goes against it. */
function scatter(direction: Float64Array, parameters: readonly Tensor[]): void {
  let at = 0;
  for (const parameter of parameters) {
    const length = numelOf(parameter.shape);
    const grad = gradHomeOf(parameter) ?? Tensor.zeros(parameter.shape, "float32");
    toContiguousData(grad).set(direction.subarray(at, at + length));
    parameter.grad = grad;
    at += length;
  }
}

function optionsOf({ random, memory, epoch, parameters }: Objective, tensor: Tensor): StepOptions {
  return { random, memory, epoch, columns: columnsOf(parameters), values: toContiguousData(tensor) };
}

const columnsOf = (parameters: readonly Tensor[]): number =>
  parameters.reduce((sum, { shape }) => sum + numelOf(shape), 0);

/** What is minimised, as the curve shows it: of several components their sum, weighted sum, or mean. */
export function minimised(tensor: Tensor, handling: VectorHandling): number {
  if (numelOf(tensor.shape) === 1) return firstOf(tensor);
  return withGradMode(false, () => {
    if (handling.kind === "sum") return firstOf(sum(tensor));
    if (handling.kind === "weights")
      return firstOf(sum(mul(tensor, Tensor.of(Float32Array.from(handling.weights), tensor.shape, "float32"))));
    return firstOf(mean(tensor));
  });
}

export function doubled(matrix: Tensor): Float64Array {
  return Float64Array.from(toContiguousData(matrix));
}
