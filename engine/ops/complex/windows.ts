/** @file Windows that move over an image: what convolutions and pooling see. */
import { EngineError } from "../../tensor/errors.ts";
import type { Shape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { pad } from "../functional/padding.ts";
import { reshape } from "../indexing/movement.ts";
import { pick, positionsOf } from "../indexing/pick.ts";
import type { Op } from "../op.ts";

/** One number for rows and columns, or one for each. */
export type Size = number | readonly number[];
export type Pair = readonly [rows: number, columns: number];

export const two = (size: Size): Pair => (typeof size === "number" ? [size, size] : [size[0], size[1] ?? size[0]]);

/** [n, c, rows, columns, kernel rows, kernel columns] of an image [n, c, h, w] that has its margins already. */
export function windowsOf(op: Op, x: Tensor, kernel: Pair, stride: Pair, dilation: Pair): Tensor {
  const [n, c, h, w] = x.shape;
  const reach = kernel.map((size, i) => dilation[i] * (size - 1) + 1);
  if (reach[0] > h || reach[1] > w)
    throw new EngineError({
      type: "RuntimeError",
      code: "shape",
      op: op.name,
      message: `${op.name}: the kernel must fit into the input, got ${reach[0]} x ${reach[1]} for ${h} x ${w}`,
      hint: "Give padding, or take a smaller kernel.",
      pytorch: `Calculated padded input size per channel: (${h} x ${w}). Kernel size: (${reach[0]} x ${reach[1]}). Kernel size can't be greater than actual input size`,
    });
  const rows = Math.floor((h - reach[0]) / stride[0]) + 1;
  const columns = Math.floor((w - reach[1]) / stride[1]) + 1;
  const shape = [n, c, rows, columns, ...kernel];
  const positions = positionsOf(shape, ([a, b, i, j, k, l]) => {
    const [row, column] = [i * stride[0] + k * dilation[0], j * stride[1] + l * dilation[1]];
    return ((a * c + b) * h + row) * w + column;
  });
  return pick(op, x, positions, shape);
}

/** An image [c, h, w] as a batch of one. */
export function batched(op: Op, x: Tensor): Tensor {
  if (x.shape.length === 4) return x;
  if (x.shape.length === 3) return reshape(x, [1, ...x.shape]);
  throw new EngineError({
    type: "RuntimeError",
    code: "shape",
    op: op.name,
    shapes: [x.shape],
    message: `${op.name}: takes images [n, c, h, w] or [c, h, w], got ${x.shape.length} dims`,
    hint: "Add the missing dims with unsqueeze.",
    pytorch:
      op.name === "conv2d"
        ? `Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [${x.shape.join(", ")}]`
        : `non-empty 3D or 4D (batch mode) tensor expected for input`,
  });
}

export const unbatched = (result: Tensor, given: Shape): Tensor =>
  given.length === 3 ? reshape(result, result.shape.slice(1)) : result;

export function padded(x: Tensor, [top, left]: Pair, value = 0): Tensor {
  return top === 0 && left === 0 ? x : pad(x, [left, left, top, top], "constant", value);
}
