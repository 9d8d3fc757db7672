/** @file What a loss is a sum of, in words: each term's value, share and gradient, and what it reaches. */
import type { Report } from "../../engine/inspect/report.ts";
import { formatNumber } from "./format.ts";
import type { SourceText } from "./source-text.ts";

/** null where there is one term, or none was looked at. */
export function termWords(
  text: SourceText,
  { terms }: Report,
): { readonly title: string; readonly text: string } | null {
  if (terms.length < 2) return null;
  const each = terms.map(({ probe, value, share, gradNorm, reaches }) => {
    const gradient = gradNorm === null ? "no gradient to the predictions" : `gradient ${formatNumber(gradNorm)}`;
    const learned = reaches.length === 0 ? "" : `, reaches ${reaches.join(", ")}`;
    return `${text.quote(probe)}${text.line(probe)}: ${formatNumber(value)} (${Math.round(100 * share)} %), ${gradient}${learned}`;
  });
  return { title: `A sum of ${terms.length} terms`, text: `${each.join("; ")}.` };
}
