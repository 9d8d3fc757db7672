/** @file Tensors taken apart along a dim. */
import { EngineError } from "../../tensor/errors.ts";
import { isGradEnabled } from "../../tensor/grad-mode.ts";
import { formatShape, normalizeDim } from "../../tensor/shape.ts";
import { setOrigin, type Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { getitem } from "./indexing.ts";
import { input, opDoc } from "./movement-doc.ts";

type Parts = (x: Tensor, size: number | readonly number[], dim?: number) => Tensor[];

export function part(x: Tensor, at: number, start: number, length: number): Tensor {
  const whole = { start: null, stop: null, step: null };
  return getitem(x, [...new Array(at).fill(whole), { start, stop: start + length, step: null }]);
}

/** Views of one tensor that came together: in-place ops refuse them. */
function several(views: Tensor[]): Tensor[] {
  if (isGradEnabled()) for (const [i, view] of views.entries()) setOrigin(view, i + 1);
  return views;
}

function requireDims(op: string, x: Tensor): void {
  if (x.shape.length > 0) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "dim",
    op,
    message: `${op}: takes a tensor with dims, got one without`,
    pytorch: `${op} expects at least a 1-dimensional tensor`,
  });
}

export const split = defineOp(
  {
    name: "split",
    label: ([, sizes]) => (typeof sizes === "number" ? "SplitBackward0" : "SplitWithSizesBackward0"),
    doc: opDoc(
      "Parts of a size, or of the sizes given, along a dim.",
      "the same elements",
      "an array of tensors",
      "predictions.split(1, 1)",
      "jnp.split(x, at, dim)",
      "np.split(x, at, dim)",
    ),
    params: [input, { name: "split_size", kind: "dims" }, { name: "dim", kind: "dim", default: 0 }],
    returns: "Tensor[]",
    samples: [],
  },
  (): Parts =>
    (x, size, dim = 0) => {
      requireDims("split", x);
      const at = normalizeDim("split", dim, x.shape.length);
      const total = x.shape[at];
      const sizes =
        typeof size === "number"
          ? Array.from({ length: Math.max(1, Math.ceil(total / size)) }, (_, i) => Math.min(size, total - i * size))
          : size;
      const sum = sizes.reduce((a, b) => a + b, 0);
      if (sum !== total)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "split",
          message: `split: sizes ${formatShape(sizes)} must add up to ${total}`,
          pytorch: `split_with_sizes expects split_sizes to sum exactly to ${total} (input tensor's size at dimension ${at}), but got split_sizes=${formatShape(sizes)}`,
        });
      let start = 0;
      return several(
        sizes.map((length) => {
          const piece = part(x, at, start, length);
          start += length;
          return piece;
        }),
      );
    },
);

export const chunk = defineOp(
  {
    name: "chunk",
    label: "SplitBackward0",
    doc: opDoc(
      "So many parts along a dim, the last perhaps smaller.",
      "the same elements",
      "an array of tensors",
      "predictions.chunk(2, 1)",
      "jnp.array_split(x, chunks, dim)",
      "np.array_split(x, chunks, dim)",
    ),
    params: [input, { name: "chunks", kind: "dim" }, { name: "dim", kind: "dim", default: 0 }],
    returns: "Tensor[]",
    samples: [],
  },
  () =>
    (x: Tensor, chunks: number, dim = 0): Tensor[] => {
      requireDims("chunk", x);
      if (chunks <= 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "chunk",
          message: `chunk: takes a number of chunks above 0, got ${chunks}`,
          pytorch: `chunk expects \`chunks\` to be greater than 0, got: ${chunks}`,
        });
      return split(x, Math.max(1, Math.ceil(x.shape[normalizeDim("chunk", dim, x.shape.length)] / chunks)), dim);
    },
);

export const unbind = defineOp(
  {
    name: "unbind",
    label: "UnbindBackward0",
    doc: opDoc(
      "The slices of a dim, one by one.",
      "the same elements",
      "an array of tensors without the dim",
      "predictions.unbind(1)",
      "[x[i] for i in range(len(x))]",
      "list(x)",
    ),
    params: [input, { name: "dim", kind: "dim", default: 0 }],
    returns: "Tensor[]",
    samples: [],
  },
  () =>
    (x: Tensor, dim = 0): Tensor[] => {
      if (x.shape.length === 0)
        throw new EngineError({
          type: "IndexError",
          code: "dim",
          op: "unbind",
          message: "unbind: takes a tensor with dims, got one without",
          pytorch: `Dimension specified as ${dim} but tensor has no dimensions`,
        });
      const at = normalizeDim("unbind", dim, x.shape.length);
      const whole = { start: null, stop: null, step: null };
      return several(Array.from({ length: x.shape[at] }, (_, i) => getitem(x, [...new Array(at).fill(whole), i])));
    },
);
