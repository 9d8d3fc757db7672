/** @file Functions that come along with a loss and are no op's. */
import type { Framework } from "./frameworks.ts";
import { HELPER } from "./helper-names.ts";
import { type Helpers, helperText } from "./helper-text.ts";
import { neededBy, type OwnHelper, ownHelpers } from "./own-helper-texts.ts";

/** Puts one among those that come along, after what it needs; its name. */
export function includeOwn(name: OwnHelper, framework: Framework, helpers: Helpers): string {
  for (const needed of neededBy[name] ?? []) includeOwn(needed, framework, helpers);
  helpers.set(name, helperText(ownHelpers[name], framework));
  return `${HELPER}${name}`;
}
