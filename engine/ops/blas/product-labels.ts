/** @file How PyTorch calls what products of matrices leave on the tape: it takes another op for each pair of ranks. */
import { Tensor } from "../../tensor/tensor.ts";

const rankOf = (value: unknown): number => (Tensor.isTensor(value) ? value.shape.length : 0);

/** x @ y is another op for each pair of ranks. */
export function matmulLabel(a: unknown, b: unknown): string {
  const [left, right] = [rankOf(a), rankOf(b)];
  if (left === 1 && right === 1) return "DotBackward0";
  if (left === 2 && right === 1) return "MvBackward0";
  if (left === 2 && right === 2) return "MmBackward0";
  return left === 1 && right === 2 ? "SqueezeBackward3" : "UnsafeViewBackward0";
}

/** x W + b. */
export function linearLabel(input: Tensor, hasBias: boolean): string {
  const rank = input.shape.length;
  if (rank === 2) return hasBias ? "AddmmBackward0" : "MmBackward0";
  if (rank === 1) return hasBias ? "AddBackward0" : "SqueezeBackward3";
  return hasBias ? "ViewBackward0" : "UnsafeViewBackward0";
}
