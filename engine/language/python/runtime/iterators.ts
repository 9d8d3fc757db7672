/** @file What is gone through once. */

/** Something that is gone through once: a generator, map, zip, enumerate. */
export class PyIterator implements Iterable<unknown> {
  readonly #source: Iterator<unknown, unknown, unknown>;
  constructor(
    source: Iterable<unknown>,
    readonly typeName = "generator",
  ) {
    this.#source = source[Symbol.iterator]();
  }
  /** `sent` is what a generator's yield comes to. */
  next(sent: unknown = null): IteratorResult<unknown> {
    return this.#source.next(sent);
  }
  /** Raises where the generator stands. */
  throw(error: unknown): IteratorResult<unknown> {
    if (this.#source.throw === undefined) throw error;
    return this.#source.throw(error);
  }
  close(): void {
    this.#source.return?.();
  }
  *[Symbol.iterator](): Iterator<unknown> {
    let step = this.next();
    while (step.done !== true) step = this.next((yield step.value) ?? null);
    return step.value;
  }
}
