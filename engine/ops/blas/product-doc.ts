/** @file What the docs of products have in common. */
import type { OpDoc, Param } from "../op.ts";

export function doc(
  summary: string,
  formula: string,
  shape: string,
  example: string,
  jax: string,
  numpy = jax.replace("jnp", "np"),
): OpDoc {
  return { summary, formula, shape, example, jax, numpy };
}

export const input: Param = { name: "input", kind: "tensor" };
