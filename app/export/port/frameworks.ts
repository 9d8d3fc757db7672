/** @file The frameworks a loss is ported to. */

export type Framework = "jax" | "keras";

export const frameworkNames: Readonly<Record<Framework, string>> = { jax: "JAX", keras: "Keras" };
