/** @file What the emitters of expressions and statements share: the scope they are in, and the probes they leave behind. */
import type { Probe, Range } from "../program.ts";
import type { Scope } from "./scopes.ts";
import type { SyntaxNode } from "./syntax.ts";

export interface Emit {
  readonly source: string;
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
  const line = emit.source.slice(node.endIndex).split("\n", 1)[0];
  emit.probes.push({
    start,
    end: node.endIndex,
    kind,
    takesPostfix: postfixable.has(node.type),
    broadcastAccepted: /#.*\bbroadcast ok\b/.test(line),
    isName: node.type === "identifier",
  });
  return emit.probes.length - 1;
}

export function temporary(emit: Emit): string {
  return `t$${emit.nextTemporary++}`;
}

export function read(emit: Emit, name: string): string {
  const owner = emit.scope.resolve(name);
  if (owner === null) return `py.builtin(${JSON.stringify(name)})`;
  const variable = owner.jsName(name);
  if (owner.kind === "function" && owner.parameters.has(name)) return variable;
  if (owner.kind === "class") {
    // A name of a class body that is not bound yet is one of outside.
    const outer = owner.parent?.resolve(name) ?? null;
    const otherwise = outer === null ? `py.builtin(${JSON.stringify(name)})` : outer.jsName(name);
    return `(${variable}===undefined?${otherwise}:${variable})`;
  }
  const isLocal = owner.kind === "function" && owner === emit.scope;
  return `(${variable}===undefined?py.unbound(${JSON.stringify(name)},${isLocal}):${variable})`;
}

export function write(emit: Emit, name: string): string {
  if (emit.scope.globals.has(name)) return emit.scope.root.jsName(name);
  if (emit.scope.nonlocals.has(name)) return (emit.scope.parent?.resolve(name) ?? emit.scope).jsName(name);
  return emit.scope.jsName(name);
}
