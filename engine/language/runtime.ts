/**
 * @file The names that compiled losses call, in both languages: `__ll`. The compiler puts
 *
 *   expr             ->  __ll.probe(__ll.enter(id), expr)      the id is on a stack while expr is evaluated, so
 *                                                              whatever throws is traced to the innermost expression
 *   name             ->  __ll.value(id, name)                 in Python, where a name that is bound has nothing to trace
 *   (p, t) => { … }  ->  { __ll.parameter(id, p); __ll.parameter(id + 1, t); … }
 *   for (…) { … }    ->  for (…) { __ll.loop(id); … }          ends a loop that outlives the evaluation's time
 *   l - r            ->  __ll.operator("-", l, r)              JavaScript's operators on tensors are refused, never NaN
 *   -x               ->  __ll.operator("-", x)
 *   return;          ->  return __ll.probe(__ll.enter(id), undefined);
 *
 * `enter` returns the depth at which the id was put; `probe` cuts the stack back to it. An exception that the user's
 * own `catch` swallowed therefore leaves nothing behind.
 */

/** Unary `-` and `+` come with one operand. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "**" | "<" | "<=" | ">" | ">=" | "==" | "!=" | "===" | "!==";

export interface Runtime {
  enter(probe: number): number;
  probe<T>(depth: number, value: T): T;
  /** What `probe` does, for what cannot throw. */
  value<T>(probe: number, value: T): T;
  parameter(probe: number, value: unknown): void;
  loop(loop: number): void;
  operator(symbol: BinaryOperator, ...operands: readonly unknown[]): unknown;
  /** Python's own operators, calls and types, for the PyTorch dialect. */
  python(console: object): unknown;
}
