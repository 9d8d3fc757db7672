/** @file numpy.random.default_rng: PCG64 of the seed, and the Generator's algorithms on it. */
import { numelOf } from "../../../tensor/shape.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { adapted } from "./arrays/adapted.ts";
import { arrayItem } from "./arrays/array-items.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { arrayOf } from "./arrays/numpy-creation.ts";
import { Namespace } from "./constants.ts";
import { exception } from "./exceptions.ts";
import { float } from "./floats.ts";
import type { Keywords } from "./functions.ts";
import { native } from "./native.ts";
import { toInt } from "./numbers.ts";

const WORD = 0xffffffffn;
const LONG = (1n << 64n) - 1n;
const HUGE = (1n << 128n) - 1n;
const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;

/** NumPy's SeedSequence: the seed hashed into as many words as are asked for. */
function seedWords(seed: bigint, count: number): bigint[] {
  const entropy: bigint[] = [];
  for (let rest = seed; rest > 0n || entropy.length === 0; rest >>= 32n) entropy.push(rest & WORD);
  let constant = 0x43b0d7e5n;
  const hash = (given: bigint): bigint => {
    let value = given ^ constant;
    constant = (constant * 0x931e8875n) & WORD;
    value = (value * constant) & WORD;
    return value ^ (value >> 16n);
  };
  const mix = (x: bigint, y: bigint): bigint => {
    const value = (0xca01f9ddn * x - 0x4973f715n * y) & WORD;
    return value ^ (value >> 16n);
  };
  const pool = [0, 1, 2, 3].map((i) => hash(entropy[i] ?? 0n));
  for (let from = 0; from < 4; from++)
    for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mix(pool[to], hash(pool[from]));
  for (const word of entropy.slice(4)) for (let to = 0; to < 4; to++) pool[to] = mix(pool[to], hash(word));
  let second = 0x8b51f9ddn;
  return Array.from({ length: count }, (_, i) => {
    let value = pool[i % 4] ^ second;
    second = (second * 0x58f38dedn) & WORD;
    value = (value * second) & WORD;
    return value ^ (value >> 16n);
  });
}

/** Layers of equal area under the normal density (Doornik), 256 of them. */
const RADIUS = 3.6541528853610088;
const AREA = 0.00492867323399;
const SCALE = 2 ** 52;

function layers() {
  const density = (x: number) => Math.exp(-0.5 * x * x);
  const edges = new Float64Array(256);
  edges[255] = RADIUS;
  for (let i = 255; i > 1; i--) edges[i - 1] = Math.sqrt(-2 * Math.log(AREA / edges[i] + density(edges[i])));
  const base = AREA / density(RADIUS);
  return {
    widths: Float64Array.from(edges, (edge, i) => (i === 0 ? base : edge) / SCALE),
    limits: Float64Array.from(edges, (edge, i) =>
      i === 0 ? Math.floor((RADIUS / base) * SCALE) : i === 1 ? 0 : Math.floor((edges[i - 1] / edge) * SCALE),
    ),
    heights: Float64Array.from(edges, (edge, i) => (i === 0 ? 1 : density(edge))),
  };
}

let known: ReturnType<typeof layers> | null = null;

class Pcg64 {
  #state: bigint;
  readonly #step: bigint;
  #half: bigint | null = null;

  constructor(seed: bigint) {
    const words = seedWords(seed, 8);
    const long = (i: number) => words[2 * i] | (words[2 * i + 1] << 32n);
    this.#step = ((((long(2) << 64n) | long(3)) << 1n) | 1n) & HUGE;
    this.#state = 0n;
    this.#advance();
    this.#state = (this.#state + ((long(0) << 64n) | long(1))) & HUGE;
    this.#advance();
  }

  #advance(): void {
    this.#state = (this.#state * MULTIPLIER + this.#step) & HUGE;
  }

  long(): bigint {
    this.#advance();
    const folded = (this.#state >> 64n) ^ (this.#state & LONG);
    const by = this.#state >> 122n;
    return ((folded >> by) | (folded << ((64n - by) & 63n))) & LONG;
  }

  word(): bigint {
    const kept = this.#half;
    if (kept !== null) {
      this.#half = null;
      return kept;
    }
    const next = this.long();
    this.#half = next >> 32n;
    return next & WORD;
  }

  uniform(): number {
    return Number(this.long() >> 11n) / 2 ** 53;
  }

  /** An integer of [0, most], by Lemire's method. */
  upTo(most: number): number {
    if (most === 0) return 0;
    const count = BigInt(most) + 1n;
    const isLong = BigInt(most) > WORD;
    const [mask, bits] = isLong ? [LONG, 64n] : [WORD, 32n];
    const draw = () => (isLong ? this.long() : this.word());
    let product = draw() * count;
    if ((product & mask) < count) {
      const threshold = (mask - BigInt(most)) % count;
      while ((product & mask) < threshold) product = draw() * count;
    }
    return Number(product >> bits);
  }

  normal(): number {
    known ??= layers();
    const { widths, limits, heights } = known;
    for (;;) {
      const bits = this.long();
      const layer = Number(bits & 0xffn);
      const rest = bits >> 8n;
      const isNegative = (rest & 1n) === 1n;
      const size = Number((rest >> 1n) & 0x000fffffffffffffn);
      const x = size * widths[layer] * (isNegative ? -1 : 1);
      if (size < limits[layer]) return x;
      if (layer === 0)
        for (;;) {
          const beyond = -Math.log1p(-this.uniform()) / RADIUS;
          const height = -Math.log1p(-this.uniform());
          if (height + height > beyond * beyond)
            return ((BigInt(size) >> 8n) & 1n) === 1n ? -(RADIUS + beyond) : RADIUS + beyond;
        }
      if ((heights[layer - 1] - heights[layer]) * this.uniform() + heights[layer] < Math.exp(-0.5 * x * x)) return x;
    }
  }

  /** Bits under a mask, until they fit. */
  #within(most: number): number {
    const mask = 2n ** BigInt(Math.ceil(Math.log2(most + 1))) - 1n;
    for (;;) {
      const value = Number(this.word() & mask);
      if (value <= most) return value;
    }
  }

  shuffled(n: number): number[] {
    return this.shuffle(Array.from({ length: n }, (_, i) => i));
  }

  shuffle<T>(order: T[], draw = (most: number) => this.#within(most)): T[] {
    for (let i = order.length - 1; i > 0; i--) {
      const j = draw(i);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }

  /** Floyd's method, then shuffled. */
  chosen(n: number, count: number): number[] {
    const found = new Set<number>();
    for (let j = n - count; j < n; j++) {
      const value = this.upTo(j);
      found.add(found.has(value) ? j : value);
    }
    return this.shuffle([...found], (most) => this.upTo(most));
  }
}

const sizesOf = (size: unknown): number[] | null =>
  size === null || size === undefined ? null : Array.isArray(size) ? size.map(toInt) : [toInt(size)];

function drawn(size: unknown, isWhole: boolean, draw: (i: number) => number): unknown {
  const shape = sizesOf(size);
  if (shape === null) return isWhole ? draw(0) : float(draw(0));
  const data = Float64Array.from({ length: numelOf(shape) }, (_, i) => draw(i));
  return Tensor.of(data, shape, isWhole ? "int64" : "float64");
}

const given = (names: string, args: readonly unknown[], keywords: Keywords): unknown[] =>
  names.split(" ").map((name, i) => args[i] ?? keywords?.[name] ?? null);

function membersOf(bits: Pcg64): ReadonlyMap<string, unknown> {
  const uniform = (name: string) =>
    native(name, (args, keywords) => drawn(given("size", args, keywords)[0], false, () => bits.uniform()));
  const functions = [
    uniform("random"),
    native("standard_normal", (args, keywords) => drawn(given("size", args, keywords)[0], false, () => bits.normal())),
    native("normal", (args, keywords) => {
      const [mean, width, size] = given("loc scale size", args, keywords);
      return drawn(size, false, () => Number(mean ?? 0) + Number(width ?? 1) * bits.normal());
    }),
    native("uniform", (args, keywords) => {
      const [low, high, size] = given("low high size", args, keywords);
      const [from, to] = [Number(low ?? 0), Number(high ?? 1)];
      return drawn(size, false, () => from + (to - from) * bits.uniform());
    }),
    native("integers", (args, keywords) => {
      const [low, high, size, , closed] = given("low high size dtype endpoint", args, keywords);
      const [from, end] = high === null ? [0, toInt(low)] : [toInt(low), toInt(high)];
      const most = end - from - (closed === true ? 0 : 1);
      if (most < 0) throw exception("ValueError", "low >= high");
      return drawn(size, true, () => from + bits.upTo(most));
    }),
  ].map((f): readonly [string, unknown] => [f.name, adapted(f)]);
  const countOf = (x: unknown): number => (typeof x === "number" ? x : (arrayOf(x).shape[0] ?? 1));
  const at = (x: unknown, places: readonly number[], shape: readonly number[] | null): unknown => {
    const index = new NdArray(Tensor.of(Float64Array.from(places), shape === null ? [] : [...shape], "int64"));
    if (typeof x === "number") return shape === null ? places[0] : index;
    return arrayItem(new NdArray(arrayOf(x)), shape === null ? places[0] : index);
  };
  return new Map<string, unknown>([
    ...functions,
    [
      "permutation",
      native("permutation", ([x]) => {
        const order = bits.shuffled(countOf(x));
        return at(x, order, [order.length]);
      }),
    ],
    [
      "shuffle",
      native("shuffle", ([x]) => {
        if (Array.isArray(x)) bits.shuffle(x);
        else if (x instanceof NdArray && x.tensor.shape.length === 1) {
          const data = toContiguousData(x.tensor);
          const values = bits.shuffle(Array.from(data));
          values.forEach((value, i) => {
            data[i] = value;
          });
        }
        return null;
      }),
    ],
    [
      "choice",
      native("choice", (args, keywords) => {
        const [from, size, replaces, p] = given("a size replace p", args, keywords);
        const shape = sizesOf(size);
        const [count, wanted] = [countOf(from), shape === null ? 1 : numelOf(shape)];
        if (replaces === false && p === null) {
          if (wanted > count)
            throw exception("ValueError", "Cannot take a larger sample than population when replace is False");
          return at(from, bits.chosen(count, wanted), shape);
        }
        if (p === null)
          return at(
            from,
            Array.from({ length: wanted }, () => bits.upTo(count - 1)),
            shape,
          );
        const weights = toContiguousData(arrayOf(p));
        let total = 0;
        const upTo = Array.from(weights, (weight) => {
          total += weight;
          return total;
        });
        const one = () => {
          const u = bits.uniform();
          const found = upTo.findIndex((sum) => sum / total > u);
          return found < 0 ? count - 1 : found;
        };
        if (replaces === false)
          throw exception(
            "NotImplementedError",
            "Generator.choice: weights without replacement are not available here: use np.random.choice",
          );
        return at(from, Array.from({ length: wanted }, one), shape);
      }),
    ],
  ]);
}

export const defaultRng = native("default_rng", ([seed], keywords) => {
  const number = seed ?? keywords?.seed ?? 0;
  if (number instanceof Namespace) return number;
  return new Namespace("numpy.random.Generator", membersOf(new Pcg64(BigInt(toInt(number)))));
});
