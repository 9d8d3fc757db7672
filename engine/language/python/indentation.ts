/** @file Indentation, compared with the blocks that are open as Python's tokenizer does it, in CPython's words. */
import { headerColon, isHeader, type LogicalLine, outermost } from "./logical-lines.ts";
import { Refusal } from "./syntax.ts";

/** `lines` are those of `source`, up to where its tokens can be told. */
export function indentationProblem(source: string, lines: readonly LogicalLine[]): Refusal | null {
  const open = [0];
  /** The same with tabs as wide as a space: both have to agree. */
  const narrowOpen = [0];
  let before: LogicalLine | null = null;
  for (const line of lines) {
    const expectsBlock = before !== null && opensBlock(before);
    const { width, narrow } = columnsOf(line.indent);
    const place = { startIndex: line.first, endIndex: endOfText(source, line.first) };
    const top = open[open.length - 1];
    if (before !== null && expectsBlock && width <= top)
      return new Refusal(place, `expected an indented block after ${openerOf(source, before)}`, "indentation");
    const isMixed =
      width > top
        ? narrow <= narrowOpen[narrowOpen.length - 1]
        : open.includes(width) && narrow !== narrowOpen[open.indexOf(width)];
    if (isMixed) {
      const whole = { startIndex: line.start, endIndex: place.endIndex };
      const message = "inconsistent use of tabs and spaces in indentation";
      return new Refusal(whole, message, "indentation");
    }
    if (width > top) {
      if (!expectsBlock)
        return (
          missingColon(before) ??
          new Refusal({ ...place, startIndex: place.startIndex - 1 }, "unexpected indent", "indentation")
        );
      open.push(width);
      narrowOpen.push(narrow);
    } else {
      while (open.length > 1 && open[open.length - 1] > width) {
        open.pop();
        narrowOpen.pop();
      }
      if (open[open.length - 1] !== width) {
        const behind = { startIndex: place.endIndex, endIndex: place.endIndex };
        const message = "unindent does not match any outer indentation level";
        return new Refusal(behind, message, "indentation");
      }
    }
    before = line;
  }
  if (before === null || !opensBlock(before)) return null;
  const end = { startIndex: source.length, endIndex: source.length };
  return new Refusal(end, `expected an indented block after ${openerOf(source, before)}`, "indentation");
}

/** How far an indent goes, with tabs to every eighth column and with tabs like spaces; a form feed begins anew. */
function columnsOf(indent: string): { readonly width: number; readonly narrow: number } {
  let [width, narrow] = [0, 0];
  for (const character of indent) {
    if (character === "\f") [width, narrow] = [0, 0];
    else [width, narrow] = [character === "\t" ? (Math.floor(width / 8) + 1) * 8 : width + 1, narrow + 1];
  }
  return { width, narrow };
}

function endOfText(source: string, from: number): number {
  const length = source.slice(from).search(/[\r\n]/);
  return length < 0 ? source.length : from + length;
}

/** An indent after a header that lacks its colon is not the indent's fault. */
function missingColon(before: LogicalLine | null): Refusal | null {
  if (before === null || !isHeader(before) || headerColon(before) !== null) return null;
  return new Refusal({ startIndex: before.newline, endIndex: before.newline + 1 }, "expected ':'", "syntax");
}

const softHeaders = new Set(["match", "case"]);

/** Ends in the colon of a header. */
function opensBlock(line: LogicalLine): boolean {
  const [first] = line.tokens;
  const last = line.tokens[line.tokens.length - 1];
  if (last.text !== ":" || last.depth !== 0) return false;
  if (isHeader(line)) return headerColon(line) === last;
  return softHeaders.has(first.text) && line.tokens.length > 2;
}

function openerOf(source: string, line: LogicalLine): string {
  const words = outermost(line).map(({ text }) => text);
  const word = words[0] === "async" ? words[1] : words[0];
  const at = `on line ${source.slice(0, line.first).split(/\r\n?|\n/).length}`;
  if (word === "def") return `function definition ${at}`;
  if (word === "class") return `class definition ${at}`;
  return `'${word}' statement ${at}`;
}
