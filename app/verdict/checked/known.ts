/** @file What experiments with a loss came to, as items of Checks. Loaded with the first of them. */
import type { CheckCode, CheckedOf } from "../../../engine/checks/kinds.ts";
import type { Check } from "../checks.ts";
import { words } from "./words.ts";

export { runFindings } from "./run-findings.ts";

export const known = (checks: readonly CheckedOf[]): Check[] => checks.map((facts) => item(facts));

function item<Code extends CheckCode>(facts: CheckedOf<Code>): Check {
  return {
    id: facts.code,
    state: words[facts.code].gravity(facts),
    title: words[facts.code].title(facts),
    text: words[facts.code].text(facts),
    means: words[facts.code].means,
    pytorch: null,
    place: null,
    fixes: [],
    count: 1,
  };
}
