/**
 * @file Names in a Python source that nothing there or in PyTorch is called, and what was most likely meant. Whether a name is wrong is
 * only known when it fails: these are shown where it did.
 */
import { byName } from "../../../engine/by-name.ts";
import type { TextEdit } from "../../../engine/language/program.ts";
import { targets } from "../../../engine/language/python/scopes.ts";
import { parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { similar } from "../../../engine/language/similar.ts";
import { catalogue } from "../../../engine/nn/catalogue.ts";
import type { Param } from "../../../engine/ops/op.ts";
import { allOps } from "../../../engine/torch.ts";
import type { PythonSymbols, SymbolOwner } from "./protocol.ts";
import { symbols } from "./symbols.ts";

const words = (text: string): readonly string[] => text.split(" ");

const builtins = words(
  "abs all any bool dict enumerate filter float getattr hasattr int isinstance len list map max min pow print property range reversed round set sorted staticmethod str sum super tuple type zip torch nn math",
);

/** What lists, dicts, strings and modules can do. */
const ownMethods = words(
  "append extend insert pop remove reverse sort index count clear copy items keys values get update setdefault join split strip replace startswith endswith format lower upper parameters named_parameters buffers register_buffer register_parameter modules children forward train eval zero_grad step state_dict",
);

const owners: Readonly<Record<string, SymbolOwner>> = byName({
  torch: "torch",
  F: "F",
  nn: "nn",
  "torch.nn": "nn",
  "nn.functional": "F",
  "torch.nn.functional": "F",
});

/** Made once: the registry does not change. */
let known: PythonSymbols | null = null;

const namesOf = (owner: SymbolOwner): readonly string[] => {
  known ??= symbols();
  return known[owner].map(({ name }) => name);
};

/** Arguments by name of everything that has that name. */
const parametersOf = (name: string): readonly string[] => {
  const called: readonly (readonly Param[])[] = [
    ...allOps.filter(({ op }) => op.name === name).map(({ op }) => op.params),
    ...catalogue.filter((entry) => entry.name === name).map(({ op }) => op.params),
  ];
  return called.flat().map((param) => param.name);
};

interface Bound {
  /** Everything that the source gives a value, wherever. */
  readonly names: Set<string>;
  /** What is assigned to an attribute, and methods. */
  readonly attributes: Set<string>;
  /** Parameters of the source's own functions; a class has its constructor's. */
  readonly parameters: Map<string, readonly string[]>;
}

export function renamesIn(root: SyntaxNode): readonly TextEdit[] {
  const bound: Bound = { names: new Set(), attributes: new Set(), parameters: new Map() };
  bind(root, bound);
  return read(root, bound);
}

const binding = new Set(["assignment", "augmented_assignment", "for_statement", "for_in_clause"]);

function bind(node: SyntaxNode, bound: Bound): void {
  const name = node.childForFieldName("name")?.text;
  // Operators have a left side too, which binds nothing.
  const left = binding.has(node.type) ? node.childForFieldName("left") : null;
  if (node.type === "function_definition" && name !== undefined) {
    bound.names.add(name);
    bound.attributes.add(name);
    const parameters = parameterNames(node.childForFieldName("parameters"));
    bound.parameters.set(name === "__init__" ? (classOf(node) ?? name) : name, parameters);
  }
  if (node.type === "class_definition" && name !== undefined) bound.names.add(name);
  if (node.type === "parameters" || node.type === "lambda_parameters")
    for (const parameter of parameterNames(node)) bound.names.add(parameter);
  if (left !== null) {
    targets(left, bound.names);
    for (const part of [left, ...parts(left)])
      if (part.type === "attribute") bound.attributes.add(part.childForFieldName("attribute")?.text ?? "");
  }
  if (node.type === "named_expression" && name !== undefined) bound.names.add(name);
  if (node.type === "as_pattern_target") for (const child of parts(node)) targets(child, bound.names);
  if (node.type === "aliased_import") bound.names.add(node.childForFieldName("alias")?.text ?? "");
  if (node.type === "dotted_name") bound.names.add(node.text.split(".")[0] ?? "");
  for (const child of parts(node)) bind(child, bound);
}

function parameterNames(list: SyntaxNode | null): string[] {
  if (list === null) return [];
  return parts(list).flatMap((parameter) => {
    const name =
      parameter.childForFieldName("name") ?? (parameter.type === "identifier" ? parameter : parts(parameter)[0]);
    return name?.type === "identifier" ? [name.text] : [];
  });
}

function classOf(node: SyntaxNode): string | null {
  for (let at = node.parent; at !== null; at = at.parent)
    if (at.type === "class_definition") return at.childForFieldName("name")?.text ?? null;
  return null;
}

function read(node: SyntaxNode, bound: Bound): TextEdit[] {
  const own = suggestion(node, bound);
  return [...(own === null ? [] : [own]), ...parts(node).flatMap((child) => read(child, bound))];
}

function suggestion(node: SyntaxNode, bound: Bound): TextEdit | null {
  if (node.type === "attribute") {
    const object = node.childForFieldName("object");
    const attribute = node.childForFieldName("attribute");
    return object === null || attribute === null ? null : meant(attribute, attributesOf(object.text, bound));
  }
  if (node.type === "keyword_argument") {
    const called = node.parent?.parent?.childForFieldName("function") ?? null;
    const name = called?.childForFieldName("attribute") ?? called;
    const argument = node.childForFieldName("name");
    if (name === null || argument === null) return null;
    return meant(argument, [...(bound.parameters.get(name.text) ?? []), ...parametersOf(name.text)]);
  }
  if (node.type !== "identifier" || isLabel(node)) return null;
  return meant(node, [...bound.names, ...builtins]);
}

/** Names of attributes and arguments are no variables. */
function isLabel(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === "attribute") return parent.childForFieldName("attribute")?.id === node.id;
  return parent?.type === "keyword_argument" && parent.childForFieldName("name")?.id === node.id;
}

function attributesOf(object: string, bound: Bound): readonly string[] {
  const owner = owners[object];
  if (owner !== undefined) return namesOf(owner);
  const own = [...bound.attributes];
  return object === "self" ? [...own, ...ownMethods] : [...namesOf("method"), ...own, ...ownMethods];
}

function meant(node: SyntaxNode, candidates: readonly string[]): TextEdit | null {
  if (candidates.includes(node.text)) return null;
  const text = similar(node.text, candidates);
  return text === null ? null : { start: node.startIndex, end: node.endIndex, text };
}
