/**
 * @file Names in a Python source that nothing there or in PyTorch is called, and what was most likely meant. Whether a name is wrong is
 * only known when it fails: these are shown where it did.
 */
import { byName } from "../../../engine/by-name.ts";
import type { TextEdit } from "../../../engine/language/program.ts";
import { lastName } from "../../../engine/language/python/definitions.ts";
import { parametersOf as parametersIn } from "../../../engine/language/python/functions.ts";
import { children, childrenInOrder } from "../../../engine/language/python/parser/children.ts";
import type { AnyNode, Expression, Module, Place } from "../../../engine/language/python/parser/tree.ts";
import { moduleNamed, moduleNames, opNamed, opsAt } from "../../../engine/language/facts/facts.ts";
import { similar } from "../../../engine/language/similar.ts";
import { plainSymbols, type SymbolOwner } from "./plain-symbols.ts";

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

/** Made once: the facts do not change. */
const named = new Map<SymbolOwner, readonly string[]>();

function namesOf(owner: SymbolOwner): readonly string[] {
  let names = named.get(owner);
  if (names === undefined) {
    const known = owner === "nn" ? moduleNames : [...opsAt(owner).keys()];
    names = [...known, ...plainSymbols[owner].map(({ name }) => name)];
    named.set(owner, names);
  }
  return names;
}

/** Arguments by name of what has that name. */
const parametersOf = (name: string): readonly string[] =>
  [...(opNamed(name)?.params ?? []), ...(moduleNamed(name)?.params ?? [])].map((param) => param.name);

interface Bound {
  /** Everything that the source gives a value, wherever. */
  readonly names: Set<string>;
  /** What is assigned to an attribute, and methods. */
  readonly attributes: Set<string>;
  /** Parameters of the source's own functions; a class has its constructor's. */
  readonly parameters: Map<string, readonly string[]>;
}

export function renamesIn(module: Module): readonly TextEdit[] {
  const bound: Bound = { names: new Set(), attributes: new Set(), parameters: new Map() };
  bind(module, bound, null);
  return read(module, bound, new Map());
}

/** What was meant by a name of one owner, found once for each that stands in the source. */
type Answers = Map<string, string | null>;

/** `owner` is the class round it. */
function bind(node: AnyNode, bound: Bound, owner: string | null): void {
  let inner = owner;
  switch (node.kind) {
    case "Name":
      if (node.ctx !== "Load") bound.names.add(node.id);
      return;
    case "Attribute":
      if (node.ctx === "Store") bound.attributes.add(node.attr);
      break;
    case "arg":
      bound.names.add(node.arg);
      break;
    case "FunctionDef":
    case "AsyncFunctionDef": {
      bound.names.add(node.name);
      bound.attributes.add(node.name);
      const key = node.name === "__init__" ? (owner ?? node.name) : node.name;
      bound.parameters.set(
        key,
        parametersIn(node.args).map(({ name }) => name),
      );
      break;
    }
    case "ClassDef":
      bound.names.add(node.name);
      inner = node.name;
      break;
    case "ExceptHandler":
      if (node.name !== null) bound.names.add(node.name);
      break;
    case "alias":
      bound.names.add(node.asname ?? node.name.split(".")[0] ?? "");
      break;
    default:
  }
  for (const child of children(node)) bind(child, bound, inner);
}

function read(node: AnyNode, bound: Bound, answers: Answers): TextEdit[] {
  const own = suggestions(node, bound, answers);
  return [...own, ...childrenInOrder(node).flatMap((child) => read(child, bound, answers))];
}

function suggestions(node: AnyNode, bound: Bound, answers: Answers): TextEdit[] {
  if (node.kind === "Attribute") {
    const owner = pathOf(node.value);
    // Tensors, numbers and whatever else have the same names to choose from.
    const kind = owners[owner] ?? (owner === "self" ? "self" : "value");
    return meant(node.attr, nameAt(node.end, node.attr), answers, kind, () => attributesOf(owner, bound));
  }
  if (node.kind === "Name") return meant(node.id, node, answers, "", () => [...bound.names, ...builtins]);
  if (node.kind !== "Call") return [];
  const called = lastName(node.func);
  const known = () => [...(bound.parameters.get(called) ?? []), ...parametersOf(called)];
  return node.keywords.flatMap(({ arg, start }) =>
    arg === null || called === "" ? [] : meant(arg, { start, end: start + arg.length }, answers, `${called}(`, known),
  );
}

const nameAt = (end: number, name: string): Place => ({ start: end - name.length, end });

/** a.b.c; "" for what is no path. */
function pathOf(node: Expression): string {
  if (node.kind === "Name") return node.id;
  const owner = node.kind === "Attribute" ? pathOf(node.value) : "";
  return node.kind !== "Attribute" || owner === "" ? "" : `${owner}.${node.attr}`;
}

function attributesOf(object: string, bound: Bound): readonly string[] {
  const owner = owners[object];
  if (owner !== undefined) return namesOf(owner);
  const own = [...bound.attributes];
  return object === "self" ? [...own, ...ownMethods] : [...namesOf("method"), ...own, ...ownMethods];
}

/** `owner` tells apart what names are looked up in. */
function meant(
  name: string,
  { start, end }: Place,
  answers: Answers,
  owner: string,
  candidatesOf: () => readonly string[],
): TextEdit[] {
  const key = `${owner} ${name}`;
  let text = answers.get(key);
  if (text === undefined) {
    const candidates = candidatesOf();
    text = candidates.includes(name) ? null : similar(name, candidates);
    answers.set(key, text);
  }
  return text === null ? [] : [{ start, end, text }];
}
