/** @file Which names a function, class or module binds: Python decides that before anything runs. */
import { children } from "./parser/children.ts";
import type { AnyNode, Statement } from "./parser/tree.ts";

export type ScopeKind = "module" | "function" | "class";

export class Scope {
  readonly names: Set<string>;
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();

  constructor(
    readonly kind: ScopeKind,
    readonly parent: Scope | null,
    readonly parameters: ReadonlySet<string>,
    body: readonly Statement[],
    /** Distinguishes class scopes, which the functions within must not see. */
    readonly number: number,
  ) {
    const bound = new Set<string>(parameters);
    for (const node of body) collect(node, bound, this.globals, this.nonlocals);
    for (const name of [...this.globals, ...this.nonlocals]) bound.delete(name);
    this.names = bound;
    // What a function declares global is the module's, whether the module itself binds it or not.
    if (parent !== null) for (const name of this.globals) this.root.names.add(name);
  }

  /** The JavaScript name of a variable of this scope. */
  jsName(name: string): string {
    return this.kind === "class" ? `c${this.number}$${name}` : `$${name}`;
  }

  /** Where a name read here is bound; null for builtins. */
  resolve(name: string): Scope | null {
    if (this.names.has(name)) return this;
    if (this.globals.has(name)) return this.root;
    for (let scope = this.parent; scope !== null; scope = scope.parent) {
      if (scope.kind !== "class" && scope.names.has(name)) return scope;
    }
    return null;
  }

  get root(): Scope {
    return this.parent === null ? this : this.parent.root;
  }
}

/** Adds every name that a statement binds in the scope it stands in. */
function collect(node: AnyNode, bound: Set<string>, globals: Set<string>, nonlocals: Set<string>): void {
  switch (node.kind) {
    case "Name":
      if (node.ctx === "Store") bound.add(node.id);
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      bound.add(node.name);
      for (const child of [node.args, ...node.decorator_list]) walrus(child, bound);
      return;
    case "ClassDef":
      bound.add(node.name);
      for (const child of [...node.bases, ...node.keywords, ...node.decorator_list]) walrus(child, bound);
      return;
    case "Global":
      for (const name of node.names) globals.add(name);
      return;
    case "Nonlocal":
      for (const name of node.names) nonlocals.add(name);
      return;
    case "alias":
      bound.add(node.asname ?? node.name.split(".")[0]);
      return;
    case "ImportFrom":
      for (const { name, asname } of node.module === "__future__" ? [] : node.names)
        if (name !== "*") bound.add(asname ?? name);
      return;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
    case "Lambda":
      walrus(node, bound);
      return;
    case "ExceptHandler":
    case "MatchAs":
    case "MatchStar":
      if (node.name !== null) bound.add(node.name);
      break;
    case "MatchMapping":
      if (node.rest !== null) bound.add(node.rest);
      break;
    default:
  }
  for (const child of children(node)) collect(child, bound, globals, nonlocals);
}

/** `:=` inside a comprehension binds outside of it. */
function walrus(node: AnyNode, bound: Set<string>): void {
  if (node.kind === "NamedExpr") bound.add(node.target.id);
  if (node.kind !== "Lambda") for (const child of children(node)) walrus(child, bound);
}

/** The names within an assignment's left side. */
export function targets(node: AnyNode, bound: Set<string>): void {
  if (node.kind === "Name") bound.add(node.id);
  else if (node.kind !== "Attribute" && node.kind !== "Subscript")
    for (const child of children(node)) targets(child, bound);
}

/** True if a function's own body yields. */
export function yields(node: AnyNode): boolean {
  if (node.kind === "Yield" || node.kind === "YieldFrom") return true;
  if (node.kind === "FunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda") return false;
  return children(node).some(yields);
}
