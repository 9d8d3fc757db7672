/** @file First steps of one length, for curves that compare directions and not scales. */
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The factor that makes gradients one long altogether; 1 where they have no length. */
export function unitFactor(parameters: readonly Tensor[]): number {
  let squares = 0;
  for (const { grad } of parameters) {
    const data = grad === null ? [] : toContiguousData(grad);
    for (let i = 0; i < data.length; i++) squares += data[i] * data[i];
  }
  return squares > 0 && Number.isFinite(squares) ? 1 / Math.sqrt(squares) : 1;
}

export function scaleGradients(parameters: readonly Tensor[], factor: number): void {
  for (const { grad } of parameters) {
    if (grad === null) continue;
    const data = toContiguousData(grad);
    for (let i = 0; i < data.length; i++) data[i] *= factor;
  }
}
