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

/** Made once, as are the names of each: the registry does not change. */
let known: PythonSymbols | null = null;
const named = new Map<SymbolOwner, readonly string[]>();

const namesOf = (owner: SymbolOwner): readonly string[] => {
  known ??= symbols();
  const names = named.get(owner) ?? known[owner].map(({ name }) => name);
  named.set(owner, names);
  return names;
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
  return read(root, bound, new Map());
}

/** What was meant by a name of one owner, found once for each that stands in the source. */
type Answers = Map<string, string | null>;

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

function read(node: SyntaxNode, bound: Bound, answers: Answers): TextEdit[] {
  const own = suggestion(node, bound, answers);
  return [...(own === null ? [] : [own]), ...parts(node).flatMap((child) => read(child, bound, answers))];
}

function suggestion(node: SyntaxNode, bound: Bound, answers: Answers): TextEdit | null {
  const { type } = node;
  if (type === "attribute") {
    const owner = node.childForFieldName("object")?.text;
    const attribute = node.childForFieldName("attribute");
    if (owner === undefined || attribute === null) return null;
    // Tensors, numbers and whatever else have the same names to choose from.
    const kind = owners[owner] ?? (owner === "self" ? "self" : "value");
    return meant(attribute, answers, kind, () => attributesOf(owner, bound));
  }
  if (type === "keyword_argument") {
    const called = node.parent?.parent?.childForFieldName("function") ?? null;
    const name = (called?.childForFieldName("attribute") ?? called)?.text;
    const argument = node.childForFieldName("name");
    if (name === undefined || argument === null) return null;
    return meant(argument, answers, `${name}(`, () => [...(bound.parameters.get(name) ?? []), ...parametersOf(name)]);
  }
  if (type !== "identifier" || isLabel(node)) return null;
  return meant(node, answers, "", () => [...bound.names, ...builtins]);
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

/** `owner` tells apart what names are looked up in. */
function meant(
  node: SyntaxNode,
  answers: Answers,
  owner: string,
  candidatesOf: () => readonly string[],
): TextEdit | null {
  const name = node.text;
  const key = `${owner} ${name}`;
  let text = answers.get(key);
  if (text === undefined) {
    const candidates = candidatesOf();
    text = candidates.includes(name) ? null : similar(name, candidates);
    answers.set(key, text);
  }
  return text === null ? null : { start: node.startIndex, end: node.endIndex, text };
}
