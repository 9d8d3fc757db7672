/** @file NumPy has no gradient, and refuses to take one away unasked. */
import { EngineError } from "../../../../tensor/errors.ts";
import type { Tensor } from "../../../../tensor/tensor.ts";

export function refuseGraph(x: Tensor): void {
  if (!x.requires_grad) return;
  throw new EngineError({
    type: "RuntimeError",
    code: "numpy",
    op: "numpy",
    message: "numpy: leaves the graph, and the tensor requires a gradient",
    hint: "Use torch functions on tensors: they are differentiated.",
    pytorch: "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
  });
}
