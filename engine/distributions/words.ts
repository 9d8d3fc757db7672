/** @file How tensors are written in what distributions say of themselves. */
import { toContiguousData } from "../tensor/storage.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** PyTorch's `f"{x}"`, which the Python runtime provides. */
export let textOf: (x: Tensor) => string = (x) => `tensor([${toContiguousData(x).join(", ")}])`;

export function provideTensorText(text: (x: Tensor) => string): void {
  textOf = text;
}

/** torch.Size([2, 3]). */
export const sizeText = (shape: readonly number[]): string => `torch.Size([${shape.join(", ")}])`;

/** (2, 3), and (2,) for one. */
export const tupleText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
