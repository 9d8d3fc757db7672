/** @file What is wrong with a source that does not parse, in Python's words. */
import { unclosed } from "./brackets.ts";
import { indentationProblem } from "./indentation.ts";
import { type LogicalLine, logicalLines } from "./logical-lines.ts";
import { nestingProblem } from "./nesting.ts";
import { placementProblem } from "./placement.ts";
import { formattedProblem, statementProblem } from "./statement-problems.ts";
import { Refusal, type SyntaxNode } from "./syntax.ts";
import { characterProblem, sequenceProblem } from "./token-problems.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** The first problem of a source, or null. Text is asked only of tokens: what comments and strings hold is no code. */
export function syntaxProblem(source: string, root: SyntaxNode): Refusal | null {
  const tokens = tokensOf(source);
  const lines = logicalLines(source, tokens);
  const nested = nestingProblem(tokens, lines);
  if (nested !== null) return nested;
  const { broken, open } = unclosed(source, tokens);
  const sound = broken === null ? lines : lines.filter(({ end }) => end < broken.node.startIndex);
  const indentation = indentationProblem(source, sound);
  if (!root.hasError) return indentation ?? placementProblem(root);
  const pair = sequenceProblem(tokens);
  const first = firstOf([broken, indentation, characterProblem(tokens)]);
  if (first !== null) return first === indentation ? firstOf([first, pair]) : first;
  // A bracket that stays open is what is wrong, unless its own line is wrong before it ends.
  if (open !== null)
    return pair !== null && !/[\r\n]/.test(source.slice(open.node.startIndex, pair.node.endIndex)) ? pair : open;
  return grammarProblem(source, firstError(root) ?? root, lines, tokens);
}

const firstOf = (problems: readonly (Refusal | null)[]): Refusal | null =>
  problems.reduce(
    (first, each) => (first === null || (each !== null && each.node.startIndex < first.node.startIndex) ? each : first),
    null,
  );

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

function grammarProblem(
  source: string,
  node: SyntaxNode,
  lines: readonly LogicalLine[],
  tokens: readonly Token[],
): Refusal {
  const last = Math.max(node.startIndex, node.endIndex - 1);
  for (const [i, line] of lines.entries()) {
    if (line.end < lineStart(source, node.startIndex) || line.start > last) continue;
    const problem = statementProblem(lines, i);
    if (problem !== null) return problem;
  }
  const problem = sequenceProblem(tokens) ?? formattedProblem(source, tokens);
  if (problem !== null) return problem;
  const before = { startIndex: Math.max(0, node.startIndex - 1), endIndex: node.startIndex };
  if (node.isMissing && (node.parent?.type === "pair" || node.parent?.parent?.type === "pair"))
    return new Refusal(before, "expression expected after dictionary key and ':'", "syntax");
  if (node.isMissing) return new Refusal(before, `expected '${node.type}'`, "syntax");
  const lineEnd = source.indexOf("\n", node.startIndex);
  const end = Math.min(node.endIndex, lineEnd < 0 ? source.length : lineEnd);
  return new Refusal(
    { startIndex: node.startIndex, endIndex: Math.max(node.startIndex + 1, end) },
    "invalid syntax",
    "syntax",
  );
}

const lineStart = (source: string, offset: number): number => source.lastIndexOf("\n", offset - 1) + 1;
