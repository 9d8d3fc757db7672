/** @file Which method stands for JavaScript's operators on tensors. */
import type { BinaryOperator } from "./runtime.ts";

const binary: Record<BinaryOperator, string> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "remainder",
  "**": "pow",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "==": "eq",
  "!=": "ne",
  "===": "eq",
  "!==": "ne",
};

/** `-x` is neg, `+x` is positive: the unary symbols are two of the binary ones. */
export function methodOfOperator(symbol: BinaryOperator, operands: number): string {
  if (operands === 1) return symbol === "-" ? "neg" : "positive";
  return binary[symbol];
}
