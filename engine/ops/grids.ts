/** @file Every element of one tensor with every element of others. */
import { numelOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import { expand, reshape, transpose } from "./movement.ts";
import { opDoc } from "./movement-doc.ts";
import { defineOp } from "./op.ts";

export const meshgrid = defineOp(
  {
    name: "meshgrid",
    doc: opDoc(
      "Vectors as coordinates of a grid.",
      "the same elements",
      "as many tensors as vectors, each of all their sizes",
      'torch.meshgrid([x, y], { indexing: "ij" })',
      "jnp.meshgrid(*xs, indexing='ij')",
      "np.meshgrid(*xs, indexing='ij')",
    ),
    params: [
      { name: "tensors", kind: "tensors", variadic: true },
      { name: "indexing", kind: "text", default: null },
    ],
    places: ["torch"],
    returns: "Tensor[]",
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[], indexing: string | null = null): Tensor[] => {
      if (indexing === null) {
        warn(
          "UserWarning",
          "torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.",
        );
      }
      const shape = tensors.map((x) => numelOf(x.shape));
      const grids = tensors.map((x, i) =>
        expand(
          reshape(
            x,
            shape.map((_, d) => (d === i ? -1 : 1)),
          ),
          shape,
        ),
      );
      return indexing === "xy" && shape.length > 1 ? grids.map((grid) => transpose(grid, 0, 1)) : grids;
    },
);
