/** @file What is gone through once. */

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
