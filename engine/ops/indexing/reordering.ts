/** @file The same elements in another order. */
import { EngineError } from "../../tensor/errors.ts";
import { contiguousStrides, normalizeDim, normalizeDims, type Shape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { defineOp } from "../op.ts";
import { flatten, reshape, transpose } from "./movement.ts";
import { input, opDoc } from "./movement-doc.ts";
import { pick, positionsOf } from "./pick.ts";

export const flip = defineOp(
  {
    name: "flip",
    doc: opDoc(
      "The dims named, backwards.",
      "the same elements",
      "same as input",
      "predictions.flip(0)",
      "jnp.flip(x, dims)",
      "np.flip(x, dims)",
    ),
    params: [input, { name: "dims", kind: "sizes" }],
    samples: [{ shapes: [[2, 3]], args: [[1]] }],
  },
  (op) =>
    (x: Tensor, dims: Shape): Tensor => {
      const turned = new Set(dims.length === 0 ? [] : normalizeDims("flip", dims, x.shape.length));
      const strides = contiguousStrides(x.shape);
      const positions = positionsOf(x.shape, (at) => {
        let place = 0;
        for (let d = 0; d < at.length; d++) place += (turned.has(d) ? x.shape[d] - 1 - at[d] : at[d]) * strides[d];
        return place;
      });
      return pick(op, x, positions, x.shape);
    },
);

export const roll = defineOp(
  {
    name: "roll",
    label: "RollBackward0",
    doc: opDoc(
      "Elements moved along, what falls off the end coming in at the front.",
      "y_(i + shift mod n) = x_i",
      "same as input",
      "predictions.roll(1, 0)",
      "jnp.roll(x, shifts, dims)",
      "np.roll(x, shifts, dims)",
    ),
    params: [input, { name: "shifts", kind: "dims" }, { name: "dims", kind: "dims", default: null }],
    samples: [{ shapes: [[2, 3]], args: [1, 1] }],
  },
  (op) =>
    (x: Tensor, shifts: number | readonly number[], dims: number | readonly number[] | null = null): Tensor => {
      const amounts = typeof shifts === "number" ? [shifts] : shifts;
      if (dims === null) return reshape(roll(flatten(x), amounts, [0]), x.shape);
      const places = (typeof dims === "number" ? [dims] : dims).map((d) => normalizeDim("roll", d, x.shape.length));
      if (places.length !== amounts.length)
        throw new EngineError({
          type: "RuntimeError",
          code: "argument",
          op: "roll",
          message: `roll: needs as many shifts as dims, got ${amounts.length} and ${places.length}`,
          pytorch: `shifts and dimensions must align. shifts: ${amounts.length}, dims:${places.length}`,
        });
      const strides = contiguousStrides(x.shape);
      const moved = x.shape.map((_, d) => places.reduce((sum, place, i) => (place === d ? sum + amounts[i] : sum), 0));
      const positions = positionsOf(x.shape, (at) => {
        let place = 0;
        for (let d = 0; d < at.length; d++) {
          const n = x.shape[d];
          place += ((((at[d] - moved[d]) % n) + n) % n) * strides[d];
        }
        return place;
      });
      return pick(op, x, positions, x.shape);
    },
);

export const movedim = defineOp(
  {
    name: "movedim",
    aliases: ["moveaxis"],
    doc: opDoc(
      "A dim put in another place.",
      "the same elements",
      "sizes moved along",
      "x.movedim(0, -1)",
      "jnp.moveaxis(x, source, destination)",
      "np.moveaxis(x, source, destination)",
    ),
    params: [input, { name: "source", kind: "dim" }, { name: "destination", kind: "dim" }],
    samples: [{ shapes: [[2, 3, 4]], args: [0, -1] }],
  },
  () =>
    (x: Tensor, from: number, to: number): Tensor => {
      const [a, b] = [normalizeDim("movedim", from, x.shape.length), normalizeDim("movedim", to, x.shape.length)];
      let moved = x;
      for (let d = a; d !== b; d += Math.sign(b - a)) moved = transpose(moved, d, d + Math.sign(b - a));
      return moved;
    },
);
