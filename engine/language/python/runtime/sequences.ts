/** @file tuple, torch.Size, named tuples, slice, range and deque. Lists are JavaScript's own. */

import type { PyClass } from "./classes.ts";

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
    /** The class, if it is the user's: namedtuple, typing.NamedTuple. */
    readonly owner: PyClass | null = null,
  ) {
    super();
  }
  get isOwn(): boolean {
    return this.owner !== null;
  }
  static named(
    typeName: string,
    fields: readonly (readonly [string, unknown])[],
    owner: PyClass | null = null,
  ): NamedTuple {
    const tuple = new NamedTuple(
      typeName,
      fields.map(([name]) => name),
      owner,
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
