/** @file Lets an inspector see every op that is launched, and every step of backward. Costs a null check when nobody looks. */
import type { Tensor } from "../tensor/tensor.ts";
import type { Op } from "./op.ts";

export interface Tracer {
  /** After each primitive op, also those inside composites. */
  launched(op: string, inputs: readonly Tensor[], outputs: readonly Tensor[]): void;
  /**
   * After what leaves the tape, or writes past it: `result` was made of `args` alone, whatever ops ran meanwhile. Either holds tensors and
   * numbers, also in arrays and objects.
   */
  made(op: string, args: readonly unknown[], result: unknown): void;
  /** After an op whose results need not have been launched: indices, counts, creations. */
  returned(op: string, args: readonly unknown[], result: unknown): void;
  /** Before an op that takes logits, probabilities or their logarithms, and cannot know which it is given. */
  entered(op: string, input: Tensor, target: Tensor): void;
  /** Before an autograd.Function of the loss's own computes. */
  applied(name: string): void;
  /** Before each node of backward: what fails is its doing. */
  pulling(output: Tensor): void;
  /** After each node of backward. `gradients` are of the inputs, null where none was wanted. */
  pulledBack(op: string, output: Tensor, upstream: Tensor, gradients: readonly (Tensor | null)[]): void;
}

let current: Tracer | null = null;

export function tracer(): Tracer | null {
  return current;
}

/** An op that shows what it returned to whoever looks; where every result is launched, the op as it is. */
export function shown(
  { name, gradient, returns }: Op,
  call: (...args: never[]) => unknown,
): (...args: never[]) => unknown {
  if (gradient !== "none" && returns === "Tensor") return call;
  return (...args) => {
    const result = call(...args);
    current?.returned(name, args, result);
    return result;
  };
}

let isMeant = false;

/** Of an op that is defined as every pair of rows: what it expands, it expands by its definition. */
export function pairing<T>(work: () => T): T {
  const before = isMeant;
  isMeant = true;
  try {
    return work();
  } finally {
    isMeant = before;
  }
}

export const isPairing = (): boolean => isMeant;

/** Puts a tracer in place and returns the one before. */
export function setTracer(next: Tracer | null): Tracer | null {
  const before = current;
  current = next;
  return before;
}
