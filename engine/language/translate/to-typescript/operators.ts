/** @file Python's operators: methods where tensors meet, JavaScript's own operators where numbers do. */
import { byName } from "../../../by-name.ts";
import type { Doc } from "../layout.ts";
import type { BinaryOperator, Compare, Expression, Logical, Unary } from "../tree.ts";
import { isNumber, isTensor, itemOf, type Type } from "../types.ts";
import {
  binds,
  expression,
  inPlace,
  link,
  type PrintContext,
  type Printed,
  printed,
  receiver,
  refuse,
  typeAt,
  value,
} from "./context.ts";
import { isSteady } from "./steady.ts";

const methods: Readonly<Record<BinaryOperator, string | null>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "//": "floor_divide",
  "%": "remainder",
  "**": "pow",
  "@": "matmul",
  "&": "bitwise_and",
  "|": "bitwise_or",
  "^": "bitwise_xor",
  "<<": null,
  ">>": null,
};

const commutes: ReadonlySet<string> = new Set(["+", "*", "&", "|", "^"]);

/** A whole float makes floats of integers: 2.0 does, and JavaScript's 2 does not. */
function isWholeFloat(context: PrintContext, node: Expression): boolean {
  const type = typeAt(context, node);
  if (type.kind !== "number" || type.form !== "float") return false;
  return node.kind !== "number" || Number.isInteger(node.value);
}

const needsFloats = (type: Type): boolean =>
  type.kind === "tensor" && (type.elements === "integer" || type.elements === "bool");

/** A tensor with a method behind it, of floats where the operand makes it so. */
function tensorReceiver(context: PrintContext, node: Expression, other: Expression): Printed {
  const isLifted = needsFloats(typeAt(context, node)) && isWholeFloat(context, other);
  const own = expression(context, node);
  return isLifted ? link(own, ".float()") : own;
}

export function unary(context: PrintContext, node: Unary): Printed {
  const { operator } = node;
  if (operator === "not") return negated(context, node.value);
  const type = typeAt(context, node.value);
  if (isTensor(type)) {
    if (operator === "+") return expression(context, node.value);
    return link(expression(context, node.value), operator === "-" ? ".neg()" : ".bitwise_not()");
  }
  if (operator === "~") return refuse(context, node, "~ of something that may not be a tensor");
  if (!isNumber(type)) return refuse(context, node, undecided(node.value));
  return printed([operator, inPlace(expression(context, node.value), binds.unary)], binds.unary);
}

/** What is said where a tensor or a number may stand. */
function undecided(node: Expression): string {
  return `an operator on ${nameOf(node)}, which may be a tensor or a number (annotate it: float or torch.Tensor)`;
}

function nameOf(node: Expression): string {
  if (node.kind === "name") return node.name;
  if (node.kind === "member") return `${node.object.kind === "self" ? "self" : nameOf(node.object)}.${node.name}`;
  return "a value";
}

export function binary(
  context: PrintContext,
  node: Expression,
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
): Printed {
  const [a, b] = [typeAt(context, left), typeAt(context, right)];
  if (isTensor(a)) {
    const method = methods[operator];
    if (method === null) return refuse(context, node, `${operator} of tensors`);
    return link(tensorReceiver(context, left, right), `.${method}(`, value(context, right), ")");
  }
  if (isTensor(b)) {
    const method = methods[operator];
    if (method === null) return refuse(context, node, `${operator} of tensors`);
    if (commutes.has(operator))
      return link(tensorReceiver(context, right, left), `.${method}(`, value(context, left), ")");
    const other = tensorReceiver(context, right, left);
    return printed([`torch.${method}(`, value(context, left), ", ", other.doc, ")"]);
  }
  if (isNumber(a) && isNumber(b)) return ofNumbers(context, node, operator, left, right);
  if (operator === "+" && a.kind === "string" && b.kind === "string")
    return infix(context, "+", binds.additive, left, right);
  if (operator === "*" && a.kind === "string" && isNumber(b))
    return printed([receiver(context, left), ".repeat(", value(context, right), ")"]);
  const isList = (type: Type) => type.kind === "list" || type.kind === "tuple";
  if (operator === "+" && isList(a) && isList(b))
    return printed(["[...", value(context, left), ", ...", value(context, right), "]"], binds.atom);
  if (operator === "*" && left.kind === "list" && left.items.length === 1 && isNumber(b) && isNumber(itemOf(a) ?? b))
    return printed(["Array(", value(context, right), ").fill(", value(context, left.items[0]), ")"]);
  const isOpen = (type: Type) => !isNumber(type) && !isTensor(type);
  if (["string", "list", "tuple", "dict"].some((kind) => a.kind === kind || b.kind === kind))
    return refuse(context, node, `${operator} of ${a.kind === "tuple" ? "tuples" : `${a.kind}s`}`);
  return refuse(context, node, undecided(isOpen(a) ? left : right));
}

const numeric: Partial<Readonly<Record<BinaryOperator, number>>> = {
  "+": binds.additive,
  "-": binds.additive,
  "*": binds.multiplicative,
  "/": binds.multiplicative,
};

function infix(context: PrintContext, symbol: string, own: number, left: Expression, right: Expression): Printed {
  return printed(
    [inPlace(numberOf(context, left), own), ` ${symbol} `, inPlace(numberOf(context, right), own + 1)],
    own,
  );
}

/** True counts as 1, which TypeScript wants to be told. */
function numberOf(context: PrintContext, node: Expression): Printed {
  if (typeAt(context, node).kind !== "bool") return expression(context, node);
  return printed(["Number(", value(context, node), ")"]);
}

function ofNumbers(
  context: PrintContext,
  node: Expression,
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
): Printed {
  const own = numeric[operator];
  if (own !== undefined) return infix(context, operator, own, left, right);
  if (operator === "**") {
    // -x ** y is an error in JavaScript; the right side may be signed.
    return printed(
      [inPlace(numberOf(context, left), binds.postfix), " ** ", inPlace(numberOf(context, right), binds.power)],
      binds.power,
    );
  }
  if (operator === "//") {
    const quotient = infix(context, "/", binds.multiplicative, left, right);
    return printed(["Math.floor(", quotient.doc, ")"]);
  }
  if (operator === "%") {
    // Python's result has the sign of the divisor, JavaScript's that of the dividend.
    if (isNotNegative(context, left) && isNotNegative(context, right))
      return infix(context, "%", binds.multiplicative, left, right);
    const areInts = [left, right].every((side) => {
      const type = typeAt(context, side);
      return type.kind === "bool" || (type.kind === "number" && type.form === "int");
    });
    if (!areInts || !isSteady(right))
      return refuse(context, node, "% of numbers that may be negative, which JavaScript computes otherwise");
    const inner = infix(context, "%", binds.multiplicative, left, right).doc;
    const divisor = inPlace(numberOf(context, right), binds.multiplicative + 1);
    return printed(["((", inner, ") + ", divisor, ") % ", divisor], binds.multiplicative);
  }
  const isBits = operator === "&" || operator === "|" || operator === "^";
  const areBools = typeAt(context, left).kind === "bool" && typeAt(context, right).kind === "bool";
  if (isBits && areBools && operator !== "^") {
    const symbol = operator === "&" ? "&&" : "||";
    return infixTruth(context, symbol, left, right);
  }
  return refuse(context, node, `${operator} of numbers`);
}

function isNotNegative(context: PrintContext, node: Expression): boolean {
  if (node.kind === "number") return node.value >= 0;
  if (node.kind === "call" && node.callee.kind === "known") return node.callee.path === "len";
  if (node.kind === "call" && node.callee.kind === "member") return /^(size|numel|dim)$/.test(node.callee.name);
  if (node.kind === "subscript") return isShapeOf(context, node.object);
  if (node.kind === "name") return context.declarations.isCounter(node);
  if (node.kind === "binary" && (node.operator === "+" || node.operator === "*"))
    return isNotNegative(context, node.left) && isNotNegative(context, node.right);
  return false;
}

function isShapeOf(context: PrintContext, node: Expression): boolean {
  const type = typeAt(context, node);
  return type.kind === "list" && type.isShape;
}

const comparisons: Readonly<Record<string, string>> = byName({
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "==": "eq",
  "!=": "ne",
});
const turned: Readonly<Record<string, string>> = byName({ lt: "gt", le: "ge", gt: "lt", ge: "le", eq: "eq", ne: "ne" });

const isNone = (node: Expression): boolean => node.kind === "constant" && node.value === null;

export function comparison(context: PrintContext, node: Compare): Printed {
  const { operator, left, right } = node;
  const asked = (symbol: string) =>
    printed(
      [
        inPlace(expression(context, left), binds.equality + 1),
        ` ${symbol} `,
        inPlace(expression(context, right), binds.equality + 1),
      ],
      binds.equality,
    );
  if (operator === "is" || operator === "is not") return asked(operator === "is" ? "===" : "!==");
  if (operator === "in") return contains(context, node, left, right);
  if (operator === "not in")
    return printed(["!", inPlace(contains(context, node, left, right), binds.unary)], binds.unary);
  const [a, b] = [typeAt(context, left), typeAt(context, right)];
  const isEquality = operator === "==" || operator === "!=";
  if (isNone(right) && isEquality) return asked(operator === "==" ? "===" : "!==");
  const method = comparisons[operator];
  if (isTensor(a)) return link(tensorReceiver(context, left, right), `.${method}(`, value(context, right), ")");
  if (isTensor(b)) return link(tensorReceiver(context, right, left), `.${turned[method]}(`, value(context, left), ")");
  if (isNumber(a) && isNumber(b)) {
    // Whether a remainder is 0 does not depend on signs.
    const isZero = right.kind === "number" && right.value === 0;
    if (isEquality && isZero && left.kind === "binary" && left.operator === "%") {
      const rest = infix(context, "%", binds.multiplicative, left.left, left.right);
      return printed([rest.doc, ` ${operator}= 0`], binds.equality);
    }
    if (isEquality) {
      if (a.kind !== b.kind) return infix(context, `${operator}=`, binds.equality, left, right);
      return asked(`${operator}=`);
    }
    return infix(context, operator, binds.relational, left, right);
  }
  const isPlain = (type: Type) => ["string", "bool", "dtype", "device"].includes(type.kind);
  if (isEquality && (isPlain(a) || isPlain(b))) return asked(`${operator}=`);
  const areNumbers = (type: Type) =>
    (type.kind === "list" && isNumber(type.item)) || (type.kind === "tuple" && type.items.every(isNumber));
  if (isEquality && areNumbers(a) && areNumbers(b))
    return printed(
      [receiver(context, left), `.join() ${operator}= `, receiver(context, right), ".join()"],
      binds.equality,
    );
  const isOpen = (type: Type) => ["unknown", "never", "mixed"].includes(type.kind);
  if (isOpen(a) || isOpen(b)) return refuse(context, node, undecided(isOpen(a) ? left : right));
  return refuse(context, node, `${operator} of ${a.kind}s`);
}

function contains(context: PrintContext, node: Compare, item: Expression, container: Expression): Printed {
  const type = typeAt(context, container);
  if (type.kind === "list" || type.kind === "tuple" || type.kind === "string")
    return printed([receiver(context, container), ".includes(", value(context, item), ")"]);
  if (type.kind === "dict")
    return printed(
      [
        inPlace(expression(context, item), binds.relational),
        " in ",
        inPlace(expression(context, container), binds.relational + 1),
      ],
      binds.relational,
    );
  return refuse(context, node, "in, of something that is no list, dict or string");
}

/** `and` and `or` give one of their operands: JavaScript's do as well where both languages agree on its truth. */
export function logical(context: PrintContext, node: Logical): Printed {
  const type = typeAt(context, node.left);
  const symbol = node.operator === "and" ? "&&" : "||";
  if (type.kind === "bool" || typeAt(context, node).kind === "bool")
    return infixTruth(context, symbol, node.left, node.right);
  const given = context.inference.typeOf(node.left);
  if (given.kind === "optional" && node.operator === "or" && isTrueUnlessNone(type))
    return printed(
      [
        inPlace(expression(context, node.left), binds.nullish),
        " ?? ",
        inPlace(expression(context, node.right), binds.nullish + 1),
      ],
      binds.nullish,
    );
  if (isNumber(type) || type.kind === "string" || type.kind === "none") {
    const own = node.operator === "and" ? binds.and : binds.or;
    return printed(
      [inPlace(expression(context, node.left), own), ` ${symbol} `, inPlace(expression(context, node.right), own + 1)],
      own,
    );
  }
  return refuse(context, node, `${node.operator} as a value (write it with if and else)`);
}

const isTrueUnlessNone = (type: Type): boolean =>
  ["instance", "module", "function", "class", "known", "dtype", "device"].includes(type.kind);

function infixTruth(context: PrintContext, symbol: "&&" | "||", left: Expression, right: Expression): Printed {
  const own = symbol === "&&" ? binds.and : binds.or;
  return printed([inPlace(truth(context, left), own), ` ${symbol} `, inPlace(truth(context, right), own + 1)], own);
}

/** An expression that is asked whether it holds. */
export function truth(context: PrintContext, node: Expression): Printed {
  if (node.kind === "logical") return infixTruth(context, node.operator === "and" ? "&&" : "||", node.left, node.right);
  const given = context.inference.typeOf(node);
  const type = typeAt(context, node);
  const isOptional = given.kind === "optional";
  if (isTensor(type)) {
    const item: Doc = [receiver(context, node), ".item() !== 0"];
    if (!isOptional) return printed(item, binds.equality);
    if (!isSteady(node)) return refuse(context, node, "the truth of something that may be None");
    return printed([receiver(context, node), " !== null && ", item], binds.and);
  }
  if (isNumber(type) || type.kind === "string" || type.kind === "none") return expression(context, node);
  if (type.kind === "list" || type.kind === "tuple") {
    if (isOptional && !isSteady(node)) return refuse(context, node, "the truth of something that may be None");
    const length: Doc = [receiver(context, node), ".length > 0"];
    return isOptional
      ? printed([receiver(context, node), " !== null && ", length], binds.and)
      : printed(length, binds.relational);
  }
  if (isTrueUnlessNone(type) && isOptional)
    return printed([inPlace(expression(context, node), binds.equality + 1), " !== null"], binds.equality);
  return refuse(context, node, `the truth of ${nameOf(node)}, which may be a tensor, a list or a number (say which)`);
}

/** `not x`, with the comparison turned where that says the same. */
export function negated(context: PrintContext, node: Expression): Printed {
  if (node.kind === "compare") {
    const opposite: Readonly<Record<string, Compare["operator"]>> = {
      is: "is not",
      "is not": "is",
      in: "not in",
      "not in": "in",
      "==": "!=",
      "!=": "==",
    };
    const operator = opposite[node.operator];
    const isPlain = !isTensor(typeAt(context, node));
    if (operator !== undefined && isPlain) return comparison(context, { ...node, operator });
  }
  if (node.kind === "unary" && node.operator === "not") return truth(context, node.value);
  const type = typeAt(context, node);
  if (isTensor(type) && context.inference.typeOf(node).kind !== "optional")
    return printed([receiver(context, node), ".item() === 0"], binds.equality);
  if (type.kind === "list" && context.inference.typeOf(node).kind !== "optional")
    return printed([receiver(context, node), ".length === 0"], binds.equality);
  return printed(["!", inPlace(truth(context, node), binds.unary)], binds.unary);
}
