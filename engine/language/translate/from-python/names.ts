/** @file What a name of a Python source stands for: a variable of its own, or something that Python or PyTorch brings. */
import { byName } from "../../../by-name.ts";
import { children } from "../../python/parser/children.ts";
import type { AnyNode, Statement } from "../../python/parser/tree.ts";
import { Scope } from "../../python/scopes.ts";

/** Modules whose members are known by their full name. */
const modules: ReadonlySet<string> = new Set([
  "torch",
  "torch.nn",
  "torch.nn.functional",
  "torch.nn.init",
  "torch.nn.utils",
  "torch.nn.parameter",
  "torch.autograd",
  "torch.autograd.functional",
  "torch.linalg",
  "torch.fft",
  "torch.optim",
  "torch.cuda",
  "torch.special",
  "torch.jit",
  "torch.distributions",
  "math",
  "numpy",
  "typing",
  "functools",
  "itertools",
  "warnings",
  "dataclasses",
  "enum",
  "collections",
  "abc",
  "os",
  "sys",
  "time",
  "random",
]);

/** In scope without an import. */
const presets: Readonly<Record<string, string>> = byName({
  torch: "torch",
  nn: "torch.nn",
  F: "torch.nn.functional",
  math: "math",
});

const builtins: ReadonlySet<string> = new Set([
  "len",
  "range",
  "enumerate",
  "zip",
  "map",
  "filter",
  "sum",
  "min",
  "max",
  "sorted",
  "reversed",
  "any",
  "all",
  "abs",
  "round",
  "int",
  "float",
  "bool",
  "str",
  "list",
  "tuple",
  "dict",
  "set",
  "isinstance",
  "print",
  "pow",
  "object",
  "super",
  "getattr",
  "hasattr",
  "callable",
  "type",
  "property",
  "staticmethod",
  "classmethod",
  "Exception",
  "__name__",
]);

/** The full name of a member: torch.nn of torch. Null where the owner is a value. */
export function memberPath(owner: string, name: string): string | null {
  return modules.has(owner) ? `${owner}.${name}` : null;
}

/** Spellings that PyTorch has for the same thing. */
export function canonical(path: string): string {
  return path
    .replace(/^torch\.nn\.parameter\./, "torch.nn.")
    .replace(/^torch\.nn\.modules\.loss\./, "torch.nn.")
    .replace(/^torch\.Tensor$/, "torch.Tensor");
}

export type Meaning =
  | { readonly kind: "variable" }
  | { readonly kind: "known"; readonly path: string }
  | { readonly kind: "missing" };

export class Names {
  readonly #imports = new Map<Scope, ReadonlyMap<string, string>>();
  #scope: Scope;
  #next = 0;

  constructor(statements: readonly Statement[]) {
    this.#scope = new Scope("module", null, new Set(), statements, this.#next++);
    this.#imports.set(this.#scope, importsOf(statements));
  }

  /** Reads `work` in a function or class of its own. */
  within<T>(
    kind: "function" | "class",
    parameters: readonly string[],
    statements: readonly Statement[],
    work: () => T,
  ): T {
    const outer = this.#scope;
    this.#scope = new Scope(kind, outer, new Set(parameters), statements, this.#next++);
    this.#imports.set(this.#scope, importsOf(statements));
    try {
      return work();
    } finally {
      this.#scope = outer;
    }
  }

  meaning(name: string): Meaning {
    const owner = this.#scope.resolve(name);
    if (owner !== null) {
      const path = this.#imports.get(owner)?.get(name);
      return path === undefined ? { kind: "variable" } : { kind: "known", path: canonical(path) };
    }
    const path = presets[name] ?? (builtins.has(name) ? name : undefined);
    return path === undefined ? { kind: "missing" } : { kind: "known", path };
  }
}

/** The names that the imports among statements bind, and what they stand for. */
function importsOf(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: AnyNode): void => {
    if (node.kind === "Import")
      for (const { name, asname } of node.names) {
        const [first] = name.split(".");
        found.set(asname ?? first, asname === null ? first : name);
      }
    else if (node.kind === "ImportFrom") {
      if (node.module === "__future__") return;
      const module = ".".repeat(node.level) + (node.module ?? "");
      for (const { name, asname } of node.names) found.set(asname ?? name, `${module}.${name}`);
    } else if (node.kind !== "FunctionDef" && node.kind !== "ClassDef")
      for (const child of children(node)) visit(child);
  };
  for (const statement of statements) visit(statement);
  return found;
}
