/** @file Finds what Losslab calls: a function named forward, or else the last class that extends nn.Module and has a forward. */
import type ts from "typescript-api";
import type { Annotated, Diagnostic, Entry } from "../../../engine/language/program.ts";
import type { Ts } from "./types.ts";

export interface FoundEntry {
  readonly entry: (Entry & { readonly node: ts.Node }) | null;
  readonly diagnostics: readonly Diagnostic[];
}

type ForwardNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

interface Candidate {
  readonly kind: Entry["kind"];
  readonly name: string;
  readonly forward: ForwardNode;
  /** What the constructor of a class takes. */
  readonly constructed: readonly ts.ParameterDeclaration[];
}

export function findEntry(tsApi: Ts, file: ts.SourceFile, checker: ts.TypeChecker): FoundEntry {
  const diagnostics = importDiagnostics(tsApi, file);
  const candidate = forwardFunction(tsApi, file) ?? lossClass(tsApi, file, checker);
  if (candidate === null) {
    const message =
      "There is no loss here. Write function forward(predictions, targets) { … }, or a class that extends nn.Module and has a forward method.";
    return {
      entry: null,
      diagnostics: [...diagnostics, { code: "no-forward", severity: "error", ...firstLine(file), message }],
    };
  }
  const { forward } = candidate;
  const asyncKeyword = forward.modifiers?.find((modifier) => modifier.kind === tsApi.SyntaxKind.AsyncKeyword);
  if (asyncKeyword !== undefined) {
    const [start, end] = [asyncKeyword.getStart(file), asyncKeyword.getEnd()];
    const message =
      "forward must not be async: an async function returns a promise, and no gradient can start from a promise.";
    const fix = { title: "Remove async", edits: [{ start, end: end + 1, text: "" }] };
    return {
      entry: null,
      diagnostics: [...diagnostics, { code: "async", severity: "error", start, end, message, fix }],
    };
  }
  if (forward.asteriskToken !== undefined) {
    const message = "forward must not be a generator: it has to return the loss at once.";
    return {
      entry: null,
      diagnostics: [
        ...diagnostics,
        { code: "async", severity: "error", ...rangeOf(file, forward.asteriskToken), message },
      ],
    };
  }
  if (diagnostics.length > 0) return { entry: null, diagnostics };
  return {
    entry: {
      kind: candidate.kind,
      name: candidate.name,
      ...describedParameters(tsApi, file, candidate),
      node: forward,
    },
    diagnostics,
  };
}

type Required = readonly (readonly [name: string, type: Annotated | null])[];

function required(tsApi: Ts, file: ts.SourceFile, parameters: readonly ts.ParameterDeclaration[]): Required {
  return parameters
    .filter((parameter) => !parameter.initializer && !parameter.questionToken && !parameter.dotDotDotToken)
    .map(({ name, type }) => [tsApi.isIdentifier(name) ? name.text : "…", typeNamed(type?.getText(file) ?? "")]);
}

function typeNamed(type: string): Annotated | null {
  if (/\bTensor\b/.test(type)) return "tensor";
  if (/^number\b/.test(type)) return "number";
  if (/^boolean\b/.test(type)) return "boolean";
  return /^(string\b|["'])/.test(type) ? "text" : null;
}

function describedParameters(
  tsApi: Ts,
  file: ts.SourceFile,
  { forward, constructed }: Candidate,
): Pick<Entry, "parameters" | "needs" | "annotated" | "differentiates"> {
  const [taken, needed] = [required(tsApi, file, forward.parameters), required(tsApi, file, constructed)];
  const annotated = [...needed, ...taken].flatMap(([name, type]) => (type === null ? [] : [[name, type] as const]));
  return {
    parameters: taken.map(([name]) => name),
    ...(needed.length > 0 ? { needs: needed.map(([name]) => name) } : {}),
    ...(annotated.length > 0 ? { annotated: Object.fromEntries(annotated) } : {}),
    ...(/\bautograd\.grad\(/.test(forward.getText(file)) ? { differentiates: true } : {}),
  };
}

function forwardFunction(tsApi: Ts, file: ts.SourceFile): Candidate | null {
  for (const statement of file.statements) {
    if (tsApi.isFunctionDeclaration(statement) && statement.name?.text === "forward" && statement.body) {
      return { kind: "function", name: "forward", forward: statement, constructed: [] };
    }
    if (!tsApi.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!tsApi.isIdentifier(name) || name.text !== "forward" || initializer === undefined) continue;
      if (tsApi.isArrowFunction(initializer) || tsApi.isFunctionExpression(initializer))
        return { kind: "function", name: "forward", forward: initializer, constructed: [] };
    }
  }
  return null;
}

function lossClass(tsApi: Ts, file: ts.SourceFile, checker: ts.TypeChecker): Candidate | null {
  for (const statement of [...file.statements].reverse()) {
    if (!tsApi.isClassDeclaration(statement) || statement.name === undefined || !isModule(checker, statement)) continue;
    const forward = statement.members.find(
      (member): member is ts.MethodDeclaration =>
        tsApi.isMethodDeclaration(member) && tsApi.isIdentifier(member.name) && member.name.text === "forward",
    );
    if (forward === undefined) continue;
    const constructed = statement.members.find(
      (member) => tsApi.isConstructorDeclaration(member) && member.body !== undefined,
    );
    const parameters =
      constructed !== undefined && tsApi.isConstructorDeclaration(constructed) ? constructed.parameters : [];
    return { kind: "class", name: statement.name.text, forward, constructed: parameters };
  }
  return null;
}

function isModule(checker: ts.TypeChecker, node: ts.ClassDeclaration): boolean {
  const seen = new Set<ts.Type>();
  let types: readonly ts.Type[] = [checker.getTypeAtLocation(node)];
  while (types.length > 0) {
    if (types.some((type) => type.symbol?.escapedName === "Module")) return true;
    types = types.flatMap((type) => type.getBaseTypes() ?? []).filter((type) => !seen.has(type));
    for (const type of types) seen.add(type);
  }
  return false;
}

/** Nothing can be loaded into the sandbox, so a loss stands alone. */
function importDiagnostics(tsApi: Ts, file: ts.SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (node: ts.Node): void => {
    const isImport =
      tsApi.isImportDeclaration(node) ||
      tsApi.isImportEqualsDeclaration(node) ||
      (tsApi.isExportDeclaration(node) && node.moduleSpecifier !== undefined) ||
      (tsApi.isCallExpression(node) && node.expression.kind === tsApi.SyntaxKind.ImportKeyword) ||
      (tsApi.isMetaProperty(node) && node.keywordToken === tsApi.SyntaxKind.ImportKeyword);
    if (isImport) {
      const message = "A loss stands alone: nothing can be imported. torch, nn and F are already here.";
      const edits = [{ ...rangeOf(file, node), text: "" }];
      found.push({
        code: "import",
        severity: "error",
        ...rangeOf(file, node),
        message,
        ...(tsApi.isImportDeclaration(node) ? { fix: { title: "Remove the import", edits } } : {}),
      });
    } else {
      tsApi.forEachChild(node, visit);
    }
  };
  visit(file);
  return found;
}

function rangeOf(file: ts.SourceFile, node: ts.Node): { start: number; end: number } {
  return { start: node.getStart(file), end: node.getEnd() };
}

function firstLine(file: ts.SourceFile): { start: number; end: number } {
  const end = file.text.indexOf("\n");
  return { start: 0, end: end < 0 ? file.text.length : end };
}
