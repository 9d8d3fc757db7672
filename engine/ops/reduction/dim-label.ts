/** @file How PyTorch calls what a reduction leaves on the tape: over all dims it is another op than over some. */
import type { Labeller } from "../op.ts";

/** The dim is the second argument. */
export const byDim =
  (name: string): Labeller =>
  (args) =>
    args[1] === null ? null : `${name}Backward1`;
