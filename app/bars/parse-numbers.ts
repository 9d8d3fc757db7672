/** @file A literal list of numbers, typed. Pure. */
import { specLimits } from "../../engine/data/tensor-spec.ts";

/** null for what is no list within the limits. */
export function parseNumbers(text: string): readonly number[] | null {
  const { min, max } = specLimits.value;
  const numbers = text
    .split(/[\s,;[\]]+/)
    .filter((word) => word !== "")
    .map(Number);
  const isGood =
    numbers.length >= specLimits.values.min &&
    numbers.length <= specLimits.values.max &&
    numbers.every((value) => value >= min && value <= max);
  return isGood ? numbers : null;
}
