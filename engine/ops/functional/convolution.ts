/** @file Convolutions of images. */
import { EngineError } from "../../tensor/errors.ts";
import { formatShape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { batched, padded, type Size, two, unbatched, windowsOf } from "../complex/windows.ts";
import { permute, reshape, transpose } from "../indexing/movement.ts";
import { cat, narrow } from "../indexing/slices.ts";
import { defineOp } from "../op.ts";
import { add } from "../pointwise/arithmetic.ts";

export const conv2d = defineOp(
  {
    name: "conv2d",
    label: "ConvolutionBackward0",
    doc: {
      summary: "Every window of an image times a kernel: one channel out for each kernel.",
      formula: "y[n, o, i, j] = bias[o] + Σ weight[o, c, k, l] · x[n, c, i·stride + k·dilation, j·stride + l·dilation]",
      shape: "[n, c, h, w] and [out, c / groups, k, l] to [n, out, rows, columns]; an image without n stays without",
      example: "F.conv2d(torch.randn([1, 1, 5, 5]), torch.ones([1, 1, 3, 3]))",
      jax: 'jax.lax.conv_general_dilated(x, weight, (1, 1), "VALID")',
      numpy: null,
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "weight", kind: "tensor" },
      { name: "bias", kind: "tensor", default: null },
      { name: "stride", kind: "dims", default: 1 },
      { name: "padding", kind: "dims", default: 0 },
      { name: "dilation", kind: "dims", default: 1 },
      { name: "groups", kind: "dim", default: 1 },
    ],
    places: ["torch", "F"],
    samples: [
      { shapes: [[2, 2, 4, 5], [3, 2, 2, 3], [3]] },
      { shapes: [[4, 5, 5], [2, 2, 2, 2], [2]], args: [2, 1, [2, 1], 2] },
    ],
  },
  (op) =>
    (
      x: Tensor,
      weight: Tensor,
      bias: Tensor | null = null,
      stride: Size = 1,
      padding: Size = 0,
      dilation: Size = 1,
      groups = 1,
    ): Tensor => {
      const image = batched(op, x);
      const [out, channels, ...kernel] = weight.shape;
      if (image.shape[1] !== channels * groups)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "conv2d",
          shapes: [weight.shape, x.shape],
          message: `conv2d: takes an input with ${channels * groups} channels for a weight of shape ${formatShape(weight.shape)}, got ${image.shape[1]}`,
          pytorch: `Given groups=${groups}, weight of size ${formatShape(weight.shape)}, expected input${formatShape(x.shape)} to have ${channels * groups} channels, but got ${image.shape[1]} channels instead`,
        });
      const seen = windowsOf(op, padded(image, two(padding)), [kernel[0], kernel[1]], two(stride), two(dilation));
      const [n, , rows, columns] = seen.shape;
      const each = out / groups;
      const size = channels * kernel[0] * kernel[1];
      const parts = Array.from({ length: groups }, (_, group) => {
        // Channels beside the kernel's places: [n, rows, columns, c, k, l].
        const from = permute(partOf(seen, 1, group * channels, channels), [0, 2, 3, 1, 4, 5]);
        const filters = reshape(partOf(weight, 0, group * each, each), [each, size]);
        const product = matmul(reshape(from, [n * rows * columns, size]), transpose(filters, 0, 1));
        return reshape(product, [n, rows, columns, each]);
      });
      const joined = parts.length === 1 ? parts[0] : cat(parts, -1);
      return unbatched(permute(bias === null ? joined : add(joined, bias), [0, 3, 1, 2]), x.shape);
    },
);

const partOf = (x: Tensor, dim: number, start: number, length: number): Tensor =>
  start === 0 && length === x.shape[dim] ? x : narrow(x, dim, start, length);
