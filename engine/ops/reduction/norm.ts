/** @file Norms. */
import { type Fold, reduce } from "../../kernels/reduce.ts";
import { type DType, isFloating, pytorchTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { normalizeDims } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { eq } from "../comparison/compare.ts";
import { cast } from "../convert.ts";
import { where } from "../indexing/where.ts";
import { defineOp, finish } from "../op.ts";
import { div, mul } from "../pointwise/arithmetic.ts";
import { pow } from "../pointwise/pow.ts";
import { abs, sign } from "../pointwise/unary.ts";
import { Saved } from "../saved.ts";
import { type Dims, doc, over, sum, withDims } from "./reduction.ts";

let nuclear: (x: Tensor, dim: Dims, keepdim: boolean) => Tensor = () => {
  throw new Error("internal: nobody provided the nuclear norm");
};

/** The sum of the singular values, which needs norms itself. */
export function provideNuclearNorm(f: typeof nuclear): void {
  nuclear = f;
}

export const norm = defineOp(
  {
    name: "norm",
    lists: ["wrong"],
    label: ([, p]) => (p === "nuc" ? null : "LinalgVectorNormBackward0"),
    doc: doc("norm", "The p-norm, Euclidean unless said otherwise.", "(Σ |x|ᵖ)^(1/p)", {
      kink: "0 where the norm is 0; for p = ∞ shared equally among ties",
      jax: "jnp.linalg.norm(x)",
      numpy: "np.linalg.norm(x)",
    }),
    params: [
      over[0],
      { name: "p", kind: "number", default: 2 },
      over[1],
      over[2],
      { name: "dtype", kind: "dtype", default: null },
    ],
    samples: [
      { shapes: [[2, 3]], range: [0.5, 2] },
      { shapes: [[2, 3]], args: [1, 1], range: [0.5, 2] },
      { shapes: [[2, 3]], args: [3, 1], range: [0.5, 2] },
    ],
  },
  (op) =>
    (
      given: Tensor,
      p: number | "fro" | "nuc" | null = 2,
      dim: Dims = null,
      keepdim = false,
      dtype: DType | null = null,
    ): Tensor => {
      const x = dtype === null ? given : cast(given, dtype);
      if (!isFloating(x.dtype)) {
        throw new EngineError({
          type: "RuntimeError",
          code: "dtype",
          op: "norm",
          message: `norm: takes floating point tensors, got ${x.dtype}`,
          hint: "Convert first: x.float().",
          pytorch: `linalg.vector_norm: Expected a floating point or complex tensor as input. Got ${pytorchTypes[x.dtype]}`,
        });
      }
      if (p === "nuc") return nuclear(x, dim, keepdim);
      const order = typeof p === "number" ? p : 2;
      const dims = normalizeDims("norm", dim, x.shape.length);
      const output = reduce(normFold(order), x, dims, keepdim, x.dtype);
      const saved = new Saved("norm", [x, output]);
      return finish(op, [x], output, (grad) => {
        const self = saved.read(0);
        return normGradient(self, withDims(saved.read(1), x.shape, dims), withDims(grad, x.shape, dims), order, dims);
      });
    },
);

function normFold(p: number): Fold {
  if (p === Number.POSITIVE_INFINITY || p === Number.NEGATIVE_INFINITY) {
    const better = p > 0 ? Math.max : Math.min;
    return (data, start, length) => {
      let best = length === 0 ? 0 : Math.abs(data[start]);
      for (let i = start + 1; i < start + length; i++) best = better(best, Math.abs(data[i]));
      return best;
    };
  }
  const power =
    p === 0
      ? (v: number) => (v === 0 ? 0 : 1)
      : p === 1
        ? Math.abs
        : p === 2
          ? (v: number) => v * v
          : (v: number) => Math.abs(v) ** p;
  const root = p === 0 || p === 1 ? (v: number) => v : p === 2 ? Math.sqrt : (v: number) => v ** (1 / p);
  return (data, start, length) => {
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += power(data[i]);
    return root(sum);
  };
}

/** PyTorch's own cases: which of them divides by what decides where zeros stay zeros. */
function normGradient(x: Tensor, norm: Tensor, grad: Tensor, p: number, dims: readonly number[]): Tensor {
  const unlessZero = (value: Tensor) => where(eq(norm, 0), 0, value);
  if (p === 0) return mul(x, 0);
  if (p === 1) return mul(sign(x), grad);
  if (p === 2) return mul(x, unlessZero(div(grad, norm)));
  if (!Number.isFinite(p)) {
    const tied = cast(eq(abs(x), norm), grad.dtype);
    return mul(mul(sign(x), tied), div(grad, sum(tied, dims, true)));
  }
  if (p < 1) return mul(mul(sign(x), where(eq(x, 0), 0, pow(abs(x), p - 1))), mul(grad, pow(norm, 1 - p)));
  if (p < 2) return mul(mul(sign(x), pow(abs(x), p - 1)), unlessZero(div(grad, pow(norm, p - 1))));
  return mul(mul(x, pow(abs(x), p - 2)), unlessZero(div(grad, pow(norm, p - 1))));
}
