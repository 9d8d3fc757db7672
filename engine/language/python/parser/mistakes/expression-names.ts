/** @file What expressions are called where they may not stand. */
import type { Expression } from "../tree.ts";

export type TargetsOf = "assignment" | "del" | "for";

const names: Readonly<Record<Exclude<Expression["kind"], "Constant">, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  FormattedValue: "f-string expression",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
  Slice: "slice",
};

export function nameOf(node: Expression): string {
  if (node.kind !== "Constant") return names[node.kind];
  const { value } = node;
  if (value.type === "bool") return value.value ? "True" : "False";
  if (value.type === "None") return "None";
  return value.type === "Ellipsis" ? "ellipsis" : "literal";
}

/** The first part that may not be one; null if all may. */
export function invalidTarget(node: Expression, of: TargetsOf): Expression | null {
  switch (node.kind) {
    case "List":
    case "Tuple":
      for (const each of node.elts) {
        const found = invalidTarget(each, of);
        if (found !== null) return found;
      }
      return null;
    case "Starred":
      return of === "del" ? node : invalidTarget(node.value, of);
    case "Compare":
      // `a in b` of `for a in b` is a comparison.
      if (of !== "for") return node;
      return node.ops[0] === "In" ? invalidTarget(node.left, of) : null;
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}
