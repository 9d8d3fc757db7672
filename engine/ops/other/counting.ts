/** @file Class indices as rows, and how often each occurs. */
import { allocate } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { requireIndex, requireRange } from "../indexing/index-checks.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { defineOp } from "../op.ts";

export const one_hot = defineOp(
  {
    name: "one_hot",
    doc: opDoc(
      "A row of zeros with a one for every class label.",
      "y_ij = 1 if x_i = j, else 0",
      "a last dim of num_classes added",
      "F.one_hot(labels, 4).float()",
      "jax.nn.one_hot(x, num_classes)",
      "np.eye(num_classes)[x]",
    ),
    params: [input, { name: "num_classes", kind: "dim", default: -1 }],
    places: ["F"],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, classes = -1): Tensor => {
      requireIndex("one_hot", x);
      const labels = toContiguousData(x);
      if (labels.length === 0 && classes === -1)
        throw new EngineError({
          type: "RuntimeError",
          code: "empty",
          op: "one_hot",
          message: "one_hot: an empty tensor does not say how many classes there are",
          hint: "Give num_classes.",
          pytorch: "Can not infer total number of classes from empty tensor.",
        });
      const count = classes === -1 ? Math.max(...labels) + 1 : classes;
      requireRange("one_hot", x, count, x.shape.length);
      const data = allocate("int64", labels.length * count);
      labels.forEach((label, i) => {
        data[i * count + label] = 1;
      });
      return Tensor.of(data, [...x.shape, count], "int64");
    },
);

export const bincount = defineOp(
  {
    name: "bincount",
    doc: opDoc(
      "How often each integer occurs.",
      "y_j = #{x = j}, or the sum of their weights",
      "[largest + 1, at least minlength]",
      "labels.bincount()",
      "jnp.bincount(x)",
      "np.bincount(x)",
    ),
    params: [input, { name: "weights", kind: "tensor", default: null }, { name: "minlength", kind: "dim", default: 0 }],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, weights: Tensor | null = null, least = 0): Tensor => {
      requireIndex("bincount", x);
      const labels = toContiguousData(x);
      const length = Math.max(least, labels.length === 0 ? 0 : Math.max(...labels) + 1);
      const data = new Float64Array(length);
      const share = weights === null ? null : toContiguousData(weights);
      labels.forEach((label, i) => {
        data[label] += share === null ? 1 : share[i];
      });
      return Tensor.of(data, [length], weights === null ? "int64" : "float64");
    },
);
