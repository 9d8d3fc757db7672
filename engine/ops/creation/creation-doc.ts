/** @file What ops that make tensors have in common. */
import { isFloating } from "../../tensor/dtype.ts";
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { OpDoc, Param } from "../op.ts";

export const options: readonly Param[] = [
  { name: "dtype", kind: "dtype", default: null },
  { name: "requires_grad", kind: "bool", default: false },
  { name: "device", kind: "device", default: null },
];

export function doc(summary: string, shape: string, example: string, numpy: string | null): OpDoc {
  return { summary, formula: "constant", shape, example, jax: numpy?.replace("np.", "jnp.") ?? null, numpy };
}

export function made(tensor: Tensor, requiresGrad: boolean): Tensor {
  if (requiresGrad && !isFloating(tensor.dtype)) {
    throw new EngineError({
      type: "RuntimeError",
      code: "dtype",
      op: "tensor",
      message: `requires_grad: only floating point tensors have gradients, got ${tensor.dtype}`,
      hint: "Write the numbers as floats, or give dtype: torch.float32.",
      pytorch: "Only Tensors of floating point and complex dtype can require gradients",
    });
  }
  if (requiresGrad) tensor.requires_grad = true;
  return tensor;
}
