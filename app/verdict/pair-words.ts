/** @file max(x, dim) and its like give two tensors: the values, and where they stand. */
import type { Range } from "../../engine/language/program.ts";
import type { Remedy } from "./remedies.ts";
import type { SourceText } from "./source-text.ts";

const pairs = "max|min|sort|topk|median|nanmedian|kthvalue|mode|cummax|cummin";

/** An attribute of the pair where one of its values was meant. */
export function pairOf(text: SourceText, place: Range | null, message: string): Remedy | null {
  const found = new RegExp(`^'(?:torch\\.return_types\\.)?(${pairs})' object has no attribute '(\\w+)'$`).exec(message);
  if (found === null || place === null) return null;
  const [, op, attribute] = found;
  const at = new RegExp(`\\.\\s*${attribute}\\b`).exec(text.code(place))?.index;
  return {
    hint: ` ${op}() over a dim gives two tensors, the values and where they stand: take .values.`,
    fixes:
      at === undefined
        ? []
        : [{ title: "Take .values", edits: [{ start: place.start + at, end: place.start + at, text: ".values" }] }],
  };
}
