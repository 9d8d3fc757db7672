/** @file How an op is spelled in another framework. */
import type { OpKey } from "../../../engine/ops/registry.ts";

/**
 * An expression over the op's parameters: `@` is jnp or keras.ops, `$name` an argument, `{, axis=$dim}` stands only where `dim` is given. An
 * argument that is given and has no place in it is refused.
 */
export type Template = string;

/** A function of PyTorch's signature that comes along: what follows `def name`, with `@` as above. */
export interface Helper {
  readonly helper: string;
  /** Ops whose helpers it calls, by the names they get: `_abs`. */
  readonly needs?: readonly OpKey[];
}

export type Form = Template | Helper;

export type Spelling = Form | { readonly jax: Form | null; readonly keras: Form | null };

export type Spellings = Readonly<Partial<Record<OpKey, Spelling | null>>>;

/** For JAX alone. */
export const jaxOnly = (jax: Form): Spelling => ({ jax, keras: null });
