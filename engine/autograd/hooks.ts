/** @file Hooks: functions that are shown the gradient of a tensor before it goes on, and may change it. */

import { withKeeping } from "../tensor/memory.ts";
import { blockOf, nodeOf, type TapeNode, type Tensor } from "../tensor/tensor.ts";

export type Hook = (grad: Tensor) => Tensor;

const hooks = new WeakMap<Tensor | TapeNode, Set<Hook>>();

/** Whether any was ever added: a walk need not look for them otherwise. */
let areUsed = false;

/** Returns what takes it away again. */
export function addHook(tensor: Tensor, hook: Hook): () => void {
  const target = nodeOf(tensor) ?? tensor;
  const own = hooks.get(target) ?? new Set<Hook>();
  hooks.set(target, own.add(hook));
  areUsed = true;
  return () => own.delete(hook);
}

/** The gradient that goes on. */
export function hooked(target: Tensor | TapeNode, grad: Tensor): Tensor {
  const own = areUsed ? hooks.get(target) : undefined;
  if (own === undefined) return grad;
  let shown = grad;
  for (const hook of own) shown = withKeeping(() => hook(kept(shown)));
  return shown;
}

/** A gradient as a user's code gets it: that code may hold on to it, and look at it in another step. */
export function kept(grad: Tensor): Tensor {
  blockOf(grad).keep();
  return grad;
}
