/** @file Every op there is. Namespaces, typings, docs, argument binding and tests are derived from this table. */

import * as activations from "./activations.ts";
import * as adaptivePooling from "./adaptive-pooling.ts";
import * as arithmetic from "./arithmetic.ts";
import * as assembling from "./assembling.ts";
import * as binaryLikelihoods from "./binary-likelihoods.ts";
import * as bitwise from "./bitwise.ts";
import * as broadcasting from "./broadcasting.ts";
import { clamp, clamp_max, clamp_min } from "./clamp.ts";
import * as classLikelihoods from "./class-likelihoods.ts";
import * as closeness from "./closeness.ts";
import * as compare from "./compare.ts";
import { bool, clone, cpu, detach, double, float, int, item, long, to, tolist, type, type_as } from "./convert.ts";
import * as complexOps from "./complex/index.ts";
import { conv2d } from "./convolution.ts";
import * as counting from "./counting.ts";
import * as covariance from "./covariance.ts";
import * as creation from "./creation.ts";
import * as creationLike from "./creation-like.ts";
import { ctc_loss } from "./ctc.ts";
import * as cumulative from "./cumulative.ts";
import * as distances from "./distances.ts";
import * as einsums from "./einsum.ts";
import { floor_divide } from "./floor-divide.ts";
import * as gates from "./gates.ts";
import * as gathering from "./gathering.ts";
import { cartesian_prod, combinations, meshgrid } from "./grids.ts";
import { histc } from "./histogram.ts";
import * as indexing from "./indexing.ts";
import { kron } from "./kron.ts";
import * as likelihoods from "./likelihoods.ts";
import * as linalg from "./linalg/index.ts";
import { dot, linear, matmul } from "./linear-algebra.ts";
import { logit } from "./logit.ts";
import * as losses from "./losses.ts";
import * as margins from "./margins.ts";
import * as masking from "./masking.ts";
import { fmax, fmin, maximum, minimum } from "./maximum.ts";
import * as movement from "./movement.ts";
import * as nanReductions from "./nan-reduction.ts";
import { nan_to_num } from "./nan-to-num.ts";
import * as normalisation from "./normalisation.ts";
import * as norms from "./norm.ts";
import type { Op, OpFunction } from "./op.ts";
import * as orderStatistics from "./order-statistics.ts";
import * as padding from "./padding.ts";
import * as parts from "./parts.ts";
import * as piecewiseActivations from "./piecewise-activations.ts";
import * as pointwiseBinary from "./pointwise-binary.ts";
import * as pointwiseTernary from "./pointwise-ternary.ts";
import * as pooling from "./pooling.ts";
import * as polygammas from "./polygamma.ts";
import { pow } from "./pow.ts";
import { prod } from "./prod.ts";
import * as products from "./products.ts";
import { nanquantile, quantile } from "./quantile.ts";
import {
  amax,
  amin,
  argmax,
  argmin,
  logsumexp,
  max,
  mean,
  min,
  std,
  std_mean,
  sum,
  var_mean,
  variance,
} from "./reduction.ts";
import { fmod, remainder } from "./remainder.ts";
import * as reordering from "./reordering.ts";
import * as repeating from "./repeating.ts";
import * as resampling from "./resampling.ts";
import * as rounding from "./rounding.ts";
import { rsub } from "./rsub.ts";
import * as scattering from "./scattering.ts";
import { sigmoid } from "./sigmoid.ts";
import * as slices from "./slices.ts";
import * as smoothActivations from "./smooth-activations.ts";
import * as softmax from "./softmax.ts";
import * as sorting from "./sorting.ts";
import * as specialFunctions from "./special-functions.ts";
import * as specialNamespace from "./special-namespace.ts";
import * as splitting from "./splitting.ts";
import * as stacking from "./stacking.ts";
import * as triangles from "./triangles.ts";
import * as trigonometry from "./trigonometry.ts";
import * as truthReductions from "./truth-reduction.ts";
import * as unary from "./unary.ts";
import { unfold } from "./unfold.ts";
import { where } from "./where.ts";

/** In the order of the reference. */
const families = [
  [
    "Arithmetic",
    arithmetic,
    { floor_divide, rsub },
    { maximum, minimum, fmax, fmin, remainder, fmod, pow, where },
    pointwiseBinary,
    pointwiseTernary,
    bitwise,
    closeness,
  ],
  ["Powers, exponentials, logarithms", unary],
  ["Trigonometric and hyperbolic", trigonometry],
  ["Error and gamma functions", specialFunctions, specialNamespace, polygammas],
  ["Bounds and rounding", { clamp, clamp_min, clamp_max, logit, nan_to_num }, rounding],
  ["Comparison and logic", compare],
  [
    "Reductions",
    { sum, mean, variance, std, max, min, amax, amin, argmax, argmin, logsumexp, var_mean, std_mean },
    norms,
    { prod },
    truthReductions,
    nanReductions,
    orderStatistics,
    { quantile, nanquantile },
    covariance,
  ],
  ["Running sums and extremes", cumulative],
  ["Order", sorting],
  ["Shape", movement, broadcasting, slices],
  ["Indexing and gathering", indexing, gathering, scattering, masking],
  [
    "Parts and order",
    splitting,
    parts,
    stacking,
    { meshgrid, cartesian_prod, combinations, unfold },
    reordering,
    repeating,
    triangles,
    padding,
    counting,
    { histc },
    assembling,
  ],
  ["Matrix products", { matmul, linear, dot }, products, { kron }, einsums],
  ["Matrices", linalg],
  ["Complex numbers and Fourier transforms", complexOps],
  ["Activations", activations, piecewiseActivations, smoothActivations, gates, { sigmoid }, softmax],
  ["Distances and layers", distances, { conv2d }, pooling, adaptivePooling, normalisation, resampling],
  ["Regression losses", losses],
  ["Likelihood losses", classLikelihoods, binaryLikelihoods, likelihoods, { ctc_loss }],
  ["Margin losses", margins],
  ["Conversion", { to, float, double, long, int, bool, type, type_as, cpu, detach, clone, item, tolist }],
  ["Creation", creation, creationLike],
] as const satisfies readonly (readonly [title: string, ...members: Readonly<Record<string, unknown>>[]])[];

type OpsIn<M> = M extends object ? { [K in keyof M]: M[K] extends { readonly op: Op } ? K : never }[keyof M] : never;

/** What the code calls an op (its own name, but for what JavaScript reserves): a table with these keys forgets none. */
export type OpKey = OpsIn<Exclude<(typeof families)[number][number], string>>;

export interface RegisteredOp {
  readonly op: Op;
  readonly call: (...args: never[]) => unknown;
}

const isOpKey = (key: string, value: unknown): key is OpKey => isOp(value) && key !== "";

function isOp(value: unknown): value is OpFunction<(...args: never[]) => unknown> {
  return typeof value === "function" && "op" in value;
}

function collect(): ReadonlyMap<string, RegisteredOp> {
  const found = new Map<string, RegisteredOp>();
  for (const [, ...members] of families) {
    for (const call of members.flatMap((member) => Object.values(member))) {
      if (!isOp(call)) continue;
      for (const name of [call.op.name, ...call.op.aliases]) {
        if (found.has(name)) throw new Error(`internal: two ops are called ${name}`);
        found.set(name, { op: name === call.op.name ? call.op : { ...call.op, name, aliases: [] }, call });
      }
    }
  }
  return found;
}

export const registry = collect();

/** By an op's name, or another name of it. */
export const opKeys: ReadonlyMap<string, OpKey> = new Map(
  families.flatMap(([, ...members]) =>
    members.flatMap((member) =>
      Object.entries<unknown>(member).flatMap(([key, value]) =>
        isOp(value) && isOpKey(key, value)
          ? [value.op.name, ...value.op.aliases].map((name): [string, OpKey] => [name, key])
          : [],
      ),
    ),
  ),
);

export function gradientKind(op: string): Op["gradient"] {
  return registry.get(op)?.op.gradient ?? "none";
}

export function isBroadcasting(op: string): boolean {
  return registry.get(op)?.op.broadcasts ?? false;
}

export function isElementwise(op: string): boolean {
  return registry.get(op)?.op.elementwise ?? false;
}

export interface Family {
  readonly title: string;
  readonly ops: readonly Op[];
}

/** Every op once, under its own name. */
export const opFamilies: readonly Family[] = families.map(([title, ...members]) => ({
  title,
  ops: members.flatMap((member) => Object.values(member).flatMap((call) => (isOp(call) ? [call.op] : []))),
}));
