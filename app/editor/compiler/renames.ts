/** @file From TypeScript's complaint about a name to the name that was likely meant, as a fix. */
import type ts from "typescript-api";
import type { Fix } from "../../../engine/language/program.ts";
import { similar } from "../../../engine/language/similar.ts";
import type { Ts } from "./types.ts";

/** The complaints: no such name, no such property. */
const NO_NAME: ReadonlySet<number> = new Set([2304, 2552]);
const NO_PROPERTY: ReadonlySet<number> = new Set([2339, 2551]);

export function renameOf(
  tsApi: Ts,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  { code, start, messageText }: ts.Diagnostic,
): Fix | null {
  const node = start === undefined ? null : innermost(tsApi, file, start);
  if (node === null) return null;
  if (NO_NAME.has(code)) return rename(file, node, meantVariable(tsApi, checker, node));
  if (NO_PROPERTY.has(code) && tsApi.isPropertyAccessExpression(node.parent)) {
    const owner = checker.getApparentType(checker.getTypeAtLocation(node.parent.expression));
    const names = owner.getProperties().map((property) => property.name);
    return rename(file, node, similar(node.getText(file), names));
  }
  return renameOption(tsApi, file, node, tsApi.flattenDiagnosticMessageText(messageText, "\n"));
}

function meantVariable(tsApi: Ts, checker: ts.TypeChecker, node: ts.Node): string | null {
  const symbols = checker.getSymbolsInScope(node, tsApi.SymbolFlags.Value);
  return similar(
    node.getText(),
    symbols.map(({ name }) => name),
  );
}

/** `{ keepdims: true }`: the message names what was written, and the type that has it not. */
function renameOption(tsApi: Ts, file: ts.SourceFile, node: ts.Node, message: string): Fix | null {
  const match = /'(\w+)' does not exist in type '\{([^']*)\}'/.exec(message);
  const [wrong, fields] = [match?.[1], match?.[2]];
  if (wrong === undefined || fields === undefined) return null;
  const meant = similar(
    wrong,
    [...fields.matchAll(/(\w+)\??:/g)].map(([, name]) => name ?? ""),
  );
  let at: ts.Node = node;
  while (!tsApi.isCallExpression(at) && !tsApi.isSourceFile(at)) at = at.parent;
  const option = tsApi.isCallExpression(at)
    ? at.arguments.flatMap((argument) => optionNamed(tsApi, argument, wrong))
    : [];
  return rename(file, option[0] ?? null, meant);
}

function optionNamed(tsApi: Ts, argument: ts.Expression, name: string): ts.Node[] {
  if (!tsApi.isObjectLiteralExpression(argument)) return [];
  return argument.properties.flatMap(({ name: key }) =>
    key !== undefined && tsApi.isIdentifier(key) && key.text === name ? [key] : [],
  );
}

function rename(file: ts.SourceFile, node: ts.Node | null, text: string | null): Fix | null {
  if (node === null || text === null) return null;
  return { title: `Rename to ${text}`, edits: [{ start: node.getStart(file), end: node.getEnd(), text }] };
}

function innermost(tsApi: Ts, file: ts.SourceFile, position: number): ts.Node | null {
  const within = (node: ts.Node): ts.Node =>
    tsApi.forEachChild(node, (child) =>
      child.getStart(file) <= position && position < child.getEnd() ? within(child) : undefined,
    ) ?? node;
  const found = within(file);
  return found === file ? null : found;
}
