/** @file Of several tensors that a loss returned, the one that is the loss: the others are its parts, or only there to be looked at. */
import { numelOf } from "../tensor/shape.ts";
import type { Origin } from "./origins.ts";

export interface Total {
  readonly total: number | null;
  /** The others went into it. */
  readonly isMade: boolean;
}

export function totalOf(roots: readonly Origin[]): Total {
  const none = { total: null, isMade: false };
  if (roots.length < 2) return none;
  const learned = roots.filter(({ isOnTape }) => isOnTape);
  const [only] = learned;
  if (only === undefined) return none;
  if (learned.length === 1) return { total: roots.indexOf(only), isMade: false };
  const whole = learned.find((root) => {
    if (root.tensor === null || numelOf(root.tensor.shape) !== 1) return false;
    const ancestors = ancestorsOf(root);
    return learned.every((other) => other === root || ancestors.has(other));
  });
  return whole === undefined ? none : { total: roots.indexOf(whole), isMade: true };
}

function ancestorsOf(root: Origin): ReadonlySet<Origin> {
  const found = new Set<Origin>();
  const open = [...root.inputs];
  for (let origin = open.pop(); origin !== undefined; origin = open.pop()) {
    if (found.has(origin)) continue;
    found.add(origin);
    open.push(...origin.inputs);
  }
  return found;
}
