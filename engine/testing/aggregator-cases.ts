/** @file Aggregators on fixed Jacobians: weights, the step, and what it does to each component. */
import { type AggregatorName, aggregatorOf, defaultParameters } from "../vector/aggregators.ts";
import type { RandomSource } from "../vector/context.ts";
import { combine, gramianOf } from "../vector/gramian.ts";
import { AggregatorMemory } from "../vector/memory.ts";
import { difference, type Tolerance } from "./stored.ts";

export interface AggregatorCase {
  readonly id: string;
  /** The name, and its parameters in parentheses: `cagrad(c=0.5)`. */
  readonly aggregator: string;
  readonly jacobian: readonly (readonly number[])[];
  /** Null where the reference has a direction only. */
  readonly weights: readonly number[] | null;
  readonly direction: readonly number[];
  /** J times the direction. */
  readonly per_row: readonly number[];
  readonly tol: Tolerance;
}

const names: Readonly<Record<string, AggregatorName>> = {
  sum: "Sum",
  mean: "Mean",
  upgrad: "UPGrad",
  dualproj: "DualProj",
  mgda: "MGDA",
  pcgrad: "PCGrad",
  cagrad: "CAGrad",
  imtl_g: "IMTLG",
  aligned_mtl: "AlignedMTL",
  config: "ConFIG",
};

/** PCGrad's reference meets the gradients in the order of the rows. The other aggregators here draw nothing. */
const inOrder: RandomSource = {
  permutation: (n) => Array.from({ length: n }, (_, i) => i),
  normal: () => {},
  uniform: () => {},
};

export function aggregatorProblem({ aggregator, jacobian, weights, direction, per_row, tol }: AggregatorCase) {
  const [, name, , c] = /^(\w+?)(\(c=(.+)\)|\(.*\))?$/.exec(aggregator) ?? [];
  const known = aggregatorOf(names[name]);
  if (known.needs === "jacobian" || known.needs === "values") return "is of a kind that has no reference values";
  const [m, n] = [jacobian.length, jacobian[0].length];
  const rows = Float64Array.from(jacobian.flat());
  const gramian = gramianOf(rows, m, n);
  const parameters = c === undefined ? defaultParameters(known) : { c: Number(c) };
  const found = known.weights(gramian, m, {
    random: inOrder,
    columns: n,
    parameters,
    constants: [],
    values: [],
    epoch: 0,
    memory: new AggregatorMemory(),
  });
  const step = combine(rows, m, n, found);
  // Where the rows are more than the columns, other weights can make the same step.
  const ofWeights = weights === null || m > n ? null : difference(found, weights, tol);
  if (ofWeights !== null) return `weights ${ofWeights}`;
  const ofStep = difference(step, direction, tol);
  if (ofStep !== null) return `direction ${ofStep}`;
  const inner = jacobian.map((row) => row.reduce((sum, value, k) => sum + value * step[k], 0));
  // An inner product is as far off as the step, times the row.
  const largest = Math.max(...jacobian.map((row) => Math.hypot(...row)));
  const ofRows = difference(inner, per_row, { rtol: tol.rtol, atol: tol.atol * Math.max(1, largest) });
  return ofRows === null ? null : `per row ${ofRows}`;
}
