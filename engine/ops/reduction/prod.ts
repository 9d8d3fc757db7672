/** @file Products of elements. */

import { type Fold, reduce } from "../../kernels/reduce.ts";
import { type DType, isFloating } from "../../tensor/dtype.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { eq } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { reshape, transpose, unsqueeze } from "../indexing/movement.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish } from "../op.ts";
import { div, mul } from "../pointwise/arithmetic.ts";
import { Saved } from "../saved.ts";
import { byDim } from "./dim-label.ts";
import { dimsOf, doc, overOne, withDims } from "./reduction.ts";

const typed = { name: "dtype", kind: "dtype", default: null } as const;

export const prod = defineOp(
  {
    name: "prod",
    lists: ["wrong"],
    label: byDim("Prod"),
    doc: doc("prod", "The product of the elements.", "Π x", {
      kink: "defined at zeros too: the product of the others",
    }),
    params: [...overOne, typed],
    samples: [
      { shapes: [[2, 3]], range: [0.5, 2] },
      { shapes: [[2, 3]], args: [1], range: [0.5, 2] },
    ],
  },
  (op) =>
    (given: Tensor, dim: number | null = null, keepdim = false, dtype: DType | null = null): Tensor => {
      const x = dtype === null ? given : cast(given, dtype);
      const dims = dimsOf("prod", x, dim);
      const fold: Fold = (data, start, length) => {
        let product = 1;
        for (let i = start; i < start + length; i++) product *= data[i];
        return product;
      };
      const output = reduce(fold, x, dims, keepdim, isFloating(x.dtype) ? x.dtype : "int64");
      const saved = new Saved("prod", [x, output]);
      return finish(op, [x], output, (grad) => {
        const self = saved.read(0);
        const isZero = eq(self, 0);
        if (!toContiguousData(isZero).some((zero) => zero !== 0))
          return div(mul(withDims(grad, x.shape, dims), withDims(saved.read(1), x.shape, dims)), self);
        return mul(withDims(grad, x.shape, dims), productOfOthers(self, dims));
      });
    },
);

/** For every element the product of all others along the dims: what a zero among them needs. */
function productOfOthers(x: Tensor, dims: readonly number[]): Tensor {
  const [flat, restore] = asRows(x, dims);
  const n = flat.shape[1];
  // Row i of the square holds the row's elements, with 1 in the place of the i-th.
  const square = where(identity(n), 1, unsqueeze(flat, 1));
  return restore(prod(square, 2));
}

/** x as [rows, length], the dims reduced over in the second, and the way back. */
function asRows(x: Tensor, dims: readonly number[]): [Tensor, (rows: Tensor) => Tensor] {
  if (dims.length === x.shape.length) return [reshape(x, [1, -1]), (rows) => reshape(rows, x.shape)];
  const last = x.shape.length - 1;
  const moved = transpose(x, dims[0], last);
  return [reshape(moved, [-1, x.shape[dims[0]]]), (rows) => transpose(reshape(rows, moved.shape), dims[0], last)];
}

function identity(n: number): Tensor {
  const data = new Uint8Array(n * n);
  for (let i = 0; i < n; i++) data[i * (n + 1)] = 1;
  return Tensor.of(data, [n, n], "bool");
}
