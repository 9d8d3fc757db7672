/** @file The Mersenne Twister as at::mt19937 seeds and tempers it. */

const SIZE = 624;
const SHIFT = 397;

export class Mt19937 {
  readonly #state = new Uint32Array(SIZE);
  #next = SIZE;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Only the low 32 bits count, as in PyTorch. */
  seed(seed: number): void {
    const state = this.#state;
    state[0] = seed % 2 ** 32;
    for (let i = 1; i < SIZE; i++) {
      const before = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = Math.imul(1812433253, before) + i;
    }
    this.#next = SIZE;
  }

  /** Where the sequence stands; `restore` goes back there. */
  save(): { readonly state: Uint32Array; readonly next: number } {
    return { state: this.#state.slice(), next: this.#next };
  }

  restore(saved: { readonly state: Uint32Array; readonly next: number }): void {
    this.#state.set(saved.state);
    this.#next = saved.next;
  }

  /** 32 random bits. */
  next(): number {
    if (this.#next === SIZE) this.#twist();
    let y = this.#state[this.#next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE; i++) {
      const y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#next = 0;
  }
}
