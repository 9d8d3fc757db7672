/** @file The Runtime both languages' compiled losses call: knows which expression is being evaluated, and for how long. */
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import { methodOfOperator } from "./operators.ts";
import { NdArray } from "./python/runtime/arrays/nd-array.ts";
import { pythonRuntime } from "./python/runtime/index.ts";
import type { BinaryOperator, Runtime } from "./runtime.ts";

/** Nested deeper than this, expressions are no longer told apart; JavaScript's own stack ends soon after. */
const DEEPEST = 8192;

/** Loops look at the clock once in this many rounds: a look costs more than a round. Must be a power of two. */
const ROUNDS_PER_LOOK = 256;

export interface RuntimeOptions {
  /** Milliseconds that one run of forward may spend in its loops. */
  readonly budget: number;
  readonly now: () => number;
}

/** An array of NumPy's is shown as the tensor that it holds. */
const shown = (value: unknown): unknown => (value instanceof NdArray ? value.tensor : value);

export type ProbeListener = (probe: number, value: unknown) => void;

/** Of an error that ended a loop: which; null for any other. */
export let loopOf: (error: unknown) => number | null;

/** Thrown into a loop that outlives its budget. */
export class LoopTimeout extends EngineError {
  readonly #loop: number;
  static {
    loopOf = (error) => (typeof error === "object" && error !== null && #loop in error ? error.#loop : null);
  }

  constructor(loop: number, budget: number) {
    super({
      type: "TimeoutError",
      code: "timeout",
      message: `forward: this loop was still running after ${budget / 1000} s`,
      hint: "Check the condition that ends it.",
    });
    this.#loop = loop;
  }
}

Object.defineProperty(LoopTimeout.prototype, "constructor", { value: Error });
Object.freeze(LoopTimeout.prototype);

export class LossRuntime implements Runtime {
  readonly #frames = new Int32Array(DEEPEST);
  readonly #options: RuntimeOptions;
  #depth = 0;
  #rounds = 0;
  #startedAt: number;
  #lastProbe: number | null = null;
  #lastValue: unknown = undefined;

  /** Told of every value while set. Null while training, where a probe must cost next to nothing. */
  listener: ProbeListener | null = null;

  constructor(options: RuntimeOptions) {
    this.#options = options;
    this.#startedAt = options.now();
  }

  /** Begins a run of forward: nothing is being evaluated, and loops have their whole budget. */
  begin(): void {
    this.#depth = 0;
    this.#rounds = 0;
    this.#lastProbe = null;
    this.#lastValue = undefined;
    this.#startedAt = this.#options.now();
  }

  /** The innermost expression being evaluated, or null between statements. */
  current(): number | null {
    return this.#depth > 0 ? (this.#frames[Math.min(this.#depth, DEEPEST) - 1] ?? null) : null;
  }

  /** Where `error` came from: the expression it escaped from, or for `throw x` the expression that made x. */
  locate(error: unknown): number | null {
    return this.#lastValue === error && error !== undefined ? this.#lastProbe : this.current();
  }

  enter(probe: number): number {
    const depth = this.#depth;
    if (depth < DEEPEST) this.#frames[depth] = probe;
    this.#depth = depth + 1;
    return depth;
  }

  probe<T>(depth: number, value: T): T {
    this.#depth = depth;
    if (depth < DEEPEST) {
      const probe = this.#frames[depth];
      this.#lastProbe = probe;
      this.#lastValue = value;
      if (this.listener !== null) this.listener(probe, shown(value));
    }
    return value;
  }

  value<T>(probe: number, value: T): T {
    this.#lastProbe = probe;
    this.#lastValue = value;
    if (this.listener !== null) this.listener(probe, shown(value));
    return value;
  }

  parameter(probe: number, value: unknown): void {
    if (this.listener !== null) this.listener(probe, shown(value));
  }

  loop(loop: number): void {
    this.#rounds = (this.#rounds + 1) & (ROUNDS_PER_LOOK - 1);
    if (this.#rounds !== 0) return;
    if (this.#options.now() - this.#startedAt > this.#options.budget) throw new LoopTimeout(loop, this.#options.budget);
  }

  python(console: object): unknown {
    return pythonRuntime((text) => {
      const log: unknown = Reflect.get(console, "log");
      if (typeof log === "function") Reflect.apply(log, console, [text.replace(/\n$/, "")]);
    });
  }

  operator(symbol: BinaryOperator, ...operands: readonly unknown[]): unknown {
    const refused = equalities.has(symbol)
      ? operands.every((operand) => Tensor.isTensor(operand) || typeof operand === "number") &&
        operands.some(Tensor.isTensor)
      : operands.some(Tensor.isTensor);
    if (refused) throw operatorOnTensor(symbol, operands.length);
    return plainOperator(symbol, operands);
  }
}

/** Comparing a tensor with null or undefined is a question about the variable, not about its elements: that stays allowed. */
const equalities: ReadonlySet<BinaryOperator> = new Set(["==", "!=", "===", "!=="]);

function operatorOnTensor(symbol: BinaryOperator, operands: number): EngineError {
  const method = methodOfOperator(symbol, operands);
  return new EngineError({
    type: "RuntimeError",
    code: "operator",
    op: method,
    message: `JavaScript's ${symbol} does not work on tensors`,
    hint: `Use the method ${method}: ${operands === 1 ? `x.${method}()` : `x.${method}(y)`}.`,
  });
}

/** JavaScript's own meaning, for operands that turned out to be no tensors. */
function plainOperator(symbol: BinaryOperator, operands: readonly unknown[]): unknown {
  // The compiler puts `operator` wherever a tensor may stand, so the operands are whatever the user wrote: JavaScript's coercions apply.
  const [left, right] = operands as [never, never];
  if (operands.length === 1) return symbol === "-" ? -left : +left;
  switch (symbol) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "**":
      return left ** right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      // biome-ignore lint/suspicious/noDoubleEquals: this is the user's ==
      return left == right;
    case "!=":
      // biome-ignore lint/suspicious/noDoubleEquals: this is the user's !=
      return left != right;
    case "===":
      return left === right;
    case "!==":
      return left !== right;
  }
}
