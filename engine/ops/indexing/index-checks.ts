/** @file What ops demand of tensors of indices. */
import { pytorchTypes } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import type { Tensor } from "../../tensor/tensor.ts";

export const dim = { name: "dim", kind: "dim" } as const;
export const index = { name: "index", kind: "tensor" } as const;

export function requireIndex(op: string, index: Tensor): void {
  if (index.dtype === "int64" || (index.dtype === "int32" && op !== "one_hot" && op !== "index_fill")) return;
  const type = pytorchTypes[index.dtype];
  const otherwise: Readonly<Record<string, string>> = {
    one_hot: "one_hot is only applicable to index tensor of type LongTensor.",
    index_select: "index_select(): Expected dtype int32 or int64 for index",
    scatter_add: "scatter(): Expected dtype int32/int64 for index",
    index_add: `index_add_(): Expected dtype int32/int64 for index but got: ${type}`,
    index_fill: "index_fill_(): Expected dtype int64 for index.",
    take: `take(): Expected a long tensor for index, but got ${type}`,
  };
  throw new EngineError({
    type: op === "index_fill" ? "IndexError" : "RuntimeError",
    code: "dtype",
    op,
    message: `${op}: the index must be an int64 tensor, got ${index.dtype}`,
    hint: "Convert it: index.long().",
    pytorch: otherwise[op] ?? `${op}(): Expected dtype int32/int64 for index`,
  });
}

/** Indices below the size, none negative: these ops count from the front only. */
export function requireRange(op: string, index: Tensor, size: number, dim: number): void {
  const bad = toContiguousData(index).find((place) => place < 0 || place >= size);
  if (bad === undefined) return;
  throw new EngineError({
    // Each of these kernels has a check of its own.
    type: op === "index_select" || op === "index_add" ? "IndexError" : "RuntimeError",
    code: "index",
    op,
    message: `${op}: index ${bad} is out of range for dim ${dim} of size ${size}`,
    pytorch:
      op === "index_select" || op === "index_add"
        ? "index out of range in self"
        : op === "one_hot"
          ? Number(bad) < 0
            ? "Class values must be non-negative."
            : "Class values must be smaller than num_classes."
          : `index ${bad} is out of bounds for dimension ${dim} with size ${size}`,
  });
}
