/** @file Running sums, products and extremes along a dim. */
import { rowsOf } from "../../kernels/reduce.ts";
import { type DType, isFloating } from "../../tensor/dtype.ts";
import { normalizeDim, numelOf } from "../../tensor/shape.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { dataOf, Tensor } from "../../tensor/tensor.ts";
import { eq, isfinite } from "../comparison/compare.ts";
import { cast, detach } from "../convert.ts";
import { permute, unsqueeze } from "../indexing/movement.ts";
import { input } from "../indexing/movement-doc.ts";
import { alongDim, pick } from "../indexing/pick.ts";
import { flip } from "../indexing/reordering.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish, type OpDoc } from "../op.ts";
import { div, mul, sub } from "../pointwise/arithmetic.ts";
import { exp, log } from "../pointwise/unary.ts";
import { amax, sum } from "../reduction/reduction.ts";
import { Saved } from "../saved.ts";

/** Row by row along a dim; `step` gets the row's values so far through what it keeps itself. */
function scan(x: Tensor, dim: number, dtype: DType, start: () => (value: number, index: number) => number): Tensor {
  const { data, outer, length } = rowsOf(x, x.shape.length === 0 ? [] : [dim]);
  const order = [...x.shape.keys()].filter((d) => d !== dim);
  const moved = Tensor.zeros([...order.map((d) => x.shape[d]), ...(x.shape.length === 0 ? [] : [x.shape[dim]])], dtype);
  for (let row = 0; row < outer; row++) {
    const step = start();
    for (let i = 0; i < length; i++) dataOf(moved)[row * length + i] = step(data[row * length + i], i);
  }
  if (x.shape.length === 0) return moved;
  const back = [...order, dim];
  const result = permute(
    moved,
    back.map((_, d) => back.indexOf(d)),
  );
  return Tensor.of(toContiguousData(result), x.shape, dtype);
}

function doc(name: string, summary: string, formula: string, more: Partial<OpDoc> = {}): OpDoc {
  return {
    summary,
    formula,
    shape: "same as input",
    example: `predictions.${name}(0)`,
    jax: `jnp.${name}(x, axis=dim)`,
    numpy: `np.${name}(x, axis=dim)`,
    ...more,
  };
}

const params = [input, { name: "dim", kind: "dim" }, { name: "dtype", kind: "dtype", default: null }] as const;

export const cumsum = defineOp(
  {
    name: "cumsum",
    doc: doc("cumsum", "The sums so far.", "yᵢ = Σ_{j ≤ i} xⱼ"),
    params,
    inPlace: true,
    samples: [{ shapes: [[2, 3]], args: [1] }],
  },
  (op) =>
    (given: Tensor, dim: number, dtype: DType | null = null): Tensor => {
      const x = dtype === null ? given : cast(given, dtype);
      const at = normalizeDim("cumsum", dim, x.shape.length);
      const output = scan(x, at, isFloating(x.dtype) ? x.dtype : "int64", () => {
        let total = 0;
        return (value) => {
          total += value;
          return total;
        };
      });
      // The same from the other end.
      return finish(op, [x], output, (grad) =>
        x.shape.length === 0 ? grad : flip(cumsum(flip(grad, [at]), at), [at]),
      );
    },
);

export const cumprod = defineOp(
  {
    name: "cumprod",
    doc: doc("cumprod", "The products so far.", "yᵢ = Π_{j ≤ i} xⱼ", { kink: "defined at zeros too" }),
    params,
    inPlace: true,
    samples: [{ shapes: [[2, 3]], args: [1], range: [0.5, 2] }],
  },
  (op) =>
    (given: Tensor, dim: number, dtype: DType | null = null): Tensor => {
      const x = dtype === null ? given : cast(given, dtype);
      const at = normalizeDim("cumprod", dim, x.shape.length);
      const output = scan(x, at, isFloating(x.dtype) ? x.dtype : "int64", () => {
        let product = 1;
        return (value) => {
          product *= value;
          return product;
        };
      });
      const saved = new Saved("cumprod", [x, output]);
      return finish(op, [x], output, (grad) => {
        if (x.shape.length === 0) return grad;
        const self = saved.read(0);
        if (!toContiguousData(eq(self, 0)).some((zero) => zero !== 0)) {
          const weighted = mul(saved.read(1), grad);
          return div(flip(cumsum(flip(weighted, [at]), at), [at]), self);
        }
        return throughZeros(self, grad, at);
      });
    },
);

/** dyᵢ/dxⱼ is the product up to i without the j-th: for each j that one is set to 1, and to 0 what comes before it. */
function throughZeros(x: Tensor, grad: Tensor, dim: number): Tensor {
  const n = x.shape[dim];
  const rank = x.shape.length;
  const along = (make: (i: number, j: number) => number): Tensor => {
    const shape = [...x.shape.map((_, d) => (d === dim ? n : 1)), n];
    const data = new Uint8Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) data[i * n + j] = make(i, j);
    return Tensor.of(data, shape, "bool");
  };
  // A last dim for j.
  const others = where(
    along((i, j) => (i === j ? 1 : 0)),
    1,
    unsqueeze(x, rank),
  );
  const products = where(
    along((i, j) => (i >= j ? 1 : 0)),
    cumprod(others, dim),
    0,
  );
  const summed = sum(mul(products, unsqueeze(grad, rank)), dim);
  const order = [...x.shape.keys()].filter((d) => d !== dim);
  const back = [...order, dim];
  return permute(
    summed,
    back.map((_, d) => back.indexOf(d)),
  );
}

type ValuesAndIndices = { readonly values: Tensor; readonly indices: Tensor };

function running(name: "cummax" | "cummin") {
  const isMax = name === "cummax";
  return defineOp(
    {
      name,
      doc: doc(
        name,
        `The ${isMax ? "largest" : "smallest"} so far, and where it is.`,
        `yᵢ = ${isMax ? "max" : "min"}_{j ≤ i} xⱼ`,
        {
          kink: "all to the index returned, the last of several",
          shape: "same as input, twice: values and indices",
          jax: `jax.lax.${name}(x, axis=dim)`,
          numpy: `np.${isMax ? "maximum" : "minimum"}.accumulate(x, axis=dim)`,
        },
      ),
      params: [input, { name: "dim", kind: "dim" }],
      returns: "{ values: Tensor; indices: Tensor }",
      samples: [],
    },
    (op) =>
      (x: Tensor, dim: number): ValuesAndIndices => {
        const at = normalizeDim(name, dim, x.shape.length);
        const indices = scan(x, at, "int64", () => {
          let best = Number.NaN;
          let where = -1;
          return (value, i) => {
            const isBetter = isMax ? value >= best : value <= best;
            if (where < 0 || Number.isNaN(value) || (!Number.isNaN(best) && isBetter)) [best, where] = [value, i];
            return where;
          };
        });
        return { values: pick(op, x, alongDim(x.shape, at, indices), x.shape), indices };
      },
  );
}

export const cummax = running("cummax");
export const cummin = running("cummin");

export const logcumsumexp = defineOp(
  {
    name: "logcumsumexp",
    label: "LogcumsumexpBackward0",
    doc: doc("logcumsumexp", "log of the sums of exponentials so far, without overflow.", "yᵢ = ln Σ_{j ≤ i} e^xⱼ", {
      jax: "jax.lax.cumlogsumexp(x, axis=dim)",
      numpy: null,
    }),
    params: [input, { name: "dim", kind: "dim" }],
    samples: [{ shapes: [[2, 3]], args: [1] }],
  },
  () =>
    (x: Tensor, dim: number): Tensor => {
      if (numelOf(x.shape) === 0) return x;
      const at = normalizeDim("logcumsumexp", dim, x.shape.length);
      // Outside the graph: the shift cancels out.
      const top = detach(amax(detach(x), x.shape.length === 0 ? null : at, true));
      const shift = where(isfinite(top), top, 0);
      return sub(log(cumsum(exp(sub(x, shift)), at)), mul(shift, -1));
    },
);
