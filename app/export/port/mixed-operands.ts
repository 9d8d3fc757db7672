/** @file Operators between kinds of numbers: PyTorch promotes, TensorFlow's own operators do not, and Keras's functions do on every backend. */
import { FLOAT, isTensor, MASK, SIZE, WHOLE } from "./held.ts";

const operators: ReadonlyMap<string, string> = new Map([
  ["+", "add"],
  ["-", "subtract"],
  ["*", "multiply"],
  ["/", "true_divide"],
  ["//", "floor_divide"],
  ["%", "mod"],
  ["**", "power"],
]);

const comparisons: ReadonlyMap<string, string> = new Map([
  ["==", "equal"],
  ["!=", "not_equal"],
  ["<", "less"],
  ["<=", "less_equal"],
  [">", "greater"],
  [">=", "greater_equal"],
]);

const NOT_FLOAT = WHOLE | MASK | SIZE;

/** keras.ops's function for an operator between such operands; null where the operator itself will do. */
export function functionFor(operator: string, left: number, right: number): string | null {
  const comparison = comparisons.get(operator);
  const found = operators.get(operator) ?? comparison;
  if (found === undefined || ((left | right) & NOT_FLOAT) === 0) return null;
  if (comparison !== undefined) return isTensor(left) && isTensor(right) && left !== right ? `ops.${found}` : null;
  // Whole numbers among themselves: only division makes something else of them, and a mask counts.
  const areAlike = ((left | right) & (FLOAT | MASK)) === 0;
  return areAlike && operator !== "/" ? null : `ops.${found}`;
}
