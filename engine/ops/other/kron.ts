/** @file Kronecker's product. */
import type { Tensor } from "../../tensor/tensor.ts";
import { doc, input } from "../blas/product-doc.ts";
import { reshape } from "../indexing/movement.ts";
import { defineOp } from "../op.ts";
import { mul } from "../pointwise/arithmetic.ts";

export const kron = defineOp(
  {
    name: "kron",
    label: "UnsafeViewBackward0",
    doc: doc(
      "Every element of the first times the whole of the second, as blocks.",
      "y[i·p + k, j·q + l] = a[i, j] · b[k, l]",
      "sizes multiply, dim by dim; dims that lack count as 1 in front",
      "torch.kron(torch.eye(2), predictions)",
      "jnp.kron(a, b)",
    ),
    params: [input, { name: "other", kind: "tensor" }],
    samples: [
      {
        shapes: [
          [2, 3],
          [2, 2],
        ],
      },
      { shapes: [[2], [3, 2]] },
    ],
  },
  () =>
    (a: Tensor, b: Tensor): Tensor => {
      const rank = Math.max(a.shape.length, b.shape.length);
      const full = (x: Tensor) => [...new Array<number>(rank - x.shape.length).fill(1), ...x.shape];
      const [left, right] = [full(a), full(b)];
      const spread = reshape(
        a,
        left.flatMap((size) => [size, 1]),
      );
      const tiled = reshape(
        b,
        right.flatMap((size) => [1, size]),
      );
      return reshape(
        mul(spread, tiled),
        left.map((size, i) => size * right[i]),
      );
    },
);
