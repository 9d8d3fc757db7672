/** @file Looks at one step of a vector loss: the gradients of its components, how they conflict, and whether the step did what they foretold. */

import { bounds } from "../inspect/bounds.ts";
import type { GradientsReport, ParameterGradients } from "../inspect/gradients-report.ts";
import { product32 } from "../kernels/matmul.ts";
import { take } from "../ops/indexing/gathering.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { conflictSummary, cosinesOf, signDisagreement } from "../vector/conflict.ts";
import { handlingLimits } from "../vector/handling.ts";
import { heatMapOf, naturalOrder, similarOrder } from "../vector/heat-map.ts";
import { parameterHistogram } from "../vector/histogram.ts";
import { gradientRows, jacobianOf, outerOf } from "../vector/jacobian.ts";
import { differentiable, leafOf } from "./descent.ts";

/** More components than this are looked at by evenly chosen ones: a matrix of all would take longer than the step. */
const MOST_COMPONENTS = 512;

interface Named {
  readonly name: string;
  readonly tensor: Tensor;
}

/** Before the step: every component's value and gradient, on the batch that the step takes. */
export interface Before {
  /** Of how many there are in all. */
  readonly count: number;
  /** Those looked at. */
  readonly chosen: readonly number[];
  readonly values: Float64Array;
  /** [chosen, parameters] */
  readonly jacobian: Float64Array;
  readonly gramian: Float64Array;
  readonly names: readonly string[] | null;
  readonly parameters: Float64Array;
}

/** null for a loss of one element. The loss is called, and nothing else is touched. */
export function lookBefore(
  predictions: Tensor,
  evaluate: (predictions: Tensor) => unknown,
  parameters: readonly Named[],
  isOneGraph: boolean,
): Before | null {
  const leaf = isOneGraph ? predictions : leafOf(predictions);
  const { tensor, names } = differentiable(evaluate(leaf));
  const count = numelOf(tensor.shape);
  if (count < 2 || !tensor.requires_grad) return null;
  const tensors = parameters.map((named) => named.tensor);
  const size = Math.min(count, MOST_COMPONENTS);
  const chosen = Array.from({ length: size }, (_, i) => Math.floor((i * count) / size));
  // Of more than can be aggregated, no more gradients are made than are looked at.
  const isPicked = count > handlingLimits.components.max;
  const looked = isPicked ? take(tensor, Tensor.of(Float64Array.from(chosen), [size], "int64")) : tensor;
  const all = isOneGraph ? gradientRows(looked, tensors) : jacobianOf(outerOf(looked, leaf), predictions, tensors);
  const width = all.shape[1];
  const rows = new Float32Array(size * width);
  const from = toContiguousData(all);
  chosen.forEach((component, i) => {
    const row = isPicked ? i : component;
    rows.set(from.subarray(row * width, (row + 1) * width), i * width);
  });
  const matrix = Tensor.of(rows, [size, width], "float32");
  const gramian = product32(matrix, matrix, [size, size], { turnsB: true });
  const values = toContiguousData(tensor);
  return {
    count,
    chosen,
    values: Float64Array.from(chosen, (component) => values[component]),
    jacobian: Float64Array.from(rows),
    gramian: Float64Array.from(toContiguousData(gramian)),
    names,
    parameters: valuesOf(parameters),
  };
}

/** What else a report says of a step. */
export interface After {
  /** Rows in the data set, where there is a component for each sample of the batch. */
  readonly samples: readonly number[];
  /** null where no step was taken: the lane refuses vectors. */
  readonly step: {
    readonly weights: Float64Array | null;
    /** The components' values after it, on the same batch. */
    readonly values: ArrayLike<number>;
  } | null;
  readonly parameters: readonly Named[];
  /** Which parameter's gradients are shown; -1 to choose. */
  readonly parameter: number;
}

export function reportOf(before: Before, after: After): { readonly report: GradientsReport; readonly shown: number } {
  const { count, chosen, gramian, jacobian } = before;
  const m = chosen.length;
  const n = jacobian.length / m;
  // A batch is in no order, so those that agree stand together; components with names stay as they were named.
  const order = before.names === null ? similarOrder(gramian, m) : naturalOrder(m);
  const map = heatMapOf(cosinesOf(gramian, m), m, order, bounds.cosineRows);
  const summary = conflictSummary(gramian, m);
  const shown = after.parameter >= 0 ? after.parameter : mostTorn(jacobian, m, n);
  const { step } = after;
  const report: GradientsReport = {
    components: count,
    names: before.names,
    samples: after.samples.length === count ? after.samples : null,
    cosines: {
      size: map.size,
      values: Array.from(map.cells),
      rows: Array.from({ length: map.size }, (_, r) =>
        Array.from(map.order.subarray(map.starts[r], map.starts[r + 1]), (place) => chosen[place]),
      ),
    },
    pairsInConflict: summary.pairs === 0 ? 0 : summary.conflicting / summary.pairs,
    signDisagreement: signDisagreement(jacobian, m, n),
    parameter: parameterOf(before, after, shown, m, n),
    weights: weightsOf(step?.weights ?? null),
    predicted: step === null ? null : predictedOf(before, after, m, n),
    measured: step === null ? null : chosen.map((component, i) => step.values[component] - before.values[i]),
  };
  return { report, shown };
}

/** More than can be looked at are all one number: aggregators that weigh each take no more. */
const weightsOf = (weights: Float64Array | null): number[] | null =>
  weights === null || weights.length > bounds.components ? null : Array.from(weights);

/** To first order, by the way the parameters really went. */
function predictedOf(before: Before, after: After, m: number, n: number): number[] {
  const now = valuesOf(after.parameters);
  return Array.from({ length: m }, (_, i) => {
    let change = 0;
    for (let k = 0; k < n; k++) change += before.jacobian[i * n + k] * (now[k] - before.parameters[k]);
    return change;
  });
}

function parameterOf(before: Before, after: After, shown: number, m: number, n: number): ParameterGradients {
  const place = placeOf(after.parameters, shown);
  const { grad } = place.tensor;
  const chosen = after.step === null || grad === null ? null : Number(toContiguousData(grad)[place.index]);
  const { counts, edges } = parameterHistogram(before.jacobian, m, n, shown, chosen ?? 0);
  return { name: place.name, bins: counts, edges, chosen };
}

/** The parameter whose gradients are the largest altogether while the components disagree about its sign the most. */
function mostTorn(jacobian: Float64Array, m: number, n: number): number {
  let [best, most] = [0, -1];
  for (let k = 0; k < n; k++) {
    let [sizes, sum] = [0, 0];
    for (let i = 0; i < m; i++) {
      sizes += Math.abs(jacobian[i * n + k]);
      sum += jacobian[i * n + k];
    }
    if (sizes - Math.abs(sum) > most) [best, most] = [k, sizes - Math.abs(sum)];
  }
  return best;
}

function placeOf(parameters: readonly Named[], column: number): { name: string; tensor: Tensor; index: number } {
  let index = column;
  for (const { name, tensor } of parameters) {
    const length = numelOf(tensor.shape);
    if (index < length) {
      const last = tensor.shape[tensor.shape.length - 1];
      const at = tensor.shape.length === 2 ? `${Math.floor(index / last)}, ${index % last}` : String(index);
      return { name: `${name}[${at}]`, tensor, index };
    }
    index -= length;
  }
  throw new Error("internal: no such parameter");
}

function valuesOf(parameters: readonly Named[]): Float64Array {
  const length = parameters.reduce((sum, { tensor }) => sum + numelOf(tensor.shape), 0);
  const values = new Float64Array(length);
  let at = 0;
  for (const { tensor } of parameters) {
    values.set(toContiguousData(tensor), at);
    at += numelOf(tensor.shape);
  }
  return values;
}
