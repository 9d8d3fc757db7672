/** @file A tensor that Python's own `if`, `and`, `max` asked for one answer: what is written for every element. */
import type { Fix, Range } from "../../engine/language/program.ts";
import { closing, partsIn } from "./parts-in.ts";
import type { Remedy } from "./remedies.ts";
import type { SourceText } from "./source-text.ts";

export function truthOf(text: SourceText, place: Range | null): Remedy | null {
  if (place === null || text.language !== "python") return null;
  const found = [extremes(text, place), connected(text, place), branches(text, place)].find((each) => each !== null);
  return found ?? null;
}

/** max(a, b) as torch.maximum(a, b), max(0, x) as torch.clamp(x, min=0). */
export function extremes(text: SourceText, place: Range): Remedy | null {
  const line = lineAt(text.source, place);
  const code = text.source.slice(line.start, line.end);
  const call = /(?<![\w.])(max|min)\(/.exec(code);
  if (call === null) return null;
  const end = closing(code, call.index + call[0].length);
  if (end === null) return null;
  const [, name] = call;
  const args = partsIn(code.slice(call.index + call[0].length, end)).map((arg) => arg.trim());
  const [left, right] = args;
  if (args.length !== 2 || left === undefined || right === undefined) return null;
  const isNumber = (arg: string): boolean => /^-?[\d.]+(e-?\d+)?$/.test(arg);
  const bound = `${name === "max" ? "min" : "max"}=`;
  const better = isNumber(left)
    ? `torch.clamp(${right}, ${bound}${left})`
    : isNumber(right)
      ? `torch.clamp(${left}, ${bound}${right})`
      : `torch.${name}imum(${left}, ${right})`;
  const start = line.start + call.index;
  return {
    hint: ` Python's ${name}() compares as a whole and gives one of the two. Element by element it is ${better}.`,
    fixes: [
      {
        title: `Use ${/^torch\.\w+/.exec(better)?.[0] ?? "torch"}`,
        edits: [{ start, end: line.start + end + 1, text: better }],
      },
    ],
  };
}

/** m = a > b and c < d as m = (a > b) & (c < d). */
function connected(text: SourceText, place: Range): Remedy | null {
  const line = lineAt(text.source, place);
  const code = text.source.slice(line.start, line.end);
  const match = /^(\s*[\w.]+\s*=\s*)([^=].*?)\s+(and|or)\s+((?:(?!\s(?:and|or)\s).)+?)(\s*#.*)?$/.exec(code);
  const sign = /\band\b/.test(code) ? "&" : /\bor\b/.test(code) ? "|" : null;
  if (sign === null) return null;
  const hint = ` and, or and not ask for one answer; masks take &, | and ~, with parentheses: (a > b) & (c < d).`;
  if (match === null) return { hint, fixes: [] };
  const [, head, left, , right] = match;
  const start = line.start + head.length;
  const end = line.start + head.length + match[0].length - head.length - (match[5]?.length ?? 0);
  return { hint, fixes: [{ title: `Use ${sign}`, edits: [{ start, end, text: `(${left}) ${sign} (${right})` }] }] };
}

/** if c: return a.mean() / return b.mean() as return torch.where(c, a, b).mean(). */
function branches(text: SourceText, place: Range): Remedy | null {
  const { start } = lineAt(text.source, place);
  const match =
    /^([ \t]*)if (.+):[ \t]*\n[ \t]*return (.+)\.(mean|sum)\(\)[ \t]*\n(?:[ \t]*else:[ \t]*\n)?[ \t]*return (.+)\.\4\(\)[ \t]*(?=\n|$)/.exec(
      text.source.slice(start),
    );
  if (match === null) return null;
  const [whole, indent, condition, one, reduction, other] = match;
  const fix: Fix = {
    title: "Choose with torch.where",
    edits: [
      {
        start,
        end: start + whole.length,
        text: `${indent}return torch.where(${condition}, ${one}, ${other}).${reduction}()`,
      },
    ],
  };
  return { hint: " An if chooses once for all rows; torch.where chooses for each.", fixes: [fix] };
}

function lineAt(source: string, { start: at }: Range): Range {
  const start = source.lastIndexOf("\n", at - 1) + 1;
  const end = source.indexOf("\n", at);
  return { start, end: end < 0 ? source.length : end };
}
