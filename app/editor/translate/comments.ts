/** @file The comments of a TypeScript source; those that document a function or a class are told apart. */
import type ts from "typescript-api";
import type { Comment } from "../../../engine/language/translate/trivia.ts";
import type { Ts } from "../compiler/types.ts";

export function commentsOf(tsApi: Ts, file: ts.SourceFile): Comment[] {
  const documented = new Set<number>();
  const found = new Map<number, Comment>();
  const take = (ranges: readonly ts.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? [])
      found.set(pos, { start: pos, end, lines: linesOf(file.text.slice(pos, end)) });
  };
  const visit = (node: ts.Node): void => {
    const doc = docOf(tsApi, node);
    if (doc !== null) documented.add(doc.pos);
    take(tsApi.getLeadingCommentRanges(file.text, node.getFullStart()));
    take(tsApi.getTrailingCommentRanges(file.text, node.getEnd()));
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return [...found.values()].filter(({ start }) => !documented.has(start)).sort((a, b) => a.start - b.start);
}

/** The comment that documents a function, a method or a class. */
export function docOf(tsApi: Ts, node: ts.Node): ts.JSDoc | null {
  const holder = tsApi.isVariableDeclaration(node) ? node.parent.parent : node;
  const isDocumented =
    tsApi.isFunctionDeclaration(holder) ||
    tsApi.isClassDeclaration(holder) ||
    tsApi.isMethodDeclaration(holder) ||
    tsApi.isConstructorDeclaration(holder) ||
    tsApi.isGetAccessor(holder);
  if (!isDocumented) return null;
  const docs = tsApi.getJSDocCommentsAndTags(holder).filter(tsApi.isJSDoc);
  return docs[docs.length - 1] ?? null;
}

/** The text of a doc comment, without its stars. */
export const docText = (file: ts.SourceFile, doc: ts.JSDoc): string =>
  linesOf(file.text.slice(doc.pos, doc.end)).join("\n").trim().replaceAll("*\\/", "*/");

function linesOf(text: string): string[] {
  if (text.startsWith("//")) return [text.replace(/^\/\/+ ?/, "").trimEnd()];
  const inner = text.replace(/^\/\*+/, "").replace(/\*+\/$/, "");
  const lines = inner.split("\n").map((line, i) => (i === 0 ? line.trim() : line.replace(/^\s*\* ?/, "").trimEnd()));
  while (lines.length > 1 && lines[0] === "") lines.shift();
  while (lines.length > 1 && lines[lines.length - 1] === "") lines.pop();
  return lines;
}
