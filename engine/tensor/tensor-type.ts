/** @file torch.Tensor as a stranger's code has it. */
import { EngineError } from "./errors.ts";
import { Tensor } from "./tensor.ts";

/**
 * What a tensor's `constructor` leads to: good for instanceof. The class itself makes tensors of whatever it is given, and stays with the engine.
 */
export function TensorType(): never {
  throw new EngineError({
    code: "argument",
    op: "Tensor",
    type: "TypeError",
    message: "Tensor: tensors are made by functions",
    hint: "Use torch.tensor([…]), torch.zeros([…]) and their like.",
  });
}
Object.defineProperty(TensorType, "name", { value: "Tensor" });
TensorType.prototype = Tensor.prototype;
Object.freeze(TensorType);
