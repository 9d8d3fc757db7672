/** @file Levels of quantiles, typed. Pure. */
import { readingLimits } from "../../engine/data/reading.ts";
import { parseNumbers } from "./parse-numbers.ts";

/** null for what is no rising list within the limits. */
export function parseLevels(text: string): readonly number[] | null {
  const { level, levels } = readingLimits;
  const numbers = parseNumbers(text);
  if (numbers === null || numbers.length < levels.min || numbers.length > levels.max) return null;
  const isGood = numbers.every(
    (value, i) => value >= level.min && value <= level.max && (i === 0 || value > (numbers[i - 1] ?? 0)),
  );
  return isGood ? numbers : null;
}
