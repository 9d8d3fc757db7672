/** @file A limit of a text, said before it is reached. */

const formatted = (count: number): string => count.toLocaleString("en-US");

/** From this share of a limit on, the limit is said. */
const NEAR = 0.9;

export interface TextLimit {
  readonly text: string;
  readonly isBeyond: boolean;
}

/** What to say of a text of this length; null while it is far from its limit. */
export function textLimit(length: number, longest: number): TextLimit | null {
  if (length < NEAR * longest) return null;
  return { text: `${formatted(length)} of ${formatted(longest)} characters`, isBeyond: length > longest };
}
