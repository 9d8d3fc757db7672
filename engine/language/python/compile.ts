/** @file From Python source, parsed by tree-sitter, to a Program: the same that the TypeScript front end yields. */
import type { Compilation, Diagnostic, Entry, Probe, Range } from "../program.ts";
import type { Emit } from "./emit.ts";
import { expression } from "./expressions.ts";
import { parametersOf } from "./functions.ts";
import { knobsOf } from "./knobs.ts";
import { Scope } from "./scopes.ts";
import { block } from "./statements.ts";
import { field, parts, Refusal, type SyntaxNode } from "./syntax.ts";
import { syntaxProblem } from "./syntax-errors.ts";
import { commentsOf } from "./tokens.ts";
import { unavailableName } from "./unavailable.ts";

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
    const missing = unavailableName(root);
    if (missing !== null) throw missing;
    const statements = parts(root);
    const entry = entryOf(statements, options.entry);
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
    const js = `__losslab(function(torch,nn,F,console,__ll){"use strict";const py=__ll.python(console);${declared}\n${code}\nreturn ${result};})`;
    return {
      program: {
        js,
        probes,
        loops,
        knobs: entry === null ? [] : knobsOf(statements, entry),
        entry: entry ?? { kind: "function", name: "", parameters: [] },
      },
      diagnostics: [],
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

/** What a definition is once its decorators are taken off. */
function bare(node: SyntaxNode): SyntaxNode {
  return node.type === "decorated_definition" ? field(node, "definition") : node;
}

function requiredParameters(definition: SyntaxNode, skip: number): string[] {
  return parametersOf(field(definition, "parameters"))
    .filter(({ value, kind }) => value === null && kind === "plain")
    .map(({ name }) => name)
    .slice(skip);
}

function forwardOf(definition: SyntaxNode): SyntaxNode | null {
  const methods = parts(field(definition, "body"))
    .map(bare)
    .filter(({ type }) => type === "function_definition");
  const named = (name: string) => methods.find((method) => field(method, "name").text === name) ?? null;
  return named("forward") ?? named("__call__");
}

interface Candidate {
  readonly entry: Entry;
  readonly definition: SyntaxNode;
  readonly weight: number;
}

/** Names that people give to what a loss compares. */
const predicted = /pred|out|logit|input|hat|prob|score|^(p|yp)$/i;
const wanting = /targ|label|true|truth|^(t|y|gt|yt)$/i;

/**
 * The loss: forward if there is one, else the likeliest of the classes and functions that take predictions and targets. A class that
 * cannot be constructed without arguments, or that another loss is made of, is a part of one.
 */
export function entryOf(statements: readonly SyntaxNode[], wanted?: string): Entry | null {
  const candidates = statements.map(bare).flatMap((definition, order) => candidateOf(definition, order, wanted));
  const weightOf = (candidate: Candidate): number => {
    if (candidate.weight >= 100) return candidate.weight;
    const isPart = candidates.some((other) => other !== candidate && isWholeLoss(other) && mentions(other, candidate));
    return candidate.weight - (isPart ? 5 : 0) - (needsArguments(candidate.definition) ? 5 : 0);
  };
  const likeliest = candidates.map((candidate) => ({ candidate, weight: weightOf(candidate) }));
  likeliest.sort((a, b) => b.weight - a.weight);
  return likeliest[0]?.candidate.entry ?? null;
}

function candidateOf(definition: SyntaxNode, order: number, wanted: string | undefined): Candidate[] {
  if (definition.type !== "function_definition" && definition.type !== "class_definition") return [];
  const name = field(definition, "name").text;
  const sounds = soundsLikeLoss(name) ? 2 : 0;
  if (definition.type === "function_definition") {
    const parameters = requiredParameters(definition, 0);
    const weight =
      name === wanted ? 1000 : name === "forward" ? 100 : parameters.length >= 2 && sounds > 0 ? 3 + sounds : 0;
    const entry = { kind: "function", name, parameters } as const;
    return weight > 0 ? [{ entry, definition, weight: weight + order / 1000 }] : [];
  }
  const forward = forwardOf(definition);
  const isModule = /Module|Loss/.test(definition.childForFieldName("superclasses")?.text ?? "");
  if (forward === null && !(name === wanted || (isModule && sounds > 0))) return [];
  const parameters = forward === null ? ["predictions", "targets"] : requiredParameters(forward, 1);
  const takesTargets = parameters.length >= 2 ? 4 : 0;
  const weight = name === wanted ? 1000 : (isModule ? 1 : 0) + sounds + takesTargets;
  const entry = { kind: "class", name, parameters } as const;
  return weight > 1 ? [{ entry, definition, weight: weight + order / 1000 }] : [];
}

const soundsLikeLoss = (name: string): boolean => /loss|criterion|objective|error/i.test(name);

/** A class that is no model with a loss in it: it is called like a loss, or takes what a loss takes. */
function isWholeLoss({ entry: { kind, name, parameters } }: Candidate): boolean {
  if (kind !== "class" || parameters.length < 2) return false;
  return soundsLikeLoss(name) || (predicted.test(parameters[0]) && wanting.test(parameters[1]));
}

/** Makes use of the other, other than by deriving from it. */
function mentions(user: Candidate, { entry: { name } }: Candidate): boolean {
  const isIn = (node: SyntaxNode): boolean =>
    node.type === "identifier" ? node.text === name : parts(node).some(isIn);
  return isIn(field(user.definition, "body"));
}

function needsArguments(definition: SyntaxNode): boolean {
  if (definition.type !== "class_definition") return false;
  const init = parts(field(definition, "body"))
    .map(bare)
    .find((member) => member.type === "function_definition" && field(member, "name").text === "__init__");
  return init !== undefined && requiredParameters(init, 1).length > 0;
}
