/** @file Elements chosen by tensors of indices and by masks, and the ops that write to such places. */
import { allocate } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import {
  broadcastShapes,
  contiguousStrides,
  formatShape,
  normalizeDim,
  normalizeDims,
  numelOf,
  type Shape,
} from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import { add, mul } from "./arithmetic.ts";
import { where } from "./choice.ts";
import { cast } from "./convert.ts";
import { getitem, index_put } from "./indexing.ts";
import { expand, flatten, reshape, transpose, unsqueeze } from "./movement.ts";
import { input } from "./movement-doc.ts";
import { asTensor, defineOp, type OpDoc } from "./op.ts";
import { alongDim, deposit, pick, positionsOf } from "./pick.ts";
import { cat } from "./slices.ts";

function doc(
  summary: string,
  formula: string,
  shape: string,
  example: string,
  jax: string | null,
  numpy: string | null,
): OpDoc {
  return { summary, formula, shape, example, jax, numpy };
}

const dim = { name: "dim", kind: "dim" } as const;
const index = { name: "index", kind: "tensor" } as const;

function requireIndex(op: string, index: Tensor): void {
  if (index.dtype === "int64" || index.dtype === "int32") return;
  throw new EngineError({
    code: "dtype",
    op,
    message: `${op}: the index must be an int64 tensor, got ${index.dtype}`,
    hint: "Convert it: index.long().",
    pytorch:
      op === "one_hot"
        ? "one_hot is only applicable to index tensor."
        : `${op}(): Expected dtype ${op === "index_select" ? "int32 or int64" : "int64"} for index`,
  });
}

/** Indices below the size, none negative: these ops count from the front only. */
function requireRange(op: string, index: Tensor, size: number, dim: number): void {
  const bad = toContiguousData(index).find((place) => place < 0 || place >= size);
  if (bad === undefined) return;
  throw new EngineError({
    code: "index",
    op,
    message: `${op}: index ${bad} is out of range for dim ${dim} of size ${size}`,
    pytorch:
      op === "index_select" || op === "index_add"
        ? "index out of range in self"
        : op === "one_hot"
          ? Number(bad) < 0
            ? "Class values must be non-negative."
            : "Class values must be smaller than num_classes."
          : `index ${bad} is out of bounds for dimension ${dim} with size ${size}`,
  });
}

function checkGather(op: string, x: Tensor, at: number, index: Tensor): void {
  requireIndex(op, index);
  const rank = Math.max(1, x.shape.length);
  if (Math.max(1, index.shape.length) !== rank) {
    throw new EngineError({
      code: "shape",
      op,
      shapes: [x.shape, index.shape],
      message: `${op}: the index must have as many dims as the input, got shapes ${formatShape(index.shape)} and ${formatShape(x.shape)}`,
      hint: "Add one with index.unsqueeze(1).",
      pytorch: "Index tensor must have the same number of dimensions as input tensor",
    });
  }
  const d = index.shape.findIndex((size, i) => i !== at && size > x.shape[i]);
  if (d >= 0) {
    throw new EngineError({
      code: "shape",
      op,
      shapes: [x.shape, index.shape],
      message: `${op}: index of shape ${formatShape(index.shape)} is larger than the input of shape ${formatShape(x.shape)} in dim ${d}`,
      pytorch: `Size does not match at dimension ${d} expected index ${formatShape(index.shape)} to be smaller than self ${formatShape(x.shape)} apart from dimension ${at}`,
    });
  }
  requireRange(op, index, x.shape[at] ?? 1, at);
}

export const gather = defineOp(
  {
    name: "gather",
    doc: doc(
      "For every place of the index, the element that it names along a dim.",
      "y_ij = x_i,index_ij for dim = 1",
      "that of index",
      "logProbs.gather(1, labels.unsqueeze(1))",
      "jnp.take_along_axis(x, index, dim)",
      "np.take_along_axis(x, index, dim)",
    ),
    params: [input, dim, index],
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor): Tensor => {
      const at = normalizeDim("gather", dim, x.shape.length);
      checkGather("gather", x, at, index);
      return pick(
        op,
        x,
        x.shape.length === 0 ? new Int32Array(numelOf(index.shape)) : alongDim(x.shape, at, index),
        index.shape,
      );
    },
);

export const take_along_dim = defineOp(
  {
    name: "take_along_dim",
    doc: doc(
      "gather, with index and input broadcast against each other.",
      "y_ij = x_i,index_ij for dim = 1",
      "input and index broadcast but for dim",
      "losses.take_along_dim(order, 0)",
      "jnp.take_along_axis(x, index, dim)",
      "np.take_along_axis(x, index, dim)",
    ),
    params: [input, { name: "indices", kind: "tensor" }, { name: "dim", kind: "dim", default: null }],
    samples: [],
  },
  () =>
    (x: Tensor, indices: Tensor, dim: number | null = null): Tensor => {
      if (dim === null) return gather(flatten(x), 0, flatten(indices));
      const at = normalizeDim("take_along_dim", dim, x.shape.length);
      const free = (shape: Shape) => shape.map((size, i) => (i === at ? 1 : size));
      const common = broadcastShapes("take_along_dim", free(x.shape), free(indices.shape));
      const sized = (y: Tensor) =>
        expand(
          y,
          common.map((size, i) => (i === at ? y.shape[i] : size)),
        );
      return gather(sized(x), at, sized(indices));
    },
);

/** The vector index, for every other coordinate. */
function alongRows(x: Tensor, at: number, index: Tensor): Tensor {
  const shape = x.shape.map((size, i) => (i === at ? numelOf(index.shape) : size));
  return expand(
    reshape(
      index,
      shape.map((_, i) => (i === at ? -1 : 1)),
    ),
    shape,
  );
}

export const index_select = defineOp(
  {
    name: "index_select",
    doc: doc(
      "The rows (or slices of another dim) that an index names.",
      "y_i = x_index_i",
      "dim has the size of index",
      "predictions.index_select(0, order)",
      "jnp.take(x, index, dim)",
      "np.take(x, index, dim)",
    ),
    params: [input, dim, index],
    samples: [],
  },
  (op) =>
    (x: Tensor, dim: number, index: Tensor): Tensor => {
      const at = normalizeDim("index_select", dim, x.shape.length);
      requireIndex("index_select", index);
      requireRange("index_select", index, x.shape[at] ?? 1, at);
      if (x.shape.length === 0) return x;
      const rows = alongRows(x, at, index);
      return pick(op, x, alongDim(x.shape, at, rows), rows.shape);
    },
);

export const take = defineOp(
  {
    name: "take",
    doc: doc(
      "Elements by their place in row-major order.",
      "y_i = x.flatten()_index_i",
      "that of index",
      "torch.take(predictions, torch.tensor([0, 2]))",
      "jnp.take(x, index)",
      "np.take(x, index)",
    ),
    params: [input, index],
    samples: [],
  },
  (op) =>
    (x: Tensor, index: Tensor): Tensor => {
      const size = numelOf(x.shape);
      const places = Int32Array.from(toContiguousData(index), (place) => (place < 0 ? place + size : place));
      const bad = places.find((place) => place < 0 || place >= size);
      if (bad !== undefined)
        throw new EngineError({
          code: "index",
          op: "take",
          message: `take: index ${bad} is out of range for ${size} elements`,
          pytorch: `out of range: tried to access index ${bad} on a tensor of ${size} elements.`,
        });
      return pick(op, x, places, index.shape);
    },
);

const source = { name: "src", kind: "operand" } as const;

/** The places an index names, and the values for them, in the index's shape. */
function scattered(op: string, x: Tensor, dim: number, index: Tensor, value: Tensor | number) {
  const at = normalizeDim(op, dim, x.shape.length);
  checkGather(op, x, at, index);
  if (Tensor.isTensor(value) && value.shape.length > 0 && value.dtype !== x.dtype && !value.isNumber) {
    throw new EngineError({
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
    doc: doc(
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
    doc: doc(
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
    doc: doc(
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
    doc: doc(
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

export const masked_fill = defineOp(
  {
    name: "masked_fill",
    doc: doc(
      "A copy with one number where a mask holds.",
      "value where mask, else x",
      "input and mask broadcast",
      "losses.masked_fill(targets.isnan(), 0)",
      "jnp.where(mask, value, x)",
      "np.where(mask, value, x)",
    ),
    params: [input, { name: "mask", kind: "tensor" }, { name: "value", kind: "operand" }],
    inPlace: true,
    samples: [],
  },
  () =>
    (x: Tensor, mask: Tensor, value: Tensor | number): Tensor => {
      requireMask("masked_fill", mask);
      if (Tensor.isTensor(value) && value.shape.length > 0) {
        throw new EngineError({
          code: "shape",
          op: "masked_fill",
          message: `masked_fill: the value must be one number, got shape ${formatShape(value.shape)}`,
          pytorch: `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.shape.length} dimension(s).`,
        });
      }
      return where(mask, cast(asTensor(value, x.dtype), x.dtype), x);
    },
);

function requireMask(op: string, mask: Tensor): void {
  if (mask.dtype === "bool") return;
  throw new EngineError({
    code: "dtype",
    op,
    message: `${op}: the mask must be a bool tensor, got ${mask.dtype}`,
    hint: "Compare: mask.gt(0).",
    pytorch: `${op}: expected BoolTensor or ByteTensor for mask`,
  });
}

export const masked_select = defineOp(
  {
    name: "masked_select",
    doc: doc(
      "The elements where a mask holds, in row-major order.",
      "x[mask]",
      "[number of elements that the mask lets through]",
      "losses.masked_select(targets.isnan().logical_not())",
      "x[mask]",
      "x[mask]",
    ),
    params: [input, { name: "mask", kind: "tensor" }],
    samples: [],
  },
  () =>
    (x: Tensor, mask: Tensor): Tensor => {
      requireMask("masked_select", mask);
      const shape = broadcastShapes("masked_select", x.shape, mask.shape);
      return getitem(expand(x, shape), [expand(mask, shape)]);
    },
);

export const nonzero = defineOp(
  {
    name: "nonzero",
    doc: doc(
      "Where the elements that are not zero are.",
      "indices of x ≠ 0",
      "[number of such elements, dims]",
      "targets.gt(0).nonzero()",
      "jnp.argwhere(x)",
      "np.argwhere(x)",
    ),
    params: [input, { name: "as_tuple", kind: "bool", default: false }],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, asTuple = false): Tensor | Tensor[] => {
      const data = toContiguousData(x);
      const rows: number[] = [];
      positionsOf(x.shape, (at, i) => {
        if (data[i] !== 0) rows.push(...at);
        return 0;
      });
      const rank = x.shape.length;
      const count = rank === 0 ? (data[0] === 0 ? 0 : 1) : rows.length / rank;
      const table = Tensor.of(Float64Array.from(rows), [count, rank], "int64");
      if (!asTuple) return table;
      return x.shape.map((_, d) =>
        Tensor.of(
          Float64Array.from({ length: count }, (__, i) => rows[i * rank + d]),
          [count],
          "int64",
        ),
      );
    },
);

export const flip = defineOp(
  {
    name: "flip",
    doc: doc(
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
    doc: doc(
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

export const repeat = defineOp(
  {
    name: "repeat",
    doc: doc(
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
    doc: doc(
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
    doc: doc(
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

function triangle(name: "tril" | "triu") {
  return defineOp(
    {
      name,
      doc: doc(
        `Zeros ${name === "tril" ? "above" : "below"} a diagonal.`,
        `x_ij if j - i ${name === "tril" ? "≤" : "≥"} diagonal, else 0`,
        "same as input",
        `x.matmul(x.t()).${name}()`,
        `jnp.${name}(x, diagonal)`,
        `np.${name}(x, diagonal)`,
      ),
      params: [input, { name: "diagonal", kind: "dim", default: 0 }],
      inPlace: true,
      samples: [{ shapes: [[3, 3]] }],
    },
    (op) =>
      (x: Tensor, diagonal = 0): Tensor => {
        const rank = x.shape.length;
        if (rank < 2)
          throw new EngineError({
            code: "dim",
            op: name,
            shapes: [x.shape],
            message: `${name}: takes tensors of at least 2 dims, got shape ${formatShape(x.shape)}`,
            pytorch: `${name}: input tensor must have at least 2 dimensions`,
          });
        const positions = positionsOf(x.shape, (at, i) => {
          const off = at[rank - 1] - at[rank - 2] - diagonal;
          return (name === "tril" ? off <= 0 : off >= 0) ? i : -1;
        });
        return pick(op, x, positions, x.shape);
      },
  );
}

export const tril = triangle("tril");
export const triu = triangle("triu");

export const diagonal = defineOp(
  {
    name: "diagonal",
    doc: doc(
      "The diagonal of two dims, as a last dim.",
      "y_i = x_i,i+offset",
      "the two dims gone, the diagonal's length last",
      "covariance.diagonal()",
      "jnp.diagonal(x, offset)",
      "np.diagonal(x, offset)",
    ),
    params: [
      input,
      { name: "offset", kind: "dim", default: 0 },
      { name: "dim1", kind: "dim", default: 0 },
      { name: "dim2", kind: "dim", default: 1 },
    ],
    samples: [{ shapes: [[3, 4]] }],
  },
  (op) =>
    (x: Tensor, offset = 0, dim1 = 0, dim2 = 1): Tensor => {
      const [a, b] = [normalizeDim("diagonal", dim1, x.shape.length), normalizeDim("diagonal", dim2, x.shape.length)];
      const [rows, columns] = [x.shape[a], x.shape[b]];
      const length = Math.max(0, offset >= 0 ? Math.min(rows, columns - offset) : Math.min(rows + offset, columns));
      const rest = [...x.shape.keys()].filter((d) => d !== a && d !== b);
      const strides = contiguousStrides(x.shape);
      const shape = [...rest.map((d) => x.shape[d]), length];
      const positions = positionsOf(shape, (at) => {
        const i = at[shape.length - 1];
        let place = (i + Math.max(0, -offset)) * strides[a] + (i + Math.max(0, offset)) * strides[b];
        rest.forEach((d, k) => {
          place += at[k] * strides[d];
        });
        return place;
      });
      return pick(op, x, positions, shape);
    },
);

export const diag = defineOp(
  {
    name: "diag",
    doc: doc(
      "A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector.",
      "y_ii = x_i, or y_i = x_ii",
      "[n] to [n, n], and back",
      "torch.diag(covariance)",
      "jnp.diag(x, diagonal)",
      "np.diag(x, diagonal)",
    ),
    params: [input, { name: "diagonal", kind: "dim", default: 0 }],
    samples: [{ shapes: [[3]] }, { shapes: [[3, 3]] }],
  },
  (op) =>
    (x: Tensor, offset = 0): Tensor => {
      if (x.shape.length === 2) return diagonal(x, offset);
      if (x.shape.length !== 1)
        throw new EngineError({
          code: "dim",
          op: "diag",
          shapes: [x.shape],
          message: `diag: takes a vector or a matrix, got shape ${formatShape(x.shape)}`,
          pytorch: "matrix or a vector expected",
        });
      const n = x.shape[0] + Math.abs(offset);
      const positions = Int32Array.from(
        { length: x.shape[0] },
        (_, i) => (i + Math.max(0, -offset)) * n + i + Math.max(0, offset),
      );
      return deposit(op, x, positions, [n, n]);
    },
);

export const diag_embed = defineOp(
  {
    name: "diag_embed",
    doc: doc(
      "Vectors along the last dim as diagonals of matrices.",
      "y_…ii = x_…i",
      "[…, n] to […, n, n]",
      "torch.diag_embed(predictions)",
      "jax.vmap(jnp.diag)(x)",
      null,
    ),
    params: [input],
    samples: [{ shapes: [[2, 3]] }],
  },
  (op) =>
    (x: Tensor): Tensor => {
      const n = x.shape.at(-1) ?? 1;
      const positions = Int32Array.from(
        { length: numelOf(x.shape) },
        (_, i) => Math.floor(i / n) * n * n + (i % n) * (n + 1),
      );
      return deposit(op, x, positions, [...x.shape, n]);
    },
);

export const trace = defineOp(
  {
    name: "trace",
    doc: doc(
      "The sum of a matrix's diagonal.",
      "Σ x_ii",
      "[n, m] to []",
      "covariance.trace()",
      "jnp.trace(x)",
      "np.trace(x)",
    ),
    params: [input],
    samples: [{ shapes: [[3, 3]] }],
  },
  (op) =>
    (x: Tensor): Tensor => {
      if (x.shape.length !== 2)
        throw new EngineError({
          code: "dim",
          op: "trace",
          shapes: [x.shape],
          message: `trace: takes a matrix, got shape ${formatShape(x.shape)}`,
          pytorch: "trace: expected a matrix",
        });
      const line = diagonal(x);
      return deposit(op, line, new Int32Array(line.shape[0]), []);
    },
);

type Parts = (x: Tensor, size: number | readonly number[], dim?: number) => Tensor[];

function part(x: Tensor, at: number, start: number, length: number): Tensor {
  const whole = { start: null, stop: null, step: null };
  return getitem(x, [...new Array(at).fill(whole), { start, stop: start + length, step: null }]);
}

export const split = defineOp(
  {
    name: "split",
    doc: doc(
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
      const at = normalizeDim("split", dim, x.shape.length);
      const total = x.shape[at];
      const sizes =
        typeof size === "number"
          ? Array.from({ length: Math.max(1, Math.ceil(total / size)) }, (_, i) => Math.min(size, total - i * size))
          : size;
      const sum = sizes.reduce((a, b) => a + b, 0);
      if (sum !== total)
        throw new EngineError({
          code: "shape",
          op: "split",
          message: `split: sizes ${formatShape(sizes)} must add up to ${total}`,
          pytorch: `split_with_sizes expects split_sizes to sum exactly to ${total} (input tensor's size at dimension ${at}), but got split_sizes=${formatShape(sizes)}`,
        });
      let start = 0;
      return sizes.map((length) => {
        const piece = part(x, at, start, length);
        start += length;
        return piece;
      });
    },
);

export const chunk = defineOp(
  {
    name: "chunk",
    doc: doc(
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
      if (chunks <= 0)
        throw new EngineError({
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
    doc: doc(
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
      const at = normalizeDim("unbind", dim, x.shape.length);
      const whole = { start: null, stop: null, step: null };
      return Array.from({ length: x.shape[at] }, (_, i) => getitem(x, [...new Array(at).fill(whole), i]));
    },
);

function stacked(name: "hstack" | "vstack", along: string) {
  return defineOp(
    {
      name,
      doc: doc(
        `Tensors put together ${along}.`,
        "the same elements",
        along,
        `torch.${name}([predictions, targets])`,
        `jnp.${name}(xs)`,
        `np.${name}(xs)`,
      ),
      params: [{ name: "tensors", kind: "tensors" }],
      places: ["torch"],
      samples: [],
    },
    () =>
      (tensors: readonly Tensor[]): Tensor => {
        const atLeast = tensors.map((x) => (x.shape.length === 0 ? reshape(x, [1]) : x));
        if (name === "hstack") return cat(atLeast, atLeast[0].shape.length === 1 ? 0 : 1);
        return cat(
          atLeast.map((x) => (x.shape.length === 1 ? unsqueeze(x, 0) : x)),
          0,
        );
      },
  );
}

export const hstack = stacked("hstack", "side by side");
export const vstack = stacked("vstack", "one below the other");

export const movedim = defineOp(
  {
    name: "movedim",
    aliases: ["moveaxis"],
    doc: doc(
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

export const meshgrid = defineOp(
  {
    name: "meshgrid",
    doc: doc(
      "Vectors as coordinates of a grid.",
      "the same elements",
      "as many tensors as vectors, each of all their sizes",
      'torch.meshgrid([x, y], { indexing: "ij" })',
      "jnp.meshgrid(*xs, indexing='ij')",
      "np.meshgrid(*xs, indexing='ij')",
    ),
    params: [
      { name: "tensors", kind: "tensors", variadic: true },
      { name: "indexing", kind: "text", default: null },
    ],
    places: ["torch"],
    returns: "Tensor[]",
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[], indexing: string | null = null): Tensor[] => {
      if (indexing === null) {
        warn(
          "UserWarning",
          "torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.",
        );
      }
      const shape = tensors.map((x) => numelOf(x.shape));
      const grids = tensors.map((x, i) =>
        expand(
          reshape(
            x,
            shape.map((_, d) => (d === i ? -1 : 1)),
          ),
          shape,
        ),
      );
      return indexing === "xy" && shape.length > 1 ? grids.map((grid) => transpose(grid, 0, 1)) : grids;
    },
);

export const diff = defineOp(
  {
    name: "diff",
    doc: doc(
      "The differences of neighbours.",
      "y_i = x_(i+1) - x_i",
      "dim shorter by n",
      "predictions.diff(1, 0)",
      "jnp.diff(x, n, dim)",
      "np.diff(x, n, dim)",
    ),
    params: [input, { name: "n", kind: "dim", default: 1 }, { name: "dim", kind: "dim", default: -1 }],
    samples: [{ shapes: [[2, 4]] }],
  },
  () =>
    (x: Tensor, n = 1, dim = -1): Tensor => {
      const at = normalizeDim("diff", dim, x.shape.length);
      let y = x;
      for (let i = 0; i < n; i++) y = add(part(y, at, 1, y.shape[at] - 1), part(y, at, 0, y.shape[at] - 1), -1);
      return y;
    },
);

export const pad = defineOp(
  {
    name: "pad",
    doc: doc(
      "A margin around the last dims.",
      "value, or the edge or its mirror image, outside x",
      "sizes grown by the margins, which count from the last dim",
      "F.pad(predictions, [1, 1])",
      "jnp.pad(x, widths)",
      "np.pad(x, widths)",
    ),
    params: [
      input,
      { name: "pad", kind: "shape" },
      { name: "mode", kind: "text", default: "constant" },
      { name: "value", kind: "number", default: 0 },
    ],
    places: ["F"],
    samples: [{ shapes: [[2, 3]], args: [[1, 2]] }],
  },
  (op) =>
    (x: Tensor, margins: Shape, mode = "constant", value: number | null = 0): Tensor => {
      const rank = x.shape.length;
      if (margins.length > 2 * rank)
        throw new EngineError({
          code: "range",
          op: "pad",
          message: `pad: takes two margins for each of ${rank} dims at most, got ${margins.length}`,
          pytorch: "Padding length too large",
        });
      const before = x.shape.map((_, d) => margins[2 * (rank - 1 - d)] ?? 0);
      const shape = x.shape.map((size, d) => size + before[d] + (margins[2 * (rank - 1 - d) + 1] ?? 0));
      const strides = contiguousStrides(x.shape);
      const positions = positionsOf(shape, (at) => {
        let place = 0;
        for (let d = 0; d < rank; d++) {
          const n = x.shape[d];
          let i = at[d] - before[d];
          if (i < 0 || i >= n) {
            if (mode === "constant") return -1;
            if (mode === "replicate") i = Math.min(Math.max(i, 0), n - 1);
            else if (mode === "circular") i = ((i % n) + n) % n;
            else i = i < 0 ? -i : 2 * (n - 1) - i;
          }
          place += i * strides[d];
        }
        return place;
      });
      const padded = pick(op, x, positions, shape);
      if (mode !== "constant" || (value ?? 0) === 0) return padded;
      const margin = Tensor.of(
        Uint8Array.from(positions, (place) => (place < 0 ? 1 : 0)),
        shape,
        "bool",
      );
      return masked_fill(padded, margin, value ?? 0);
    },
);

export const one_hot = defineOp(
  {
    name: "one_hot",
    doc: doc(
      "A row of zeros with a one for every class label.",
      "y_ij = 1 if x_i = j, else 0",
      "a last dim of num_classes added",
      "F.one_hot(labels, 4).float()",
      "jax.nn.one_hot(x, num_classes)",
      "np.eye(num_classes)[x]",
    ),
    params: [input, { name: "num_classes", kind: "dim", default: -1 }],
    places: ["F"],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, classes = -1): Tensor => {
      requireIndex("one_hot", x);
      const labels = toContiguousData(x);
      const count = classes === -1 ? Math.max(...labels) + 1 : classes;
      requireRange("one_hot", x, count, x.shape.length);
      const data = allocate("int64", labels.length * count);
      labels.forEach((label, i) => {
        data[i * count + label] = 1;
      });
      return Tensor.of(data, [...x.shape, count], "int64");
    },
);

export const bincount = defineOp(
  {
    name: "bincount",
    doc: doc(
      "How often each integer occurs.",
      "y_j = #{x = j}, or the sum of their weights",
      "[largest + 1, at least minlength]",
      "labels.bincount()",
      "jnp.bincount(x)",
      "np.bincount(x)",
    ),
    params: [input, { name: "weights", kind: "tensor", default: null }, { name: "minlength", kind: "dim", default: 0 }],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor, weights: Tensor | null = null, least = 0): Tensor => {
      requireIndex("bincount", x);
      const labels = toContiguousData(x);
      const length = Math.max(least, labels.length === 0 ? 0 : Math.max(...labels) + 1);
      const data = new Float64Array(length);
      const share = weights === null ? null : toContiguousData(weights);
      labels.forEach((label, i) => {
        data[label] += share === null ? 1 : share[i];
      });
      return Tensor.of(data, [length], weights === null ? "int64" : "float64");
    },
);
