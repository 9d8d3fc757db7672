/** @file x[…] as Python writes it: numbers, slices, an ellipsis, new dims, masks and tensors of indices. */
import { expandTo } from "../../kernels/elementwise.ts";
import { EngineError } from "../../tensor/errors.ts";
import { broadcastShapes, contiguousStrides, formatShape, numelOf, type Shape } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { type Layout, Tensor, viewOf } from "../../tensor/tensor.ts";
import { cast, type NestedNumbers } from "../convert.ts";
import { tensor } from "../creation/creation.ts";
import { asTensor, defineOp, finish, type Op } from "../op.ts";
import { tracer } from "../trace.ts";
import { deposit, type Positions, pick, positionsOf } from "./pick.ts";

/** start:stop:step; null, or nothing, where nothing is written. */
export interface Slice {
  readonly start?: number | null;
  readonly stop?: number | null;
  readonly step?: number | null;
}

/** `null` is a new dim, `"..."` stands for all dims not named. */
export type Index = number | boolean | Slice | null | "..." | Tensor | NestedNumbers[];

/** Where indexing leads: `layout` when it is a view, `positions` when tensors choose. */
interface Place {
  readonly layout: Layout | null;
  readonly positions: () => Positions;
  readonly shape: Shape;
}

function indexError(message: string, pytorch: string, hint?: string): EngineError {
  return new EngineError({
    type: "IndexError",
    code: "index",
    op: "getitem",
    message,
    pytorch,
    ...(hint === undefined ? {} : { hint }),
  });
}

const isSlice = (index: Index): index is Slice =>
  typeof index === "object" && index !== null && !Array.isArray(index) && !Tensor.isTensor(index);

/** A chooser is a tensor of places, or of yes and no. */
function chooserOf(index: Index): Tensor | null {
  if (Tensor.isTensor(index)) {
    if (index.dtype === "float32" || index.dtype === "float64")
      throw indexError(
        `getitem: tensors of indices must be int64 or bool, got ${index.dtype}`,
        "tensors used as indices must be long, int, byte or bool tensors",
        "Convert: index.long().",
      );
    return index;
  }
  if (typeof index === "boolean") return Tensor.scalar(index ? 1 : 0, "bool");
  return Array.isArray(index) ? (index.length === 0 ? Tensor.zeros([0], "int64") : tensor(index)) : null;
}

/** How many dims of the input an index uses up. */
function consumed(index: Index): number {
  if (index === null || index === "..." || typeof index === "boolean") return 0;
  if (Tensor.isTensor(index) && index.dtype === "bool") return index.shape.length;
  if (Array.isArray(index)) return chooserOf(index)?.dtype === "bool" ? (chooserOf(index)?.shape.length ?? 1) : 1;
  return 1;
}

interface Chosen {
  /** The dim of the result so far where the choice stands. */
  readonly at: number;
  readonly places: Tensor;
}

export function locate(x: Tensor, indices: readonly Index[]): Place {
  const used = indices.reduce<number>((sum, index) => sum + consumed(index), 0);
  if (used > x.shape.length) {
    throw indexError(
      `getitem: ${used} indices for shape ${formatShape(x.shape)}`,
      x.shape.length === 0
        ? "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number"
        : `too many indices for tensor of dimension ${x.shape.length}`,
      "Count the dims of the shape.",
    );
  }
  const whole = { start: null, stop: null, step: null };
  const dots = indices.indexOf("...");
  const rest = new Array<Index>(x.shape.length - used).fill(whole);
  const all = dots < 0 ? [...indices, ...rest] : [...indices.slice(0, dots), ...rest, ...indices.slice(dots + 1)];

  const own = contiguousStrides(x.shape);
  const shape: number[] = [];
  const strides: number[] = [];
  const logical: number[] = [];
  let offset = x.offset;
  let start = 0;
  let dim = 0;
  const chosen: Chosen[] = [];
  for (const index of all) {
    const chooser = chooserOf(index);
    if (chooser !== null) {
      if (chooser.dtype === "bool") {
        const places = truths(chooser, x.shape.slice(dim, dim + chooser.shape.length), dim);
        if (chooser.shape.length === 0) {
          shape.push(1);
          strides.push(0);
          logical.push(0);
          chosen.push({ at: shape.length - 1, places: places[0] });
        }
        for (const place of chooser.shape.length === 0 ? [] : places) {
          chosen.push({ at: shape.length, places: place });
          shape.push(x.shape[dim]);
          strides.push(x.strides[dim]);
          logical.push(own[dim]);
          dim++;
        }
      } else {
        chosen.push({ at: shape.length, places: chooser });
        shape.push(x.shape[dim]);
        strides.push(x.strides[dim]);
        logical.push(own[dim]);
        dim++;
      }
    } else if (index === null) {
      shape.push(1);
      strides.push(0);
      logical.push(0);
    } else if (typeof index === "number") {
      const place = within(index, x.shape[dim], dim);
      offset += place * x.strides[dim];
      start += place * own[dim];
      dim++;
    } else if (isSlice(index)) {
      const { from, length, step } = span(index, x.shape[dim]);
      offset += from * x.strides[dim];
      start += from * own[dim];
      shape.push(length);
      strides.push(x.strides[dim] * step);
      logical.push(own[dim] * step);
      dim++;
    }
  }
  if (chosen.length > 0) return choose(shape, logical, start, chosen);
  return {
    layout: { shape, strides, offset: numelOf(shape) === 0 ? 0 : offset },
    shape,
    positions: () =>
      positionsOf(shape, (at) => {
        let place = start;
        for (let i = 0; i < at.length; i++) place += at[i] * logical[i];
        return place;
      }),
  };
}

function within(index: number, size: number, dim: number): number {
  if (!Number.isInteger(index) || index < -size || index >= size)
    throw indexError(
      `getitem: index ${index} is out of range for dim ${dim} of size ${size}`,
      `index ${index} is out of bounds for dimension ${dim} with size ${size}`,
      `Indices go from ${-size} to ${size - 1}.`,
    );
  return index < 0 ? index + size : index;
}

function span({ start, stop, step: given }: Slice, size: number): { from: number; length: number; step: number } {
  const step = given ?? 1;
  if (step <= 0)
    throw new EngineError({
      type: "ValueError",
      code: "step",
      op: "getitem",
      message: `getitem: a step must be positive, got ${step}`,
      pytorch: "step must be greater than zero",
      hint: "To reverse, use flip.",
    });
  const clip = (place: number) => Math.min(Math.max(place < 0 ? place + size : place, 0), size);
  const from = clip(start ?? 0);
  return { from, length: Math.max(0, Math.ceil((clip(stop ?? size) - from) / step)), step };
}

/** The places where a mask holds, one list a dim. */
function truths(mask: Tensor, sizes: Shape, dim: number): Tensor[] {
  mask.shape.forEach((size, i) => {
    if (size !== sizes[i])
      throw indexError(
        `getitem: a mask of shape ${formatShape(mask.shape)} for sizes ${formatShape(sizes)}`,
        `The shape of the mask ${formatShape(mask.shape)} at index ${i} does not match the shape of the indexed tensor ${formatShape(sizes)} at index ${dim + i}`,
        "A mask has the shape of what it selects from.",
      );
  });
  const data = toContiguousData(mask);
  const found: number[][] = mask.shape.length === 0 ? [[]] : mask.shape.map(() => []);
  positionsOf(mask.shape, (at, i) => {
    if (data[i] !== 0) for (const [d, list] of found.entries()) list.push(at[d] ?? 0);
    return 0;
  });
  return found.map((list) => Tensor.of(Float64Array.from(list), [list.length], "int64"));
}

/** Where tensors choose, their common shape takes the place of the dims they choose from: there if those are neighbours, in front if not. */
function choose(base: readonly number[], logical: readonly number[], start: number, chosen: readonly Chosen[]): Place {
  let common: Shape = [];
  for (const { places } of chosen) {
    try {
      common = broadcastShapes("getitem", common, places.shape);
    } catch {
      throw indexError(
        `getitem: index shapes ${chosen.map((c) => formatShape(c.places.shape)).join(", ")} do not broadcast`,
        `shape mismatch: indexing tensors could not be broadcast together with shapes ${chosen.map((c) => formatShape(c.places.shape)).join(", ")}`,
      );
    }
  }
  const columns = chosen.map(({ at, places }) => {
    const data = toContiguousData(expandTo(places, common));
    const size = base[at];
    for (const place of data) {
      if (place < -size || place >= size)
        throw indexError(
          `getitem: index ${place} is out of range for size ${size}`,
          `index ${place} is out of bounds for dimension ${at} with size ${size}`,
        );
    }
    return { at, data, size };
  });
  const first = chosen[0].at;
  const areNeighbours = chosen.every(({ at }, i) => at === first + i);
  const front = areNeighbours ? first : 0;
  const taken = new Set(chosen.map(({ at }) => at));
  const kept = base.map((_, i) => i).filter((i) => !taken.has(i));
  const shape = [...kept.slice(0, front), ...kept.slice(front)].map((i) => base[i]);
  shape.splice(front, 0, ...common);
  const commonStrides = contiguousStrides(common);
  return {
    layout: null,
    shape,
    positions: () =>
      positionsOf(shape, (at) => {
        let row = 0;
        for (let i = 0; i < common.length; i++) row += at[front + i] * commonStrides[i];
        let place = start;
        for (const { at: dim, data, size } of columns)
          place += (data[row] < 0 ? data[row] + size : data[row]) * logical[dim];
        for (let i = 0; i < kept.length; i++) place += at[i < front ? i : i + common.length] * logical[kept[i]];
        return place;
      }),
  };
}

export const listOf = (index: Index | readonly Index[]): readonly Index[] =>
  Array.isArray(index) ? (index as readonly Index[]) : [index as Index];

export const getitem = defineOp(
  {
    name: "getitem",
    label: "SelectBackward0",
    doc: {
      summary: "Elements by index: numbers, slices, masks, tensors of places.",
      formula: "x[index]",
      shape: "a number takes its dim away, a slice shortens it, a mask makes one dim of the elements it lets through",
      example: "predictions.getitem([{ start: 1, stop: null, step: null }])",
      jax: "x[index]",
      numpy: "x[index]",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "index", kind: "index" },
    ],
    places: ["method"],
    samples: [
      { shapes: [[4, 3]], args: [[1]] },
      { shapes: [[4, 3]], args: [[{ start: 0, stop: null, step: 2 }, null]] },
      { shapes: [[4, 3]], args: [[[0, 0, 2]]] },
    ],
  },
  (op) =>
    (x: Tensor, index: readonly Index[]): Tensor => {
      const { layout, positions, shape } = locate(x, index);
      if (layout === null) {
        const chosen = pick(op, x, positions(), shape);
        // What chooses is no input of the tape's.
        tracer()?.made(op.name, [x, index], chosen);
        return chosen;
      }
      return finish(op, [x], viewOf(x, layout), (grad) => deposit(op, grad, positions(), x.shape));
    },
);

/** A copy of x with `value`, broadcast, at the index: what x[index] = value makes of x. */
export const index_put = defineOp(
  {
    name: "index_put",
    doc: {
      summary: "A copy in which the elements at an index are others.",
      formula: "y = x, y[index] = values",
      shape: "same as input; values broadcast to the shape of x[index]",
      kink: "where places repeat, the last value stands and gets the gradient of each",
      example: "predictions.index_put([targets.gt(0)], 0)",
      jax: "x.at[index].set(values)",
      numpy: "x[index] = values",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "indices", kind: "index" },
      { name: "values", kind: "operand" },
    ],
    places: ["method"],
    samples: [],
  },
  (op) =>
    (x: Tensor, index: readonly Index[], value: Tensor | number): Tensor =>
      put(op, x, locate(x, index), value, !index.some((each) => Tensor.isTensor(each) || Array.isArray(each))),
);

function put(
  op: Op,
  x: Tensor,
  { positions: placed, shape }: Place,
  value: Tensor | number,
  isSliced: boolean,
): Tensor {
  const positions = placed();
  const values = cast(asTensor(value, x.dtype), x.dtype);
  const fits = trimmed(values, shape, isSliced);
  const from = toContiguousData(expandTo(fits, shape));
  const data = toContiguousData(x).slice();
  for (let i = 0; i < positions.length; i++) data[positions[i]] = from[i];
  const put = Tensor.of(data, x.shape, x.dtype);
  return finish(op, [x, fits], put, (grad, i) => {
    if (i === 1) return pick(op, grad, positions, shape);
    const kept = new Int32Array(numelOf(x.shape)).map((_, at) => at);
    for (const at of positions) kept[at] = -1;
    return pick(op, grad, kept, x.shape);
  });
}

/** Leading dims of size 1 that the place lacks are let go of, as PyTorch does; what then doesn't broadcast is refused. */
/** What PyTorch says of values that a slice has no room for. */
function expandedSize(from: Shape, to: Shape): string {
  const lead = to.length - from.length;
  const at = from.findLastIndex((size, i) => size !== 1 && size !== to[i + lead]);
  return lead < 0
    ? `expand(torch.FloatTensor{${formatShape(from)}}, size=${formatShape(to)}): the number of sizes provided (${to.length}) must be greater or equal to the number of dimensions in the tensor (${from.length})`
    : `The expanded size of the tensor (${to[at + lead]}) must match the existing size (${from[at]}) at non-singleton dimension ${at + lead}.  Target sizes: ${formatShape(to)}.  Tensor sizes: ${formatShape(from)}`;
}

function trimmed(values: Tensor, shape: Shape, isSliced: boolean): Tensor {
  let fits = values;
  while (fits.shape.length > shape.length && fits.shape[0] === 1) fits = getitem(fits, [0]);
  const agrees =
    fits.shape.length <= shape.length &&
    fits.shape.every((size, i) => size === 1 || size === shape[shape.length - fits.shape.length + i]);
  if (agrees) return fits;
  throw new EngineError({
    type: "RuntimeError",
    code: "shape",
    op: "setitem",
    shapes: [values.shape, shape],
    message: `setitem: values of shape ${formatShape(values.shape)} do not fit the place of shape ${formatShape(shape)}`,
    pytorch: isSliced
      ? expandedSize(fits.shape, shape)
      : `shape mismatch: value tensor of shape ${formatShape(values.shape)} cannot be broadcast to indexing result of shape ${formatShape(shape)}`,
  });
}
