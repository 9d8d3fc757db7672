/** @file x.register_hook: what looks at a gradient on its way, and may put another in its place. */
import { addHook } from "../../../autograd/hooks.ts";
import { underChosenDType } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { call, none } from "./call.ts";
import { exception } from "./exceptions.ts";
import { namespace, native } from "./native.ts";

export function registerHook(x: Tensor, hook: unknown): unknown {
  if (!x.requires_grad)
    throw exception("RuntimeError", "cannot register a hook on a tensor that doesn't require gradient");
  const remove = addHook(
    x,
    underChosenDType((grad: Tensor) => {
      const result = call(hook, [grad], none);
      return Tensor.isTensor(result) ? result : grad;
    }),
  );
  return namespace("torch.utils.hooks.RemovableHandle", {
    remove: native("remove", () => {
      remove();
      return null;
    }),
  });
}
