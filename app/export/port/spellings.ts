/**
 * @file Every op in JAX and Keras 3. Keyed by op, so that one without a row does not compile; null refuses a loss that uses it, with the line.
 */
import type { OpKey } from "../../../engine/ops/registry.ts";
import { arraySpellings } from "./array-spellings.ts";
import { classLossSpellings } from "./class-loss-spellings.ts";
import { complexSpellings } from "./complex-spellings.ts";
import { linalgSpellings } from "./linalg-spellings.ts";
import { nnSpellings } from "./nn-spellings.ts";
import { orderSpellings } from "./order-spellings.ts";
import { partSpellings } from "./part-spellings.ts";
import { scatterSpellings } from "./scatter-spellings.ts";
import { specialSpellings } from "./special-spellings.ts";
import type { Spelling } from "./spelling.ts";
import { windowSpellings } from "./window-spellings.ts";

export const spellings: Readonly<Record<OpKey, Spelling | null>> = {
  ...arraySpellings,
  ...orderSpellings,
  ...partSpellings,
  ...scatterSpellings,
  ...complexSpellings,
  ...specialSpellings,
  ...linalgSpellings,
  ...nnSpellings,
  ...classLossSpellings,
  ...windowSpellings,
};
