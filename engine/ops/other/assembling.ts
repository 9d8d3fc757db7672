/** @file Matrices made of others, places as numbers, and areas under points. */

import { type DType, promote } from "../../tensor/dtype.ts";
import { normalizeDim } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { cast } from "../convert.ts";
import { nonzero } from "../indexing/masking.ts";
import { reshape } from "../indexing/movement.ts";
import { input, opDoc } from "../indexing/movement-doc.ts";
import { deposit } from "../indexing/pick.ts";
import { narrow } from "../indexing/slices.ts";
import { defineOp, operandOf } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { sum } from "../reduction/reduction.ts";
import { cumsum } from "./cumulative.ts";

export const block_diag = defineOp(
  {
    name: "block_diag",
    label: "BlockDiagBackward0",
    doc: opDoc(
      "Matrices along the diagonal of one, zeros elsewhere.",
      "y = diag(x₁, x₂, …) in blocks",
      "rows and columns add up; a vector is a row, a number a block of its own",
      "torch.block_diag([predictions, targets])",
      "jax.scipy.linalg.block_diag(*xs)",
      "scipy.linalg.block_diag(*xs)",
    ),
    params: [{ name: "tensors", kind: "tensors", variadic: true }],
    places: ["torch"],
    samples: [],
  },
  (op) =>
    (tensors: readonly Tensor[]): Tensor => {
      const blocks = tensors.map((x) =>
        x.shape.length === 2 ? x : reshape(x, x.shape.length === 0 ? [1, 1] : [1, x.shape[0]]),
      );
      const dtype = promote(blocks.map(operandOf));
      const [height, width] = [0, 1].map((d) => blocks.reduce((total, { shape }) => total + shape[d], 0));
      let [result, top, left]: [Tensor, number, number] = [Tensor.zeros([height, width], dtype), 0, 0];
      for (const block of blocks) {
        const [rows, columns] = block.shape;
        const places = Int32Array.from(
          { length: rows * columns },
          (_, i) => (top + Math.floor(i / columns)) * width + left + (i % columns),
        );
        result = add(result, deposit(op, cast(block, dtype), places, [height, width]));
        [top, left] = [top + rows, left + columns];
      }
      return result;
    },
);

export const argwhere = defineOp(
  {
    name: "argwhere",
    doc: opDoc(
      "Where the elements that are not zero are.",
      "indices of x ≠ 0",
      "[number of such elements, dims]",
      "torch.argwhere(targets.gt(0))",
      "jnp.argwhere(x)",
      "np.argwhere(x)",
    ),
    params: [input],
    gradient: "none",
    samples: [],
  },
  () =>
    (x: Tensor): Tensor => {
      const places = nonzero(x);
      if (Tensor.isTensor(places)) return places;
      throw new Error("internal: nonzero gave several tensors");
    },
);

export const isin = defineOp(
  {
    name: "isin",
    doc: opDoc(
      "Which elements are among others.",
      "y = x ∈ test_elements",
      "same as elements",
      "torch.isin(torch.tensor([1, 2, 3]), torch.tensor([1, 3]))",
      "jnp.isin(x, test)",
      "np.isin(x, test)",
    ),
    params: [
      { name: "elements", kind: "operand" },
      { name: "test_elements", kind: "operand" },
      { name: "assume_unique", kind: "bool", default: false },
      { name: "invert", kind: "bool", default: false },
    ],
    places: ["torch"],
    gradient: "none",
    samples: [],
  },
  () =>
    // What may be assumed of the elements changes nothing but the time it takes.
    (elements: Tensor | number, among: Tensor | number, _assumeUnique = false, invert = false): Tensor => {
      const valuesOf = (x: Tensor | number): ArrayLike<number> => (typeof x === "number" ? [x] : toContiguousData(x));
      const known = new Set(Array.from(valuesOf(among), Number));
      const found = Uint8Array.from(valuesOf(elements), (value) => (known.has(value) !== invert ? 1 : 0));
      return Tensor.of(found, typeof elements === "number" ? [] : elements.shape, "bool");
    },
);

function triangleIndices(name: "tril" | "triu") {
  return defineOp(
    {
      name: `${name}_indices`,
      doc: opDoc(
        `Rows and columns of the places ${name === "tril" ? "on and below" : "on and above"} a diagonal.`,
        `(i, j) with j - i ${name === "tril" ? "≤" : "≥"} offset`,
        "[2, number of places]",
        `torch.${name}_indices(3, 3)`,
        `jnp.stack(jnp.${name}_indices(row, offset, col))`,
        `np.stack(np.${name}_indices(row, offset, col))`,
      ),
      params: [
        { name: "row", kind: "dim" },
        { name: "col", kind: "dim" },
        { name: "offset", kind: "dim", default: 0 },
        { name: "dtype", kind: "dtype", default: "int64" },
      ],
      places: ["torch"],
      gradient: "none",
      samples: [],
    },
    () =>
      (rows: number, columns: number, offset = 0, dtype: DType = "int64"): Tensor => {
        const all = Array.from({ length: rows * columns }, (_, i) => [Math.floor(i / columns), i % columns]);
        const kept = all.filter(([i, j]) => (name === "tril" ? j - i <= offset : j - i >= offset));
        const data = Float64Array.from([...kept.map(([i]) => i), ...kept.map(([, j]) => j)]);
        return cast(Tensor.of(data, [2, kept.length], "int64"), dtype);
      },
  );
}

export const tril_indices = triangleIndices("tril");

export const triu_indices = triangleIndices("triu");

const areaParams = [
  { name: "y", kind: "tensor" },
  { name: "x", kind: "tensor", default: null },
  { name: "dx", kind: "number", default: 1 },
  { name: "dim", kind: "dim", default: -1 },
] as const;

/** Of each pair of neighbours along a dim. */
function trapeziums(op: string, y: Tensor, x: Tensor | null, dx: number, dim: number): readonly [Tensor, number] {
  const at = normalizeDim(op, dim, y.shape.length);
  const ends = (of: Tensor, along: number): readonly [Tensor, Tensor] => {
    const count = of.shape[along] - 1;
    return [narrow(of, along, 0, count), narrow(of, along, 1, count)];
  };
  const heights = add(...ends(y, at));
  if (x === null) return [mul(heights, dx / 2), at];
  const [from, to] = ends(x, x.shape.length === 1 ? 0 : at);
  const widths = sub(to, from);
  const shaped =
    x.shape.length === 1
      ? reshape(
          widths,
          y.shape.map((_, d) => (d === at ? widths.shape[0] : 1)),
        )
      : widths;
  return [div(mul(heights, shaped), 2), at];
}

export const trapezoid = defineOp(
  {
    name: "trapezoid",
    label: ([, x]) => (x === null || x === undefined ? "MulBackward1" : "DivBackward1"),
    aliases: ["trapz"],
    doc: opDoc(
      "The area under points, straight lines between them.",
      "Σ (xᵢ₊₁ - xᵢ)(yᵢ + yᵢ₊₁)/2",
      "without dim",
      "torch.trapezoid(predictions, null, 1, 0)",
      "jnp.trapezoid(y, x, dx, dim)",
      "np.trapezoid(y, x, dx, dim)",
    ),
    params: areaParams,
    places: ["torch"],
    samples: [{ shapes: [[3, 4]] }],
  },
  () =>
    (y: Tensor, x: Tensor | null = null, dx = 1, dim = -1): Tensor =>
      sum(...trapeziums("trapezoid", y, x, dx, dim)),
);

export const cumulative_trapezoid = defineOp(
  {
    name: "cumulative_trapezoid",
    doc: opDoc(
      "The area under points up to each of them.",
      "yₖ = Σ_{i<k} (xᵢ₊₁ - xᵢ)(yᵢ + yᵢ₊₁)/2",
      "one less along dim",
      "torch.cumulative_trapezoid(predictions, null, 1, 0)",
      null,
      "scipy.integrate.cumulative_trapezoid(y, x, dx, dim)",
    ),
    params: areaParams,
    places: ["torch"],
    samples: [{ shapes: [[3, 4]] }],
  },
  () =>
    (y: Tensor, x: Tensor | null = null, dx = 1, dim = -1): Tensor =>
      cumsum(...trapeziums("cumulative_trapezoid", y, x, dx, dim)),
);
