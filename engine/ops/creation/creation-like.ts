/** @file Tensors made in the likeness of others. */
import type { DType } from "../../tensor/dtype.ts";
import type { Shape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { NestedNumbers } from "../convert.ts";
import { defineOp } from "../op.ts";
import { constant, tensor } from "./creation.ts";
import { doc, made, options } from "./creation-doc.ts";

function like(name: string, value: number) {
  return defineOp(
    {
      name,
      doc: doc(
        `${value === 0 ? "Zeros" : "Ones"} in the shape and dtype of another tensor.`,
        "same as input",
        `torch.${name}(predictions)`,
        `np.${name}(x)`,
      ),
      params: [{ name: "input", kind: "tensor" }, ...options, { name: "memory_format", kind: "text", default: null }],
      places: ["torch"],
      gradient: "none",
      samples: [],
    },
    () =>
      (input: Tensor, dtype: DType | null = null, requiresGrad = false): Tensor =>
        made(constant(input.shape, value, dtype ?? input.dtype), requiresGrad),
  );
}

export const zeros_like = like("zeros_like", 0);

export const empty_like = like("empty_like", 0);

export const ones_like = like("ones_like", 1);

export const full_like = defineOp(
  {
    name: "full_like",
    doc: doc(
      "One number in the shape and dtype of another tensor.",
      "same as input",
      "torch.full_like(predictions, 0.5)",
      "np.full_like(x, value)",
    ),
    params: [{ name: "input", kind: "tensor" }, { name: "fill_value", kind: "number" }, ...options],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    (input: Tensor, value: number, dtype: DType | null = null, requiresGrad = false): Tensor =>
      made(constant(input.shape, value, dtype ?? input.dtype), requiresGrad),
);

/** x.new_zeros(2): like torch.zeros, in the dtype of x. */
function newOf(name: "new_zeros" | "new_ones" | "new_empty", value: number) {
  return defineOp(
    {
      name,
      doc: doc(
        `${value === 0 ? "Zeros" : "Ones"} in the dtype of another tensor.`,
        "the sizes given",
        `predictions.${name}(3)`,
        null,
      ),
      params: [{ name: "input", kind: "tensor" }, { name: "size", kind: "sizes" }, ...options],
      places: ["method"],
      gradient: "none",
      samples: [],
    },
    () =>
      (input: Tensor, size: Shape, dtype: DType | null = null, requiresGrad = false): Tensor =>
        made(constant(size, value, dtype ?? input.dtype), requiresGrad),
  );
}

export const new_zeros = newOf("new_zeros", 0);

export const new_ones = newOf("new_ones", 1);

export const new_empty = newOf("new_empty", 0);

export const new_full = defineOp(
  {
    name: "new_full",
    doc: doc("One number in the dtype of another tensor.", "the sizes given", "predictions.new_full([3], 0.5)", null),
    params: [
      { name: "input", kind: "tensor" },
      { name: "size", kind: "shape" },
      { name: "fill_value", kind: "number" },
      ...options,
    ],
    places: ["method"],
    gradient: "none",
    samples: [],
  },
  () =>
    (input: Tensor, size: Shape, value: number, dtype: DType | null = null, requiresGrad = false): Tensor =>
      made(constant(size, value, dtype ?? input.dtype), requiresGrad),
);

export const new_tensor = defineOp(
  {
    name: "new_tensor",
    doc: doc(
      "A tensor of the numbers given, in the dtype of another tensor.",
      "as the arrays are nested",
      "predictions.new_tensor([1, 2])",
      null,
    ),
    params: [{ name: "input", kind: "tensor" }, { name: "data", kind: "data" }, ...options],
    places: ["method"],
    gradient: "none",
    samples: [],
  },
  () =>
    (input: Tensor, data: NestedNumbers | Tensor, dtype: DType | null = null, requiresGrad = false): Tensor =>
      tensor(data, dtype ?? input.dtype, requiresGrad),
);
