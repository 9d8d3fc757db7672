/** @file Fewer of many, evenly chosen. */
import { bounds } from "../../inspect/bounds.ts";

/** Places in a list of so many. */
export function someOf(length: number): number[] {
  const step = Math.max(1, Math.ceil(length / bounds.rug));
  return Array.from({ length: Math.ceil(length / step) }, (_, i) => i * step);
}
