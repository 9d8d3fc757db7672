/** @file What operators make of their operands. */
import {
  bool,
  float,
  floats,
  int,
  isNumber,
  isTensor,
  isTensorOrNumber,
  itemOf,
  join,
  listOf,
  never,
  present,
  someNumber,
  string,
  type Type,
  tensor,
  unknown,
} from "./types.ts";

export function unaryType(operator: string, value: Type): Type {
  if (operator === "not") return bool;
  const given = present(value);
  return given.kind === "bool" ? int : given;
}

export function binaryType(operator: string, left: Type, right: Type): Type {
  const [a, b] = [present(left), present(right)];
  if (isTensor(a) || isTensor(b)) return elementwise(operator, a, b);
  if (isNumber(a) && isNumber(b)) return numeric(operator, a, b);
  if (a.kind === "string" && (operator === "+" || operator === "%" || operator === "*")) return string;
  if (operator === "+" && (a.kind === "list" || a.kind === "tuple") && (b.kind === "list" || b.kind === "tuple"))
    return a.kind === "tuple" && b.kind === "tuple"
      ? { kind: "tuple", items: [...a.items, ...b.items] }
      : listOf(join(itemOf(a) ?? unknown, itemOf(b) ?? unknown));
  if (operator === "*" && a.kind === "list") return listOf(a.item);
  if (a.kind === "never" || b.kind === "never") return never;
  return isTensorOrNumber(a) && (isNumber(b) || isTensorOrNumber(b)) ? a : unknown;
}

function elementwise(operator: string, a: Type, b: Type): Type {
  const elements = [a, b].map((type) =>
    type.kind === "tensor" ? type.elements : type.kind === "number" && type.form === "float" ? "float" : null,
  );
  if (operator === "/" || elements.includes("float")) return floats;
  const known = elements.filter((each) => each !== null);
  if (known.includes("any")) return tensor;
  const isBits = operator === "&" || operator === "|" || operator === "^";
  return { kind: "tensor", elements: isBits && known.every((each) => each === "bool") ? "bool" : "integer" };
}

function numeric(operator: string, a: Type, b: Type): Type {
  if (operator === "/") return float;
  const forms = [a, b].map((type) => (type.kind === "number" ? type.form : "int"));
  if (forms.includes("float")) return float;
  if (forms.includes("any") || operator === "**") return someNumber;
  return int;
}

export function compareType(operator: string, left: Type, right: Type): Type {
  const asks = operator === "is" || operator === "is not" || operator === "in" || operator === "not in";
  if (asks || !(isTensor(left) || isTensor(right))) return bool;
  return { kind: "tensor", elements: "bool" };
}
