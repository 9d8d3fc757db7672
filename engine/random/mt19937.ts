/** @file The Mersenne Twister as at::mt19937 seeds and tempers it. */

export const SIZE = 624;
const SHIFT = 397;

/** Where a sequence stands, in the words of PyTorch's own record of it. */
export interface Mt19937State {
  readonly seed: number;
  /** Draws until the next twist, this one included. */
  readonly left: number;
  readonly next: number;
  readonly state: Uint32Array;
}

export class Mt19937 {
  readonly #state = new Uint32Array(SIZE);
  #seed = 0;
  #left = 1;
  #next = 0;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** Only the low 32 bits count, as in PyTorch; those of a negative number are its two's complement's. */
  seed(seed: number): void {
    const state = this.#state;
    state[0] = seed % 2 ** 32;
    for (let i = 1; i < SIZE; i++) {
      const before = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = Math.imul(1812433253, before) + i;
    }
    this.#seed = seed;
    this.#left = 1;
    this.#next = 0;
  }

  /** `restore` goes back there. */
  save(): Mt19937State {
    return { seed: this.#seed, left: this.#left, next: this.#next, state: this.#state.slice() };
  }

  restore(saved: Mt19937State): void {
    this.#seed = saved.seed;
    this.#left = saved.left;
    this.#next = saved.next;
    this.#state.set(saved.state);
  }

  /** What it was seeded with. */
  get initialSeed(): number {
    return this.#seed;
  }

  /** 32 random bits. */
  next(): number {
    if (--this.#left === 0) this.#twist();
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
    this.#left = SIZE;
    this.#next = 0;
  }
}
