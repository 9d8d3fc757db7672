/** @file How PyTorch calls what x[…] leaves on the tape. */
import { Tensor } from "../../tensor/tensor.ts";

/** A slice that takes everything is no op where there are other indices. */
const isWhole = (index: object): boolean => {
  const { start = null, stop = null, step = null } = index as Readonly<Record<string, unknown>>;
  return (start === null || start === 0) && stop === null && (step === null || step === 1);
};

const isOne = (index: Tensor): boolean => index.shape.length === 0 && index.dtype !== "bool";

/** x[…]: the last op that the indices come to. */
export function indexLabel(indices: readonly unknown[]): string {
  let last: string | null = null;
  let hasSlice = false;
  for (let i = indices.length - 1; i >= 0; i--) {
    const index = indices[i];
    if (typeof index === "number") last ??= "SelectBackward0";
    else if (index === null) last ??= "UnsqueezeBackward0";
    else if (Tensor.isTensor(index)) {
      if (!isOne(index)) return "IndexBackward0";
      last ??= "SelectBackward0";
    } else if (Array.isArray(index) || typeof index === "boolean") return "IndexBackward0";
    else if (typeof index === "object") {
      hasSlice = true;
      if (indices.length === 1 || !isWhole(index)) last ??= "SliceBackward0";
    }
  }
  return last ?? (hasSlice ? "SliceBackward0" : "AliasBackward0");
}
