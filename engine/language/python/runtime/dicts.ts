/** @file dict, defaultdict and set, and what they find a key by. */
import { Float } from "../../../tensor/dtype.ts";
import { Tuple } from "./sequences.ts";

/** What a dict or a set finds a key by: equal values are one key, whatever their class. */
export function keyOf(key: unknown): unknown {
  if (key instanceof Float) return key.value;
  if (typeof key === "boolean") return key ? 1 : 0;
  if (key instanceof Tuple)
    return `(${[...key].map((item) => `${typeof keyOf(item)}:${String(keyOf(item))}`).join(",")})`;
  if (typeof key === "string") return `s:${key}`;
  return key;
}

export class Dict {
  readonly #entries = new Map<unknown, [unknown, unknown]>();
  constructor(entries: Iterable<readonly [unknown, unknown]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }
  get size(): number {
    return this.#entries.size;
  }
  get(key: unknown): unknown {
    return this.#entries.get(keyOf(key))?.[1];
  }
  has(key: unknown): boolean {
    return this.#entries.has(keyOf(key));
  }
  set(key: unknown, value: unknown): void {
    const id = keyOf(key);
    const known = this.#entries.get(id);
    this.#entries.set(id, [known === undefined ? key : known[0], value]);
  }
  delete(key: unknown): boolean {
    return this.#entries.delete(keyOf(key));
  }
  clear(): void {
    this.#entries.clear();
  }
  keys(): unknown[] {
    return [...this.#entries.values()].map(([key]) => key);
  }
  values(): unknown[] {
    return [...this.#entries.values()].map(([, value]) => value);
  }
  entries(): [unknown, unknown][] {
    return [...this.#entries.values()].map(([key, value]) => [key, value]);
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.keys()[Symbol.iterator]();
  }
}

/** collections.defaultdict. */
export class DefaultDict extends Dict {
  constructor(
    readonly make: (() => unknown) | null,
    entries: Iterable<readonly [unknown, unknown]> = [],
  ) {
    super(entries);
  }
}

export class PySet {
  readonly #items = new Dict();
  constructor(items: Iterable<unknown> = []) {
    for (const item of items) this.add(item);
  }
  get size(): number {
    return this.#items.size;
  }
  has(item: unknown): boolean {
    return this.#items.has(item);
  }
  add(item: unknown): void {
    this.#items.set(item, true);
  }
  delete(item: unknown): boolean {
    return this.#items.delete(item);
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.#items[Symbol.iterator]();
  }
}
