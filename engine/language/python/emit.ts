/** @file What the emitters of expressions and statements share: the scope they are in, and the probes they leave behind. */
import type { Probe, Range } from "../program.ts";
import type { Scope } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

export interface Emit {
  readonly source: string;
  /** Where the comments `broadcast ok` begin, in order. */
  readonly accepted: readonly number[];
  readonly probes: Probe[];
  readonly loops: Range[];
  /** The scope names are looked up in. */
  scope: Scope;
  /** The function whose returns are the entry's. */
  isEntry: boolean;
  nextScope: number;
  nextTemporary: number;
  expression(node: SyntaxNode): string;
  /** Code of statements, with the declarations their scope needs left to the caller. */
  block(nodes: readonly SyntaxNode[]): string;
}

const postfixable = new Set(["identifier", "call", "attribute", "subscript", "parenthesized_expression"]);

export function probe(emit: Emit, node: SyntaxNode, code: string, kind: Probe["kind"] = "expression"): string {
  const id = addProbe(emit, node, kind);
  return `__ll.probe(__ll.enter(${id}),${code})`;
}

/** A probe whose place begins elsewhere than the node: at a method's name, where that is on another line. */
export function probeFrom(emit: Emit, node: SyntaxNode, start: number, code: string): string {
  const id = addProbe(emit, node, "expression", start);
  return `__ll.probe(__ll.enter(${id}),${code})`;
}

export function addProbe(emit: Emit, node: SyntaxNode, kind: Probe["kind"], start = node.startIndex): number {
  emit.probes.push({
    start,
    end: node.endIndex,
    kind,
    takesPostfix: postfixable.has(node.type),
    broadcastAccepted: isAccepted(emit, node.endIndex),
    isName: node.type === "identifier",
  });
  return emit.probes.length - 1;
}

/** The line goes on, after `end`, to the comment `broadcast ok`. */
function isAccepted({ source, accepted }: Emit, end: number): boolean {
  const comment = accepted.find((start) => start >= end);
  return comment !== undefined && !/[\r\n]/.test(source.slice(end, comment));
}

export function temporary(emit: Emit): string {
  return `t$${emit.nextTemporary++}`;
}

interface Reading {
  /** null for a builtin, which the program never binds. */
  readonly variable: string | null;
  /** What stands in for a variable that is not bound: another one, a builtin, or the error. null for parameters, which always are. */
  readonly otherwise: string | null;
}

function readingOf(emit: Emit, name: string): Reading {
  const owner = emit.scope.resolve(name);
  const builtin = `py.builtin(${JSON.stringify(name)})`;
  if (owner === null) return { variable: null, otherwise: builtin };
  const variable = owner.jsName(name);
  if (owner.kind === "function" && owner.parameters.has(name)) return { variable, otherwise: null };
  if (owner.kind === "class") {
    // A name of a class body that is not bound yet is one of outside.
    const outer = owner.parent?.resolve(name) ?? null;
    return { variable, otherwise: outer === null ? builtin : outer.jsName(name) };
  }
  const isLocal = owner.kind === "function" && owner === emit.scope;
  return { variable, otherwise: `py.unbound(${JSON.stringify(name)},${isLocal})` };
}

export function read(emit: Emit, name: string): string {
  const { variable, otherwise } = readingOf(emit, name);
  if (variable === null || otherwise === null) return `${variable ?? otherwise}`;
  return `(${variable}===undefined?${otherwise}:${variable})`;
}

/** A name that is bound cannot fail: nothing has to be entered for it. */
export function probedName(emit: Emit, node: SyntaxNode): string {
  const { variable, otherwise } = readingOf(emit, node.text);
  const id = addProbe(emit, node, "expression");
  if (variable === null) return `__ll.probe(__ll.enter(${id}),${otherwise})`;
  const value = `__ll.value(${id},${variable})`;
  return otherwise === null ? value : `(${variable}===undefined?__ll.probe(__ll.enter(${id}),${otherwise}):${value})`;
}

export function write(emit: Emit, name: string): string {
  if (emit.scope.globals.has(name)) return emit.scope.root.jsName(name);
  if (emit.scope.nonlocals.has(name)) return (emit.scope.parent?.resolve(name) ?? emit.scope).jsName(name);
  return emit.scope.jsName(name);
}
