/** @file TypeScript loss -> Compilation. Pure: a program and its checker in, data out. Runs in the editor's TypeScript worker, and in Node under test. */

import type ts from "typescript-api";
import type { Compilation, Diagnostic, Entry } from "../../../engine/language/program.ts";
import { findEntry } from "./entry.ts";
import { Instrument } from "./instrument.ts";
import { knobsOf } from "./knobs.ts";
import { operatorDiagnostics } from "./operators.ts";
import { renameOf } from "./renames.ts";
import type { Ts } from "./types.ts";

/** TypeScript's complaints about operators that our own diagnostic words better. */
const operatorCodes: ReadonlySet<number> = new Set([2362, 2363, 2365, 2367]);

export function compileLoss(tsApi: Ts, service: ts.LanguageService, fileName: string): Compilation {
  const program = service.getProgram();
  const file = program?.getSourceFile(fileName);
  if (program === undefined || file === undefined) return { program: null, diagnostics: [] };
  const checker = program.getTypeChecker();
  const found = findEntry(tsApi, file, checker);
  const operators = operatorDiagnostics(tsApi, file, checker);
  const diagnostics = [
    ...service.getSyntacticDiagnostics(fileName).map((diagnostic) => fromTypeScript(tsApi, diagnostic, "syntax")),
    ...found.diagnostics,
    ...operators,
    ...service
      .getSemanticDiagnostics(fileName)
      .filter(
        (diagnostic) => !(operatorCodes.has(diagnostic.code) && operators.some((own) => overlaps(own, diagnostic))),
      )
      .map((diagnostic) => {
        const fix = renameOf(tsApi, file, checker, diagnostic);
        return { ...fromTypeScript(tsApi, diagnostic, "type"), ...(fix === null ? {} : { fix }) };
      }),
  ];
  if (found.entry === null) return { program: null, diagnostics };
  const { choices } = found;
  try {
    const emitted = emit(tsApi, program, file, checker, found.entry);
    return { program: emitted, diagnostics, ...(choices.length > 0 ? { choices } : {}) };
  } catch (error) {
    // TypeScript prints no tree with holes in it; the diagnostics say where they are.
    if (error instanceof RangeError || !diagnostics.some(({ code }) => code === "syntax")) throw error;
    return { program: null, diagnostics };
  }
}

function emit(
  tsApi: Ts,
  program: ts.Program,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  entry: Entry & { readonly node: ts.Node },
) {
  const instrument = new Instrument(tsApi, file, checker, entry.node);
  let script = "";
  program.emit(
    file,
    (name, text) => {
      if (name.endsWith(".js")) script = text;
    },
    undefined,
    false,
    { before: [instrument.transformer] },
  );
  const { node: _node, ...described } = entry;
  return {
    // A line of its own at the end: the user's last line may be a comment.
    js: `__losslab((torch, nn, F, console, __ll) => { "use strict";\n${script.replace(/^export \{\};$/m, "")}\nreturn ${described.name};\n});`,
    probes: instrument.probes,
    loops: instrument.loops,
    knobs: knobsOf(tsApi, file, entry),
    entry: described,
  };
}

function overlaps(own: Diagnostic, other: ts.Diagnostic): boolean {
  const start = other.start ?? 0;
  return start < own.end && start + (other.length ?? 0) > own.start;
}

function fromTypeScript(tsApi: Ts, diagnostic: ts.Diagnostic, code: "syntax" | "type"): Diagnostic {
  const start = diagnostic.start ?? 0;
  return {
    code,
    severity: code === "syntax" ? "error" : "warning",
    start,
    end: start + (diagnostic.length ?? 0),
    message: tsApi.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
  };
}
