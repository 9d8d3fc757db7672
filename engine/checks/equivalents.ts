/** @file Pairs of ops that one op does better. */

/** Pairs of ops of which there is one that is faster, and exact where the pair is not. */
export const equivalents = [
  { of: ["log", "softmax"], better: "log_softmax" },
  { of: ["log", "sigmoid"], better: "logsigmoid" },
  { of: ["log", "exp"], better: "the exponent itself" },
] as const;
