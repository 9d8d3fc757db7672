/** @file What is wrong with a logical line that does not parse, told from its tokens, in CPython's words. */
import { byName } from "../../by-name.ts";
import { isHeader, type LogicalLine, outermost } from "./logical-lines.ts";
import { Refusal } from "./syntax.ts";
import type { Token } from "./tokens.ts";

const refusal = (startIndex: number, endIndex: number, message = "invalid syntax") =>
  new Refusal({ startIndex, endIndex }, message, "syntax");

/** The problem of a line among others; null where its tokens don't tell. */
export function statementProblem(lines: readonly LogicalLine[], at: number): Refusal | null {
  const line = lines[at];
  return (
    colonProblem(line) ??
    conditionProblem(line) ??
    assignmentProblem(line) ??
    (isStray(lines, at) ? refusal(line.first, line.end) : null) ??
    callProblem(line)
  );
}

/** A header without a colon. */
function colonProblem(line: LogicalLine): Refusal | null {
  return isHeader(line) && !line.tokens.some(({ text }) => text === ":")
    ? refusal(line.newline, line.newline + 1, "expected ':'")
    : null;
}

const conditional = new Set(["if", "elif", "while"]);

/** `if x = 1`: an assignment where a comparison is meant. */
function conditionProblem(line: LogicalLine): Refusal | null {
  const [first, ...rest] = line.tokens;
  if (!conditional.has(first.text)) return null;
  const at = rest.findIndex(({ text, depth }) => text === "=" && depth === 0);
  if (at <= 0 || rest.slice(0, at).some(({ text, depth }) => depth === 0 && /^([=!<>]=|[<>:])$/.test(text)))
    return null;
  const left = rest.slice(0, at);
  const kind = left.length === 1 && left[0].kind === "name" ? null : targetKind(left);
  const message =
    kind === null
      ? "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
      : `cannot assign to ${kind} here. Maybe you meant '==' instead of '='?`;
  return refusal(left[0].start, line.end, message);
}

/** `f() = 1`: what cannot be assigned to. */
function assignmentProblem(line: LogicalLine): Refusal | null {
  if (isHeader(line)) return null;
  const at = line.tokens.findIndex(({ text, depth }) => text === "=" && depth === 0);
  const left = line.tokens.slice(0, Math.max(0, at));
  if (left.length === 0 || left.some(({ text, depth }) => depth === 0 && text === ":")) return null;
  const kind = targetKind(left);
  if (kind === null || kind === "attribute" || kind === "subscript") return null;
  const message = constants.has(kind)
    ? `cannot assign to ${kind}`
    : `cannot assign to ${kind} here. Maybe you meant '==' instead of '='?`;
  return refusal(left[0].start, line.tokens[at].start, message);
}

const callable = new Set(["print", "exec"]);

/** `print x`, as Python 2 has it. */
function callProblem({ tokens: [first, next], end }: LogicalLine): Refusal | null {
  if (!callable.has(first.text) || first.kind !== "name" || next === undefined) return null;
  if (next.kind !== "string" && next.kind !== "name" && next.kind !== "number") return null;
  const name = first.text;
  return refusal(first.start, end, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
}

const constants = new Set(["None", "True", "False"]);
const operators = new Set("+ - * / // % @ & | ^ << >> **".split(" "));

/** What stands on the left of an equals sign that cannot: null for what can, and for what is no expression. */
function targetKind(left: readonly Token[]): string | null {
  const [first] = left;
  const last = left[left.length - 1];
  if (left.length === 1) {
    if (constants.has(first.text)) return first.text;
    if (first.kind === "string") return /^[rR]?[fF]/.test(first.text) ? "f-string expression" : "literal";
    return first.kind === "number" ? "literal" : null;
  }
  if (first.text === "-" && left.length === 2 && last.kind === "number") return "expression";
  const outer = left.filter(({ depth }) => depth === 0);
  if (outer.some(({ kind, text }) => kind === "keyword" || text === "," || text === "=")) return null;
  if (outer.some(({ text }, i) => i > 0 && operators.has(text))) return "expression";
  if (outer.some(({ text, kind }) => kind === "operator" && !/^[.()[\]]$/.test(text))) return null;
  if (last.text === ")") return first.kind === "name" && outer.length > 2 ? "function call" : null;
  if (last.text === "]") return first.kind === "name" ? "subscript" : null;
  return outer.every(({ kind, text }, i) => (i % 2 === 0 ? kind === "name" : text === ".")) ? "attribute" : null;
}

const followers: Readonly<Record<string, readonly string[]>> = byName({
  else: ["if", "elif", "for", "while", "try", "except"],
  elif: ["if", "elif"],
  except: ["try", "except"],
  finally: ["try", "except", "else"],
});

/** An else, elif, except or finally that follows nothing that could have one. */
function isStray(lines: readonly LogicalLine[], at: number): boolean {
  const line = lines[at];
  const wanted = followers[line.tokens[0].text];
  if (wanted === undefined) return false;
  const depth = line.indent.length;
  const sibling = lines.slice(0, at).findLast(({ indent }) => indent.length <= depth);
  const words = sibling === undefined ? [] : outermost(sibling).map(({ text }) => text);
  const word = words[0] === "async" ? words[1] : words[0];
  return sibling === undefined || sibling.indent.length !== depth || !wanted.includes(word ?? "");
}

/** f-strings whose braces do not close, or hold nothing. */
export function formattedProblem(source: string, tokens: readonly Token[]): Refusal | null {
  for (const [i, { kind, text, end }] of tokens.entries()) {
    const opening = /^(?:[rR]?[fF]|[fF][rR])('''|"""|'|")/.exec(text);
    if (kind !== "string" || opening === null) continue;
    const inner = text.slice(opening[0].length, -opening[1].length).replaceAll("{{", "").replaceAll("}}", "");
    const at = tokens[i + 1]?.start ?? Math.min(end, source.length);
    const say = (message: string) => refusal(at, at + 1, `f-string: ${message}`);
    if (/\{\s*[}!:]/.test(inner)) return say("empty expression not allowed");
    const opened = (inner.match(/\{/g) ?? []).length - (inner.match(/\}/g) ?? []).length;
    if (opened > 0) return say("expecting '}'");
    if (opened < 0) return say("single '}' is not allowed");
  }
  return null;
}
