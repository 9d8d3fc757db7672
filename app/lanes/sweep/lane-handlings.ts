/** @file What becomes of vectors as something that is swept: choices by their names, each with its defaults. */
import { chosenAggregators, type VectorHandling } from "../../../engine/vector/handling.ts";
import { choiceOf, handlingOf } from "../../verdict/handling-words.ts";

/** What the axis is called. */
export const HANDLING = "vector handling";

/** Weights are numbers of one's own, and refusing trains nothing: neither is a choice here. */
export const handlingChoices: readonly string[] = ["sum", "mean", ...chosenAggregators];

/** A lane's own with its own parameters where that is what is meant; null for what is no choice. */
export function handlingNamed(choice: unknown, own: VectorHandling): VectorHandling | null {
  const known = handlingChoices.find((name) => name === choice);
  if (known === undefined) return null;
  return choiceOf(own) === known ? own : handlingOf(known, 1);
}
