/** @file Classes and their instances, of which modules are nn.Modules of the engine's too. */
import { Module } from "../../../nn/module.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import type { Keywords } from "./functions.ts";

export class PyClass {
  readonly members = new Map<string, unknown>();
  annotations: readonly string[] = [];
  doc: string | null = null;
  /** For types of the runtime: how they are made, and what belongs to them. */
  construct: ((args: readonly unknown[], keywords: Keywords) => unknown) | null = null;
  holds: ((value: unknown) => boolean) | null = null;
  /** Told of every class that the user makes of this one. */
  onSubclass: ((cls: PyClass) => void) | null = null;
  /** Why no instance can be made, if none can: it lacks what it was promised. */
  static refusal: (cls: PyClass) => string | null = () => null;
  /** The members of an Enum. */
  enumeration: ReadonlyMap<string, PyObject> | null = null;
  #name: string;
  #bases: readonly PyClass[];
  #mro: readonly PyClass[];
  constructor(
    name: string,
    bases: readonly PyClass[],
    readonly module = "__main__",
  ) {
    this.#name = name;
    this.#bases = bases;
    this.#mro = [this, ...(orderOf(bases) ?? [])];
  }
  get name(): string {
    return this.#name;
  }
  get bases(): readonly PyClass[] {
    return this.#bases;
  }
  get mro(): readonly PyClass[] {
    return this.#mro;
  }
  /** Takes the name and the bases that a metaclass decided on. */
  become(name: string, bases: readonly PyClass[]): void {
    this.#name = name;
    this.#bases = bases;
    this.#mro = [this, ...(orderOf(bases) ?? [])];
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

/** The C3 order of all that a class with these bases inherits from; null where there is none that keeps theirs. */
export function orderOf(bases: readonly PyClass[]): PyClass[] | null {
  const lists = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: PyClass[] = [];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return order;
    const next = open.map((list) => list[0]).find((head) => !open.some((list) => list.indexOf(head) > 0));
    if (next === undefined) return null;
    order.push(next);
    for (const list of open) if (list[0] === next) list.shift();
  }
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
  /** Another of the same class, with nothing in it yet. */
  twin(): PyModule {
    const made = new PyModule(this.#cls, this.#run);
    made.#isReady = this.#isReady;
    made.training = this.training;
    for (const name of this.#buffers) made.#buffers.add(name);
    return made;
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

/** A class that a metaclass made: an instance itself, whose attributes are its members. */
export class MadeClass extends PyClass implements Instance {
  readonly cls: PyClass;
  constructor(name: string, bases: readonly PyClass[], metaclass: PyClass, module?: string) {
    super(name, bases, module);
    this.cls = metaclass;
  }
  get attributes(): Map<string, unknown> {
    return this.members;
  }
}

export const isInstance = (value: unknown): value is Instance =>
  value instanceof PyObject || value instanceof PyModule || value instanceof MadeClass;
