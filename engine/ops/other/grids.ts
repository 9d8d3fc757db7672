/** @file Every element of one tensor with every element of others. */
import { EngineError } from "../../tensor/errors.ts";
import { formatShape, numelOf } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { expand, flatten, reshape, transpose } from "../indexing/movement.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { pick } from "../indexing/pick.ts";
import { stack } from "../indexing/slices.ts";
import { defineOp } from "../op.ts";

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
      const matrix = tensors.find((x) => x.shape.length > 1);
      if (matrix !== undefined)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "meshgrid",
          message: `meshgrid: takes vectors, got a tensor of shape ${formatShape(matrix.shape)}`,
          hint: "Flatten it first.",
          pytorch: `torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  ${Array.from(toContiguousData(matrix)).slice(0, matrix.shape.at(-1)).join("  ")}`,
        });
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

export const cartesian_prod = defineOp(
  {
    name: "cartesian_prod",
    doc: opDoc(
      "Every element of a vector with every element of the others, a row each.",
      "the same elements",
      "[n], [m], … to [n · m · …, vectors]; one vector stays as it is",
      "torch.cartesian_prod(predictions.flatten(), targets.flatten())",
      null,
      "np.array(list(itertools.product(*xs)))",
    ),
    params: [{ name: "tensors", kind: "tensors", variadic: true }],
    places: ["torch"],
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[]): Tensor => {
      for (const x of tensors)
        if (x.shape.length !== 1)
          throw new EngineError({
            type: "RuntimeError",
            code: "shape",
            op: "cartesian_prod",
            shapes: [x.shape],
            message: `cartesian_prod: takes vectors, got a tensor of shape ${formatShape(x.shape)}`,
            pytorch: `Expect a 1D vector, but got shape ${formatShape(x.shape)}`,
          });
      if (tensors.length === 1) return tensors[0];
      return stack(
        meshgrid(tensors, "ij").map((grid) => flatten(grid)),
        1,
      );
    },
);

export const combinations = defineOp(
  {
    name: "combinations",
    doc: opDoc(
      "Every choice of r elements of a vector, a row each.",
      "the same elements",
      "[n] to [n over r, r]; with replacement an element may come again",
      "torch.combinations(targets.flatten())",
      null,
      "np.array(list(itertools.combinations(x, r)))",
    ),
    params: [input, { name: "r", kind: "dim", default: 2 }, { name: "with_replacement", kind: "bool", default: false }],
    places: ["torch"],
    samples: [{ shapes: [[4]] }, { shapes: [[4]], args: [3] }, { shapes: [[3]], args: [2, true] }],
  },
  (op) =>
    (x: Tensor, r = 2, isRepeated = false): Tensor => {
      const refuse = (message: string, pytorch: string): never => {
        throw new EngineError({ type: "RuntimeError", code: "argument", op: "combinations", message, pytorch });
      };
      if (x.shape.length !== 1)
        refuse(
          `combinations: takes a vector, got a tensor of shape ${formatShape(x.shape)}`,
          `Expect a 1D vector, but got shape ${formatShape(x.shape)}`,
        );
      if (r < 0) refuse(`combinations: r must not be negative, got ${r}`, `Expect a non-negative number, but got ${r}`);
      if (r === 0) return Tensor.zeros([0], x.dtype);
      const places: number[] = [];
      const visit = (from: number, chosen: readonly number[]): void => {
        if (chosen.length === r) places.push(...chosen);
        else for (let i = from; i < x.shape[0]; i++) visit(isRepeated ? i : i + 1, [...chosen, i]);
      };
      visit(0, []);
      return pick(op, x, Int32Array.from(places), [places.length / r, r]);
    },
);
