/** @file From Python source, parsed by tree-sitter, to a Program: the same that the TypeScript front end yields. */
import type { Compilation, Diagnostic, Probe, Range } from "../program.ts";
import type { Emit } from "./emit.ts";
import { entryOf } from "./entries.ts";
import { expression } from "./expressions.ts";
import { knobsOf } from "./knobs.ts";
import { Scope } from "./scopes.ts";
import { withoutScript } from "./script.ts";
import { block } from "./statements.ts";
import { parts, Refusal, type SyntaxNode } from "./syntax.ts";
import { syntaxProblem } from "./syntax-errors.ts";
import { commentsOf } from "./tokens.ts";

export interface CompileOptions {
  /** The loss to use, where the source defines several; otherwise the likeliest one is taken. */
  readonly entry?: string;
  /** Compile also what defines no loss at all: a script to be run for what it prints. */
  readonly script?: boolean;
}

export function compilePython(source: string, root: SyntaxNode, options: CompileOptions = {}): Compilation {
  try {
    const problem = syntaxProblem(source, root);
    if (problem !== null) throw problem;
    const { entry, choices } = entryOf(root, options.entry);
    const { statements, passedOver } =
      entry === null || options.script === true
        ? { statements: parts(root), passedOver: [] }
        : withoutScript(root, entry);
    if (entry === null && options.script !== true) return { program: null, diagnostics: [noLoss(source)] };
    const probes: Probe[] = [];
    const loops: Range[] = [];
    const scope = new Scope("module", null, new Set(), statements, 0);
    const emit: Emit = {
      source,
      accepted: commentsOf(source)
        .filter(({ text }) => /\bbroadcast ok\b/.test(text))
        .map(({ start }) => start),
      probes,
      loops,
      scope,
      isEntry: false,
      nextScope: 1,
      nextTemporary: 0,
      expression: (node) => expression(emit, node),
      block: (nodes) => block(emit, nodes),
    };
    const code = emit.block(statements);
    const declared =
      scope.names.size === 0 ? "" : `let ${[...scope.names].map((name) => scope.jsName(name)).join(",")};`;
    const result = entry === null ? "undefined" : `py.entry(${scope.jsName(entry.name)},"${entry.kind}")`;
    const asksForNames = /\b(?:globals|locals)\b/.test(source);
    const shown = asksForNames
      ? `py.names(()=>[${[...scope.names].map((name) => `[${JSON.stringify(name)},${scope.jsName(name)}]`).join(",")}]);`
      : "";
    const js = `__losslab(function(torch,nn,F,console,__ll){"use strict";const py=__ll.python(console);${declared}${shown}\n${code}\nreturn ${result};})`;
    return {
      program: {
        js,
        probes,
        loops,
        knobs: entry === null ? [] : knobsOf(statements, entry),
        entry: entry ?? { kind: "function", name: "", parameters: [] },
      },
      diagnostics: [],
      ...(choices.length > 0 ? { choices } : {}),
      ...(passedOver.length > 0 ? { passedOver } : {}),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { program: null, diagnostics: [diagnosticOf(error, source)] };
  }
}

function diagnosticOf({ node, message, code }: Refusal, source: string): Diagnostic {
  const start = Math.min(node.startIndex, Math.max(0, source.length - 1));
  return { start, end: Math.max(start + 1, Math.min(node.endIndex, source.length)), code, severity: "error", message };
}

function noLoss(source: string): Diagnostic {
  return {
    start: 0,
    end: Math.max(1, source.split("\n", 1)[0].length),
    code: "no-forward",
    severity: "error",
    message: "There is no loss here: define forward(predictions, targets), or a class with a forward method.",
  };
}
