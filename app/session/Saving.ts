/** @file Saves what changes some moments after it has changed, one save after the other, and at once when it has to be. */

export class Saving {
  readonly #after: number;
  readonly #begin: () => () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void>;

  /** `begin` does at once what may not wait, and gives what has to come after the saves before it; `first` comes before all of them. */
  constructor(after: number, begin: () => () => Promise<void>, first: Promise<void> = Promise.resolve()) {
    this.#after = after;
    this.#begin = begin;
    this.#last = first;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), this.#after);
  }

  /** Saves what is not saved yet, as far as can be done before the page is gone. */
  flush(): Promise<void> {
    if (this.#timer !== undefined) this.#save();
    return this.#last;
  }

  /** Without another save. */
  abandon(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #save(): void {
    this.abandon();
    this.#last = this.#last.then(this.#begin());
  }
}
