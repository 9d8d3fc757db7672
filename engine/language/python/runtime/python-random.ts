/** @file Python's own random: the same Mersenne Twister as PyTorch's, seeded and read in another way (Modules/_randommodule.c, Lib/random.py). */
import { Mt19937, SIZE } from "../../../random/mt19937.ts";
import { exception, valueError } from "./exceptions.ts";
import { float } from "./floats.ts";
import type { Keywords } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { iterate } from "./protocols.ts";

const generator = new Mt19937(0);
let spareNormal: number | null = null;

/** init_by_array: the number's 32-bit digits, the lowest first. */
function seed(value: number): void {
  const keys: number[] = [];
  for (let rest = Math.abs(value); rest > 0 || keys.length === 0; rest = Math.floor(rest / 2 ** 32))
    keys.push(rest % 2 ** 32);
  generator.seed(19650218);
  const { state } = generator.save();
  let i = 1;
  for (let k = 0; k < SIZE; k++) {
    const before = state[i - 1] ^ (state[i - 1] >>> 30);
    const j = k % keys.length;
    state[i] = (state[i] ^ Math.imul(before, 1664525)) + keys[j] + j;
    if (++i >= SIZE) [state[0], i] = [state[SIZE - 1], 1];
  }
  for (let k = 0; k < SIZE - 1; k++) {
    const before = state[i - 1] ^ (state[i - 1] >>> 30);
    state[i] = (state[i] ^ Math.imul(before, 1566083941)) - i;
    if (++i >= SIZE) [state[0], i] = [state[SIZE - 1], 1];
  }
  state[0] = 0x80000000;
  generator.restore({ seed: 19650218, left: 1, next: 0, state });
  spareNormal = null;
}

export const resetRandom = (): void => seed(0);

/** 53 random bits, from 0 up to but not including 1. */
function random(): number {
  const high = generator.next() >>> 5;
  const low = generator.next() >>> 6;
  return (high * 67108864 + low) / 9007199254740992;
}

function bits(count: number): number {
  if (count <= 32) return generator.next() >>> (32 - count);
  const low = generator.next();
  return bits(count - 32) * 2 ** 32 + low;
}

/** Below n, each equally likely. */
function below(n: number): number {
  const length = Math.floor(Math.log2(n)) + 1;
  let drawn = bits(length);
  while (drawn >= n) drawn = bits(length);
  return drawn;
}

function normal(mean: number, deviation: number): number {
  let z = spareNormal;
  spareNormal = null;
  if (z === null) {
    const angle = random() * 2 * Math.PI;
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    z = Math.cos(angle) * radius;
    spareNormal = Math.sin(angle) * radius;
  }
  return mean + z * deviation;
}

function sampled(population: readonly unknown[], count: number): unknown[] {
  const n = population.length;
  if (!(count >= 0 && count <= n)) throw valueError("Sample larger than population or is negative");
  const setSize = 21 + (count > 5 ? 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 0);
  if (n <= setSize) {
    const pool = [...population];
    return Array.from({ length: count }, (_, i) => {
      const j = below(n - i);
      const chosen = pool[j];
      pool[j] = pool[n - i - 1];
      return chosen;
    });
  }
  const seen = new Set<number>();
  return Array.from({ length: count }, () => {
    let j = below(n);
    while (seen.has(j)) j = below(n);
    seen.add(j);
    return population[j];
  });
}

function chosen(population: readonly unknown[], keywords: Keywords, weights: unknown): unknown[] {
  const count = Number(keywords?.k ?? 1);
  const given = keywords?.weights ?? weights ?? null;
  if (given === null) return Array.from({ length: count }, () => population[Math.floor(random() * population.length)]);
  let total = 0;
  const sums = [...iterate(given)].map((weight) => (total += Number(weight)));
  return Array.from({ length: count }, () => {
    const at = random() * total;
    const found = sums.findIndex((sum) => at < sum);
    return population[found < 0 ? population.length - 1 : found];
  });
}

const range = (from: unknown, to: unknown, step: unknown): number => {
  const [start, stop] = to === undefined || to === null ? [0, Number(from)] : [Number(from), Number(to)];
  const by = Number(step ?? 1);
  const count = Math.ceil((stop - start) / by);
  if (count <= 0) throw valueError(`empty range in randrange(${start}, ${stop})`);
  return start + by * below(count);
};

export const randomModule = namespace("random", {
  seed: native("seed", ([value], keywords) => {
    seed(Math.trunc(Number(value ?? keywords?.a ?? 0)));
    return null;
  }),
  random: native("random", () => float(random())),
  uniform: native("uniform", ([a, b]) => float(Number(a) + (Number(b) - Number(a)) * random())),
  randint: native("randint", ([a, b]) => range(a, Number(b) + 1, 1)),
  randrange: native("randrange", ([a, b, step]) => range(a, b, step)),
  getrandbits: native("getrandbits", ([count]) => bits(Number(count))),
  choice: native("choice", ([items]) => {
    const list = [...iterate(items)];
    if (list.length === 0) throw exception("IndexError", "Cannot choose from an empty sequence");
    return list[below(list.length)];
  }),
  choices: native("choices", ([items, weights], keywords) => chosen([...iterate(items)], keywords, weights)),
  sample: native("sample", ([items, count], keywords) => sampled([...iterate(items)], Number(count ?? keywords?.k))),
  shuffle: native("shuffle", ([items]) => {
    if (!Array.isArray(items)) throw exception("TypeError", "random.shuffle takes a list");
    for (let i = items.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
    return null;
  }),
  gauss: native("gauss", ([mean = 0, deviation = 1], keywords) =>
    float(normal(Number(keywords?.mu ?? mean), Number(keywords?.sigma ?? deviation))),
  ),
});
