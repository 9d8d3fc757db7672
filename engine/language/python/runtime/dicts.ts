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
  if (key instanceof PySet && key.isFrozen)
    return `{${[...key]
      .map((item) => String(keyOf(item)))
      .sort()
      .join(",")}}`;
  return typeof key === "object" && key !== null ? ownKey(key) : key;
}

/** For objects of the user's, which say themselves what they equal, and for lists, which are no keys; filled in by hashing.ts. */
let ownKey: (key: object) => unknown = (key) => key;

export function provideKeys(of: (key: object) => unknown): void {
  ownKey = of;
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

/** collections.OrderedDict, and the state of a module. */
export class OrderedDict extends Dict {
  moveToEnd(key: unknown, isLast: boolean): void {
    const entries = this.entries();
    const at = entries.findIndex(([each]) => keyOf(each) === keyOf(key));
    const [entry] = entries.splice(at, 1);
    this.clear();
    for (const [name, value] of isLast ? [...entries, entry] : [entry, ...entries]) this.set(name, value);
  }
}

/** collections.Counter: what is not in it was counted zero times. */
export class Counter extends Dict {
  count(items: Iterable<unknown>): void {
    for (const item of items) this.set(item, Number(this.get(item) ?? 0) + 1);
  }
  mostCommon(): [unknown, unknown][] {
    return this.entries().sort(([, a], [, b]) => Number(b) - Number(a));
  }
}

/** What keys(), values() and items() give: it follows the dict. */
export class DictView {
  constructor(
    readonly dict: Dict,
    readonly what: "keys" | "values" | "items",
    readonly list: () => unknown[],
  ) {}
  get length(): number {
    return this.dict.size;
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.list()[Symbol.iterator]();
  }
}

/** collections.defaultdict. */
export class DefaultDict extends Dict {
  constructor(
    readonly make: (() => unknown) | null,
    readonly factory: unknown,
    entries: Iterable<readonly [unknown, unknown]> = [],
  ) {
    super(entries);
  }
}

export class PySet {
  readonly #items = new Dict();
  constructor(
    items: Iterable<unknown> = [],
    readonly isFrozen = false,
  ) {
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
