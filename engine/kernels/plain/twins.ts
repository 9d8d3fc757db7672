/** @file For tests: the SIMD kernels and their references on two memories with the same contents. */
import { type Kernels, RESERVED_BYTES } from "../signatures.ts";
import { instantiateKernels } from "../wasm.ts";
import { createMemory } from "../webassembly.ts";
import { plainKernels } from "./index.ts";

/** Mulberry32: the same numbers in every run. */
export function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What arithmetic treats apart: zeros, infinities, NaN, denormals, and what overflows when squared. */
const specials = [
  0,
  -0,
  1,
  -1,
  0.5,
  Infinity,
  -Infinity,
  NaN,
  1e-45,
  -1e-45,
  3e-39,
  -3e-39,
  1e30,
  -1e30,
  1e-30,
  3.4e38,
];

export class Twins {
  readonly simd: Kernels;
  readonly plain: Kernels;
  readonly #own: Float32Array;
  readonly #reference: Float32Array;
  readonly #ownBits: Int32Array;
  readonly #referenceBits: Int32Array;
  readonly #random: () => number;

  constructor(pages: number, seed = 1) {
    const own = createMemory(pages);
    const reference = createMemory(pages);
    this.simd = instantiateKernels(own);
    this.plain = plainKernels(reference);
    this.#own = new Float32Array(own.buffer, RESERVED_BYTES);
    this.#reference = new Float32Array(reference.buffer, RESERVED_BYTES);
    this.#ownBits = new Int32Array(own.buffer, RESERVED_BYTES);
    this.#referenceBits = new Int32Array(reference.buffer, RESERVED_BYTES);
    this.#random = randomSource(seed);
  }

  /** The pointer to the i-th number of the free memory. */
  at(i: number): number {
    return RESERVED_BYTES + 4 * i;
  }

  /** Puts one number at so many places from an address on, in the kernels' memory alone. */
  fill(address: number, value: number, count: number): void {
    const from = (address - RESERVED_BYTES) / 4;
    this.#own.fill(value, from, from + count);
  }

  /** Puts numbers into both memories; `specialShare` of them are special. */
  randomize(count: number, specialShare: number): void {
    for (let i = 0; i < count; i++) {
      const isSpecial = this.#random() < specialShare;
      const choice = this.#random();
      this.#own[i] = isSpecial
        ? specials[Math.floor(choice * specials.length)]
        : (choice - 0.5) * 2 ** Math.floor(this.#random() * 8);
    }
    this.#reference.set(this.#own.subarray(0, count));
  }

  /** Puts f(i) into both memories. */
  write(f: (i: number) => number, count: number): void {
    for (let i = 0; i < count; i++) this.#own[i] = f(i);
    this.#reference.set(this.#own.subarray(0, count));
  }

  /** Puts f(0), f(1), … as float64 into both memories, from the i-th number on, which is an even one. */
  writeWide(f: (k: number) => number, i: number, count: number): void {
    const values = Float64Array.from({ length: count }, (_, k) => f(k));
    this.#putBits(new Int32Array(values.buffer), i);
  }

  /** Puts whole numbers as int32 into both memories, from the i-th number on. */
  writeWhole(values: readonly number[], i: number): void {
    this.#putBits(Int32Array.from(values), i);
  }

  #putBits(bits: Int32Array, i: number): void {
    this.#ownBits.set(bits, i);
    this.#referenceBits.set(bits, i);
  }

  /** The i-th number that the SIMD kernels left. */
  read(i: number): number {
    return this.#own[i];
  }

  /** Calls the same kernel on both, and says where the first `count` numbers, or the results, differ. */
  difference(count: number, call: (kernels: Kernels) => unknown): string | null {
    const own = call(this.simd);
    const reference = call(this.plain);
    if (!Object.is(own, reference)) return `gives ${own}, not ${reference}`;
    for (let i = 0; i < count; i++) {
      if (this.#ownBits[i] === this.#referenceBits[i]) continue;
      const [x, y] = [this.#own[i], this.#reference[i]];
      if (!(Number.isNaN(x) && Number.isNaN(y))) return `has ${x} at ${i}, not ${y}`;
    }
    return null;
  }
}

/** Three operands of up to 70 numbers, each beginning at any of four places, with room between them. */
export const SPAN = 96;
export const AREA = 4 * SPAN;

export const lengthsAndPlaces = Array.from({ length: 142 }, (_, i): [n: number, a: number, b: number, y: number] => {
  const n = i >> 1;
  const shift = n % 4;
  return i % 2 === 0
    ? [n, shift, SPAN + ((shift + 1) % 4), 2 * SPAN + ((shift + 2) % 4)]
    : [n, (shift + 3) % 4, SPAN + shift, 2 * SPAN + shift];
});

/** Matrices of up to MATRIX numbers. */
export const MATRIX = 20 * 17 + 8;
export const shapes = Array.from({ length: 21 }, (_, cols) =>
  [0, 1, 2, 3, 4, 9, 17].map((rows): [rows: number, cols: number] => [rows, cols]),
).flat();

/** The first case in which a kernel differs from its reference in the first `area` numbers; null if there is none. */
export function firstDifference<Case extends readonly number[]>(
  twins: Twins,
  cases: Iterable<Case>,
  area: number,
  call: (kernels: Kernels, of: Case) => unknown,
): string | null {
  for (const specialShare of [0, 0.4]) {
    for (const each of cases) {
      twins.randomize(area, specialShare);
      const difference = twins.difference(area, (kernels) => call(kernels, each));
      if (difference !== null) return `[${each.join(", ")}] ${difference}`;
    }
  }
  return null;
}
