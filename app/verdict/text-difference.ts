/** @file Where two texts differ. Pure. */
import type { TextEdit } from "../../engine/language/program.ts";

/** The one stretch in which two texts differ; null where they do not. */
export function differenceOf(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
