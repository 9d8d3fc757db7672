/**
 * @file Evaluates the one-line Python expressions of PyTorch's reference cases on the engine: calls with keywords, operators, lists,
 * subscripts by number. Only for tests; what it doesn't know it refuses with Unsupported.
 */

import { Tensor } from "../tensor/tensor.ts";
import { F, torch } from "../torch.ts";

export class Unsupported extends Error {}

type Value = unknown;
type Scope = Readonly<Record<string, Value>>;

const tokenPattern =
  /\s*(\d+\.?\d*(?:e[-+]?\d+)?|\.\d+|'[^']*'|"[^"]*"|[A-Za-z_]\w*|\*\*|\/\/|<=|>=|==|!=|[-+*/%@<>()[\],.=:])/giy;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const match = tokenPattern.exec(text);
    if (match === null) throw new Unsupported(`syntax: ${text}`);
    tokens.push(match[1]);
  }
  return tokens;
}

const binaryLevels: readonly (readonly string[])[] = [
  ["<", "<=", ">", ">=", "==", "!="],
  ["+", "-"],
  ["*", "/", "%", "@"],
];

const methodOf: Record<string, string> = {
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "==": "eq",
  "!=": "ne",
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "remainder",
  "@": "matmul",
  "**": "pow",
};

class Evaluator {
  #at = 0;
  constructor(
    private readonly tokens: readonly string[],
    private readonly scope: Scope,
  ) {}

  run(): Value {
    const value = this.#tuple();
    if (this.#at < this.tokens.length) throw new Unsupported(`trailing ${this.tokens[this.#at]}`);
    return value;
  }

  #tuple(): Value {
    const first = this.#binary(0);
    if (this.#peek() !== ",") return first;
    const values = [first];
    while (this.#take(",")) if (this.#peek() !== undefined && this.#peek() !== ")") values.push(this.#binary(0));
    return values;
  }

  #binary(level: number): Value {
    const symbols = binaryLevels[level];
    if (symbols === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (let symbol = this.#peek(); symbol !== undefined && symbols.includes(symbol); symbol = this.#peek()) {
      this.#at++;
      left = operate(symbol, left, this.#binary(level + 1));
    }
    return left;
  }

  #unary(): Value {
    if (this.#take("-")) {
      const value = this.#unary();
      return typeof value === "number" ? -value : invoke(value, "neg", []);
    }
    const base = this.#postfix(this.#atom());
    return this.#take("**") ? operate("**", base, this.#unary()) : base;
  }

  #atom(): Value {
    const token = this.tokens[this.#at++];
    if (token === undefined) throw new Unsupported("unexpected end");
    if (/^[\d.]/.test(token)) return Number(token);
    if (/^['"]/.test(token)) return token.slice(1, -1);
    if (token === "(") {
      if (this.#take(")")) return [];
      const value = this.#tuple();
      this.#expect(")");
      return value;
    }
    if (token === "[") {
      const values: Value[] = [];
      while (!this.#take("]")) {
        values.push(this.#binary(0));
        this.#take(",");
      }
      return values;
    }
    const constants: Record<string, Value> = { True: true, False: false, None: null, torch, F };
    if (Object.hasOwn(this.scope, token)) return this.scope[token];
    if (Object.hasOwn(constants, token)) return constants[token];
    throw new Unsupported(`name ${token}`);
  }

  #postfix(start: Value): Value {
    let value = start;
    for (;;) {
      if (this.#take(".")) {
        const name = this.tokens[this.#at++] ?? "";
        if (this.#take("(")) value = invoke(value, name, this.#arguments());
        else value = read(value, name);
      } else if (this.#take("[")) {
        const index = this.#binary(0);
        if (this.#peek() !== "]") throw new Unsupported("subscript");
        this.#expect("]");
        if (typeof index !== "number" || !(Array.isArray(value) || isPair(value))) throw new Unsupported("subscript");
        value = Array.isArray(value) ? value.at(index) : index === 0 ? value.values : value.indices;
      } else return value;
    }
  }

  #arguments(): Value[] {
    const values: Value[] = [];
    const keywords: Record<string, Value> = {};
    while (!this.#take(")")) {
      if (this.tokens[this.#at + 1] === "=") {
        const name = this.tokens[this.#at] ?? "";
        this.#at += 2;
        keywords[name] = this.#binary(0);
      } else values.push(this.#binary(0));
      this.#take(",");
    }
    return Object.keys(keywords).length > 0 ? [...values, keywords] : values;
  }

  #peek(): string | undefined {
    return this.tokens[this.#at];
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new Unsupported(`expected ${token}`);
  }
}

function isPair(value: Value): value is { values: Tensor; indices: Tensor } {
  return typeof value === "object" && value !== null && "values" in value && "indices" in value;
}

function operate(symbol: string, left: Value, right: Value): Value {
  const name = methodOf[symbol] ?? "";
  if (Tensor.isTensor(left)) return invoke(left, name, [right]);
  if (Tensor.isTensor(right)) return invoke(torch, name, [left, right]);
  if (typeof left !== "number" || typeof right !== "number") throw new Unsupported(`${symbol} on plain values`);
  const plain: Record<string, (a: number, b: number) => number> = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => a / b,
    "**": (a, b) => a ** b,
  };
  const f = plain[symbol];
  if (f === undefined) throw new Unsupported(symbol);
  return f(left, right);
}

function read(owner: Value, name: string): Value {
  if ((typeof owner !== "object" && typeof owner !== "function") || owner === null || !(name in owner))
    throw new Unsupported(name);
  const value: unknown = Reflect.get(owner, name);
  return value;
}

function invoke(owner: Value, name: string, args: readonly Value[]): Value {
  const f = read(owner, name);
  if (typeof f !== "function") throw new Unsupported(`${name} is not called`);
  const result: unknown = Reflect.apply(f, owner, args);
  return result;
}

export function evaluatePython(text: string, scope: Scope): Value {
  return new Evaluator(tokenize(text), scope).run();
}
