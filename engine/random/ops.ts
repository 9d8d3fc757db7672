/** @file torch.rand and its kin: ops on a generator. */
export * from "./choices.ts";
export * from "./creation.ts";
export { gumbel_softmax } from "./gumbel.ts";
export { binomial, poisson } from "./families.ts";
export { bernoulli_, cauchy_, exponential_, geometric_, log_normal_, normal_, random_, uniform_ } from "./fills.ts";
