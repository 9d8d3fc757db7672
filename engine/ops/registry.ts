/** @file Every op there is. Namespaces, typings, docs, argument binding and tests are derived from this table. */

import { dot, linear, matmul } from "./blas/linear-algebra.ts";
import * as products from "./blas/products.ts";
import * as closeness from "./comparison/closeness.ts";
import * as compare from "./comparison/compare.ts";
import { fmax, fmin, maximum, minimum } from "./comparison/maximum.ts";
import * as sorting from "./comparison/sorting.ts";
import * as complexOps from "./complex/index.ts";
import { bool, clone, cpu, detach, double, float, int, item, long, to, tolist, type, type_as } from "./convert.ts";
import * as creation from "./creation/creation.ts";
import * as creationLike from "./creation/creation-like.ts";
import * as activations from "./functional/activations.ts";
import * as adaptivePooling from "./functional/adaptive-pooling.ts";
import * as binaryLikelihoods from "./functional/binary-likelihoods.ts";
import * as classLikelihoods from "./functional/class-likelihoods.ts";
import { conv2d } from "./functional/convolution.ts";
import { ctc_loss } from "./functional/ctc.ts";
import * as distances from "./functional/distances.ts";
import * as gates from "./functional/gates.ts";
import * as likelihoods from "./functional/likelihoods.ts";
import * as losses from "./functional/losses.ts";
import * as margins from "./functional/margins.ts";
import * as normalisation from "./functional/normalisation.ts";
import * as padding from "./functional/padding.ts";
import * as piecewiseActivations from "./functional/piecewise-activations.ts";
import * as pooling from "./functional/pooling.ts";
import * as resampling from "./functional/resampling.ts";
import * as smoothActivations from "./functional/smooth-activations.ts";
import * as softmax from "./functional/softmax.ts";
import * as gathering from "./indexing/gathering.ts";
import * as indexing from "./indexing/indexing.ts";
import * as masking from "./indexing/masking.ts";
import * as movement from "./indexing/movement.ts";
import * as parts from "./indexing/parts.ts";
import * as reordering from "./indexing/reordering.ts";
import * as scattering from "./indexing/scattering.ts";
import * as slices from "./indexing/slices.ts";
import * as splitting from "./indexing/splitting.ts";
import * as stacking from "./indexing/stacking.ts";
import { unfold } from "./indexing/unfold.ts";
import { where } from "./indexing/where.ts";
import * as linalg from "./linalg/index.ts";
import type { Op, OpFunction } from "./op.ts";
import * as assembling from "./other/assembling.ts";
import * as broadcasting from "./other/broadcasting.ts";
import * as counting from "./other/counting.ts";
import * as covariance from "./other/covariance.ts";
import * as cumulative from "./other/cumulative.ts";
import * as einsums from "./other/einsum.ts";
import { cartesian_prod, combinations, meshgrid } from "./other/grids.ts";
import { histc } from "./other/histogram.ts";
import { kron } from "./other/kron.ts";
import * as repeating from "./other/repeating.ts";
import * as triangles from "./other/triangles.ts";
import * as arithmetic from "./pointwise/arithmetic.ts";
import * as bitwise from "./pointwise/bitwise.ts";
import { clamp, clamp_max, clamp_min } from "./pointwise/clamp.ts";
import { floor_divide } from "./pointwise/floor-divide.ts";
import { logit } from "./pointwise/logit.ts";
import { nan_to_num } from "./pointwise/nan-to-num.ts";
import * as pointwiseBinary from "./pointwise/pointwise-binary.ts";
import * as pointwiseTernary from "./pointwise/pointwise-ternary.ts";
import * as polygammas from "./pointwise/polygamma.ts";
import { pow } from "./pointwise/pow.ts";
import { fmod, remainder } from "./pointwise/remainder.ts";
import * as rounding from "./pointwise/rounding.ts";
import { rsub } from "./pointwise/rsub.ts";
import { sigmoid } from "./pointwise/sigmoid.ts";
import * as specialFunctions from "./pointwise/special-functions.ts";
import * as specialNamespace from "./pointwise/special-namespace.ts";
import * as trigonometry from "./pointwise/trigonometry.ts";
import * as unary from "./pointwise/unary.ts";
import * as nanReductions from "./reduction/nan-reduction.ts";
import * as norms from "./reduction/norm.ts";
import * as orderStatistics from "./reduction/order-statistics.ts";
import { prod } from "./reduction/prod.ts";
import { nanquantile, quantile } from "./reduction/quantile.ts";
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
} from "./reduction/reduction.ts";
import * as truthReductions from "./reduction/truth-reduction.ts";

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
