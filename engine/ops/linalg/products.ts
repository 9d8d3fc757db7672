import { EngineError } from "../../tensor/errors.ts";
import { formatShape, normalizeDim } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { matmul } from "../blas/linear-algebra.ts";
import { squeeze, unsqueeze } from "../indexing/movement.ts";
import { roll } from "../indexing/reordering.ts";
import { label } from "../node-name.ts";
import { defineOp } from "../op.ts";
import { mul, sub } from "../pointwise/arithmetic.ts";
import { sum } from "../reduction/reduction.ts";
import { columnsOf, input, matrixDoc, rowsOf } from "./stacks.ts";

/** The order of multiplication that takes the fewest steps. */
function chained(matrices: readonly Tensor[]): Tensor {
  const count = matrices.length;
  if (count === 1) return matrices[0];
  if (count === 2) return matmul(matrices[0], matrices[1]);
  const sizes = [...matrices.map(rowsOf), columnsOf(matrices[count - 1])];
  const cost = Array.from({ length: count }, () => new Float64Array(count));
  const split = Array.from({ length: count }, () => new Int32Array(count));
  for (let length = 1; length < count; length++)
    for (let i = 0; i + length < count; i++) {
      const j = i + length;
      cost[i][j] = Number.POSITIVE_INFINITY;
      for (let k = i; k < j; k++) {
        const steps = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1];
        if (steps < cost[i][j]) [cost[i][j], split[i][j]] = [steps, k];
      }
    }
  const between = (i: number, j: number): Tensor =>
    i === j ? matrices[i] : matmul(between(i, split[i][j]), between(split[i][j] + 1, j));
  return between(0, count - 1);
}

export const linalgMultiDot = defineOp(
  {
    name: "linalg_multi_dot",
    doc: matrixDoc(
      "The product of several matrices, in the order that takes the fewest steps; the first and the last may be vectors.",
      "A₁ A₂ … Aₙ",
      "matrices whose sizes follow on each other",
      "torch.linalg.multi_dot([x, x, x])",
      { jax: "jnp.linalg.multi_dot(xs)", numpy: "np.linalg.multi_dot(xs)" },
    ),
    params: [{ name: "tensors", kind: "tensors" }],
    places: ["linalg"],
    samples: [],
  },
  () =>
    (tensors: readonly Tensor[]): Tensor => {
      if (tensors.length < 2)
        throw new EngineError({
          type: "RuntimeError",
          code: "argument",
          op: "linalg_multi_dot",
          message: `linalg_multi_dot: takes at least 2 tensors, got ${tensors.length}`,
          pytorch: `multi_dot(): expected at least 2 tensors but got ${tensors.length}`,
        });
      const last = tensors.length - 1;
      const [isRow, isColumn] = [tensors[0].shape.length === 1, tensors[last].shape.length === 1];
      const matrices = tensors.map((x, i) =>
        i === 0 && isRow ? unsqueeze(x, 0) : i === last && isColumn ? unsqueeze(x, -1) : x,
      );
      const whole = chained(matrices);
      const column = isColumn ? squeeze(whole, -1) : whole;
      const result = isRow ? squeeze(column, 0) : column;
      label(result, "ViewBackward0");
      return result;
    },
);

function crossed(op: string, a: Tensor, b: Tensor, dim: number): Tensor {
  const at = normalizeDim(op, dim, Math.max(a.shape.length, b.shape.length)) - Math.max(a.shape.length, b.shape.length);
  const [left, right] = [a.shape[a.shape.length + at], b.shape[b.shape.length + at]];
  if (left !== 3 || right !== 3)
    throw new EngineError({
      type: "RuntimeError",
      code: "shape",
      op,
      shapes: [a.shape, b.shape],
      message: `${op}: takes vectors of 3 numbers, got shapes ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
      pytorch: `linalg.cross: inputs dimension ${dim} must have length 3. Got ${left} and ${right}`,
    });
  const turned = (x: Tensor, by: number) => roll(x, by, x.shape.length + at);
  const result = sub(mul(turned(a, -1), turned(b, -2)), mul(turned(a, -2), turned(b, -1)));
  label(result, "LinalgCrossBackward0");
  return result;
}

const crossDoc = matrixDoc(
  "The vector at right angles to two others.",
  "a₂b₃ - a₃b₂, a₃b₁ - a₁b₃, a₁b₂ - a₂b₁",
  "two tensors with 3 along dim, which broadcast",
  "torch.linalg.cross(torch.ones(4, 3), torch.rand(4, 3))",
  { jax: "jnp.cross(a, b)", numpy: "np.cross(a, b)" },
);
const crossSample = [
  {
    shapes: [
      [2, 3],
      [2, 3],
    ],
  },
];

export const linalgCross = defineOp(
  {
    name: "linalg_cross",
    doc: crossDoc,
    params: [input, { name: "other", kind: "tensor" }, { name: "dim", kind: "dim", default: -1 }],
    places: ["linalg"],
    samples: crossSample,
  },
  () =>
    (a: Tensor, b: Tensor, dim = -1) =>
      crossed("linalg_cross", a, b, dim),
);

export const cross = defineOp(
  {
    name: "cross",
    doc: { ...crossDoc, example: "torch.cross(torch.ones(4, 3), torch.rand(4, 3), 1)" },
    params: [input, { name: "other", kind: "tensor" }, { name: "dim", kind: "dim", default: null }],
    places: ["torch", "method"],
    samples: crossSample,
  },
  () =>
    (a: Tensor, b: Tensor, dim: number | null = null) =>
      crossed("cross", a, b, dim ?? a.shape.indexOf(3)),
);

export const linalgVecdot = defineOp(
  {
    name: "linalg_vecdot",
    doc: matrixDoc(
      "Inner products along a dim.",
      "Σ a b",
      "two tensors that broadcast, without dim",
      "torch.linalg.vecdot(x, x)",
      { jax: "jnp.vecdot(a, b)", numpy: "np.vecdot(a, b)" },
    ),
    params: [
      { name: "x", kind: "tensor" },
      { name: "y", kind: "tensor" },
      { name: "dim", kind: "dim", default: -1 },
    ],
    places: ["linalg"],
    samples: crossSample,
  },
  () =>
    (a: Tensor, b: Tensor, dim = -1): Tensor => {
      const result = sum(mul(a, b), dim);
      label(result, "SumBackward1");
      return result;
    },
);
