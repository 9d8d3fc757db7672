/** @file Finds what Losslab calls, and says what speaks against calling it. */
import type ts from "typescript-api";
import type { Annotated, Diagnostic, Entry, EntryChoice } from "../../../engine/language/program.ts";
import { type Candidate, isRequired, likeliest } from "./candidates.ts";
import type { Ts } from "./types.ts";

export interface FoundEntry {
  readonly entry: (Entry & { readonly node: ts.Node }) | null;
  /** Two or more losses of which nothing says which one is meant; otherwise none. */
  readonly choices: readonly EntryChoice[];
  readonly diagnostics: readonly Diagnostic[];
}

export function findEntry(tsApi: Ts, file: ts.SourceFile, checker: ts.TypeChecker): FoundEntry {
  const diagnostics = importDiagnostics(tsApi, file);
  const { candidate, choices } = likeliest(tsApi, file, checker);
  if (candidate === null) {
    const message =
      "There is no loss here. Write function forward(predictions, targets) { … }, or a class that extends nn.Module and has a forward method.";
    return {
      entry: null,
      choices,
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
      choices,
      diagnostics: [...diagnostics, { code: "async", severity: "error", start, end, message, fix }],
    };
  }
  if (forward.asteriskToken !== undefined) {
    const message = "forward must not be a generator: it has to return the loss at once.";
    return {
      entry: null,
      choices,
      diagnostics: [
        ...diagnostics,
        { code: "async", severity: "error", ...rangeOf(file, forward.asteriskToken), message },
      ],
    };
  }
  if (diagnostics.length > 0) return { entry: null, choices, diagnostics };
  return {
    entry: {
      kind: candidate.kind,
      name: candidate.name.text,
      ...describedParameters(tsApi, file, candidate),
      node: forward,
    },
    choices,
    diagnostics,
  };
}

type Required = readonly (readonly [name: string, type: Annotated | null])[];

function required(tsApi: Ts, file: ts.SourceFile, parameters: readonly ts.ParameterDeclaration[]): Required {
  return parameters
    .filter(isRequired)
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
