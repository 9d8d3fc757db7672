/** @file NumPy's functions where a gradient is wanted, as torch's of the same name. */
import type { Fix, Range, TextEdit } from "../../engine/language/program.ts";
import type { SourceText } from "./source-text.ts";

/** They take the same and give the same. */
const shared =
  "abs|square|sqrt|exp|log|log1p|log2|log10|expm1|sin|cos|tan|tanh|sinh|cosh|mean|sum|max|min|maximum|minimum|where|sign|clip|sigmoid";

/** np.f(…) as torch.f(…), on the lines of a place. */
export function numpyEdits({ source, language }: SourceText, place: Range): TextEdit[] {
  if (language !== "python") return [];
  const start = source.lastIndexOf("\n", place.start - 1) + 1;
  const end = source.indexOf("\n", place.end);
  const code = source.slice(start, end < 0 ? source.length : end);
  return [...code.matchAll(new RegExp(`\\b(?:np|numpy)\\.(?=(?:${shared})\\()`, "g"))].map(({ index, 0: name }) => ({
    start: start + index,
    end: start + index + name.length,
    text: "torch.",
  }));
}

export function numpyFixes(text: SourceText, place: Range | null): Fix[] {
  const edits = place === null ? [] : numpyEdits(text, place);
  return edits.length === 0 ? [] : [{ title: "Use torch's functions", edits }];
}
