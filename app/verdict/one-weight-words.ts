/** @file Weights that multiply one number, in words, and what keeps the samples apart until they are weighed. */
import type { HazardOf } from "../../engine/inspect/hazards.ts";
import type { Fix } from "../../engine/language/program.ts";
import { formatShape } from "./format.ts";
import type { SourceText } from "./source-text.ts";

type OneWeight = HazardOf<"one-weight">;

export function oneWeightWords(text: SourceText, { probe, from, op, weights, value }: OneWeight): string {
  const product = `${formatShape(weights)} * ${formatShape(value)}`;
  return `${product} in ${text.quote(probe)}${text.line(probe)}: the batch was reduced before, by ${op}() in ${text.quote(from)}${text.line(from)}, so every weight multiplies the same number and weighs nothing. PyTorch says nothing. Keep one value per sample until they are weighed.`;
}

/** reduction="none" for a loss that reduced by itself; the last dim for one that was summed over the first. */
export function oneWeightFixes(text: SourceText, { from, weights }: OneWeight): Fix[] {
  const place = text.place(from);
  if (place === null || text.language !== "python") return [];
  const code = text.code(place);
  if (/^(F|nn\.functional|torch\.nn\.functional)\.\w+\(/.test(code)) {
    const fixes = text.addKeyword(from, "reduction", '"none"');
    return fixes.map(({ edits }) => ({ title: 'Add reduction="none"', edits }));
  }
  const dim = /(\b(?:dim|axis)\s*=\s*)?\b0\s*(?=[,)][^,()]*\)?$)/.exec(code);
  if (dim !== null) {
    const start = place.start + dim.index + (dim[1]?.length ?? 0);
    const last = weights.length > 1 && !code.includes("keepdim") ? "-1, keepdim=True" : "-1";
    return [{ title: "Reduce over the last dim", edits: [{ start, end: start + 1, text: last }] }];
  }
  const whole = /\.(mean|sum)\(\)$/.exec(code);
  if (whole === null) return [];
  const start = place.start + whole.index;
  return [{ title: `Take .${whole[1]}() out`, edits: [{ start, end: place.end, text: "" }] }];
}
