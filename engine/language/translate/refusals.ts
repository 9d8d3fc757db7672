/** @file What could not be translated: all of it, not only the first. */
import type { Range } from "../program.ts";
import { type Expression, nowhere, type Refused } from "./tree.ts";

export class Refusals {
  readonly #found = new Map<string, Refused>();

  add(range: Range, message: string): void {
    const key = `${range.start}:${message}`;
    if (!this.#found.has(key)) this.#found.set(key, { start: range.start, end: range.end, message });
  }

  /** Stands where an expression was refused, so that the rest is still read. */
  expression(range: Range, message: string): Expression {
    this.add(range, message);
    return { kind: "constant", value: null, range };
  }

  get all(): readonly Refused[] {
    return [...this.#found.values()].sort((a, b) => a.start - b.start);
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }
}

export const rangeOf = (node: Range | null): Range => (node === null ? nowhere : { start: node.start, end: node.end });
