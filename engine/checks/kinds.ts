/**
 * @file Every check: one record says its code and what facts it comes to. How it is found is in `finders.ts`, how
 * grave it is and its words are in app/verdict/checked/; neither compiles until it has them. Nothing here computes, so that the page can read what the sandbox sends.
 */
import * as v from "valibot";
import { count, finite, type Measure } from "../inspect/bounds.ts";

interface Kind<Code extends string, Facts extends v.ObjectEntries> {
  readonly code: Code;
  readonly facts: (measure: Measure) => Facts;
}

function kind<const Code extends string, Facts extends v.ObjectEntries>({ code, facts }: Kind<Code, Facts>) {
  return { code, schema: (measure: Measure) => v.object({ code: v.literal(code), ...facts(measure) }) };
}

/** In the order of what is said first. */
export const checkKinds = [
  /** Directional slopes of the value against the gradient, in float64 unless the loss computes in float32. `worst`: relative error. */
  kind({
    code: "gradcheck",
    facts: () => ({ directions: count, worst: finite, kinks: count, isRight: v.boolean(), isDouble: v.boolean() }),
  }),
] as const;

type Kinds = (typeof checkKinds)[number];
export type CheckCode = Kinds["code"];
export type Checked = v.InferOutput<ReturnType<Kinds["schema"]>>;
type ByCode = { readonly [Code in CheckCode]: Readonly<Extract<Checked, { readonly code: Code }>> };
/** In this form the compiler follows from a check's code to what a table holds for that code. */
export type CheckedOf<Code extends CheckCode = CheckCode> = {
  [C in Code]: { readonly code: C } & ByCode[C];
}[Code];

export const checkedSchema = (measure: Measure) =>
  v.variant(
    "code",
    checkKinds.map(({ schema }) => schema(measure)),
  );

export const checkCodes = checkKinds.map(({ code }) => code);
