/** @file PyTorch's CPU generator: the same numbers, from the same bits, in the same order. */
import { Mt19937 } from "./mt19937.ts";

const TWO_PI = 2 * Math.PI;

/** Below this many numbers PyTorch draws normals one by one, in double; from it on in blocks, in float. */
const BLOCK = 16;

export class Generator {
  readonly #engine: Mt19937;
  #cachedNormal: number | null = null;

  constructor(seed = 5489) {
    this.#engine = new Mt19937(seed);
  }

  /** torch.manual_seed. */
  seed(seed: number): void {
    this.#engine.seed(seed);
    this.#cachedNormal = null;
  }

  /** Runs `work` and puts the generator back to where it stood: what `work` drew never happened. */
  aside<T>(work: () => T): T {
    const saved = this.#engine.save();
    const cached = this.#cachedNormal;
    try {
      return work();
    } finally {
      this.#engine.restore(saved);
      this.#cachedNormal = cached;
    }
  }

  /** 24 bits: [0, 1) in float32. */
  #uniformFloat(): number {
    return (this.#engine.next() & 0xffffff) / 2 ** 24;
  }

  /** 53 bits: [0, 1) in float64. */
  #uniformDouble(): number {
    const high = this.#engine.next() & 0x1fffff;
    return (high * 2 ** 32 + this.#engine.next()) / 2 ** 53;
  }

  /** tensor.uniform_(from, to). */
  uniform(out: Float32Array | Float64Array, from = 0, to = 1): void {
    const isFloat = out instanceof Float32Array;
    const width = isFloat ? Math.fround(Math.fround(to) - Math.fround(from)) : to - from;
    const start = isFloat ? Math.fround(from) : from;
    for (let i = 0; i < out.length; i++) {
      out[i] = isFloat ? Math.fround(this.#uniformFloat() * width) + start : this.#uniformDouble() * width + start;
    }
  }

  /** tensor.normal_(mean, std). */
  normal(out: Float32Array | Float64Array, mean = 0, std = 1): void {
    if (out.length < BLOCK) {
      for (let i = 0; i < out.length; i++) out[i] = this.#normalDouble() * std + mean;
      return;
    }
    this.uniform(out);
    for (let start = 0; start + BLOCK <= out.length; start += BLOCK) boxMullerBlock(out, start, mean, std);
    if (out.length % BLOCK !== 0) {
      // The last sixteen are drawn again, those that overlap a whole block included.
      const start = out.length - BLOCK;
      this.uniform(out.subarray(start));
      boxMullerBlock(out, start, mean, std);
    }
  }

  #normalDouble(): number {
    if (this.#cachedNormal !== null) {
      const cached = this.#cachedNormal;
      this.#cachedNormal = null;
      return cached;
    }
    const angle = TWO_PI * this.#uniformDouble();
    const radius = Math.sqrt(-2 * Math.log1p(-this.#uniformDouble()));
    this.#cachedNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** torch.randint(low, high): integers in [low, high). */
  integers(out: Float64Array, low: number, high: number): void {
    const range = high - low;
    for (let i = 0; i < out.length; i++) {
      out[i] = range >= 2 ** 32 ? low + this.#remainder64(range) : low + (this.#engine.next() % range);
    }
  }

  #remainder64(range: number): number {
    const bits = (BigInt(this.#engine.next()) << 32n) | BigInt(this.#engine.next());
    return Number(bits % BigInt(range));
  }

  /** torch.randperm(n). */
  permutation(n: number): Float64Array {
    const order = Float64Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + (this.#engine.next() % (n - i));
      const held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }

  /** Whether a draw falls below each probability; in double for one probability for all, as PyTorch does. */
  bernoulli(out: Float32Array | Float64Array, probability: (i: number) => number, inDouble: boolean): void {
    for (let i = 0; i < out.length; i++) {
      const draw = inDouble ? this.#uniformDouble() : this.#uniformFloat();
      out[i] = draw < probability(i) ? 1 : 0;
    }
  }
}

function boxMullerBlock(out: Float32Array | Float64Array, start: number, mean: number, std: number): void {
  const round = out instanceof Float32Array ? Math.fround : (x: number) => x;
  for (let j = start; j < start + BLOCK / 2; j++) {
    const radius = round(Math.sqrt(round(-2 * round(Math.log(round(1 - out[j]))))));
    const angle = round(round(TWO_PI) * out[j + BLOCK / 2]);
    out[j] = round(round(radius * round(Math.cos(angle))) * std) + mean;
    out[j + BLOCK / 2] = round(round(radius * round(Math.sin(angle))) * std) + mean;
  }
}

/** What torch.manual_seed seeds. */
export const defaultGenerator = new Generator();
