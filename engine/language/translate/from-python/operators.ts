/** @file Python's operators as they are written. */
import type * as python from "../../python/parser/tree.ts";
import type { BinaryOperator, Comparison } from "../tree.ts";

export const binaryOperators: Readonly<Record<python.BinaryOperator, BinaryOperator>> = {
  Add: "+",
  Sub: "-",
  Mult: "*",
  MatMult: "@",
  Div: "/",
  Mod: "%",
  Pow: "**",
  LShift: "<<",
  RShift: ">>",
  BitOr: "|",
  BitXor: "^",
  BitAnd: "&",
  FloorDiv: "//",
};

export const comparisons: Readonly<Record<python.ComparisonOperator, Comparison>> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Is: "is",
  IsNot: "is not",
  In: "in",
  NotIn: "not in",
};

export const unaryOperators = { UAdd: "+", USub: "-", Invert: "~", Not: "not" } as const;
