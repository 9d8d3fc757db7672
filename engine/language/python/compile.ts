/** @file From Python source to a Program: the same that the TypeScript front end yields. */
import type { Compilation, Diagnostic, Probe, Range } from "../program.ts";
import type { Emit } from "./emit.ts";
import { entryOf } from "./entries.ts";
import { expression } from "./expressions.ts";
import { knobsOf } from "./knobs.ts";
import { type Parsed, parsed } from "./parser/parse.ts";
import { Problem } from "./parser/problem.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { Scope } from "./scopes.ts";
import { withoutScript } from "./script.ts";
import { block } from "./statements.ts";

export interface CompileOptions {
  /** The loss to use, where the source defines several; otherwise the likeliest one is taken. */
  readonly entry?: string;
  /** Compile also what defines no loss at all: a script to be run for what it prints. */
  readonly script?: boolean;
}

export function compilePython(source: string, options: CompileOptions = {}): Compilation {
  try {
    return compiled(parsed(source), options);
  } catch (error) {
    if (error instanceof Problem) return { program: null, diagnostics: [diagnosticOf(refusalOf(error), source)] };
    if (!(error instanceof Refusal)) throw error;
    return { program: null, diagnostics: [diagnosticOf(error, source)] };
  }
}

function compiled(tree: Parsed, options: CompileOptions): Compilation {
  const { source, module } = tree;
  const { entry, choices } = entryOf(tree, options.entry);
  const { statements, passedOver } =
    entry === null || options.script === true
      ? { statements: module.body, passedOver: [] }
      : withoutScript(tree, entry);
  if (entry === null && options.script !== true) return { program: null, diagnostics: [noLoss(source)] };
  const probes: Probe[] = [];
  const loops: Range[] = [];
  const scope = new Scope("module", null, new Set(), statements, 0);
  const emit: Emit = {
    source,
    parentheses: tree.parentheses,
    named: new Set(tree.named.map(({ start }) => start)),
    accepted: tree.comments
      .filter(({ start, end }) => /\bbroadcast ok\b/.test(source.slice(start, end)))
      .map(({ start }) => start),
    probes,
    loops,
    scope,
    isEntry: false,
    loop: 0,
    nextScope: 1,
    nextTemporary: 0,
    expression: (node) => expression(emit, node),
    block: (nodes) => block(emit, nodes),
  };
  const code = emit.block(statements);
  const declared = scope.names.size === 0 ? "" : `let ${[...scope.names].map((name) => scope.jsName(name)).join(",")};`;
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
}

function diagnosticOf({ place, message, code }: Refusal, source: string): Diagnostic {
  const start = Math.min(place.start, Math.max(0, source.length - 1));
  return { start, end: Math.max(start + 1, Math.min(place.end, source.length)), code, severity: "error", message };
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
