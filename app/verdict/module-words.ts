/** @file A module that was made with the data where it had to be called with them. */
import type { Fix, Range } from "../../engine/language/program.ts";
import type { Judgement } from "./hazard-words.ts";
import type { Remedy } from "./remedies.ts";
import type { SourceText } from "./source-text.ts";

export function constructed(text: SourceText, probe: number | null, module: string): Judgement {
  const place = text.place(probe);
  return {
    label: "Broken",
    reason: `${text.quote(probe)} makes a module${text.line(probe)} and computes nothing: what stands in its parentheses went into its options. Construct it first, then call it with the data: ${call(text, module)}.`,
    pytorch: { exception: "AttributeError", line: `'${module}' object has no attribute 'backward'` },
    place,
    fixes: constructFirst(text, place, module),
  };
}

const call = ({ language }: SourceText, module: string): string =>
  language === "python" ? `${module}()(predictions, targets)` : `new ${module}().forward(predictions, targets)`;

/** Loss(p, t) as Loss()(p, t). */
export function constructFirst(text: SourceText, place: Range | null, module: string): Fix[] {
  if (place === null) return [];
  const match = new RegExp(`^(?:new\\s+)?[\\w.]*\\b${module}(?=\\()`).exec(text.code(place));
  if (match === null) return [];
  const at = place.start + match[0].length;
  return [
    {
      title: "Construct it first",
      edits: [{ start: at, end: at, text: text.language === "python" ? "()" : "().forward" }],
    },
  ];
}

/** Python's TypeError of a class that takes no data, and how it is meant. */
export function constructionOf(text: SourceText, place: Range | null, message: string): Remedy | null {
  const module = /^(\w+)\.__init__\(\) takes .* positional arguments? but/.exec(message)?.[1];
  if (module === undefined) return null;
  const fixes = constructFirst(text, place, module);
  return fixes.length === 0
    ? null
    : { hint: ` Construct it first, then call it with the data: ${call(text, module)}.`, fixes };
}
