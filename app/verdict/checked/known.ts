/** @file What experiments with a loss came to, as items of Checks. Loaded with the first of them. */
import type { CheckCode, CheckedOf } from "../../../engine/checks/kinds.ts";
import type { Check } from "../checks.ts";
import { type Words, words } from "./words.ts";

export const known = (checks: readonly CheckedOf[]): Check[] => checks.map((facts) => item(facts));

function item<Code extends CheckCode>(facts: CheckedOf<Code>): Check {
  const { gravity, title, text, means }: Words<Code> = words[facts.code];
  return {
    id: facts.code,
    state: gravity(facts),
    title: title(facts),
    text: text(facts),
    means,
    pytorch: null,
    place: null,
    fixes: [],
    count: 1,
  };
}
