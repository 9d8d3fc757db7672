/** @file Numbers that come in parts, put together; more than there can be are refused. */
export class NumbersCollector {
  readonly #most: number;
  #parts: Float32Array[] = [];
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  begin(): void {
    this.#parts = [];
    this.#length = 0;
  }

  /** False where they are too many. */
  take(part: Float32Array | null): boolean {
    if (part === null) return true;
    this.#parts.push(part);
    this.#length += part.length;
    return this.#length <= this.#most;
  }

  get all(): Float32Array {
    const all = new Float32Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
