/** @file A dim as the slices that a window takes of it. */
import { EngineError } from "../../tensor/errors.ts";
import { contiguousStrides, normalizeDim } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { input, opDoc } from "./movement-doc.ts";
import { pick, positionsOf } from "./pick.ts";

export const unfold = defineOp(
  {
    name: "unfold",
    label: "UnfoldBackward0",
    doc: opDoc(
      "All slices of a size along a dim, step apart: what a moving window sees.",
      "y[…, i, …, k] = x[…, i · step + k, …]",
      "the dim becomes the number of slices; a last dim of the size is added",
      "predictions.unfold(0, 2, 1)",
      null,
      "np.lib.stride_tricks.sliding_window_view(x, size, dimension)",
    ),
    params: [input, { name: "dimension", kind: "dim" }, { name: "size", kind: "dim" }, { name: "step", kind: "dim" }],
    // F.unfold is another function.
    places: ["method"],
    samples: [
      { shapes: [[6]], args: [0, 3, 2] },
      { shapes: [[2, 5]], args: [-1, 2, 1] },
    ],
  },
  (op) =>
    (x: Tensor, dimension: number, size: number, step: number): Tensor => {
      const dim = normalizeDim("unfold", dimension, x.shape.length);
      if (size > x.shape[dim])
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "unfold",
          shapes: [x.shape],
          message: `unfold: a slice must fit into dim ${dim} of size ${x.shape[dim]}, got ${size}`,
          pytorch: `maximum size for tensor at dimension ${dim} is ${x.shape[dim]} but size is ${size}`,
        });
      if (step <= 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "step",
          op: "unfold",
          message: `unfold: the step must be above 0, got ${step}`,
          pytorch: `step is ${step} but must be > 0`,
        });
      const count = Math.floor((x.shape[dim] - size) / step) + 1;
      const shape = [...x.shape.map((n, d) => (d === dim ? count : n)), size];
      const strides = contiguousStrides(x.shape);
      const positions = positionsOf(shape, (at) => {
        let place = at[shape.length - 1] * strides[dim];
        for (let d = 0; d < x.shape.length; d++) place += at[d] * (d === dim ? step : 1) * strides[d];
        return place;
      });
      return pick(op, x, positions, shape);
    },
);
