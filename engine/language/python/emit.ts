/** @file What the emitters of expressions and statements share: the scope they are in, and the probes they leave behind. */
import type { Probe, Range } from "../program.ts";
import type { AnyNode, Expression, Name, Place, Statement } from "./parser/tree.ts";
import type { Scope } from "./scopes.ts";

export interface Emit {
  readonly source: string;
  readonly parentheses: ReadonlyMap<Expression, Place>;
  /** Where strings begin that have characters by their names. */
  readonly named: ReadonlySet<number>;
  /** Where the comments `broadcast ok` begin, in order. */
  readonly accepted: readonly number[];
  readonly probes: Probe[];
  readonly loops: Range[];
  /** The scope names are looked up in. */
  scope: Scope;
  /** The function whose returns are the entry's. */
  isEntry: boolean;
  /** Where the loop begins that `break` leaves. */
  loop: number;
  nextScope: number;
  nextTemporary: number;
  expression(node: Expression): string;
  /** Code of statements, with the declarations their scope needs left to the caller. */
  block(nodes: readonly Statement[]): string;
}

/** A place in the text, and what it is. */
export interface Spot extends Place {
  readonly kind: AnyNode["kind"] | "parentheses";
}

const postfixable = new Set<Spot["kind"]>(["Name", "Call", "Attribute", "Subscript", "parentheses"]);

/** An expression with the parentheses round it. */
export function enclosed(emit: Emit, node: Expression): Spot {
  const place = emit.parentheses.get(node);
  return place === undefined ? node : { kind: "parentheses", ...place };
}

export function probe(emit: Emit, node: Spot, code: string, kind: Probe["kind"] = "expression"): string {
  const id = addProbe(emit, node, kind);
  return `__ll.probe(__ll.enter(${id}),${code})`;
}

/** A probe whose place begins elsewhere than the node: at a method's name, where that is on another line. */
export function probeFrom(emit: Emit, node: Spot, start: number, code: string): string {
  const id = addProbe(emit, node, "expression", start);
  return `__ll.probe(__ll.enter(${id}),${code})`;
}

export function addProbe(emit: Emit, node: Spot, kind: Probe["kind"], start = node.start): number {
  emit.probes.push({
    start,
    end: node.end,
    kind,
    takesPostfix: postfixable.has(node.kind),
    broadcastAccepted: isAccepted(emit, node.end),
    isName: node.kind === "Name",
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
export function probedName(emit: Emit, node: Name): string {
  const { variable, otherwise } = readingOf(emit, node.id);
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
