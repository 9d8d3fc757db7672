/** @file Shapes made alike: broadcast, summed back, or given the dims that lack. */
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes, formatShape, type Shape, sameShape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { broadcast_to, reshape, unsqueeze } from "../indexing/movement.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { defineOp } from "../op.ts";
import { sum } from "../reduction/reduction.ts";

export const broadcast_tensors = defineOp(
  {
    name: "broadcast_tensors",
    doc: opDoc(
      "Tensors expanded to the shape that they broadcast to.",
      "the same elements",
      "as many tensors, of one shape",
      "torch.broadcast_tensors(predictions, targets)",
      "jnp.broadcast_arrays(*xs)",
      "np.broadcast_arrays(*xs)",
    ),
    params: [{ name: "tensors", kind: "tensors", variadic: true }],
    places: ["torch"],
    returns: "Tensor[]",
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[]): Tensor[] => {
      const shape = tensors.map((x) => x.shape).reduce((a, b) => broadcastShapes("broadcast_tensors", a, b));
      return tensors.map((x) => (sameShape(x.shape, shape) ? x : broadcast_to(x, shape)));
    },
);

export const sum_to_size = defineOp(
  {
    name: "sum_to_size",
    doc: opDoc(
      "Summed over the dims that broadcasting a tensor of this size would add.",
      "Σ x over the dims that are 1 or absent in size",
      "size, which must broadcast to the shape of input",
      "predictions.sum_to_size(1, 1)",
      null,
      null,
    ),
    params: [input, { name: "size", kind: "sizes" }],
    places: ["method"],
    samples: [
      { shapes: [[2, 3]], args: [[1, 3]] },
      { shapes: [[2, 3, 2]], args: [[3, 1]] },
    ],
  },
  () =>
    (x: Tensor, size: Shape): Tensor => {
      const added = x.shape.length - size.length;
      if (added < 0 || size.some((n, d) => n !== 1 && n !== x.shape[d + added]))
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "sum_to_size",
          shapes: [x.shape, size],
          message: `sum_to_size: takes a size that broadcasts to ${formatShape(x.shape)}, got ${formatShape(size)}`,
          pytorch: `size {${formatShape(size)}} is not expandable to size {${formatShape(x.shape)}}.`,
        });
      const dims = x.shape.flatMap((n, d) => (d < added || (size[d - added] === 1 && n !== 1) ? [d] : []));
      return reshape(dims.length === 0 ? x : sum(x, dims, true), size);
    },
);

function atLeast(rank: 1 | 2 | 3) {
  const name = `atleast_${rank}d` as const;
  return defineOp(
    {
      name,
      doc: opDoc(
        `With ${rank === 1 ? "a dim" : `${rank} dims`}, where there are fewer.`,
        "the same elements",
        [
          "[1] for a scalar",
          "[1, 1] for a scalar, [1, n] for [n]",
          "[1, 1, 1] for a scalar, [1, n, 1] for [n], [n, m, 1] for [n, m]",
        ][rank - 1],
        `torch.${name}(predictions)`,
        `jnp.${name}(x)`,
        `np.${name}(x)`,
      ),
      params: [input],
      places: ["torch"],
      samples: [{ shapes: [[]] }, { shapes: [[3]] }, { shapes: [[2, 3]] }],
    },
    () =>
      (x: Tensor): Tensor => {
        if (x.shape.length >= rank) return x;
        if (x.shape.length === 0) return reshape(x, new Array<number>(rank).fill(1));
        return rank === 3 && x.shape.length === 2
          ? unsqueeze(x, -1)
          : rank === 3
            ? reshape(x, [1, -1, 1])
            : unsqueeze(x, 0);
      },
  );
}

export const atleast_1d = atLeast(1);
export const atleast_2d = atLeast(2);
export const atleast_3d = atLeast(3);
