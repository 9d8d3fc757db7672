/** @file Lets an inspector see every op that is launched, and every step of backward. Costs a null check when nobody looks. */
import type { Tensor } from "../tensor/tensor.ts";

export interface Tracer {
  /** After each primitive op, also those inside composites, and after `detach`, `item`, `tolist`. */
  launched(op: string, inputs: readonly Tensor[], outputs: readonly Tensor[]): void;
  /** After each node of backward. `gradients` are of the inputs, null where none was wanted. */
  pulledBack(op: string, output: Tensor, upstream: Tensor, gradients: readonly (Tensor | null)[]): void;
}

let current: Tracer | null = null;

export function tracer(): Tracer | null {
  return current;
}

/** Puts a tracer in place and returns the one before. */
export function setTracer(next: Tracer | null): Tracer | null {
  const before = current;
  current = next;
  return before;
}
