/** @file Functions of a TypeScript source. */
import type ts from "typescript-api";
import type { Block, FunctionDefinition, Statement } from "../../../engine/language/translate/tree.ts";
import { noTrivia } from "../../../engine/language/translate/tree.ts";
import { annotationOf } from "./annotations.ts";
import { parametersOf } from "./arguments.ts";
import { docOf, docText } from "./comments.ts";
import { block, expression, type ReadContext, rangeIn } from "./context.ts";
import { isTransparent } from "./names.ts";

type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration;

export function functionOf(
  outer: ReadContext,
  node: FunctionNode,
  role: FunctionDefinition["role"],
  given?: ts.Identifier,
): FunctionDefinition {
  const { ts: tsApi } = outer;
  // Arrow functions have the `this` of what is around them.
  const hasSelf = role === "method" || role === "property" || (tsApi.isArrowFunction(node) && outer.hasSelf);
  const context: ReadContext = { ...outer, hasSelf, isInLoop: false };
  const holder = given?.parent ?? node;
  const doc = docOf(tsApi, holder);
  const range = rangeIn(context, given ?? node.name ?? node);
  if (outer.isInLoop) context.refusals.add(range, "a function made in a loop");
  if (node.asteriskToken !== undefined) context.refusals.add(range, "a generator");
  if (node.modifiers?.some(({ kind }) => kind === tsApi.SyntaxKind.AsyncKeyword) === true)
    context.refusals.add(range, "async");
  const name = given ?? node.name;
  const isIdentifier = name !== undefined && tsApi.isIdentifier(name);
  const text = isIdentifier && role === "function" ? context.names.of(name) : (name?.getText(context.file) ?? "");
  const parameters = parametersOf(context, node.parameters);
  const returns = annotationOf(tsApi, node.type);
  context.trivia.skipTo(node.body?.getStart(context.file) ?? node.getStart(context.file));
  const { body, after } = bodyOf(context, node);
  return {
    kind: "function",
    name: text.replace(/^#/, "_"),
    parameters,
    returns,
    doc: doc === null ? null : docText(context.file, doc),
    body: withOuter(context, node, body),
    role,
    range,
    trivia: { before: [], after },
  };
}

function bodyOf(context: ReadContext, node: FunctionNode): { body: Block; after: string | null } {
  const { ts: tsApi, trivia, file } = context;
  const inside = node.body;
  if (inside === undefined) return { body: { statements: [], end: [] }, after: null };
  if (tsApi.isBlock(inside)) {
    trivia.skipTo(inside.getStart(file) + 1);
    const after = trivia.after();
    return { body: block(context, inside), after };
  }
  const value = expression(context, inside);
  const before = trivia.within(inside.getEnd());
  const result: Statement = { kind: "return", value, range: rangeIn(context, inside), trivia: { before, after: null } };
  return { body: { statements: [result], end: [] }, after: null };
}

/** Python has to be told of variables from outside that a function assigns. */
export function withOuter(context: ReadContext, node: ts.Node, body: Block): Block {
  const { ts: tsApi } = context;
  const found = new Map<string, Set<string>>([
    ["global", new Set()],
    ["nonlocal", new Set()],
  ]);
  const note = (target: ts.Node): void => {
    if (tsApi.isArrayLiteralExpression(target)) target.elements.forEach(note);
    if (!tsApi.isIdentifier(target)) return;
    const scope = context.names.scopeOf(target, node);
    if (scope !== null) found.get(scope)?.add(context.names.of(target));
  };
  const visit = (inner: ts.Node): void => {
    if (inner !== node && tsApi.isFunctionLike(inner) && !isTransparent(tsApi, inner)) return;
    const { SyntaxKind } = tsApi;
    if (
      tsApi.isBinaryExpression(inner) &&
      inner.operatorToken.kind >= SyntaxKind.FirstAssignment &&
      inner.operatorToken.kind <= SyntaxKind.LastAssignment
    )
      note(inner.left);
    if (tsApi.isPostfixUnaryExpression(inner)) note(inner.operand);
    if (
      tsApi.isPrefixUnaryExpression(inner) &&
      (inner.operator === SyntaxKind.PlusPlusToken || inner.operator === SyntaxKind.MinusMinusToken)
    )
      note(inner.operand);
    tsApi.forEachChild(inner, visit);
  };
  visit(node);
  const declared = [...found].flatMap(([scope, names]): Statement[] =>
    names.size === 0
      ? []
      : [
          {
            kind: "outer",
            scope: scope === "global" ? "global" : "nonlocal",
            names: [...names],
            range: rangeIn(context, node),
            trivia: noTrivia,
          },
        ],
  );
  return declared.length === 0 ? body : { ...body, statements: [...declared, ...body.statements] };
}
