/** @file An op that wrote where it may not, as one that makes a new tensor. */
import type { Fix, Range } from "../../engine/language/program.ts";
import type { SourceText } from "./source-text.ts";

/** In Python, where a name takes another value as easily. */
export function inPlaceFixes(text: SourceText, place: Range | null): Fix[] {
  if (place === null || text.language !== "python") return [];
  const start = text.source.lastIndexOf("\n", place.start) + 1;
  const lineEnd = text.source.indexOf("\n", place.start);
  const end = Math.max(place.end, lineEnd < 0 ? text.source.length : lineEnd);
  const statement = /^(\s*)(.*?)(\s*#.*)?$/s.exec(text.source.slice(start, end));
  if (statement === null) return [];
  const [, indent, code] = statement;
  const range = { start: start + indent.length, end: start + indent.length + code.length };
  const made = renewed(code);
  if (made !== null) return [{ title: "Make a new tensor", edits: [{ ...range, text: made }] }];
  const written = /^([A-Za-z_]\w*)\s*\[.*\]\s*(?:[-+*/]|\*\*)?=(?!=)/s.exec(code)?.[1];
  if (written === undefined) return [];
  return [
    {
      title: `Write to a copy of ${written}`,
      edits: [copied(text.source, written, range.start, indent)],
    },
  ];
}

/** Before the first of the writes, which follow each other. */
function copied(source: string, name: string, at: number, indent: string) {
  const line = new RegExp(`^[ \\t]*${name}\\s*\\[.*\\]\\s*(?:[-+*/]|\\*\\*)?=(?!=)`);
  let start = at;
  for (;;) {
    const end = source.lastIndexOf("\n", start - 1);
    const before = source.lastIndexOf("\n", end - 1) + 1;
    const code = source.slice(before, end);
    if (end <= 0 || !line.test(code)) break;
    start = before + (/^[ \t]*/.exec(code)?.[0].length ?? 0);
  }
  return { start, end: start, text: `${name} = ${name}.clone()\n${indent}` };
}

/** x.clamp_(0, 1) as x = x.clamp(0, 1); x += a as x = x + (a); y = x.clamp_(0, 1) as y = x.clamp(0, 1). */
function renewed(code: string): string | null {
  const method = /^((?:[\w.]+\s*=\s*)?)([A-Za-z_][\w.]*)\.([a-z]\w*[a-z0-9])_\((.*)\)$/s.exec(code);
  if (method !== null) {
    const [, assigned, owner, name, args] = method;
    return `${assigned === "" ? `${owner} = ` : assigned}${owner}.${name}(${args})`;
  }
  const augmented = /^([A-Za-z_][\w.]*)\s*(\+|-|\*\*|\*|\/)=\s*(.+)$/s.exec(code);
  if (augmented === null) return null;
  const [, name, operator, value] = augmented;
  const isOne = /^[\w.]+(\([^()]*\))?$/.test(value) || operator === "+";
  return `${name} = ${name} ${operator} ${isOne ? value : `(${value})`}`;
}
