/** @file What the formulas of several distributions share. */

import { cast } from "../ops/convert.ts";
import { arange, constant, eye } from "../ops/creation/creation.ts";
import { softmax } from "../ops/functional/softmax.ts";
import { reshape, squeeze } from "../ops/indexing/movement.ts";
import { where } from "../ops/indexing/where.ts";
import { label } from "../ops/node-name.ts";
import { sub } from "../ops/pointwise/arithmetic.ts";
import { clamp } from "../ops/pointwise/clamp.ts";
import { sigmoid } from "../ops/pointwise/sigmoid.ts";
import { log, log1p, neg } from "../ops/pointwise/unary.ts";
import { logsumexp, sum } from "../ops/reduction/reduction.ts";
import { epsilonOf } from "../random/families.ts";
import { normal_, uniform_ } from "../random/fills.ts";
import type { DType } from "../tensor/dtype.ts";
import type { Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { expanded } from "./arguments.ts";

export const EULER = 0.5772156649015329;

/** Standard normal numbers. */
export const normals = (shape: Shape, dtype: DType): Tensor => normal_(Tensor.zeros(shape, dtype));

/** Uniform numbers of [0, 1). */
export const uniforms = (shape: Shape, dtype: DType, from = 0, to = 1): Tensor =>
  uniform_(Tensor.zeros(shape, dtype), from, to);

export const everywhere = (like: Tensor, value: number): Tensor => constant(like.shape, value, like.dtype);

export const clampProbs = (probs: Tensor): Tensor => {
  const epsilon = epsilonOf(probs.dtype);
  return clamp(probs, epsilon, 1 - epsilon);
};

/** What follows from the other of probs and logits, for two outcomes and for several. */
export function binaryTwin(name: string, values: Readonly<Record<string, Tensor>>): Tensor {
  if (name === "probs") return sigmoid(values.logits);
  const clamped = clampProbs(values.probs);
  return sub(log(clamped), log1p(neg(clamped)));
}

export const classTwin = (name: string, values: Readonly<Record<string, Tensor>>): Tensor =>
  name === "probs" ? softmax(values.logits, -1) : log(clampProbs(values.probs));

/** 0, 1, … count - 1 along a first dim, the same for every distribution. */
export function outcomes(count: number, dtype: DType, batch: Shape, isExpanded: boolean): Tensor {
  const values = reshape(cast(arange(0, count), dtype), [count, ...batch.map(() => 1)]);
  return isExpanded ? expanded(values, [count, ...batch]) : values;
}

export function oneHots(count: number, dtype: DType, batch: Shape, isExpanded: boolean): Tensor {
  const values = reshape(eye(count, null, dtype), [count, ...batch.map(() => 1), count]);
  return isExpanded ? expanded(values, [count, ...batch, count]) : values;
}

/** What PyTorch calls a result on the tape, where that is not the last op's own name. */
function called(name: string, result: Tensor): Tensor {
  label(result, name);
  return result;
}

export const sumOver = (x: Tensor, dim: number, keepdim = false): Tensor =>
  called("SumBackward1", sum(x, dim, keepdim));

export const logSumOver = (x: Tensor, dim: number, keepdim = false): Tensor =>
  called("LogsumexpBackward0", logsumexp(x, dim, keepdim));

export const withoutLast = (x: Tensor): Tensor => called("SqueezeBackward1", squeeze(x, -1));

/** x with a number written where the condition holds. */
export const written = (condition: Tensor, value: number, x: Tensor): Tensor =>
  called("IndexPutBackward0", where(condition, value, x));
