/** @file What is wrong with a source that does not parse, in Python's words. */
import { placementProblem } from "./placement.ts";
import { Refusal, type SyntaxNode } from "./syntax.ts";
import { characterProblem, sequenceProblem } from "./token-problems.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** The first problem of a source, or null. */
export function syntaxProblem(source: string, root: SyntaxNode): Refusal | null {
  const tokens = root.hasError ? tokensOf(source) : [];
  return (
    characterProblem(tokens) ??
    indentationProblem(source, root) ??
    (root.hasError ? grammarProblem(source, firstError(root) ?? root, tokens) : placementProblem(root))
  );
}

const lineAt = (source: string, offset: number) => {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const end = source.indexOf("\n", offset);
  return { startIndex: start, endIndex: end < 0 ? source.length : end };
};

/** Compares each logical line's indentation with the blocks that are open, as Python's tokenizer does. */
function indentationProblem(source: string, root: SyntaxNode): Refusal | null {
  const inner = continuationLines(source, root);
  const open = [0];
  /** The same with tabs as wide as a space: both have to agree. */
  const narrowOpen = [0];
  let expectsBlock = false;
  let opener = "";
  let offset = 0;
  for (const line of source.split("\n")) {
    const start = offset;
    offset += line.length + 1;
    const text = line.trim();
    if (text === "" || text.startsWith("#") || inner.has(start)) {
      if (inner.has(start) && text !== "" && !text.startsWith("#"))
        expectsBlock = opensBlock(text) || (expectsBlock && text.endsWith("\\"));
      continue;
    }
    const indent = line.slice(0, line.length - line.trimStart().length);
    const { width, narrow } = columnsOf(indent);
    const place = { startIndex: start + indent.length, endIndex: start + line.length };
    const top = open[open.length - 1];
    if (expectsBlock && width <= top)
      return new Refusal(place, `expected an indented block after ${opener}`, "indentation");
    const isMixed =
      width > top
        ? narrow <= narrowOpen[narrowOpen.length - 1]
        : open.includes(width) && narrow !== narrowOpen[open.indexOf(width)];
    if (isMixed)
      return new Refusal(
        { startIndex: start, endIndex: place.endIndex },
        "inconsistent use of tabs and spaces in indentation",
        "indentation",
      );
    if (width > top) {
      if (!expectsBlock)
        return (
          missingColon(source, start) ??
          new Refusal({ ...place, startIndex: place.startIndex - 1 }, "unexpected indent", "indentation")
        );
      open.push(width);
      narrowOpen.push(narrow);
    } else {
      while (open.length > 1 && open[open.length - 1] > width) {
        open.pop();
        narrowOpen.pop();
      }
      if (open[open.length - 1] !== width)
        return new Refusal(
          { startIndex: place.endIndex, endIndex: place.endIndex },
          "unindent does not match any outer indentation level",
          "indentation",
        );
    }
    expectsBlock = opensBlock(text);
    if (expectsBlock) opener = `${openerOf(text)} on line ${source.slice(0, start).split("\n").length}`;
  }
  return expectsBlock
    ? new Refusal(
        { startIndex: source.length, endIndex: source.length },
        `expected an indented block after ${opener}`,
        "indentation",
      )
    : null;
}

/** How far an indent goes, with tabs to every eighth column and with tabs like spaces. */
function columnsOf(indent: string): { readonly width: number; readonly narrow: number } {
  let width = 0;
  for (const character of indent) width = character === "\t" ? (Math.floor(width / 8) + 1) * 8 : width + 1;
  return { width, narrow: indent.length };
}

/** An indent after a header that lacks its colon is not the indent's fault. */
function missingColon(source: string, start: number): Refusal | null {
  const line = lineAt(source, Math.max(0, start - 1));
  const code = source.slice(line.startIndex, line.endIndex).replace(/#.*$/, "").trimEnd();
  if (!compound.test(code) || code.endsWith(":")) return null;
  const end = line.startIndex + code.length;
  return new Refusal({ startIndex: end, endIndex: end + 1 }, "expected ':'", "syntax");
}

const opensBlock = (text: string): boolean => /:\s*(#.*)?$/.test(text) && !/^[^#]*\blambda\b[^:]*:\s*$/.test(text);

function openerOf(text: string): string {
  const word = /^(async\s+)?(\w+)/.exec(text)?.[2] ?? "statement";
  if (word === "def") return "function definition";
  if (word === "class") return "class definition";
  return `'${word}' statement`;
}

/** Starts of lines within brackets, strings, or after a backslash: their indentation means nothing. */
function continuationLines(source: string, root: SyntaxNode): ReadonlySet<number> {
  const lines = new Set<number>();
  const mark = (from: number, to: number) => {
    for (let at = source.indexOf("\n", from); at >= 0 && at < to; at = source.indexOf("\n", at + 1)) lines.add(at + 1);
  };
  const bracketed = new Set([
    "tuple",
    "list",
    "dictionary",
    "set",
    "argument_list",
    "parameters",
    "parenthesized_expression",
    "string",
    "list_comprehension",
    "generator_expression",
    "dictionary_comprehension",
    "set_comprehension",
    "subscript",
    "tuple_pattern",
    "list_pattern",
    "import_from_statement",
    "with_clause",
  ]);
  const visit = (node: SyntaxNode): void => {
    if (bracketed.has(node.type)) mark(node.startIndex, node.endIndex);
    else for (const child of node.children) if (child !== null) visit(child);
  };
  visit(root);
  for (const match of source.matchAll(/\\\n/g)) lines.add(match.index + 2);
  if (root.hasError) markBrackets(source, lines);
  return lines;
}

/** Where the tree is broken: plain counting of brackets. */
function markBrackets(source: string, lines: Set<number>): void {
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth = Math.max(0, depth - 1);
    else if (c === "\n" && depth > 0) lines.add(i + 1);
  }
}

function firstError(node: SyntaxNode): SyntaxNode | null {
  if (node.isMissing) return node;
  if (node.isError) {
    // An error that wraps the whole file hides smaller ones inside.
    for (const child of node.children) {
      const inner = child === null || !(child.hasError || child.isMissing) ? null : firstError(child);
      if (inner !== null) return inner;
    }
    return node;
  }
  for (const child of node.children) {
    if (child === null || !(child.hasError || child.isMissing || child.isError)) continue;
    const found = firstError(child);
    if (found !== null) return found;
  }
  return null;
}

const compound = /^\s*(async\s+)?(def|class|if|elif|else|for|while|try|except|finally|with)\b/;

function grammarProblem(source: string, node: SyntaxNode, tokens: readonly Token[]): Refusal {
  const unclosed = unclosedBracket(source);
  if (unclosed !== null)
    return new Refusal({ startIndex: unclosed.at, endIndex: unclosed.at + 1 }, unclosed.message, "syntax");
  // A line that begins a block and does not end in a colon, at or before the place where parsing failed.
  for (
    let offset = lineAt(source, node.startIndex).startIndex;
    offset <= Math.max(node.startIndex, node.endIndex - 1);
  ) {
    const line = lineAt(source, offset);
    const text = source.slice(line.startIndex, line.endIndex);
    const code = text.replace(/#.*$/, "").trimEnd();
    if (compound.test(code) && !code.includes(":"))
      return new Refusal(
        { startIndex: line.startIndex + code.length, endIndex: line.startIndex + code.length + 1 },
        "expected ':'",
        "syntax",
      );
    const condition = /^\s*(?:if|elif|while)\s+([^=!<>]*[^=!<>:\s])\s*=[^=]/.exec(code);
    if (condition !== null) {
      const at = line.startIndex + condition[0].indexOf(condition[1]);
      const kind = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(condition[1]) ? null : targetKind(condition[1]);
      return new Refusal(
        { startIndex: at, endIndex: line.endIndex },
        kind === null
          ? "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
          : `cannot assign to ${kind} here. Maybe you meant '==' instead of '='?`,
        "syntax",
      );
    }
    const assigned = /^(\s*)([^=!<>:#]*[^=!<>:#\s+\-*/%@&|^])\s*=(?!=)/.exec(code);
    const assignedKind = assigned === null || compound.test(code) ? null : targetKind(assigned[2]);
    if (assigned !== null && assignedKind !== null && assignedKind !== "attribute" && assignedKind !== "subscript")
      return new Refusal(
        { startIndex: line.startIndex + assigned[1].length, endIndex: line.startIndex + assigned[0].length - 1 },
        /^(None|True|False)$/.test(assignedKind)
          ? `cannot assign to ${assignedKind}`
          : `cannot assign to ${assignedKind} here. Maybe you meant '==' instead of '='?`,
        "syntax",
      );
    if (/^\s*(else|elif|except|finally)\b/.test(code) && !hasOpener(source, line.startIndex))
      return new Refusal(line, "invalid syntax", "syntax");
    if (/^\s*print\s+["'\w]/.test(code))
      return new Refusal(line, "Missing parentheses in call to 'print'. Did you mean print(...)?", "syntax");
    offset = line.endIndex + 1;
  }
  const sequence = sequenceProblem(tokens);
  if (sequence !== null) return sequence;
  const broken = formattedProblem(source);
  if (broken !== null) return broken;
  if (node.isMissing && (node.parent?.type === "pair" || node.parent?.parent?.type === "pair"))
    return new Refusal(
      { startIndex: Math.max(0, node.startIndex - 1), endIndex: node.startIndex },
      "expression expected after dictionary key and ':'",
      "syntax",
    );
  if (node.isMissing)
    return new Refusal(
      { startIndex: Math.max(0, node.startIndex - 1), endIndex: node.startIndex },
      `expected '${node.type}'`,
      "syntax",
    );
  const at = node.startIndex;
  const end = Math.min(node.endIndex, lineAt(source, at).endIndex);
  return new Refusal({ startIndex: at, endIndex: Math.max(at + 1, end) }, "invalid syntax", "syntax");
}

/** What stands on the left of an equals sign that cannot: null for what can. */
function targetKind(text: string): string | null {
  const left = text.trim();
  if (/^(None|True|False)$/.test(left)) return left;
  if (/^-?[\d.]+$/.test(left) || /^(["']).*\1$/.test(left)) return "literal";
  if (/^f["']/.test(left)) return "f-string expression";
  if (/^[\p{L}_][\p{L}\p{N}_.]*\(.*\)$/su.test(left)) return "function call";
  if (/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)+$/u.test(left)) return "attribute";
  if (/^[^()]+\[[^\]]*\]$/.test(left)) return "subscript";
  return /^[\p{L}\p{N}_.() ]+[-+*/%@&|^][\p{L}\p{N}_.() ]+$/u.test(left) ? "expression" : null;
}

/** f-strings whose braces do not close, or hold nothing. */
function formattedProblem(source: string): Refusal | null {
  for (const match of source.matchAll(/\b[fF](["'])((?:[^\\\n]|\\.)*?)\1/g)) {
    const inner = match[2].replaceAll("{{", "").replaceAll("}}", "");
    const end = match.index + match[0].length;
    const say = (message: string) =>
      new Refusal({ startIndex: end, endIndex: end + 1 }, `f-string: ${message}`, "syntax");
    if (/\{\s*[}!:]/.test(inner)) return say("empty expression not allowed");
    const opened = (inner.match(/\{/g) ?? []).length - (inner.match(/\}/g) ?? []).length;
    if (opened > 0) return say("expecting '}'");
    if (opened < 0) return say("single '}' is not allowed");
  }
  return null;
}

/** Whether the statement before at the same indentation can have an else. */
function hasOpener(source: string, start: number): boolean {
  const indent = /^\s*/.exec(source.slice(start))?.[0].replaceAll("\n", "").length ?? 0;
  const before = source.slice(0, start).split("\n").slice(0, -1).reverse();
  const sibling = before.find((line) => line.trim() !== "" && line.length - line.trimStart().length <= indent);
  return (
    sibling !== undefined &&
    sibling.length - sibling.trimStart().length === indent &&
    /^\s*(if|elif|for|while|try|except|else)\b/.test(sibling)
  );
}

function unclosedBracket(source: string): { at: number; message: string } | null {
  const open: { readonly c: string; readonly at: number }[] = [];
  const closes: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
  let quote: string | null = null;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (quote !== null) {
      if (c === "\\") i++;
      else if (source.startsWith(quote, i)) {
        i += quote.length - 1;
        quote = null;
      } else if (c === "\n" && quote.length === 1)
        return {
          at: source.lastIndexOf(quote, i),
          message: `unterminated string literal (detected at line ${source.slice(0, i).split("\n").length})`,
        };
      continue;
    }
    if (c === "#") i = Math.max(i, source.indexOf("\n", i) < 0 ? source.length : source.indexOf("\n", i) - 1);
    else if (c === '"' || c === "'") {
      quote = source.startsWith(c.repeat(3), i) ? c.repeat(3) : c;
      i += quote.length - 1;
    } else if ("([{".includes(c)) open.push({ c, at: i });
    else if (")]}".includes(c)) {
      const last = open.pop();
      if (last === undefined) return { at: i, message: `unmatched '${c}'` };
      if (last.c !== closes[c])
        return { at: i, message: `closing parenthesis '${c}' does not match opening parenthesis '${last.c}'` };
    }
  }
  if (quote !== null && quote.length === 3)
    return {
      at: source.lastIndexOf(quote),
      message: `unterminated triple-quoted string literal (detected at line ${source.replace(/\n$/, "").split("\n").length})`,
    };
  const last = open.at(-1);
  return last === undefined ? null : { at: last.at, message: `'${last.c}' was never closed` };
}
