/** @file torch.no_grad(() => …) is a with statement. */
import type ts from "typescript-api";
import type { Expression, Statement } from "../../../engine/language/translate/tree.ts";
import { noTrivia } from "../../../engine/language/translate/tree.ts";
import { bare, block, expression, type ReadContext, rangeIn } from "./context.ts";
import { knownPath } from "./names-in-scope.ts";

/** Null for anything but a call of no_grad or enable_grad. `keep` makes the statement that takes what the call gives. */
export function gradMode(
  context: ReadContext,
  given: ts.Expression,
  keep: (value: Expression) => Statement,
): Statement[] | null {
  const { ts: tsApi } = context;
  const node = bare(tsApi, given);
  if (!tsApi.isCallExpression(node)) return null;
  const path = knownPath(context, bare(tsApi, node.expression));
  if (path !== "torch.no_grad" && path !== "torch.enable_grad") return null;
  const range = rangeIn(context, node);
  const [work] = node.arguments;
  const inner = work === undefined ? undefined : bare(tsApi, work);
  if (inner === undefined || !tsApi.isArrowFunction(inner)) {
    context.refusals.add(range, `${path}() of a function that is not written there`);
    return [];
  }
  const mode = (statements: readonly Statement[], end: readonly (string | null)[] = []): Statement[] => [
    { kind: "gradMode", isOn: path === "torch.enable_grad", body: { statements, end }, range, trivia: noTrivia },
  ];
  if (!tsApi.isBlock(inner.body)) return mode([keep(expression(context, inner.body))]);
  const { statements, end } = block(context, inner.body);
  const last = statements[statements.length - 1];
  // What the function returns is what the statement around it takes.
  const isReturn = last?.kind === "return" && last.value !== null;
  const kept = isReturn && last.value !== null ? { ...keep(last.value), trivia: last.trivia } : null;
  const isSame = kept?.kind === "assign" && isSelfAssignment(kept.targets[0], kept.value);
  const body = kept === null ? statements : [...statements.slice(0, -1), ...(isSame ? [] : [kept])];
  const early = statements.slice(0, -1).some(({ kind }) => kind === "return");
  if (early) context.refusals.add(range, "a return within no_grad, other than at its end");
  return mode(body, end);
}

/** const w = no_grad(() => { const w = …; return w; }) leaves w = w, which is nothing. */
function isSelfAssignment(target: Expression, value: Expression): boolean {
  if (target.kind === "name" && value.kind === "name") return target.name === value.name;
  const items = value.kind === "list" || value.kind === "tuple" ? value.items : null;
  return (
    target.kind === "tuple" &&
    items !== null &&
    items.length === target.items.length &&
    target.items.every((item, i) => isSelfAssignment(item, items[i]))
  );
}
