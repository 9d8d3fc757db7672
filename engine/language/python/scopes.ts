/** @file Which names a function, class or module binds: Python decides that before anything runs. */
import { field, fields, parts, Refusal, type SyntaxNode } from "./syntax.ts";

export type ScopeKind = "module" | "function" | "class";

export class Scope {
  readonly names: Set<string>;
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();

  constructor(
    readonly kind: ScopeKind,
    readonly parent: Scope | null,
    readonly parameters: ReadonlySet<string>,
    body: readonly SyntaxNode[],
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
    // What the parser mended after an error may be no name at all.
    if (!/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(name))
      throw new Refusal({ startIndex: 0, endIndex: 1 }, "invalid syntax", "syntax");
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

const opaque = new Set([
  "lambda",
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
]);

/** Adds every name that a statement binds in the scope it stands in. */
function collect(node: SyntaxNode, bound: Set<string>, globals: Set<string>, nonlocals: Set<string>): void {
  switch (node.type) {
    case "function_definition":
    case "class_definition":
      bound.add(field(node, "name").text);
      return;
    case "global_statement":
      for (const name of parts(node)) globals.add(name.text);
      return;
    case "nonlocal_statement":
      for (const name of parts(node)) nonlocals.add(name.text);
      return;
    case "assignment":
    case "augmented_assignment":
    case "for_statement":
      targets(field(node, "left"), bound);
      break;
    case "named_expression":
      bound.add(field(node, "name").text);
      break;
    case "as_pattern_target":
      for (const child of parts(node)) targets(child, bound);
      return;
    case "import_statement":
    case "import_from_statement":
      imported(node, bound);
      return;
    case "case_pattern":
      captures(node, bound);
      return;
    default:
      if (opaque.has(node.type)) {
        walrus(node, bound);
        return;
      }
  }
  for (const child of parts(node)) collect(child, bound, globals, nonlocals);
}

/** `:=` inside a comprehension binds outside of it. */
function walrus(node: SyntaxNode, bound: Set<string>): void {
  if (node.type === "named_expression") bound.add(field(node, "name").text);
  if (node.type !== "lambda") for (const child of parts(node)) walrus(child, bound);
}

function imported(node: SyntaxNode, bound: Set<string>): void {
  for (const name of fields(node, "name")) {
    if (name.type === "aliased_import") bound.add(field(name, "alias").text);
    else if (node.type === "import_statement") bound.add(name.text.split(".")[0]);
    else bound.add(name.text);
  }
}

function captures(node: SyntaxNode, bound: Set<string>): void {
  if (node.type === "dotted_name" || node.type === "splat_pattern" || node.type === "identifier") {
    const name = node.type === "splat_pattern" ? (parts(node)[0]?.text ?? "_") : node.text;
    const isClass = node.parent?.type === "class_pattern" || node.parent?.type === "keyword_pattern";
    if (!name.includes(".") && name !== "_" && !(isClass && node.parent?.namedChildren[0]?.id === node.id))
      bound.add(name);
    return;
  }
  if (node.type === "as_pattern") bound.add(parts(node).at(-1)?.text ?? "_");
  for (const child of parts(node)) captures(child, bound);
}

/** The names within an assignment's left side. */
export function targets(node: SyntaxNode, bound: Set<string>): void {
  if (node.type === "identifier") bound.add(node.text);
  else if (node.type !== "attribute" && node.type !== "subscript")
    for (const child of parts(node)) targets(child, bound);
}

/** True if a function's own body yields. */
export function yields(node: SyntaxNode): boolean {
  if (node.type === "yield") return true;
  if (node.type === "function_definition" || node.type === "class_definition" || node.type === "lambda") return false;
  return parts(node).some(yields);
}
