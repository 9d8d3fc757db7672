/**
 * @file Python's values. Numbers, strings, true, false and lists are JavaScript's own; None is null; a float that is whole is a Float;
 * everything else is a class here.
 */
import { Module } from "../../../nn/module.ts";
import { Float } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";

export { Float };

export class Tuple extends Array<unknown> {
  static make(items: Iterable<unknown>): Tuple {
    const tuple = new Tuple();
    for (const item of items) tuple.push(item);
    return tuple;
  }
}

/** torch.Size. */
export class Size extends Tuple {
  static override make(items: Iterable<unknown>): Size {
    const size = new Size();
    for (const item of items) size.push(item);
    return size;
  }
}

/** A tuple whose elements have names too, as torch.max(x, 1) returns. */
export class NamedTuple extends Tuple {
  constructor(
    readonly typeName: string,
    readonly names: readonly string[],
  ) {
    super();
  }
  static named(typeName: string, fields: readonly (readonly [string, unknown])[]): NamedTuple {
    const tuple = new NamedTuple(
      typeName,
      fields.map(([name]) => name),
    );
    for (const [, value] of fields) tuple.push(value);
    return tuple;
  }
}

export class Slice {
  constructor(
    readonly start: unknown,
    readonly stop: unknown,
    readonly step: unknown,
  ) {}
}

export class Range {
  constructor(
    readonly start: number,
    readonly stop: number,
    readonly step: number,
  ) {}
  get length(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step));
  }
  *[Symbol.iterator](): Iterator<number> {
    for (let i = 0; i < this.length; i++) yield this.start + i * this.step;
  }
}

export class Ellipsis {}
export const ellipsis = new Ellipsis();

/** torch.float32 and its kin. */
export class DTypeObject {
  constructor(readonly name: string) {}
}

/** np.float32: a dtype, and what makes a number of its own. */
export class NumpyType extends DTypeObject {}

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

/** collections.deque. */
export class Deque extends Array<unknown> {
  most: number | null = null;

  static holding(items: Iterable<unknown>, most: number | null): Deque {
    const made = new Deque();
    made.most = most;
    for (const item of items) made.add(item);
    return made;
  }

  /** At the right end; what is too much goes at the left. */
  add(item: unknown): void {
    this.push(item);
    if (this.most !== null && this.length > this.most) this.shift();
  }

  addLeft(item: unknown): void {
    this.unshift(item);
    if (this.most !== null && this.length > this.most) this.pop();
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

/** Something that is gone through once: a generator, map, zip, enumerate. */
export class PyIterator implements Iterable<unknown> {
  readonly #source: Iterator<unknown>;
  constructor(
    source: Iterable<unknown>,
    readonly typeName = "generator",
  ) {
    this.#source = source[Symbol.iterator]();
  }
  next(): IteratorResult<unknown> {
    return this.#source.next();
  }
  *[Symbol.iterator](): Iterator<unknown> {
    for (let step = this.next(); step.done !== true; step = this.next()) yield step.value;
  }
}

export interface ParameterSpec {
  readonly name: string;
  readonly kind: "plain" | "keyword" | "rest" | "keywords";
  readonly value?: unknown;
}

export type Keywords = Readonly<Record<string, unknown>> | null;

/** A function of the user's. */
export class PyFunction {
  readonly attributes = new Map<string, unknown>();
  constructor(
    readonly name: string,
    readonly parameters: readonly ParameterSpec[],
    readonly run: (...args: unknown[]) => unknown,
    readonly isGenerator: boolean,
    readonly doc: string | null,
    readonly isPlain: boolean,
  ) {}
}

/** A function of the runtime's, which gets keywords apart. */
export class Native {
  constructor(
    readonly name: string,
    readonly run: (args: readonly unknown[], keywords: Keywords) => unknown,
  ) {}
}

export class BoundMethod {
  constructor(
    readonly self: unknown,
    readonly method: unknown,
    readonly name: string,
  ) {}
}

export class Property {
  constructor(
    readonly get: unknown,
    readonly set: unknown = null,
  ) {}
}

export class StaticMethod {
  constructor(readonly method: unknown) {}
}

export class ClassMethod {
  constructor(readonly method: unknown) {}
}

export class PyClass {
  readonly members = new Map<string, unknown>();
  readonly mro: readonly PyClass[];
  annotations: readonly string[] = [];
  doc: string | null = null;
  /** For types of the runtime: how they are made, and what belongs to them. */
  construct: ((args: readonly unknown[], keywords: Keywords) => unknown) | null = null;
  holds: ((value: unknown) => boolean) | null = null;
  /** Told of every class that the user makes of this one. */
  onSubclass: ((cls: PyClass) => void) | null = null;
  /** The members of an Enum. */
  enumeration: ReadonlyMap<string, PyObject> | null = null;
  constructor(
    readonly name: string,
    readonly bases: readonly PyClass[],
    readonly module = "__main__",
  ) {
    this.mro = linearized(this, bases);
  }
  lookup(name: string): unknown {
    for (const cls of this.mro) {
      const found = cls.members.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  isSubclassOf(other: PyClass): boolean {
    return this.mro.includes(other);
  }
}

/** The C3 order of a class and its bases. */
function linearized(cls: PyClass, bases: readonly PyClass[]): PyClass[] {
  const lists = [...bases.map((base) => [...base.mro]), [...bases]].filter((list) => list.length > 0);
  const order = [cls];
  while (lists.some((list) => list.length > 0)) {
    const open = lists.filter((list) => list.length > 0);
    const next = open.map((list) => list[0]).find((head) => !open.some((list) => list.indexOf(head) > 0)) ?? open[0][0];
    order.push(next);
    for (const list of lists) if (list[0] === next) list.shift();
  }
  return order;
}

export interface Instance {
  readonly cls: PyClass;
  readonly attributes: Map<string, unknown>;
}

export class PyObject implements Instance {
  readonly attributes = new Map<string, unknown>();
  constructor(readonly cls: PyClass) {}
}

/** An instance of the user's nn.Module: the engine trains what it holds. */
export class PyModule extends Module implements Instance {
  readonly #cls: PyClass;
  readonly #attributes = new Map<string, unknown>();
  readonly #run: (self: PyModule, inputs: readonly unknown[]) => unknown;
  readonly #buffers = new Set<string>();
  #isReady = false;
  constructor(cls: PyClass, run: (self: PyModule, inputs: readonly unknown[]) => unknown) {
    super();
    this.#cls = cls;
    this.#run = run;
  }
  get cls(): PyClass {
    return this.#cls;
  }
  get attributes(): Map<string, unknown> {
    return this.#attributes;
  }
  get [Symbol.toStringTag](): string {
    return this.#cls.name;
  }
  /** Module.__init__ has been called. */
  get isReady(): boolean {
    return this.#isReady;
  }
  initialise(): void {
    this.#isReady = true;
  }
  /** Names of what was registered as a buffer. */
  get bufferNames(): Set<string> {
    return this.#buffers;
  }
  override forward(...inputs: never[]): unknown {
    return this.#run(this, inputs);
  }
  /** Shows parameters and sub-modules to the engine, which looks at own properties. */
  expose(name: string, value: unknown): void {
    const isTrained = Tensor.isTensor(value) || value instanceof Module;
    if (isTrained) Object.defineProperty(this, name, { value, enumerable: true, configurable: true, writable: true });
    else if (Object.hasOwn(this, name) && name !== "training") Reflect.deleteProperty(this, name);
  }
}

export const isInstance = (value: unknown): value is Instance => value instanceof PyObject || value instanceof PyModule;

export class Namespace {
  constructor(
    readonly name: string,
    readonly members: ReadonlyMap<string, unknown>,
  ) {}
}

/** A module that can be imported, and no more: it is missed where it is used. */
export class AbsentModule extends Namespace {
  constructor(
    name: string,
    readonly miss: () => never,
  ) {
    super(name, new Map());
  }
}

/** A context manager of the runtime's. */
export class Manager {
  constructor(
    readonly enter: () => unknown,
    readonly exit: () => void,
  ) {}
}

export const isFloat = (value: unknown): value is number | Float =>
  value instanceof Float || (typeof value === "number" && !Number.isInteger(value));
export const isInt = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value);

/** A JavaScript number as Python's float. */
export function float(value: number): number | Float {
  return Number.isInteger(value) ? new Float(value) : value;
}

export function typeName(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "str";
  if (isFloat(value)) return "float";
  if (typeof value === "number") return "int";
  if (Tensor.isTensor(value)) return "Tensor";
  if (value instanceof Size) return "Size";
  if (value instanceof NamedTuple) return value.typeName;
  if (value instanceof Tuple) return "tuple";
  if (value instanceof Deque) return "collections.deque";
  if (Array.isArray(value)) return "list";
  if (value instanceof Dict) return "dict";
  if (value instanceof PySet) return "set";
  if (value instanceof Range) return "range";
  if (value instanceof Slice) return "slice";
  if (value instanceof Ellipsis) return "ellipsis";
  if (value instanceof PyIterator) return value.typeName;
  if (value instanceof PyFunction) return "function";
  if (value instanceof Native) return "builtin_function_or_method";
  if (value instanceof BoundMethod) return "method";
  if (value instanceof PyClass) return "type";
  if (value instanceof DTypeObject) return "torch.dtype";
  if (value instanceof Namespace) return "module";
  if (value instanceof PyObject || value instanceof PyModule) return value.cls.name;
  if (typeof value === "function") return /^[A-Z]/.test(value.name) ? "type" : "builtin_function_or_method";
  if (typeof value === "object") return value.constructor.name;
  return typeof value;
}
