/** @file Sums and means that pass over NaN. */
import type { Tensor } from "../../tensor/tensor.ts";
import { isnan, logical_not } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { where } from "../indexing/where.ts";
import { defineOp } from "../op.ts";
import { div } from "../pointwise/arithmetic.ts";
import { type Dims, doc, over, sum } from "./reduction.ts";

export const nansum = defineOp(
  {
    name: "nansum",
    label: "NansumBackward0",
    doc: doc("nansum", "The sum of the elements that are not NaN.", "Σ x over x ≠ NaN", { kink: "0 where NaN" }),
    params: over,
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor, dim: Dims = null, keepdim = false): Tensor =>
      sum(where(isnan(x), 0, x), dim, keepdim),
);

export const nanmean = defineOp(
  {
    name: "nanmean",
    doc: doc("nanmean", "The mean of the elements that are not NaN.", "Σ x / n over x ≠ NaN", { kink: "0 where NaN" }),
    params: over,
    samples: [{ shapes: [[2, 3]] }],
  },
  () =>
    (x: Tensor, dim: Dims = null, keepdim = false): Tensor =>
      div(nansum(x, dim, keepdim), cast(sum(logical_not(isnan(x)), dim, keepdim), x.dtype)),
);
