/** @file Numbers about one tensor. */
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { TensorFacts } from "./report.ts";

/** min, mean and max over the finite elements, and how many there are of the others. */
export function tensorFacts(tensor: Tensor): TensorFacts {
  const data = toContiguousData(tensor);
  let [min, max, sum, nanCount, infCount] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    const value = Number(data[i]);
    if (Number.isNaN(value)) nanCount++;
    else if (!Number.isFinite(value)) infCount++;
    else {
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
    }
  }
  const finite = data.length - nanCount - infCount;
  return {
    shape: [...tensor.shape],
    dtype: tensor.dtype,
    min: finite > 0 ? min : null,
    mean: finite > 0 ? sum / finite : null,
    max: finite > 0 ? max : null,
    nanCount,
    infCount,
  };
}

/** Euclidean norm, scaled by the largest element so that squares neither overflow nor vanish. */
export function euclideanNorm(tensor: Tensor): number {
  const data = toContiguousData(tensor);
  let largest = 0;
  for (let i = 0; i < data.length; i++) {
    const size = Math.abs(Number(data[i]));
    if (Number.isNaN(size)) return Number.NaN;
    if (size > largest) largest = size;
  }
  if (largest === 0 || largest === Number.POSITIVE_INFINITY) return largest;
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += (Number(data[i]) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

export function isAllFinite(tensor: Tensor): boolean {
  const data = toContiguousData(tensor);
  for (let i = 0; i < data.length; i++) if (!Number.isFinite(Number(data[i]))) return false;
  return true;
}

export function hasNaN(tensor: Tensor): boolean {
  const data = toContiguousData(tensor);
  for (let i = 0; i < data.length; i++) if (Number.isNaN(Number(data[i]))) return true;
  return false;
}
