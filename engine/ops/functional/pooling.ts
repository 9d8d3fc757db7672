/** @file Pooling of images: one number for each window. */
import type { Tensor } from "../../tensor/tensor.ts";
import { batched, padded, type Size, two, unbatched, windowsOf } from "../complex/windows.ts";
import { reshape } from "../indexing/movement.ts";
import { defineOp, type Param } from "../op.ts";
import { div } from "../pointwise/arithmetic.ts";
import { max, sum } from "../reduction/reduction.ts";

const params: readonly Param[] = [
  { name: "input", kind: "tensor" },
  { name: "kernel_size", kind: "dims" },
  { name: "stride", kind: "dims", default: null },
  { name: "padding", kind: "dims", default: 0 },
];

const shape = "[n, c, h, w] or [c, h, w] to as many windows as fit; stride is the kernel's size where it is not given";

export const avg_pool2d = defineOp(
  {
    name: "avg_pool2d",
    label: "AvgPool2DBackward0",
    doc: {
      summary: "The mean of every window of an image, zeros of the padding included.",
      formula: "mean of x over the window",
      shape,
      example: "F.avg_pool2d(torch.randn([1, 1, 4, 4]), 2)",
      jax: null,
      numpy: null,
    },
    params,
    places: ["F"],
    samples: [
      { shapes: [[1, 2, 4, 5]], args: [2] },
      { shapes: [[2, 4, 5]], args: [[2, 3], 1, 1] },
    ],
  },
  (op) =>
    (x: Tensor, size: Size, stride: Size | null = null, padding: Size = 0): Tensor => {
      const kernel = two(size);
      const seen = windowsOf(op, padded(batched(op, x), two(padding)), kernel, two(stride ?? size), [1, 1]);
      return unbatched(div(sum(seen, [4, 5]), kernel[0] * kernel[1]), x.shape);
    },
);

export const max_pool2d = defineOp(
  {
    name: "max_pool2d",
    label: "MaxPool2DWithIndicesBackward0",
    doc: {
      summary: "The largest element of every window of an image.",
      formula: "max of x over the window",
      shape,
      kink: "all to the first of those that are largest",
      example: "F.max_pool2d(torch.randn([1, 1, 4, 4]), 2)",
      jax: null,
      numpy: null,
    },
    params,
    places: ["F"],
    samples: [
      { shapes: [[1, 2, 4, 5]], args: [2] },
      { shapes: [[2, 4, 5]], args: [[2, 3], 1, 1] },
    ],
  },
  (op) =>
    (x: Tensor, size: Size, stride: Size | null = null, padding: Size = 0): Tensor => {
      const image = padded(batched(op, x), two(padding), Number.NEGATIVE_INFINITY);
      const seen = windowsOf(op, image, two(size), two(stride ?? size), [1, 1]);
      const [n, c, rows, columns, height, width] = seen.shape;
      return unbatched(max(reshape(seen, [n, c, rows, columns, height * width]), -1).values, x.shape);
    },
);
