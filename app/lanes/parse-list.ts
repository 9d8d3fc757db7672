/** @file The numbers of a list as they are typed. */
import { argumentLimits } from "../document/tensor-schemas.ts";

/** null for what is no list of numbers that a document holds. */
export function parseList(text: string): readonly number[] | null {
  const numbers = text
    .split(/[\s,;]+/)
    .filter((word) => word !== "")
    .map(Number);
  const { value, values } = argumentLimits;
  const isGood = numbers.length >= values.min && numbers.length <= values.max;
  return isGood && numbers.every((each) => each >= value.min && each <= value.max) ? numbers : null;
}
