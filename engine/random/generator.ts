/** @file PyTorch's CPU generator: the same numbers, from the same bits, in the same order. */
import type { TypedData } from "../tensor/dtype.ts";
import { fma } from "./fused.ts";
import { log, log1p } from "./logarithms.ts";
import { Mt19937, type Mt19937State } from "./mt19937.ts";
import { exponential, tangent } from "./rare-functions.ts";
import { sineAndCosine } from "./sine-cosine.ts";
import { BLOCK, sixteenNormals } from "./sixteen.ts";

/** What a generator is seeded with that nobody seeded. */
export const DEFAULT_SEED = 67280421310721;

/** From this range on, integers are made of 64 bits. */
const WIDE = 2 ** 28;

export interface GeneratorState extends Mt19937State {
  /** Normal numbers come in pairs: the second of one of which only the first was asked for. */
  readonly cachedNormal: number | null;
}

export class Generator {
  readonly #engine: Mt19937;
  #cachedNormal: number | null = null;

  constructor(seed = DEFAULT_SEED) {
    this.#engine = new Mt19937(seed);
  }

  /** torch.manual_seed. */
  seed(seed: number): void {
    this.#engine.seed(seed);
    this.#cachedNormal = null;
  }

  get initialSeed(): number {
    return this.#engine.initialSeed;
  }

  save(): GeneratorState {
    return { ...this.#engine.save(), cachedNormal: this.#cachedNormal };
  }

  restore(saved: GeneratorState): void {
    this.#engine.restore(saved);
    this.#cachedNormal = saved.cachedNormal;
  }

  /** Runs `work` and puts the generator back to where it stood: what `work` drew never happened. */
  aside<T>(work: () => T): T {
    const saved = this.save();
    try {
      return work();
    } finally {
      this.restore(saved);
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

  #bits64(): bigint {
    return (BigInt(this.#engine.next()) << 32n) | BigInt(this.#engine.next());
  }

  /** tensor.uniform_(from, to): scaled and shifted with one rounding, as whatever follows here. */
  uniform(out: Float32Array | Float64Array, from = 0, to = 1): void {
    if (out instanceof Float32Array) {
      const start = Math.fround(from);
      const width = Math.fround(Math.fround(to) - start);
      for (let i = 0; i < out.length; i++) out[i] = this.#uniformFloat() * width + start;
    } else if (from === 0 && to === 1) {
      for (let i = 0; i < out.length; i++) out[i] = this.#uniformDouble();
    } else {
      for (let i = 0; i < out.length; i++) out[i] = fma(this.#uniformDouble(), to - from, from);
    }
  }

  /** tensor.normal_(mean, std). Where the tensor's elements do not lie one after the other PyTorch draws them `singly`, few or many. */
  normal(out: Float32Array | Float64Array, mean = 0, std = 1, singly = false): void {
    if (singly || out.length < BLOCK) {
      for (let i = 0; i < out.length; i++) out[i] = fma(this.#normalDouble(), std, mean);
      return;
    }
    this.uniform(out);
    for (let start = 0; start + BLOCK <= out.length; start += BLOCK) boxMuller(out, start, mean, std);
    if (out.length % BLOCK !== 0) {
      // The last sixteen are drawn again, those that overlap a whole block included.
      const start = out.length - BLOCK;
      this.uniform(out.subarray(start));
      boxMuller(out, start, mean, std);
    }
  }

  #normalDouble(): number {
    if (this.#cachedNormal !== null) {
      const cached = this.#cachedNormal;
      this.#cachedNormal = null;
      return cached;
    }
    const [sin, cos] = sineAndCosine(2 * Math.PI * this.#uniformDouble());
    const radius = Math.sqrt(-2 * log1p(-this.#uniformDouble()));
    this.#cachedNormal = radius * sin;
    return radius * cos;
  }

  /** One draw of [0, 1) in double, as what rejects candidates takes them. */
  nextUniform(): number {
    return this.#uniformDouble();
  }

  /** One standard normal number in double. */
  nextNormal(): number {
    return this.#normalDouble();
  }

  /** tensor.exponential_(rate). */
  exponential(out: Float32Array | Float64Array, rate = 1): void {
    for (let i = 0; i < out.length; i++) out[i] = (-1 / rate) * log1p(-this.#uniformDouble());
  }

  /** tensor.cauchy_(median, sigma). */
  cauchy(out: Float32Array | Float64Array, median = 0, sigma = 1): void {
    for (let i = 0; i < out.length; i++) out[i] = fma(sigma, tangent(Math.PI * (this.#uniformDouble() - 0.5)), median);
  }

  /** tensor.log_normal_(mean, std). */
  logNormal(out: Float32Array | Float64Array, mean = 1, std = 2): void {
    for (let i = 0; i < out.length; i++) out[i] = exponential(fma(this.#normalDouble(), std, mean));
  }

  /** tensor.geometric_(p): trials up to the first success. */
  geometric(out: TypedData, p: number): void {
    for (let i = 0; i < out.length; i++) out[i] = Math.ceil(log(this.#uniformDouble()) / log1p(-p));
  }

  /** torch.randint(low, high): integers in [low, high). */
  integers(out: TypedData, low: number, high: number): void {
    const range = high - low;
    for (let i = 0; i < out.length; i++)
      out[i] = low + (range >= WIDE ? Number(this.#bits64() % BigInt(range)) : this.#engine.next() % range);
  }

  /** tensor.random_(): integers below `count`, made of 64 bits or of 32. */
  integersBelow(out: TypedData, count: bigint, isWide: boolean): void {
    for (let i = 0; i < out.length; i++)
      out[i] = Number((isWide ? this.#bits64() : BigInt(this.#engine.next())) % count);
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
  bernoulli(out: TypedData, probability: (i: number) => number, inDouble: boolean): void {
    for (let i = 0; i < out.length; i++) {
      const draw = inDouble ? this.#uniformDouble() : this.#uniformFloat();
      out[i] = draw < probability(i) ? 1 : 0;
    }
  }
}

function boxMuller(out: Float32Array | Float64Array, start: number, mean: number, std: number): void {
  if (out instanceof Float32Array) {
    sixteenNormals(out, start, Math.fround(mean), Math.fround(std));
    return;
  }
  for (let j = start; j < start + BLOCK / 2; j++) {
    const radius = Math.sqrt(-2 * log(1 - out[j]));
    const [sin, cos] = sineAndCosine(2 * Math.PI * out[j + BLOCK / 2]);
    out[j] = fma(radius * cos, std, mean);
    out[j + BLOCK / 2] = fma(radius * sin, std, mean);
  }
}

/** What torch.manual_seed seeds. */
export const defaultGenerator = new Generator(0);
