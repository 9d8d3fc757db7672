/** @file Expressions in TypeScript. */
import { bracketed, type Doc } from "../layout.ts";
import { properties } from "../ops.ts";
import type { Expression, Member, Parameter, Template } from "../tree.ts";
import { isNumber, isTensor } from "../types.ts";
import { annotationText, parameterType } from "./annotations.ts";
import { call } from "./calls.ts";
import { comprehension } from "./comprehensions.ts";
import {
  binds,
  expression,
  inPlace,
  type PrintContext,
  type Printed,
  printed,
  receiver,
  refuse,
  typeAt,
  value,
} from "./context.ts";
import { index, slice } from "./indexing.ts";
import { known } from "./known.ts";
import { binary, comparison, logical, truth, unary } from "./operators.ts";

export function printExpression(context: PrintContext, node: Expression): Printed {
  switch (node.kind) {
    case "number":
      return printed(numberText(node.text), binds.atom);
    case "string":
      return printed(JSON.stringify(node.value), binds.atom);
    case "template":
      return printed(template(context, node), binds.atom);
    case "constant":
      return printed(String(node.value), binds.atom);
    case "ellipsis":
      return printed('"..."', binds.atom);
    case "name": {
      const variable = context.bindings.of(node);
      return printed(variable === null ? node.name : context.names.of(variable), binds.atom);
    }
    case "known":
      return known(context, node);
    case "self":
      return printed("this", binds.atom);
    case "super":
      return printed("super", binds.atom);
    case "member":
      return member(context, node);
    case "subscript":
      return index(context, node);
    case "slice":
      return slice(context, node);
    case "call":
      return call(context, node);
    case "unary":
      return unary(context, node);
    case "binary":
      return binary(context, node, node.operator, node.left, node.right);
    case "compare":
      return comparison(context, node);
    case "logical":
      return logical(context, node);
    case "conditional":
      return printed(
        [
          inPlace(truth(context, node.test), binds.or),
          " ? ",
          value(context, node.whenTrue),
          " : ",
          value(context, node.whenFalse),
        ],
        binds.conditional,
      );
    case "list":
    case "tuple":
      return printed(
        bracketed(
          "[",
          node.items.map((item) => [value(context, item), isPair(context, item) ? " as const" : ""]),
          "]",
          node,
        ),
        binds.atom,
      );
    case "dict":
      return printed(
        bracketed(
          "{",
          node.entries.map(({ key, value: given }) => entry(context, key, given)),
          "}",
          { isBroken: node.isBroken, padding: " " },
        ),
        binds.atom,
      );
    case "spread":
      return printed(["...", inPlace(expression(context, node.value), binds.conditional)], binds.arrow);
    case "lambda": {
      const inner: PrintContext = { ...context, function: node };
      const body = expression(inner, node.body);
      const isObject = node.body.kind === "dict";
      return printed(
        [parameters(inner, node.parameters), " => ", isObject ? ["(", body.doc, ")"] : body.doc],
        binds.arrow,
      );
    }
    case "comprehension":
      return comprehension(context, node);
  }
}

/** 1_000, 1e-6 and 0x10 are JavaScript's too; `2.` is not quite. */
function numberText(text: string): string {
  if (/^0[oObBxX]/.test(text)) return text;
  return text.replace(/^\./, "0.").replace(/\.(?=$|[eE])/, ".0");
}

/** A tuple of several types among others: TypeScript would take it for an array of either. */
function isPair(context: PrintContext, node: Expression): boolean {
  if (node.kind !== "tuple") return false;
  const types = new Set(node.items.map((item) => parameterType(context.inference.typeOf(item))));
  return types.size > 1 && !types.has(null);
}

const isPlainKey = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key);

function entry(context: PrintContext, key: Expression | null, given: Expression): Doc {
  if (key === null) return ["...", value(context, given)];
  // Objects order keys that look like indices by number.
  if (key.kind !== "string" || /^\d+$/.test(key.value)) {
    context.refusals.add(key.range, "a dict with keys other than words");
    return "";
  }
  if (given.kind === "name" && given.name === key.value && isPlainKey(key.value)) {
    const shown = value(context, given);
    if (shown === key.value) return shown;
  }
  return [isPlainKey(key.value) ? key.value : JSON.stringify(key.value), ": ", value(context, given)];
}

function member(context: PrintContext, node: Member): Printed {
  const { object, name } = node;
  const type = typeAt(context, object);
  const owner = receiver(context, object);
  if (type.kind === "tensor") {
    if (name === "data") return printed([owner, ".detach()"]);
    if (properties[name] === undefined) return refuse(context, node, `.${name} of a tensor`);
  } else if (type.kind === "class") {
    const held = context.inference.attribute(type.definition, name);
    if (held?.kind !== "function" || held.definition.kind !== "function" || held.definition.role !== "static")
      return refuse(context, node, `${type.definition.name}.${name} (an attribute of the class; use self.${name})`);
  } else if (type.kind === "known" && type.path !== "super") {
    return refuse(context, node, `${type.path}.${name}`);
  } else if (type.kind === "unknown" || type.kind === "never") {
    if (properties[name] !== undefined && properties[name].kind !== "bool")
      return refuse(context, node, `.${name} of something that may not be a tensor (annotate it)`);
  } else if (!["instance", "module", "record", "optional", "known"].includes(type.kind)) {
    return refuse(context, node, `.${name}`);
  }
  if (name.startsWith("__")) return refuse(context, node, `.${name}`);
  if (type.kind === "instance") {
    const held = context.inference.attribute(type.definition, name);
    if (held?.kind === "function" && held.definition.kind === "function" && held.definition.role === "static")
      return printed([held.definition.name === name ? type.definition.name : owner, ".", name]);
  }
  return printed([owner, ".", name]);
}

function template(context: PrintContext, node: Template): Doc {
  return [
    "`",
    ...node.parts.map((part): Doc => {
      if (typeof part === "string")
        return JSON.stringify(part).slice(1, -1).replaceAll('\\"', '"').replaceAll("`", "\\`").replaceAll("${", "\\${");
      return formatted(context, part.value, part.format);
    }),
    "`",
  ];
}

/** {x:.3f} is x.toFixed(3): the same digits, but for exact ties. */
function formatted(context: PrintContext, node: Expression, format: string): Doc {
  const type = typeAt(context, node);
  if (format === "" || (format === "d" && isNumber(type))) return ["${", value(context, node), "}"];
  const match = /^([<>])?(\d+)?(?:\.(\d+)([fe%]))?$/.exec(format);
  const isKnown = isTensor(type) || isNumber(type) || type.kind === "unknown" || type.kind === "string";
  const [, side, width, digits, kind] = match ?? [];
  if (match === null || !isKnown || (digits !== undefined && type.kind === "string")) {
    context.refusals.add(node.range, `the format :${format} in an f-string`);
    return "";
  }
  const number = isTensor(type) ? [receiver(context, node), ".item()"] : receiver(context, node);
  if (kind === "%" && width === undefined) return ["${(", number, ` * 100).toFixed(${digits})}%`];
  const isText = type.kind === "string";
  const shown: Doc =
    digits === undefined
      ? isText
        ? receiver(context, node)
        : ["String(", value(context, node), ")"]
      : kind === "%"
        ? ["`${(", number, ` * 100).toFixed(${digits})}%\``]
        : [number, kind === "e" ? ".toExponential(" : ".toFixed(", digits, ")"];
  if (width === undefined) return ["${", shown, "}"];
  // Python puts numbers to the right and text to the left, unless it is told.
  const isLeft = side === "<" || (side === undefined && isText);
  return ["${", shown, isLeft ? ".padEnd(" : ".padStart(", width, ")}"];
}

/** The parameters of a function, in brackets. */
export function parameters(context: PrintContext, list: readonly Parameter[], isForward = false): Doc {
  return bracketed(
    "(",
    list.map((each) => parameter(context, each, isForward)),
    ")",
  );
}

export function parameter(context: PrintContext, node: Parameter, isForward = false): Doc {
  const owner = context.function;
  const variable = owner === null ? null : context.bindings.ofParameter(owner, node.name);
  const name = variable === null ? node.name : context.names.of(variable);
  if (node.form === "rest") {
    const type = variable === null ? null : parameterType(variable.type);
    return [`...${name}`, type === null ? "" : `: ${type}`];
  }
  const type = typeOf(context, node, isForward);
  return node.value === null ? [name, type] : [name, type, " = ", value(context, node.value)];
}

/** What is annotated stays annotated; what was told from the calls is written where nothing else tells it. */
function typeOf(context: PrintContext, node: Parameter, isForward: boolean): string {
  if (node.annotation !== null) {
    const text = annotationText(node.annotation);
    // The parameters of forward are tensors without saying so.
    if (text !== null) return `: ${text}`;
  }
  const isNone = node.value?.kind === "constant" && node.value.value === null;
  const owner = context.function;
  const variable = owner === null ? null : context.bindings.ofParameter(owner, node.name);
  const isTensorOfForward = isForward && node.value === null && (variable === null || isTensor(variable.type));
  if ((node.value !== null && !isNone) || isTensorOfForward) return "";
  const text = variable === null ? null : parameterType(variable.type);
  if (text === null) return isNone ? ": any" : "";
  return isNone && !text.includes("null") ? `: ${text} | null` : `: ${text}`;
}
