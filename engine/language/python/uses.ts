/**
 * @file How a loss's parameters hold their tensors, as annotations and use tell: `outputs["logits"]` is a dict's, `for f in features` a list's,
 * `recon, mu, logvar = output` a tuple's, `outputs.logits` an object's.
 */
import { type Group, type Held, heldLimits, heldText, parseHeld, type Part } from "../held.ts";
import { within } from "./parser/children.ts";
import type { AnyNode, Expression, FunctionDef } from "./parser/tree.ts";
import { lastName, wordsOf } from "./definitions.ts";
import { parametersOf } from "./functions.ts";

/** Of a list whose length nothing tells. */
const LENGTH = 3;

/** By parameter; none for one that holds a tensor, as far as can be told. */
export function heldBy(
  definition: FunctionDef,
  parameters: readonly string[],
  all: readonly AnyNode[],
): Readonly<Record<string, Group>> {
  const taken = parametersOf(definition.args).filter(({ name }) => parameters.includes(name));
  const found = taken.flatMap(({ name, annotation, kind }) => {
    const nodes = nodesWith(name, definition, all);
    const uses = usesOf(name, nodes);
    const held = kind === "rest" ? restOf(uses, indexed(name, nodes)) : (uses ?? annotatedGroup(annotation));
    // What cannot be said in a document is not offered.
    return held === null || held === "tensor" || parseHeld(heldText(held)) === null ? [] : [[name, held] as const];
  });
  return Object.fromEntries(found);
}

/** Where a name means the same: in the function itself, and in those of the source that take it by the same name. */
function nodesWith(name: string, definition: FunctionDef, all: readonly AnyNode[]): readonly AnyNode[] {
  const others = all.filter(
    (node): node is FunctionDef =>
      node.kind === "FunctionDef" && node !== definition && parametersOf(node.args).some((each) => each.name === name),
  );
  return [definition, ...others].flatMap(({ body }) => body.flatMap((statement) => within(statement)));
}

const isNamed = (node: AnyNode, name: string): boolean => node.kind === "Name" && node.id === name;

function usesOf(name: string, nodes: readonly AnyNode[], depth = 1): Held | null {
  if (depth > heldLimits.depth) return null;
  const keys = keysOf(name, nodes);
  if (keys.length > 0)
    return { kind: "dict", parts: keys.map((key) => ({ name: key, held: heldUnder(name, key, nodes, depth) })) };
  const attributes = attributesOf(name, nodes);
  if (attributes.length > 0)
    return { kind: "object", parts: attributes.map((attribute): Part => ({ name: attribute, held: "tensor" })) };
  const unpacked = unpackedOf(name, nodes);
  if (unpacked !== null)
    return { kind: "tuple", parts: unpacked.map((part): Part => ({ name: part, held: "tensor" })) };
  return iterated(name, nodes, depth);
}

/** `x["a"]`, `x.get("a")`, `"a" in x`, in the order in which they stand. */
function keysOf(name: string, nodes: readonly AnyNode[]): readonly string[] {
  const found = nodes.flatMap((node): (string | null)[] => {
    if (node.kind === "Subscript" && isNamed(node.value, name)) return [textOf(node.slice)];
    if (node.kind === "Call" && node.func.kind === "Attribute" && isNamed(node.func.value, name))
      return /^(get|pop)$/.test(node.func.attr) ? [textOf(node.args[0])] : [];
    if (node.kind === "Compare" && node.comparators[0] !== undefined && isNamed(node.comparators[0], name))
      return /In$/.test(node.ops[0] ?? "") ? [textOf(node.left)] : [];
    return [];
  });
  return [...new Set(found.filter((key) => key !== null))];
}

const textOf = (node: Expression | undefined): string | null =>
  node?.kind === "Constant" && node.value.type === "str" && /^[^"'\\\n]{1,60}$/.test(node.value.value)
    ? node.value.value
    : null;

/** What stands under a key, where it is called by a name of its own: `boxes = targets["boxes"]`. */
function heldUnder(name: string, key: string, nodes: readonly AnyNode[], depth: number): Held {
  const own = nodes.flatMap((node) =>
    node.kind === "Assign" && node.value.kind === "Subscript" && isNamed(node.value.value, name)
      ? node.targets.flatMap((target) =>
          target.kind === "Name" && node.value.kind === "Subscript" && textOf(node.value.slice) === key
            ? [target.id]
            : [],
        )
      : [],
  );
  const [called] = own;
  return called === undefined || called === name ? "tensor" : (usesOf(called, nodes, depth + 1) ?? "tensor");
}

/** What tensors answer to without being called. */
const properties = new Set(
  "shape dtype device data grad T mT H mH ndim real imag requires_grad is_leaf grad_fn layout is_cuda itemsize nbytes names retains_grad".split(
    " ",
  ),
);

/** What no tensor answers to, and what stands beside it: `outputs.logits`. */
function attributesOf(name: string, nodes: readonly AnyNode[]): readonly string[] {
  const called = new Set<AnyNode>(nodes.flatMap((node) => (node.kind === "Call" ? [node.func] : [])));
  const read = nodes.flatMap((node) =>
    node.kind === "Attribute" && isNamed(node.value, name) && node.ctx === "Load" && !called.has(node)
      ? [node.attr]
      : [],
  );
  return read.some((attribute) => !properties.has(attribute)) ? [...new Set(read)] : [];
}

/** `a, b = x` */
function unpackedOf(name: string, nodes: readonly AnyNode[]): readonly string[] | null {
  for (const node of nodes) {
    if (node.kind !== "Assign" || !isNamed(node.value, name)) continue;
    const [target] = node.targets;
    if (target?.kind !== "Tuple" && target?.kind !== "List") continue;
    if (target.elts.length > 1 && target.elts.every(({ kind }) => kind === "Name" || kind === "Attribute"))
      return target.elts.map(lastName);
  }
  return null;
}

/** `for a in x`, `zip(x, y)`, `enumerate(x)`: a list, of what its elements are used as. */
function iterated(name: string, nodes: readonly AnyNode[], depth: number): Held | null {
  for (const node of nodes) {
    if (node.kind !== "For" && node.kind !== "comprehension") continue;
    const element = elementOf(node.target, node.iter, name);
    if (element === undefined) continue;
    const held = element === null ? null : usesOf(element, nodes, depth + 1);
    const isKeyed = node.iter.kind === "Call" && lastName(node.iter.func) === "items";
    if (isKeyed) return { kind: "dict", parts: [part("a", held), part("b", held)] };
    const length = indexed(name, nodes) ?? (held === null ? LENGTH : 2);
    return { kind: "list", parts: Array.from({ length }, () => part("", held)) };
  }
  return null;
}

const part = (name: string, held: Held | null): Part => ({ name, held: held ?? "tensor" });

/** What an element is called in a loop over it; null where that is no name, undefined where the loop is over something else. */
function elementOf(target: Expression, iter: Expression, name: string): string | null | undefined {
  if (isNamed(iter, name)) return nameOf(target);
  if (iter.kind !== "Call") return undefined;
  const called = lastName(iter.func);
  if (called === "items" && iter.func.kind === "Attribute" && isNamed(iter.func.value, name))
    return target.kind === "Tuple" ? nameOf(target.elts[1]) : null;
  if (called === "reversed" || called === "list" || called === "tuple")
    return iter.args[0] === undefined ? undefined : elementOf(target, iter.args[0], name);
  if (called === "enumerate" && iter.args[0] !== undefined)
    return elementOf((target.kind === "Tuple" ? target.elts[1] : undefined) ?? target, iter.args[0], name);
  if (called !== "zip") return undefined;
  const place = iter.args.findIndex((argument) => isNamed(argument, name));
  if (place < 0) return undefined;
  return target.kind === "Tuple" ? nameOf(target.elts[place]) : null;
}

const nameOf = (node: Expression | undefined): string | null => (node?.kind === "Name" ? node.id : null);

/** One more than the greatest number it is taken at; null where it is taken at none. */
function indexed(name: string, nodes: readonly AnyNode[]): number | null {
  const places = nodes.flatMap((node) =>
    node.kind === "Subscript" &&
    isNamed(node.value, name) &&
    node.slice.kind === "Constant" &&
    node.slice.value.type === "int"
      ? [Number(node.slice.value.value)]
      : [],
  );
  return places.length === 0 ? null : Math.min(Math.max(...places) + 1, heldLimits.tensors.max);
}

/** `*losses`: all of them by position. */
function restOf(uses: Held | null, length: number | null): Group {
  if (uses !== null && uses !== "tensor" && uses.kind === "tuple") return uses;
  return { kind: "list", parts: Array.from({ length: length ?? 2 }, () => part("", null)) };
}

function annotatedGroup(annotation: Expression | null): Group | null {
  if (annotation === null) return null;
  const words = wordsOf(annotation);
  if (!/tensor/i.test(words)) return null;
  const listed = (length: number, held: Held): Part[] => Array.from({ length }, () => part("", held));
  if (/^(typing )?(List|list|Sequence|Iterable|Optional List)\b/.test(words))
    return { kind: "list", parts: listed(LENGTH, "tensor") };
  if (/^(typing )?(Tuple|tuple)\b/.test(words)) {
    const count = words.match(/tensor/gi)?.length ?? 2;
    return { kind: "tuple", parts: listed(Math.max(2, count), "tensor") };
  }
  return null;
}
