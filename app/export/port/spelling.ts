/** @file How an op is spelled in another framework. */
import type { OpKey } from "../../../engine/ops/registry.ts";
import type { OwnHelper } from "./own-helper-texts.ts";

/**
 * An expression over the op's parameters: `@` is jnp or keras.ops, `$name` an argument, `*$name` those of a list, `{, axis=$dim}` stands only where
 * `dim` is given. An argument that is given and has no place in it is refused.
 */
export type Template = string;

/** A function of PyTorch's signature that comes along: what follows `def name`, with `@` as above. */
export interface Helper {
  readonly helper: string;
  /** Ops whose helpers it calls, by the names they get: `_abs`. */
  readonly needs?: readonly OpKey[];
  /** Helpers that are no op's. */
  readonly own?: readonly OwnHelper[];
}

/** Of several, the first that has a place for every argument given. */
export type Form = Template | Helper | readonly (Template | Helper)[];

interface PerFramework {
  readonly jax: Form | null;
  readonly keras: Form | null;
}

export type Spelling = Form | PerFramework;

export type Spellings = Readonly<Partial<Record<OpKey, Spelling | null>>>;

export const isPerFramework = (spelling: Spelling): spelling is PerFramework =>
  typeof spelling === "object" && "jax" in spelling;

/** For JAX alone. */
export const jaxOnly = (jax: Form): Spelling => ({ jax, keras: null });
