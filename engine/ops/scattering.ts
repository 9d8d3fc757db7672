/** @file Writing to places that tensors of indices name. */
import { EngineError } from "../tensor/errors.ts";
import { normalizeDim, numelOf } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { add, mul } from "./arithmetic.ts";
import { cast } from "./convert.ts";
import { alongRows, checkGather } from "./gathering.ts";
import { dim, index, requireIndex, requireRange } from "./index-checks.ts";
import { getitem, index_put } from "./indexing.ts";
import { expand } from "./movement.ts";
import { input, opDoc } from "./movement-doc.ts";
import { asTensor, defineOp } from "./op.ts";
import { alongDim, deposit, pick } from "./pick.ts";

const source = { name: "src", kind: "operand" } as const;

/** The places an index names, and the values for them, in the index's shape. */
function scattered(op: string, x: Tensor, dim: number, index: Tensor, value: Tensor | number) {
  const at = normalizeDim(op, dim, x.shape.length);
  checkGather(op, x, at, index);
  if (Tensor.isTensor(value) && value.shape.length > 0 && value.dtype !== x.dtype && !value.isNumber) {
    throw new EngineError({
      type: "RuntimeError",
      code: "dtype",
      op,
      message: `${op}: src must have the dtype of the input, got ${value.dtype} and ${x.dtype}`,
      pytorch: `${op}(): Expected self.dtype to be equal to src.dtype`,
    });
  }
  const values = cast(asTensor(value, x.dtype), x.dtype);
  const part =
    values.shape.length === 0
      ? expand(values, index.shape)
      : getitem(
          values,
          index.shape.map((size) => ({ start: 0, stop: size, step: null })),
        );
  return { positions: alongDim(x.shape, at, index), part };
}

export const scatter_add = defineOp(
  {
    name: "scatter_add",
    doc: opDoc(
      "A copy with values added at the places an index names.",
      "y_i,index_ij += src_ij for dim = 1",
      "same as input",
      "torch.zeros(5).scatter_add(0, bins, losses)",
      "x.at[index].add(src)",
      "np.add.at(x, index, src)",
    ),
    params: [input, dim, index, source],
    inPlace: true,
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor, value: Tensor | number): Tensor => {
      const { positions, part } = scattered("scatter_add", x, dim, index, value);
      return add(x, deposit(op, part, positions, x.shape));
    },
);

export const scatter = defineOp(
  {
    name: "scatter",
    doc: opDoc(
      "A copy with values put at the places an index names.",
      "y_i,index_ij = src_ij for dim = 1",
      "same as input",
      "torch.zeros(4, 3).scatter(1, labels, 1)",
      "x.at[index].set(src)",
      "np.put_along_axis(x, index, src, dim)",
    ),
    params: [input, dim, index, source, { name: "reduce", kind: "text", default: null }],
    inPlace: true,
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor, value: Tensor | number, reduce: string | null = null): Tensor => {
      if (reduce === "add") return scatter_add(x, dim, index, value);
      const { positions, part } = scattered("scatter", x, dim, index, value);
      const kept = Int32Array.from({ length: numelOf(x.shape) }, (_, i) => i);
      // Where places repeat, the last value stands.
      const last = new Map<number, number>();
      positions.forEach((place, i) => {
        kept[place] = -1;
        last.set(place, i);
      });
      const unique = positions.map((place, i) => (last.get(place) === i ? place : -1));
      return add(pick(op, x, kept, x.shape), deposit(op, part, unique, x.shape));
    },
);

export const index_add = defineOp(
  {
    name: "index_add",
    doc: opDoc(
      "A copy with rows added to the rows an index names.",
      "y_index_i += alpha · source_i",
      "same as input",
      "torch.zeros(5).index_add(0, bins, losses)",
      "x.at[index].add(source)",
      "np.add.at(x, index, source)",
    ),
    params: [input, dim, index, { name: "source", kind: "tensor" }, { name: "alpha", kind: "number", default: 1 }],
    inPlace: true,
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor, values: Tensor, alpha = 1): Tensor => {
      const at = normalizeDim("index_add", dim, x.shape.length);
      requireIndex("index_add", index);
      requireRange("index_add", index, x.shape[at] ?? 1, at);
      const rows = alongRows(x, at, index);
      return add(x, deposit(op, expand(mul(values, alpha), rows.shape), alongDim(x.shape, at, rows), x.shape));
    },
);

export const index_fill = defineOp(
  {
    name: "index_fill",
    doc: opDoc(
      "A copy with one number in the rows an index names.",
      "y_index_i = value",
      "same as input",
      "predictions.index_fill(0, order, 0)",
      "x.at[index].set(value)",
      "x[index] = value",
    ),
    params: [input, dim, index, { name: "value", kind: "operand" }],
    inPlace: true,
    samples: [],
  },
  () =>
    (x: Tensor, dim: number, index: Tensor, value: Tensor | number): Tensor => {
      const at = normalizeDim("index_fill", dim, x.shape.length);
      requireIndex("index_fill", index);
      return index_put(x, [...new Array(at).fill({ start: null, stop: null, step: null }), index], value);
    },
);
