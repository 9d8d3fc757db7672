/** @file What the runtime calls Python's operators. */
import type { BinaryOperator, ComparisonOperator } from "./parser/tree.ts";

export const binaryNames: Readonly<Record<BinaryOperator, string>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  Div: "div",
  FloorDiv: "floordiv",
  Mod: "mod",
  Pow: "pow",
  MatMult: "matmul",
  BitAnd: "and",
  BitOr: "or",
  BitXor: "xor",
  LShift: "lshift",
  RShift: "rshift",
};

export const comparisonNames: Readonly<Record<ComparisonOperator, string>> = {
  Lt: "lt",
  LtE: "le",
  Gt: "gt",
  GtE: "ge",
  Eq: "eq",
  NotEq: "ne",
  In: "contains",
  NotIn: "lacks",
  Is: "is",
  IsNot: "isNot",
};
