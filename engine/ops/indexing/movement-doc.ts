/** @file What the docs of ops that move elements have in common. */
import type { OpDoc, Param } from "../op.ts";

export const input: Param = { name: "input", kind: "tensor" };

export function movementDoc(
  summary: string,
  shape: string,
  example: string,
  jax: string | null,
  numpy: string | null,
): OpDoc {
  return { summary, formula: "the same elements", shape, example, jax, numpy };
}

export function opDoc(
  summary: string,
  formula: string,
  shape: string,
  example: string,
  jax: string | null,
  numpy: string | null,
): OpDoc {
  return { summary, formula, shape, example, jax, numpy };
}
