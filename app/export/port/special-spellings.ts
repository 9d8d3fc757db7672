/** @file Functions of torch.special in JAX. */
import { jaxOnly, type Spellings } from "./spelling.ts";

const inScipy = (name: string) => jaxOnly(`jax.scipy.special.${name}($input)`);

export const specialSpellings = {
  i0: inScipy("i0"),
  specialI0e: inScipy("i0e"),
  specialI1: inScipy("i1"),
  specialI1e: inScipy("i1e"),
  specialErfcx: null,
  specialNdtr: inScipy("ndtr"),
  specialLogNdtr: inScipy("log_ndtr"),
  specialNdtri: inScipy("ndtri"),
  specialEntr: inScipy("entr"),
  sinc: jaxOnly("jnp.sinc($input)"),
  igamma: jaxOnly("jax.scipy.special.gammainc($input, $other)"),
  igammac: jaxOnly("jax.scipy.special.gammaincc($input, $other)"),
} as const satisfies Spellings;
