/** @file Ops that fold dims into one number each. */
import { type Fold, foldArg, foldMax, foldMin, foldSum, reduce, sumColumns } from "../kernels/reduce.ts";
import { EngineError } from "../tensor/errors.ts";
import { normalizeDim, normalizeDims, numelOf, reducedShape, type Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { add, div, mul, sub } from "./arithmetic.ts";
import { maximum, minimum, where } from "./choice.ts";
import { eq, isfinite } from "./compare.ts";
import { cast } from "./convert.ts";
import { expand, reshape, squeeze } from "./movement.ts";
import { defineOp, finish, floatingDType, type OpDoc, type Param, requireFloating } from "./op.ts";
import { abs, exp, log, sqrt, square } from "./unary.ts";

export type Dims = number | readonly number[] | null;

const over: readonly Param[] = [
  { name: "input", kind: "tensor" },
  { name: "dim", kind: "dims", default: null },
  { name: "keepdim", kind: "bool", default: false },
];

const reductionSamples = [
  { shapes: [[2, 3]] },
  { shapes: [[2, 3]], args: [1] },
  { shapes: [[2, 3]], args: [0, true] },
  { shapes: [[2, 3, 2]], args: [[0, 2]] },
] as const;

function doc(name: string, summary: string, formula: string, more: Partial<OpDoc> = {}): OpDoc {
  return {
    summary,
    formula,
    shape: "without the dims reduced over, which become 1 with keepdim; all of them if dim is left out",
    example: `predictions.sub(targets).abs().${name}()`,
    jax: `jnp.${name}(x, axis=dim, keepdims=keepdim)`,
    numpy: `np.${name}(x, axis=dim, keepdims=keepdim)`,
    ...more,
  };
}

/** What was reduced, seen again with the input's rank, so that it broadcasts against the input. */
function withDims(x: Tensor, shape: Shape, dims: readonly number[]): Tensor {
  return reshape(x, reducedShape(shape, dims, true));
}

/** The gradient of a sum: that of the result, for every element. Backward sums what broadcasting would add, so this must be a full tensor. */
function spread(grad: Tensor, shape: Shape, dims: readonly number[]): Tensor {
  return expand(withDims(grad, shape, dims), shape);
}

export const sum = defineOp(
  {
    name: "sum",
    doc: doc("sum", "The sum of the elements.", "Σ x"),
    params: over,
    samples: reductionSamples,
  },
  (op) =>
    (x: Tensor, dim: Dims = null, keepdim = false): Tensor => {
      const dims = normalizeDims("sum", dim, x.shape.length);
      const dtype = x.dtype === "bool" ? "int64" : x.dtype;
      const isLeading =
        dims.length > 0 && dims.length < x.shape.length && dims.every((d, i) => d === i) && dtype === x.dtype;
      const output = isLeading ? sumColumns(x, dims.length, keepdim) : reduce(foldSum, x, dims, keepdim, dtype);
      return finish(op, [x], output, (grad) => spread(grad, x.shape, dims));
    },
);

export const mean = defineOp(
  {
    name: "mean",
    doc: doc("mean", "The mean of the elements.", "Σ x / n", {
      domain: "floating point; NaN if there are no elements",
    }),
    params: over,
    samples: reductionSamples,
  },
  (op) =>
    (x: Tensor, dim: Dims = null, keepdim = false): Tensor => {
      requireFloating("mean", x);
      const dims = normalizeDims("mean", dim, x.shape.length);
      const count = numelOf(dims.map((d) => x.shape[d]));
      const fold: Fold = (data, start, length) => foldSum(data, start, length) / length;
      return finish(op, [x], reduce(fold, x, dims, keepdim, x.dtype), (grad) =>
        spread(div(grad, count), x.shape, dims),
      );
    },
);

/** Unbiased as PyTorch's default: divides by n - 1. */
export const variance = defineOp(
  {
    name: "var",
    doc: doc("var", "The variance, unbiased unless said otherwise.", "Σ (x - mean)² / (n - 1)", {
      jax: "jnp.var(x, axis=dim, ddof=1)",
      numpy: "np.var(x, axis=dim, ddof=1)",
    }),
    params: [over[0], over[1], { name: "unbiased", kind: "bool", default: true }, over[2]],
    samples: [{ shapes: [[2, 3]] }, { shapes: [[2, 3]], args: [1] }, { shapes: [[2, 3]], args: [1, false] }],
  },
  () =>
    (x: Tensor, dim: Dims | boolean = null, unbiased = true, keepdim = false): Tensor => {
      // PyTorch's other overload: x.var(unbiased).
      if (typeof dim === "boolean") return variance(x, null, dim);
      requireFloating("var", x);
      const dims = normalizeDims("var", dim, x.shape.length);
      const count = numelOf(dims.map((d) => x.shape[d]));
      const centered = sub(x, mean(x, dims, true));
      return div(sum(square(centered), dims, keepdim), Math.max(0, count - (unbiased ? 1 : 0)));
    },
);

export const std = defineOp(
  {
    name: "std",
    doc: doc("std", "The standard deviation, unbiased unless said otherwise.", "√var", {
      kink: "0 where all elements are equal",
      jax: "jnp.std(x, axis=dim, ddof=1)",
      numpy: "np.std(x, axis=dim, ddof=1)",
    }),
    params: variance.op.params,
    samples: variance.op.samples,
  },
  () =>
    (x: Tensor, dim: Dims | boolean = null, unbiased = true, keepdim = false): Tensor => {
      const squared = variance(x, dim, unbiased, keepdim);
      // √ has an infinite slope at 0; PyTorch gives gradient 0 to constant input.
      const isZero = eq(squared, 0);
      return where(isZero, 0, sqrt(where(isZero, 1, squared)));
    },
);

type ArgResult = { readonly values: Tensor; readonly indices: Tensor };

function extreme(name: "max" | "min", fold: Fold, isBetter: (a: number, b: number) => boolean) {
  const full = (op: Parameters<typeof finish>[0], x: Tensor, dims: readonly number[], keepdim: boolean): Tensor => {
    if (numelOf(dims.map((d) => x.shape[d])) === 0) throw emptyReduction(name);
    const output = reduce(fold, x, dims, keepdim, x.dtype);
    // Ties share the gradient equally.
    return finish(op, [x], output, (grad) => {
      const tied = cast(eq(x, withDims(output, x.shape, dims)), grad.dtype);
      return mul(withDims(grad, x.shape, dims), div(tied, sum(tied, dims, true)));
    });
  };
  const arg = defineOp(
    {
      name: `arg${name}`,
      doc: doc(
        `arg${name}`,
        `The index of the ${name === "max" ? "largest" : "smallest"} element, the first of several.`,
        `arg${name} x`,
        {
          kink: "an index carries no gradient",
        },
      ),
      params: [over[0], { name: "dim", kind: "dim", default: null }, over[2]],
      gradient: "none",
      samples: [],
    },
    (op) =>
      (x: Tensor, dim: number | null = null, keepdim = false): Tensor => {
        const dims = normalizeDims(`arg${name}`, dim, x.shape.length);
        if (numelOf(dims.map((d) => x.shape[d])) === 0) throw emptyReduction(`arg${name}`);
        return finish(op, [x], reduce(foldArg(isBetter), x, dims, keepdim, "int64"), () => null);
      },
  );
  const all = defineOp(
    {
      name: `a${name}`,
      doc: doc(`a${name}`, `The ${name === "max" ? "largest" : "smallest"} element over the dims.`, `${name} x`, {
        kink: "shared equally among ties",
        jax: `jnp.${name}(x, axis=dim)`,
        numpy: `np.${name}(x, axis=dim)`,
      }),
      params: over,
      samples: reductionSamples,
    },
    (op) =>
      (x: Tensor, dim: Dims = null, keepdim = false): Tensor =>
        full(op, x, normalizeDims(`a${name}`, dim, x.shape.length), keepdim),
  );
  const one = defineOp(
    {
      name,
      doc: doc(
        name,
        `The ${name === "max" ? "largest" : "smallest"} element; with dim also where it is; with a second tensor the ${name}imum of both.`,
        `${name} x`,
        {
          kink: "without dim shared equally among ties; with dim all to the index returned",
        },
      ),
      params: [over[0], { name: "dim", kind: "dimOrTensor", default: null }, over[2]],
      returns: "Tensor | { values: Tensor; indices: Tensor }",
      samples: [{ shapes: [[2, 3]] }],
    },
    (op) => {
      function call(x: Tensor, dim?: null, keepdim?: boolean): Tensor;
      function call(x: Tensor, other: Tensor): Tensor;
      function call(x: Tensor, dim: number, keepdim?: boolean): ArgResult;
      function call(x: Tensor, dim: Tensor | number | null = null, keepdim = false): Tensor | ArgResult {
        if (Tensor.isTensor(dim)) return name === "max" ? maximum(x, dim) : minimum(x, dim);
        if (dim === null) return full(op, x, normalizeDims(name, null, x.shape.length), false);
        const at = normalizeDim(name, dim, x.shape.length);
        const indices = arg(x, at, true);
        const picked = reduce(fold, x, x.shape.length === 0 ? [] : [at], true, x.dtype);
        const values = finish(op, [x], picked, (grad) =>
          mul(grad, cast(eq(positions(x.shape, at), indices), grad.dtype)),
        );
        const drop = (y: Tensor) => (keepdim || x.shape.length === 0 ? y : squeeze(y, at));
        return { values: drop(values), indices: drop(indices) };
      }
      return call;
    },
  );
  return { arg, all, one };
}

/** 0, 1, 2, ... along one dim, broadcasting over the others. */
function positions(shape: Shape, dim: number): Tensor {
  const count = shape[dim] ?? 1;
  const data = Float64Array.from({ length: count }, (_, i) => i);
  return Tensor.of(
    data,
    shape.map((_, i) => (i === dim ? count : 1)),
    "int64",
  );
}

function emptyReduction(name: string): EngineError {
  return new EngineError({
    code: "empty",
    op: name,
    message: `${name}: there are no elements to choose from`,
    pytorch: `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
  });
}

const largest = extreme("max", foldMax, (a, b) => a > b);
const smallest = extreme("min", foldMin, (a, b) => a < b);
export const max = largest.one;
export const amax = largest.all;
export const argmax = largest.arg;
export const min = smallest.one;
export const amin = smallest.all;
export const argmin = smallest.arg;

export const logsumexp = defineOp(
  {
    name: "logsumexp",
    doc: doc("logsumexp", "log of the sum of exponentials, without overflow.", "ln Σ eˣ", {
      jax: "jax.nn.logsumexp(x, axis=dim)",
      numpy: "scipy.special.logsumexp(x, axis=dim)",
    }),
    params: [over[0], { name: "dim", kind: "dims" }, over[2]],
    samples: [{ shapes: [[2, 3]], args: [1] }],
  },
  () =>
    (x: Tensor, dim: Dims, keepdim = false): Tensor => {
      const dims = normalizeDims("logsumexp", dim, x.shape.length);
      // Outside the graph: the shift cancels out, so it has no gradient.
      const top = reduce(foldMax, x, dims, true, floatingDType(x.dtype));
      const shift = where(isfinite(top), top, 0);
      const result = log(sum(exp(sub(x, shift)), dims, true));
      const whole = add(result, shift);
      return keepdim ? whole : reshape(whole, reducedShape(x.shape, dims, false));
    },
);

export const norm = defineOp(
  {
    name: "norm",
    doc: doc("norm", "The p-norm, Euclidean unless said otherwise.", "(Σ |x|ᵖ)^(1/p)", {
      kink: "0 where the norm is 0",
      jax: "jnp.linalg.norm(x)",
      numpy: "np.linalg.norm(x)",
    }),
    params: [over[0], { name: "p", kind: "number", default: 2 }, over[1], over[2]],
    samples: [
      { shapes: [[2, 3]], range: [0.5, 2] },
      { shapes: [[2, 3]], args: [1, 1], range: [0.5, 2] },
    ],
  },
  () =>
    (x: Tensor, p: number | "fro" = 2, dim: Dims = null, keepdim = false): Tensor => {
      requireFloating("norm", x);
      const order = p === "fro" ? 2 : p;
      if (order === Number.POSITIVE_INFINITY) return amax(abs(x), dim, keepdim);
      if (order === 1) return sum(abs(x), dim, keepdim);
      if (order !== 2) return powerNorm(x, order, dim, keepdim);
      const total = sum(square(x), dim, keepdim);
      const isZero = eq(total, 0);
      return where(isZero, 0, sqrt(where(isZero, 1, total)));
    },
);

function powerNorm(x: Tensor, order: number, dim: Dims, keepdim: boolean): Tensor {
  const total = sum(exp(mul(log(abs(x)), order)), dim, keepdim);
  return exp(div(log(total), order));
}
