/** @file The same elements several times. */
import { EngineError } from "../../tensor/errors.ts";
import { contiguousStrides, normalizeDim, numelOf, type Shape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { index_select } from "../indexing/gathering.ts";
import { flatten } from "../indexing/movement.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { pick, positionsOf } from "../indexing/pick.ts";
import { defineOp } from "../op.ts";

export const repeat = defineOp(
  {
    name: "repeat",
    doc: opDoc(
      "The tensor as a tile, so many times along each dim.",
      "the same elements",
      "each size times its number; more numbers than dims add dims in front",
      "predictions.repeat(1, 3)",
      "jnp.tile(x, repeats)",
      "np.tile(x, repeats)",
    ),
    params: [input, { name: "repeats", kind: "sizes" }],
    places: ["method"],
    samples: [{ shapes: [[2, 3]], args: [[2, 1, 2]] }],
  },
  (op) =>
    (x: Tensor, repeats: Shape): Tensor => {
      const added = repeats.length - x.shape.length;
      if (added < 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "shape",
          op: "repeat",
          message: `repeat: needs a number for each of the ${x.shape.length} dims, got ${repeats.length}`,
          pytorch: "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
        });
      const sizes = [...new Array<number>(added).fill(1), ...x.shape];
      const strides = contiguousStrides(sizes);
      const shape = sizes.map((size, d) => size * repeats[d]);
      const positions = positionsOf(shape, (at) => {
        let place = 0;
        for (let d = 0; d < at.length; d++) place += (at[d] % sizes[d]) * strides[d];
        return place;
      });
      return pick(op, x, positions, shape);
    },
);

export const tile = defineOp(
  {
    name: "tile",
    doc: opDoc(
      "repeat; fewer numbers than dims count from the last dim.",
      "the same elements",
      "each size times its number",
      "torch.tile(predictions, [2])",
      "jnp.tile(x, dims)",
      "np.tile(x, dims)",
    ),
    params: [input, { name: "dims", kind: "sizes" }],
    samples: [],
  },
  () =>
    (x: Tensor, dims: Shape): Tensor =>
      repeat(x, [...new Array<number>(Math.max(0, x.shape.length - dims.length)).fill(1), ...dims]),
);

export const repeat_interleave = defineOp(
  {
    name: "repeat_interleave",
    doc: opDoc(
      "Every element (or slice of a dim) several times in a row.",
      "the same elements",
      "dim times repeats; flattened without a dim",
      "predictions.repeat_interleave(2, 0)",
      "jnp.repeat(x, repeats, dim)",
      "np.repeat(x, repeats, dim)",
    ),
    params: [input, { name: "repeats", kind: "operand" }, { name: "dim", kind: "dim", default: null }],
    samples: [],
  },
  () =>
    (x: Tensor, repeats: Tensor | number, dim: number | null = null): Tensor => {
      if (dim === null) return repeat_interleave(flatten(x), repeats, 0);
      const at = normalizeDim("repeat_interleave", dim, x.shape.length);
      const places = Array.from({ length: x.shape[at] }, (_, i) => {
        const times =
          typeof repeats === "number"
            ? repeats
            : Number(toContiguousData(repeats)[numelOf(repeats.shape) === 1 ? 0 : i]);
        return new Array<number>(times).fill(i);
      }).flat();
      return index_select(x, at, Tensor.of(Float64Array.from(places), [places.length], "int64"));
    },
);
