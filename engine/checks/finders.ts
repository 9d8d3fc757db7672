/** @file How each check is found. Null where it does not apply, or cannot be told. */
import { gradcheck } from "./gradcheck.ts";
import type { CheckCode, CheckedOf } from "./kinds.ts";
import { checkCodes } from "./kinds.ts";
import type { Studied } from "./studied.ts";
import { type Origin, OutOfTime, subjectOf } from "./subject.ts";

const finders: { readonly [Code in CheckCode]: (studied: Studied) => CheckedOf<Code> | null } = {
  gradcheck,
};

/** All that can be told of a loss in the time there is, in the registry's order. `onCheck` is told before each. */
export function checked(origin: Origin, onCheck: () => void = () => undefined): readonly CheckedOf[] {
  const found: CheckedOf[] = [];
  try {
    const subject = subjectOf(origin);
    if (subject === null) return [];
    const studied: Studied = { subject };
    for (const code of checkCodes) {
      onCheck();
      const facts = finders[code](studied);
      if (facts !== null) found.push(facts);
    }
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
  }
  return found;
}
