/** @file The widths of hidden layers, as they are typed. */
import { limits } from "../../engine/train/experiment.ts";

/** null for anything that the experiment does not take. */
export function parseWidths(text: string): number[] | null {
  const widths = text
    .split(/[\s,·]+/)
    .filter((part) => part !== "")
    .map(Number);
  const areGood = widths.every(
    (width) => Number.isInteger(width) && width >= limits.width.min && width <= limits.width.max,
  );
  return areGood && widths.length >= limits.layers.min && widths.length <= limits.layers.max ? widths : null;
}
