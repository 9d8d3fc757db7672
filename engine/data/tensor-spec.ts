/** @file A tensor as it is described: shape, dtype, and what fills it. `described-tensor.ts` makes it. */

export const specDtypes = ["float32", "int64", "bool"] as const;
export type SpecDtype = (typeof specDtypes)[number];

export type Fill =
  /** randn */
  | { readonly kind: "normal" }
  /** rand: from 0, below 1 */
  | { readonly kind: "uniform" }
  /** randint: whole numbers from 0, below `below` */
  | { readonly kind: "integers"; readonly below: number }
  /** A one at a random place of the last dim. */
  | { readonly kind: "one-hot" }
  | { readonly kind: "zeros" }
  | { readonly kind: "ones" }
  /** In order; begun again where it is too short. */
  | { readonly kind: "list"; readonly values: readonly number[] }
  /** 1 with probability p, else 0. */
  | { readonly kind: "mask"; readonly p: number }
  /** Positive, and 1 in all along the last dim. */
  | { readonly kind: "simplex" }
  /** Corners x1, y1, x2, y2 in the last dim, x1 < x2 and y1 < y2, between 0 and 1. */
  | { readonly kind: "boxes" };

export type FillKind = Fill["kind"];

export interface TensorSpec {
  readonly shape: readonly number[];
  readonly dtype: SpecDtype;
  readonly fill: Fill;
  readonly seed: number;
}

export const specLimits = {
  tensors: { min: 1, max: 12 },
  dims: { min: 0, max: 6 },
  size: { min: 1, max: 4096 },
  numel: 65_536,
  below: { min: 1, max: 100_000 },
  p: { min: 0, max: 1 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  values: { min: 1, max: 4096 },
  value: { min: -1e12, max: 1e12 },
} as const;
