/** @file What an aggregator remembers from step to step. It belongs to a run, so that a run again remembers the same. */

/** Named numbers, all of one length each; they begin anew where there are other components than before. */
export class AggregatorMemory {
  #key = "";
  readonly #kept = new Map<string, Float64Array>();

  /** The numbers of this name: `size` of them, each `initial` at first. Whoever gets them changes them in place. */
  recall(name: string, size: number, initial: number): Float64Array {
    const known = this.#kept.get(name);
    if (known !== undefined && known.length === size) return known;
    const fresh = new Float64Array(size).fill(initial);
    this.#kept.set(name, fresh);
    return fresh;
  }

  /** Forgets all where `key`, what the numbers are about, is another one. */
  keepFor(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    this.#kept.clear();
  }
}
