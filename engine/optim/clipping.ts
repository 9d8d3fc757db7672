/** @file Gradients kept within bounds before a step. */
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";

/** Scales the gradients so that their common norm is at most `maxNorm`; the norm before is returned. */
export function clip_grad_norm_(parameters: Tensor | Iterable<Tensor>, maxNorm: number, normType = 2): Tensor {
  const grads = (Tensor.isTensor(parameters) ? [parameters] : [...parameters]).flatMap(({ grad }) =>
    grad === null ? [] : [grad],
  );
  const norms = grads.map((grad) => normOf(toContiguousData(grad), normType));
  const total = normOf(norms, normType);
  const factor = Math.min(1, maxNorm / (total + 1e-6));
  for (const grad of grads) for (let i = 0; i < dataOf(grad).length; i++) dataOf(grad)[i] *= factor;
  return Tensor.scalar(total, grads[0]?.dtype ?? "float32");
}

export function clip_grad_value_(parameters: Tensor | Iterable<Tensor>, limit: number): void {
  for (const { grad } of Tensor.isTensor(parameters) ? [parameters] : parameters) {
    if (grad !== null)
      for (let i = 0; i < dataOf(grad).length; i++)
        dataOf(grad)[i] = Math.min(Math.max(dataOf(grad)[i], -limit), limit);
  }
}

function normOf(values: ArrayLike<number>, p: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    sum = p === Number.POSITIVE_INFINITY ? Math.max(sum, size) : sum + size ** p;
  }
  return p === Number.POSITIVE_INFINITY ? sum : sum ** (1 / p);
}
