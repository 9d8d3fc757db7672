/** @file What the names of a source mean: modules it imports, and what it defines itself. */
import { field, fields, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";

/** Modules that mean the same wherever Python runs. */
const common = new Set(
  "math typing functools itertools collections dataclasses enum abc copy operator numbers string warnings logging contextlib types __future__".split(
    " ",
  ),
);

export class Names {
  /** Name in the source -> full name. These three are there without being imported. */
  readonly #paths = new Map([
    ["torch", "torch"],
    ["nn", "torch.nn"],
    ["F", "torch.nn.functional"],
  ]);
  readonly #classes = new Set<string>();
  /** What is bound otherwise than by an import. */
  readonly #defined = new Map<string, SyntaxNode>();
  readonly #imported = new Set<string>();

  constructor(root: SyntaxNode) {
    this.#collect(root);
    for (const name of this.#defined.keys()) if (!this.#imported.has(name)) this.#paths.delete(name);
  }

  /** Whether the source gives the name a meaning of its own. */
  isDefined(name: string): boolean {
    return this.#defined.has(name) || this.#imported.has(name);
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

  definitionOf(name: string): SyntaxNode | null {
    return this.#defined.get(name) ?? null;
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
    for (const name of boundBy(node)) if (!this.#defined.has(name)) this.#defined.set(name, node);
    if (node.type === "import_statement")
      for (const item of parts(node)) {
        const full = moduleOf(item);
        const alias = item.childForFieldName("alias")?.text;
        const [first = full] = full.split(".");
        this.#imported.add(alias ?? first);
        this.#paths.set(alias ?? first, alias === undefined ? first : full);
      }
    if (node.type === "import_from_statement") {
      const owner = node.childForFieldName("module_name")?.text ?? "";
      for (const item of fields(node, "name")) {
        const name = item.childForFieldName("name")?.text ?? item.text;
        const bound = item.childForFieldName("alias")?.text ?? name;
        this.#imported.add(bound);
        this.#paths.set(bound, `${owner}.${name}`);
      }
    }
    for (const child of parts(node)) this.#collect(child);
  }
}

const moduleOf = (item: SyntaxNode): string => item.childForFieldName("name")?.text ?? item.text;

/** Names that a node binds itself: a definition's, a target's, a parameter's. */
function boundBy(node: SyntaxNode): readonly string[] {
  switch (node.type) {
    case "function_definition":
    case "class_definition":
      return [field(node, "name").text];
    case "parameters":
    case "lambda_parameters":
      return parts(node).map((part) => part.childForFieldName("name")?.text ?? parts(part)[0]?.text ?? part.text);
    case "assignment":
    case "for_statement":
    case "for_in_clause":
    case "named_expression": {
      const target = node.childForFieldName("left") ?? node.childForFieldName("name");
      return target === null ? [] : namesIn(target);
    }
    default:
      return [];
  }
}

const namesIn = (target: SyntaxNode): readonly string[] =>
  target.type === "identifier"
    ? [target.text]
    : /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(target.type)
      ? parts(target).flatMap(namesIn)
      : [];
