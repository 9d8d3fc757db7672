/** @file Writing to places that tensors of indices name. */
import { EngineError } from "../../tensor/errors.ts";
import { normalizeDim, numelOf } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { cast } from "../convert.ts";
import { asTensor, defineOp, finish } from "../op.ts";
import { add, div, mul } from "../pointwise/arithmetic.ts";
import { alongRows, checkGather } from "./gathering.ts";
import { dim, index, requireIndex, requireRange } from "./index-checks.ts";
import { getitem, index_put } from "./indexing.ts";
import { expand } from "./movement.ts";
import { input, opDoc } from "./movement-doc.ts";
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
    label: "ScatterAddBackward0",
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
    lists: ["missing"],
    label: ([, , , source]) => (Tensor.isTensor(source) ? "ScatterBackward0" : "ScatterBackward1"),
    doc: opDoc(
      "A copy with values put at the places an index names.",
      "y_i,index_ij = src_ij for dim = 1",
      "same as input",
      "torch.zeros(4, 3).scatter(1, labels, 1)",
      "x.at[index].set(src)",
      "np.put_along_axis(x, index, src, dim)",
    ),
    params: [input, dim, index, { ...source, also: "value" }, { name: "reduce", kind: "text", default: null }],
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
    label: "IndexAddBackward0",
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
    lists: ["missing"],
    label: "IndexFillBackward0",
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

export const index_copy = defineOp(
  {
    name: "index_copy",
    label: "IndexCopyBackward0",
    doc: opDoc(
      "A copy with rows put in the place of the rows an index names.",
      "y_index_i = source_i",
      "same as input",
      "torch.zeros(5).index_copy(0, torch.tensor([1, 3]), torch.rand(2))",
      "x.at[index].set(source)",
      "x[index] = source",
    ),
    params: [input, dim, index, { name: "source", kind: "tensor" }],
    inPlace: true,
    samples: [],
  },
  () =>
    (x: Tensor, dim: number, index: Tensor, values: Tensor): Tensor => {
      const at = normalizeDim("index_copy", dim, x.shape.length);
      requireIndex("index_copy", index);
      requireRange("index_copy", index, x.shape[at] ?? 1, at);
      const rows = alongRows(x, at, index);
      return scatter(x, at, rows, expand(values, rows.shape));
    },
);

const folds = ["sum", "mean", "amax", "amin"] as const;

export const scatter_reduce = defineOp(
  {
    name: "scatter_reduce",
    label: "ScatterReduceBackward0",
    doc: {
      ...opDoc(
        "Values folded into the places an index names: their sum, mean, largest or smallest.",
        "y_i,index_ij = fold of src_ij, and of x where include_self, for dim = 1",
        "same as input",
        'torch.zeros(5).scatter_reduce(0, bins, losses, { reduce: "amax", include_self: false })',
        "x.at[index].max(src)",
        "np.maximum.at(x, index, src)",
      ),
      kink: "amax and amin: shared among equal ones",
    },
    params: [
      input,
      dim,
      index,
      { name: "src", kind: "tensor" },
      { name: "reduce", kind: "text" },
      { name: "include_self", kind: "bool", default: true },
    ],
    inPlace: true,
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, includesSelf = true): Tensor => {
      const fold = folds.find((known) => known === reduce);
      if (fold === undefined)
        throw new EngineError({
          type: reduce === "prod" ? "NotImplementedError" : "RuntimeError",
          code: "reduction",
          op: "scatter_reduce",
          message: `scatter_reduce: reduce is one of ${folds.join(", ")} here, got ${reduce}`,
          ...(reduce === "prod"
            ? {}
            : { pytorch: `reduce argument must be either sum, prod, mean, amax or amin, got ${reduce}.` }),
        });
      const { positions, part } = scattered("scatter_reduce", x, dim, index, src);
      const touched = new Set(positions);
      const self = pick(
        op,
        x,
        Int32Array.from({ length: numelOf(x.shape) }, (_, i) => (!includesSelf && touched.has(i) ? -1 : i)),
        x.shape,
      );
      const isExtreme = fold === "amax" || fold === "amin";
      if (!isExtreme) {
        const total = add(self, deposit(op, part, positions, x.shape));
        if (fold === "sum") return total;
        const counts = Float64Array.from({ length: numelOf(x.shape) }, (_, i) =>
          includesSelf || !touched.has(i) ? 1 : 0,
        );
        for (const place of positions) counts[place]++;
        return div(total, cast(Tensor.of(counts, x.shape, "float64"), x.dtype));
      }
      const [own, values] = [toContiguousData(x), toContiguousData(part)];
      const best = Float64Array.from(own, (value, i) => (!includesSelf && touched.has(i) ? Number.NaN : value));
      const isFirst = new Set(includesSelf ? [] : touched);
      positions.forEach((place, i) => {
        const isBetter = fold === "amax" ? values[i] > best[place] : values[i] < best[place];
        if (isFirst.delete(place) || isBetter || Number.isNaN(values[i])) best[place] = values[i];
      });
      const shares = new Float64Array(best.length);
      // What is not included takes its share all the same, as in PyTorch, and loses it.
      const isOwn = Uint8Array.from(best, (value, i) => (own[i] === value ? 1 : 0));
      const isOf = Uint8Array.from(values, (value, i) => (value === best[positions[i]] ? 1 : 0));
      isOwn.forEach((held, i) => {
        shares[i] += held;
      });
      isOf.forEach((held, i) => {
        shares[positions[i]] += held;
      });
      const weights = (held: Uint8Array, placeOf: (i: number) => number, shape: Tensor["shape"]): Tensor =>
        cast(
          Tensor.of(
            Float64Array.from(held, (each, i) => each / shares[placeOf(i)] || 0),
            shape,
            "float64",
          ),
          x.dtype,
        );
      const [toOwn, toValues] = [
        weights(
          isOwn.map((held, i) => (includesSelf || !touched.has(i) ? held : 0)),
          (i) => i,
          x.shape,
        ),
        weights(isOf, (i) => positions[i], part.shape),
      ];
      return finish(op, [x, part], cast(Tensor.of(best, x.shape, "float64"), x.dtype), (grad, input) =>
        input === 0 ? mul(grad, toOwn) : mul(pick(op, grad, positions, part.shape), toValues),
      );
    },
);
