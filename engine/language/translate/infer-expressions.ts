/** @file What an expression holds, and what a target that is given it holds then. */
import type { Inference } from "./infer.ts";
import { callType } from "./infer-calls.ts";
import { binaryType, compareType, unaryType } from "./operator-types.ts";
import { properties } from "./ops.ts";
import type { Expression } from "./tree.ts";
import {
  bool,
  float,
  floats,
  int,
  itemOf,
  join,
  listOf,
  never,
  none,
  present,
  string,
  type Type,
  tensor,
  unknown,
} from "./types.ts";

export function typeOfExpression(inference: Inference, node: Expression): Type {
  switch (node.kind) {
    case "number":
      return node.isFloat ? float : int;
    case "string":
      return string;
    case "template":
      for (const part of node.parts) if (typeof part !== "string") inference.expression(part.value);
      return string;
    case "constant":
      return node.value === null ? none : bool;
    case "name":
      return inference.variableOf(node)?.type ?? unknown;
    case "known":
      return knownType(node.path);
    case "self":
      return inference.enclosingClass === null ? unknown : { kind: "instance", definition: inference.enclosingClass };
    case "member":
      return memberType(inference, node.name, inference.expression(node.object));
    case "subscript":
      return subscriptType(inference, node.items, inference.expression(node.object));
    case "slice":
      for (const part of [node.start, node.stop, node.step]) if (part !== null) inference.expression(part);
      return unknown;
    case "call":
      return callType(inference, node);
    case "unary":
      return unaryType(node.operator, inference.expression(node.value));
    case "binary":
      return binaryType(node.operator, inference.expression(node.left), inference.expression(node.right));
    case "compare":
      return compareType(node.operator, inference.expression(node.left), inference.expression(node.right));
    case "logical":
      return join(inference.expression(node.left), inference.expression(node.right));
    case "conditional":
      inference.expression(node.test);
      return join(inference.expression(node.whenTrue), inference.expression(node.whenFalse));
    case "list":
      return listOf(node.items.map((item) => elementType(inference, item)).reduce(join, never));
    case "tuple":
      if (node.items.some(({ kind }) => kind === "spread"))
        return listOf(node.items.map((item) => elementType(inference, item)).reduce(join, never));
      return { kind: "tuple", items: node.items.map((item) => inference.expression(item)) };
    case "dict": {
      const values = node.entries.map(({ key, value }) => {
        if (key !== null) inference.expression(key);
        const type = inference.expression(value);
        return key !== null ? type : type.kind === "dict" ? type.value : unknown;
      });
      return { kind: "dict", value: values.reduce(join, never) };
    }
    case "lambda": {
      for (const parameter of node.parameters) inference.declare(node, parameter, false);
      inference.inside(node, () => inference.returned(node, node.body));
      return { kind: "function", definition: node };
    }
    case "comprehension": {
      for (const { target, iterable, conditions } of node.clauses) {
        assign(inference, target, inference.itemsOf(iterable));
        for (const condition of conditions) inference.expression(condition);
      }
      if (node.key !== null) inference.expression(node.key);
      const element = inference.expression(node.element);
      return node.result === "dict" ? { kind: "dict", value: element } : listOf(element);
    }
    default:
      return unknown;
  }
}

function elementType(inference: Inference, item: Expression): Type {
  return item.kind === "spread" ? inference.itemsOf(item.value) : inference.expression(item);
}

function memberType(inference: Inference, name: string, owner: Type): Type {
  const given = present(owner);
  // Nothing is known of it yet: a later pass may tell.
  if (given.kind === "never") return never;
  if (given.kind === "tensor") {
    const known = properties[name];
    if (known === undefined) return unknown;
    return known.kind === "tensor" && name !== "grad" ? given : known;
  }
  if (given.kind === "instance") return inference.attribute(given.definition, name) ?? unknown;
  if (given.kind === "class") return inference.attribute(given.definition, name) ?? unknown;
  if (given.kind === "record" && given.names.includes(name)) return tensor;
  if (given.kind === "module") return name === "weight" || name === "bias" ? floats : unknown;
  return unknown;
}

function subscriptType(inference: Inference, items: readonly Expression[], owner: Type): Type {
  const keys = items.map((item) => inference.expression(item));
  const given = present(owner);
  if (given.kind === "never") return never;
  if (given.kind === "tensor") return given;
  if (given.kind === "dict") return given.value;
  const [only] = items;
  if (given.kind === "tuple" && only?.kind === "number") return given.items.at(only.value) ?? unknown;
  if (given.kind === "record" && only?.kind === "number") return tensor;
  if (only?.kind === "slice") return given.kind === "tuple" ? listOf(given.items.reduce(join, never)) : given;
  if (given.kind === "module") return { kind: "module", name: "Module" };
  if (given.kind === "string") return string;
  return keys.length === 1 && (given.kind === "list" || given.kind === "tuple") ? (itemOf(given) ?? unknown) : unknown;
}

/** A target is given something. */
export function assign(inference: Inference, target: Expression, type: Type): void {
  inference.note(target, type);
  switch (target.kind) {
    case "name": {
      const variable = inference.variableOf(target);
      if (variable !== null) inference.learn(variable, type);
      return;
    }
    case "member":
      inference.expression(target.object);
      if (target.object.kind === "self" && inference.enclosingClass !== null)
        inference.learnAttribute(inference.enclosingClass, target.name, type);
      return;
    case "tuple":
    case "list":
      target.items.forEach((item, i) => {
        if (item.kind === "spread") assign(inference, item.value, listOf(itemOf(type) ?? unknown));
        else assign(inference, item, partOf(type, i));
      });
      return;
    case "subscript":
      inference.expression(target);
      if (present(inference.typeOf(target.object)).kind === "dict") inference.learnValue(target.object, type);
      return;
    default:
      inference.expression(target);
  }
}

function partOf(type: Type, i: number): Type {
  const given = present(type);
  if (given.kind === "tuple") return given.items[i] ?? unknown;
  return itemOf(given) ?? unknown;
}

function knownType(path: string): Type {
  if (/^(math\.(pi|e|tau|inf|nan)|numpy\.(pi|e|inf)|torch\.(pi|e|inf|nan))$/.test(path)) return float;
  if (/^torch\.(float|float32|float64|double|long|int|int32|int64|bool)$/.test(path)) return { kind: "dtype" };
  return { kind: "known", path };
}
