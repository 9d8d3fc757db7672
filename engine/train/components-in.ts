/** @file A loss's components as numbers: few enough to be told one by one, and more than one. */
import { bounds } from "../inspect/bounds.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Progress } from "./progress.ts";

export function componentsIn(tensor: Tensor, names: readonly string[] | null): Progress["components"] {
  const count = numelOf(tensor.shape);
  return count < 2 || count > bounds.courses ? null : { names, values: Array.from(toContiguousData(tensor), Number) };
}
