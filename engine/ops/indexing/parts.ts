/** @file Tensors taken apart at given places, and what is put together of parts. */
import { normalizeDim } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { transpose, unsqueeze } from "./movement.ts";
import { input, opDoc } from "./movement-doc.ts";
import { flip } from "./reordering.ts";
import { cat } from "./slices.ts";
import { part } from "./splitting.ts";

export const tensor_split = defineOp(
  {
    name: "tensor_split",
    doc: opDoc(
      "So many parts as equal as can be, or the parts between the places given.",
      "the same elements",
      "an array of tensors",
      "predictions.tensor_split(3)",
      "jnp.array_split(x, n, dim)",
      "np.array_split(x, n, dim)",
    ),
    params: [input, { name: "indices_or_sections", kind: "dims" }, { name: "dim", kind: "dim", default: 0 }],
    returns: "Tensor[]",
    samples: [],
  },
  () =>
    (x: Tensor, given: number | readonly number[], dim = 0): Tensor[] => {
      const at = normalizeDim("tensor_split", dim, x.shape.length);
      const size = x.shape[at];
      if (typeof given !== "number") {
        const edges = [0, ...given.map((place) => Math.min(Math.max(place < 0 ? place + size : place, 0), size)), size];
        return edges.slice(1).map((stop, i) => part(x, at, edges[i], Math.max(0, stop - edges[i])));
      }
      const [least, larger] = [Math.floor(size / given), size % given];
      let start = 0;
      return Array.from({ length: given }, (_, i) => {
        const length = least + (i < larger ? 1 : 0);
        start += length;
        return part(x, at, start - length, length);
      });
    },
);

function splitAlong(name: string, dimOf: (x: Tensor) => number) {
  return defineOp(
    {
      name,
      doc: opDoc(
        "tensor_split along one dim.",
        "the same elements",
        "an array of tensors",
        `torch.${name}(torch.ones([4, 4]), 2)`,
        `jnp.${name}(x, n)`,
        `np.${name}(x, n)`,
      ),
      params: [input, { name: "indices_or_sections", kind: "dims" }],
      returns: "Tensor[]",
      samples: [],
    },
    () =>
      (x: Tensor, given: number | readonly number[]): Tensor[] =>
        tensor_split(x, given, dimOf(x)),
  );
}

export const hsplit = splitAlong("hsplit", (x) => (x.shape.length === 1 ? 0 : 1));
export const vsplit = splitAlong("vsplit", () => 0);

function flipAlong(name: "fliplr" | "flipud", dim: number) {
  return defineOp(
    {
      name,
      doc: opDoc(
        `Turned round ${dim === 0 ? "top to bottom" : "left to right"}.`,
        "the same elements",
        "same as input",
        `torch.${name}(torch.ones([2, 2]))`,
        `jnp.${name}(x)`,
        `np.${name}(x)`,
      ),
      params: [input],
      samples: [{ shapes: [[2, 3]] }],
    },
    () =>
      (x: Tensor): Tensor =>
        flip(x, [dim]),
  );
}

export const fliplr = flipAlong("fliplr", 1);
export const flipud = flipAlong("flipud", 0);

export const rot90 = defineOp(
  {
    name: "rot90",
    doc: opDoc(
      "Turned by quarters in the plane of two dims.",
      "the same elements",
      "the two sizes swapped for odd k",
      "torch.rot90(torch.ones([2, 3]))",
      "jnp.rot90(x, k)",
      "np.rot90(x, k)",
    ),
    params: [input, { name: "k", kind: "dim", default: 1 }, { name: "dims", kind: "shape", default: null }],
    samples: [{ shapes: [[2, 3]], args: [1] }],
  },
  () =>
    (x: Tensor, k = 1, dims: readonly number[] | null = null): Tensor => {
      const [a, b] = dims ?? [0, 1];
      const turns = ((k % 4) + 4) % 4;
      if (turns === 0) return flip(x, []);
      if (turns === 2) return flip(x, [a, b]);
      return turns === 1 ? transpose(flip(x, [b]), a, b) : flip(transpose(x, a, b), [b]);
    },
);

export const column_stack = defineOp(
  {
    name: "column_stack",
    doc: opDoc(
      "Vectors as the columns of a matrix, matrices side by side.",
      "the same elements",
      "[n] each to [n, tensors]",
      "torch.column_stack([targets.flatten(), targets.flatten()])",
      "jnp.column_stack(xs)",
      "np.column_stack(xs)",
    ),
    params: [{ name: "tensors", kind: "tensors" }],
    places: ["torch"],
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[]): Tensor =>
      cat(
        tensors.map((x) => (x.shape.length === 1 ? unsqueeze(x, 1) : x)),
        1,
      ),
);
