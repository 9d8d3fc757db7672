/** @file Ops that fold dims into one number each. */

import { extremeOver, type Fold, foldArg, foldSum, reduce, sumOver } from "../../kernels/reduce.ts";
import { type DType, isFloating } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { isGradEnabled } from "../../tensor/grad-mode.ts";
import { normalizeDim, normalizeDims, numelOf, reducedShape, type Shape } from "../../tensor/shape.ts";
import { dataOf, Tensor, viewOf } from "../../tensor/tensor.ts";
import { warn } from "../../tensor/warnings.ts";
import { eq, isfinite, isnan } from "../comparison/compare.ts";
import { maximum, minimum } from "../comparison/maximum.ts";
import { cast } from "../convert.ts";
import { expand, reshape, squeeze } from "../indexing/movement.ts";
import { alongDim, pick } from "../indexing/pick.ts";
import { where } from "../indexing/where.ts";
import { ownLabel } from "../node-name.ts";
import { defineOp, finish, floatingDType, type Op, type OpDoc, type Param, requireFloating } from "../op.ts";
import { add, div, mul, sub } from "../pointwise/arithmetic.ts";
import { exp, log } from "../pointwise/unary.ts";
import { Saved } from "../saved.ts";
import { byDim } from "./dim-label.ts";

export type Dims = number | readonly number[] | null;

export const over: readonly Param[] = [
  { name: "input", kind: "tensor" },
  { name: "dim", kind: "dims", default: null },
  { name: "keepdim", kind: "bool", default: false },
];

/** `over` for what takes one dim or none. */
export const overOne = [over[0], { name: "dim", kind: "dim", default: null }, over[2]] as const;

export const dimsOf = (op: string, x: Tensor, dim: number | null) =>
  dim === null ? normalizeDims(op, null, x.shape.length) : normalizeDims(op, dim, x.shape.length);

const reductionSamples = [
  { shapes: [[2, 3]] },
  { shapes: [[2, 3]], args: [1] },
  { shapes: [[2, 3]], args: [0, true] },
  { shapes: [[2, 3, 2]], args: [[0, 2]] },
] as const;

export function doc(name: string, summary: string, formula: string, more: Partial<OpDoc> = {}): OpDoc {
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
export function withDims(x: Tensor, shape: Shape, dims: readonly number[]): Tensor {
  return reshape(x, reducedShape(shape, dims, true));
}

/** The gradient of a sum: that of the result, for every element. Backward sums what broadcasting would add, so this must be a full tensor. */
export function spread(grad: Tensor, shape: Shape, dims: readonly number[]): Tensor {
  // One number everywhere: a view, made at once where nobody differentiates it again.
  if (!isGradEnabled() && numelOf(grad.shape) === 1 && !grad.isUniform)
    return viewOf(grad, { shape, strides: new Array<number>(shape.length).fill(0), offset: grad.offset });
  return expand(withDims(grad, shape, dims), shape);
}

export const sum = defineOp(
  {
    name: "sum",
    lists: ["wrong"],
    label: byDim("Sum"),
    doc: doc("sum", "The sum of the elements.", "Σ x"),
    params: [...over, { name: "dtype", kind: "dtype", default: null }],
    samples: reductionSamples,
  },
  (op) =>
    (given: Tensor, dim: Dims = null, keepdim = false, wanted: DType | null = null): Tensor => {
      const x = wanted === null ? given : cast(given, wanted);
      const dims = normalizeDims("sum", dim, x.shape.length);
      const dtype = isFloating(x.dtype) ? x.dtype : "int64";
      return finish(op, [x], sumOver(x, dims, keepdim, dtype), (grad) => spread(grad, x.shape, dims));
    },
);

export const mean = defineOp(
  {
    name: "mean",
    lists: ["wrong"],
    label: byDim("Mean"),
    doc: doc("mean", "The mean of the elements.", "Σ x / n", {
      domain: "floating point; NaN if there are no elements",
    }),
    params: [...over, { name: "dtype", kind: "dtype", default: null }],
    samples: reductionSamples,
  },
  (op) =>
    (given: Tensor, dim: Dims = null, keepdim = false, wanted: DType | null = null): Tensor => {
      const x = wanted === null ? given : cast(given, wanted);
      requireFloating("mean", x);
      const dims = normalizeDims("mean", dim, x.shape.length);
      const count = numelOf(dims.map((d) => x.shape[d]));
      return finish(op, [x], sumOver(x, dims, keepdim, x.dtype, count), (grad) =>
        spread(div(grad, count), x.shape, dims),
      );
    },
);

/** x.var(dim, unbiased, keepdim); x.var(unbiased); and what newer versions call correction. */
const spreadParams: readonly Param[] = [
  over[0],
  over[1],
  { name: "unbiased", kind: "bool", default: true },
  over[2],
  { name: "correction", kind: "number", default: null },
];

interface Spread {
  readonly x: Tensor;
  readonly dims: readonly number[];
  readonly count: number;
  readonly divisor: number;
}

function spreadOf(name: string, x: Tensor, dim: Dims | boolean, unbiased: boolean, correction: number | null): Spread {
  if (!isFloating(x.dtype)) {
    throw new EngineError({
      type: "RuntimeError",
      code: "dtype",
      op: name,
      message: `${name}: takes floating point tensors, got ${x.dtype}`,
      hint: "Convert first: x.float().",
      pytorch: "std and var only support floating point and complex dtypes",
    });
  }
  const dims = normalizeDims(name, typeof dim === "boolean" ? null : dim, x.shape.length);
  const count = numelOf(dims.map((d) => x.shape[d]));
  const taken = correction ?? ((typeof dim === "boolean" ? dim : unbiased) ? 1 : 0);
  if (count <= taken && numelOf(x.shape) > 0)
    warn(
      "UserWarning",
      `${name}(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by output numel).`,
    );
  return { x, dims, count, divisor: Math.max(0, count - taken) };
}

/** Two passes in double precision: the mean first, so that nothing cancels. */
const foldSquares: Fold = (data, start, length) => {
  const center = foldSum(data, start, length) / length;
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += (data[i] - center) ** 2;
  return sum;
};

/** 2 (x - mean) / divisor, times the gradient of the variance. */
function varianceGradient(grad: Tensor, { x, dims, count, divisor }: Spread): Tensor {
  if (divisor === 0 && count > 0) {
    const atMean = eq(x, mean(x, dims, true));
    return mul(withDims(grad, x.shape, dims), where(atMean, Number.NaN, Number.POSITIVE_INFINITY));
  }
  return mul(mul(withDims(grad, x.shape, dims), 2 / divisor), sub(x, mean(x, dims, true)));
}

function spreadDoc(name: "var" | "std"): OpDoc {
  return doc(
    name,
    `The ${name === "var" ? "variance" : "standard deviation"}, unbiased unless said otherwise.`,
    name === "var" ? "Σ (x - mean)² / (n - 1)" : "√(Σ (x - mean)² / (n - 1))",
    {
      domain: "at least two elements, or unbiased=false",
      ...(name === "std" ? { kink: "0 where all elements are equal" } : {}),
      jax: `jnp.${name}(x, axis=dim, ddof=1)`,
      numpy: `np.${name}(x, axis=dim, ddof=1)`,
    },
  );
}

const spreadSamples = [{ shapes: [[2, 3]] }, { shapes: [[2, 3]], args: [1] }, { shapes: [[2, 3]], args: [1, false] }];

export const variance = defineOp(
  { name: "var", lists: ["wrong"], doc: spreadDoc("var"), params: spreadParams, samples: spreadSamples },
  (op) =>
    (
      x: Tensor,
      dim: Dims | boolean = null,
      unbiased = true,
      keepdim = false,
      correction: number | null = null,
    ): Tensor => {
      const spread = spreadOf("var", x, dim, unbiased, correction);
      const fold: Fold = (data, start, length) => foldSquares(data, start, length) / spread.divisor;
      return finish(op, [x], reduce(fold, x, spread.dims, keepdim, x.dtype), (grad) => varianceGradient(grad, spread));
    },
);

export const std = defineOp(
  { name: "std", lists: ["wrong"], doc: spreadDoc("std"), params: spreadParams, samples: spreadSamples },
  (op) =>
    (
      x: Tensor,
      dim: Dims | boolean = null,
      unbiased = true,
      keepdim = false,
      correction: number | null = null,
    ): Tensor => {
      const spread = spreadOf("std", x, dim, unbiased, correction);
      const fold: Fold = (data, start, length) => Math.sqrt(foldSquares(data, start, length) / spread.divisor);
      const output = reduce(fold, x, spread.dims, keepdim, x.dtype);
      // √ has an infinite slope at 0; PyTorch gives gradient 0 to constant input.
      return finish(op, [x], output, (grad) =>
        varianceGradient(where(eq(output, 0), 0, div(grad, mul(output, 2))), spread),
      );
    },
);

function withMean(name: "var_mean" | "std_mean") {
  return defineOp(
    {
      name,
      label: ownLabel(name),
      doc: {
        ...spreadDoc(name === "var_mean" ? "var" : "std"),
        summary: `The ${name.slice(0, 3)} and the mean together.`,
        example: `torch.${name}(predictions)[0]`,
      },
      params: spreadParams,
      places: ["torch"],
      returns: "[Tensor, Tensor]",
      samples: [],
    },
    () =>
      (
        x: Tensor,
        dim: Dims | boolean = null,
        unbiased = true,
        keepdim = false,
        correction: number | null = null,
      ): [Tensor, Tensor] => [
        (name === "var_mean" ? variance : std)(x, dim, unbiased, keepdim, correction),
        mean(x, typeof dim === "boolean" ? null : dim, keepdim),
      ],
  );
}

export const var_mean = withMean("var_mean");
export const std_mean = withMean("std_mean");

type ArgResult = { readonly values: Tensor; readonly indices: Tensor };

/** The first dim without elements. */
const emptyAmong = (dims: readonly number[], shape: Shape): number => dims.find((d) => shape[d] === 0) ?? 0;

function extreme(name: "max" | "min", isBetter: (a: number, b: number) => boolean) {
  const full = (op: Op, x: Tensor, dims: readonly number[], keepdim: boolean): Tensor => {
    if (numelOf(dims.map((d) => x.shape[d])) === 0)
      throw emptyReduction(op.name, op.name === name ? null : emptyAmong(dims, x.shape));
    const output = extremeOver(name, x, dims, keepdim, x.dtype);
    const saved = new Saved(op.name, [x, output]);
    // Ties share the gradient equally; without dims, NaNs tie with each other.
    return finish(op, [x], output, (grad) => {
      const top = withDims(saved.read(1), x.shape, dims);
      const isLost = op.name === name && Number.isNaN(Number(dataOf(output)[0]));
      const tied = cast(isLost ? isnan(x) : eq(saved.read(0), top), grad.dtype);
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
        if (numelOf(dims.map((d) => x.shape[d])) === 0)
          throw emptyReduction(`arg${name}`, dim === null ? null : dims[0]);
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
      lists: ["wrong"],
      label: ([, dim]) =>
        dim === null || typeof dim === "number" ? `${ownLabel(name).slice(0, -1)}${dim === null ? 1 : 0}` : null,
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
        if (x.shape[at] === 0) throw emptyReduction(name, at);
        const indices = arg(x, at, true);
        const values = pick(op, x, alongDim(x.shape, at, indices), indices.shape);
        const drop = (y: Tensor) => (keepdim || x.shape.length === 0 ? y : squeeze(y, at));
        return { values: drop(values), indices: drop(indices) };
      }
      return call;
    },
  );
  return { arg, all, one };
}

/** PyTorch asks for a dim where none was given, and refuses one without elements; each in words and with a type of its own. */
function emptyReduction(name: string, dim: number | null): EngineError {
  const isIndex = dim !== null || name.startsWith("arg");
  return new EngineError({
    type: isIndex ? "IndexError" : "RuntimeError",
    code: "empty",
    op: name,
    message: `${name}: there are no elements to choose from`,
    pytorch:
      dim === null
        ? `${name}(): Expected reduction dim to be specified for input.numel() == 0.${isIndex ? "" : " Specify the reduction dim with the 'dim' argument."}`
        : `${name}(): Expected reduction dim ${dim} to have non-zero size.`,
  });
}

const largest = extreme("max", (a, b) => a > b);
const smallest = extreme("min", (a, b) => a < b);
export const max = largest.one;
export const amax = largest.all;
export const argmax = largest.arg;
export const min = smallest.one;
export const amin = smallest.all;
export const argmin = smallest.arg;

export const logsumexp = defineOp(
  {
    name: "logsumexp",
    label: "LogsumexpBackward0",
    doc: doc("logsumexp", "log of the sum of exponentials, without overflow.", "ln Σ eˣ", {
      example: "predictions.logsumexp(1)",
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
      const top = extremeOver("max", x, dims, true, floatingDType(x.dtype));
      const shift = where(isfinite(top), top, 0);
      const result = log(sum(exp(sub(x, shift)), dims, true));
      const whole = add(result, shift);
      return keepdim ? whole : reshape(whole, reducedShape(x.shape, dims, false));
    },
);
