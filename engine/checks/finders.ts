/** @file How each check is found. Null where it does not apply, or cannot be told. */
import * as v from "valibot";
import { cutting } from "../inspect/bounds.ts";
import { batchSize, dominance, repeats, rows } from "./batch.ts";
import { cost } from "./cost.ts";
import { estimates } from "./estimates.ts";
import { gradcheck } from "./gradcheck.ts";
import type { CheckCode, CheckedOf } from "./kinds.ts";
import { checkCodes, checkedSchema } from "./kinds.ts";
import { kink, minimum } from "./minimum.ts";
import { proper } from "./proper.ts";
import { pull } from "./pull.ts";
import { secondDerivatives } from "./second-derivatives.ts";
import { bounded, convexity, symmetry } from "./shape.ts";
import { type Studied, studied } from "./studied.ts";
import { type Origin, OutOfTime, subjectOf } from "./subject.ts";
import { dtypes, range, units } from "./units.ts";

const finders: { readonly [Code in CheckCode]: (studied: Studied) => CheckedOf<Code> | null } = {
  gradcheck,
  pull,
  minimum,
  kink,
  estimates,
  proper,
  bounded,
  range,
  "batch-size": batchSize,
  rows,
  dominance,
  repeats,
  units,
  convexity,
  symmetry,
  "second-derivatives": secondDerivatives,
  dtypes,
  cost,
};

const schema = checkedSchema(cutting);

/** All that can be told of a loss in the time there is, in the registry's order. `onCheck` is told before each. */
export function checked(origin: Origin, onCheck: () => void = () => undefined, mayKeep = true): readonly CheckedOf[] {
  const found: CheckedOf[] = [];
  try {
    const subject = subjectOf(origin, mayKeep);
    const known = subject === null ? null : studied(subject);
    if (known === null) return [];
    for (const code of checkCodes) {
      onCheck();
      const facts = finders[code](known);
      // A loss that answers with NaN somewhere leaves a check without an answer.
      if (facts !== null && v.is(schema, facts)) found.push(facts);
    }
    if (subject?.holds() === false) return checked(origin, onCheck, false);
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
  }
  return found;
}
