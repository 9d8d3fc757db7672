/** @file What the names of a source mean: modules it imports, and what it defines itself. */
import { field, fields, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";

/** Modules that mean the same wherever Python runs. */
const common = new Set(["math", "typing", "functools", "itertools", "collections", "dataclasses", "__future__"]);

export class Names {
  /** Name in the source -> full name. These three are there without being imported. */
  readonly #paths = new Map([
    ["torch", "torch"],
    ["nn", "torch.nn"],
    ["F", "torch.nn.functional"],
  ]);
  readonly #classes = new Set<string>();

  constructor(root: SyntaxNode) {
    this.#collect(root);
  }

  /** torch.nn.functional.relu, math.log; null for what is no module's. */
  path(node: SyntaxNode): string | null {
    if (node.type === "identifier") return this.#paths.get(node.text) ?? null;
    if (node.type !== "attribute") return null;
    const owner = this.path(field(node, "object"));
    return owner === null ? null : `${owner}.${field(node, "attribute").text}`;
  }

  /** Whether a method is one that the source itself defines, or could have put there: self's, a class's, super()'s. */
  isOwn(object: SyntaxNode): boolean {
    const isSuper = object.type === "call" && field(object, "function").text === "super";
    return object.text === "self" || object.text === "cls" || isSuper || this.#classes.has(object.text);
  }

  importKept(node: SyntaxNode): "kept" | "dropped" | "unknown" {
    const modules =
      node.type === "import_statement"
        ? parts(node).map(moduleOf)
        : [node.childForFieldName("module_name")?.text ?? "__future__"];
    if (modules.every((name) => /^torch(\.|$)/.test(name))) return "dropped";
    return modules.every((name) => common.has(name)) ? "kept" : "unknown";
  }

  #collect(node: SyntaxNode): void {
    if (node.type === "class_definition") this.#classes.add(field(node, "name").text);
    if (node.type === "import_statement")
      for (const item of parts(node)) {
        const full = moduleOf(item);
        const alias = item.childForFieldName("alias")?.text;
        this.#paths.set(alias ?? full.split(".")[0] ?? full, alias === undefined ? (full.split(".")[0] ?? full) : full);
      }
    if (node.type === "import_from_statement") {
      const owner = node.childForFieldName("module_name")?.text ?? "";
      for (const item of fields(node, "name")) {
        const name = item.childForFieldName("name")?.text ?? item.text;
        this.#paths.set(item.childForFieldName("alias")?.text ?? name, `${owner}.${name}`);
      }
    }
    for (const child of parts(node)) this.#collect(child);
  }
}

const moduleOf = (item: SyntaxNode): string => item.childForFieldName("name")?.text ?? item.text;
