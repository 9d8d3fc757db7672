/** @file How an op is spelled in another framework. */
import type { OpKey } from "../../../engine/ops/registry.ts";

/**
 * An expression over the op's parameters: `@` is jnp or keras.ops, `$name` an argument, `{, axis=$dim}` stands only where `dim` is given. An
 * argument that is given and has no place in it is refused.
 */
export type Template = string;

export type Spelling =
  | Template
  | { readonly jax: Template | null; readonly keras: Template | null }
  /** A function of PyTorch's signature that comes along: what follows `def name`, with `@` as above. */
  | { readonly helper: string; readonly needs?: readonly OpKey[] };

export type Spellings = Readonly<Partial<Record<OpKey, Spelling | null>>>;

/** For JAX alone. */
export const jaxOnly = (jax: Template): Spelling => ({ jax, keras: null });
