/** @file A call as it stands in the text: what it is made on, and what else it is given. */
import type { Range, TextEdit } from "../../engine/language/program.ts";
import type { SourceText } from "./source-text.ts";

export interface Called {
  readonly place: Range;
  /** As something that a method can be called on. */
  readonly operand: string;
  /** As it stands there. */
  readonly inner: string;
  /** Between the parentheses, the operand not counted. */
  readonly args: string;
}

/** x.op(args), torch.op(x, args), F.op(x, args); null for anything else. */
export function calledOn(text: SourceText, probe: number | null, op: string): Called | null {
  const place = text.place(probe);
  if (place === null) return null;
  const code = text.code(place);
  if (!code.endsWith(")")) return null;
  const head = new RegExp(`^(?:torch|F|nn\\.functional|torch\\.nn\\.functional)\\.${op}\\(\\s*`).exec(code);
  const operands = text.operandsOf(probe);
  if (head !== null) {
    const operand = operands.find(({ start }) => start === place.start + head[0].length);
    if (operand === undefined) return null;
    const args = text.source.slice(operand.end, place.end - 1).trim();
    if (args !== "" && !args.startsWith(",")) return null;
    return {
      place,
      operand: grouped(text.code(operand), operand.takesPostfix),
      inner: text.code(operand),
      args: args.slice(1).trim(),
    };
  }
  const [first] = operands;
  if (first === undefined || first.start !== place.start) return null;
  const tail = new RegExp(`^\\s*\\.\\s*${op}\\(([\\s\\S]*)\\)$`).exec(text.source.slice(first.end, place.end));
  return tail === null
    ? null
    : { place, operand: grouped(text.code(first), first.takesPostfix), inner: text.code(first), args: tail[1].trim() };
}

const grouped = (code: string, takesPostfix: boolean): string => (takesPostfix ? code : `(${code})`);

/** Another expression in its place, in parentheses unless it stands alone or brings its own. */
export function inPlaceOf(text: SourceText, { place }: Called, code: string): TextEdit {
  const before = text.source.slice(text.source.lastIndexOf("\n", place.start - 1) + 1, place.start);
  const after = text.source.slice(place.end, place.end + 1);
  const isAlone = /(^\s*|\breturn\s+|[^=<>!]=\s*)$/.test(before) && /^[\n\r;]?$/.test(after);
  const isWhole = /^[\w.]+\([^()]*\)$/.test(code);
  return { ...place, text: isAlone || isWhole ? code : `(${code})` };
}
