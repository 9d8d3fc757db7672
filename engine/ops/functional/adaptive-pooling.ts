/** @file Pooling to a size that is given: windows that cover the input evenly. */
import type { Tensor } from "../../tensor/tensor.ts";
import { padded, type Size, two, windowsOf } from "../complex/windows.ts";
import { reshape } from "../indexing/movement.ts";
import { cat } from "../indexing/slices.ts";
import { defineOp, type Op, type OpDoc } from "../op.ts";
import { amax, max, mean } from "../reduction/reduction.ts";
import { evenly, provideAreas } from "./resampling.ts";

type Sizes = number | readonly (number | null)[];

const sizesOf = (x: Tensor, size: Sizes, dims: number): number[] =>
  Array.from({ length: dims }, (_, i) => {
    const own = x.shape[x.shape.length - dims + i];
    return typeof size === "number" ? size : (size[i] ?? own);
  });

function pooled(x: Tensor, sizes: readonly number[], isMax: boolean): Tensor {
  return sizes.reduce((y, to, i) => {
    const dim = y.shape.length - sizes.length + i;
    return evenly(
      y,
      dim,
      to,
      (part) => (isMax ? amax(part, [dim], true) : mean(part, [dim], true)),
      (parts) => cat(parts, dim),
    );
  }, x);
}

provideAreas((x, sizes) => pooled(x, sizes, false));

function adaptive(name: string, dims: number, isMax: boolean) {
  const doc: OpDoc = {
    summary: `The ${isMax ? "largest element" : "mean"} of each of so many windows that cover the input evenly.`,
    formula: `${isMax ? "max" : "mean"} of x from ⌊i · from / to⌋ to ⌈(i + 1) · from / to⌉`,
    shape: dims === 1 ? "[n, c, l] to [n, c, output_size]" : "[n, c, h, w] to [n, c, rows, columns]",
    example: `F.${name}(torch.randn([1, 2${", 6".repeat(dims)}]), ${dims === 1 ? "2" : "[2, 3]"})`,
    jax: null,
    numpy: null,
  };
  return defineOp(
    {
      name,
      doc,
      params: [
        { name: "input", kind: "tensor" },
        { name: "output_size", kind: "dims" },
      ],
      places: dims === 1 ? ["F", "torch"] : ["F"],
      samples: [{ shapes: [[1, 2, ...new Array<number>(dims).fill(5)]], args: [2] }],
    },
    () =>
      (x: Tensor, size: Sizes): Tensor =>
        pooled(x, sizesOf(x, size, dims), isMax),
  );
}

export const adaptive_avg_pool1d = adaptive("adaptive_avg_pool1d", 1, false);
export const adaptive_avg_pool2d = adaptive("adaptive_avg_pool2d", 2, false);
export const adaptive_max_pool1d = adaptive("adaptive_max_pool1d", 1, true);
export const adaptive_max_pool2d = adaptive("adaptive_max_pool2d", 2, true);

const first = (size: Size): number => two(size)[0];

export const max_pool1d = defineOp(
  {
    name: "max_pool1d",
    doc: {
      summary: "The largest of neighbours along the last dim.",
      formula: "max of x over the window",
      shape: "[n, c, l] or [c, l] to as many windows as fit; stride is the kernel's size where it is not given",
      kink: "all to the first of those that are largest",
      example: "F.max_pool1d(torch.randn([1, 1, 6]), 2)",
      jax: null,
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "kernel_size", kind: "dims" },
      { name: "stride", kind: "dims", default: null },
      { name: "padding", kind: "dims", default: 0 },
      { name: "dilation", kind: "dims", default: 1 },
    ],
    places: ["F", "torch"],
    samples: [{ shapes: [[1, 2, 6]], args: [2] }],
  },
  (op: Op) =>
    (x: Tensor, kernel: Size, stride: Size | null = null, padding: Size = 0, dilation: Size = 1): Tensor => {
      const lead = x.shape.slice(0, -1);
      const rows = reshape(x, [1, lead.reduce((a, b) => a * b, 1), 1, x.shape[x.shape.length - 1]]);
      const image = padded(rows, [0, first(padding)], Number.NEGATIVE_INFINITY);
      const seen = windowsOf(op, image, [1, first(kernel)], [1, first(stride ?? kernel)], [1, first(dilation)]);
      const count = seen.shape[3];
      return reshape(max(reshape(seen, [...lead, count, first(kernel)]), -1).values, [...lead, count]);
    },
);
