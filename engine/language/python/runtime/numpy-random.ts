/** @file numpy.random as RandomState draws: the Mersenne Twister of the seed, and NumPy's legacy algorithms on it. */
import { Mt19937 } from "../../../random/mt19937.ts";
import { numelOf } from "../../../tensor/shape.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { adapted } from "./arrays/adapted.ts";
import { Namespace } from "./constants.ts";
import { exception } from "./exceptions.ts";
import { float } from "./floats.ts";
import { type Keywords, Native } from "./functions.ts";
import { native } from "./native.ts";
import { toInt } from "./numbers.ts";
import { defaultRng } from "./numpy-generator.ts";

class LegacyState {
  #bits = new Mt19937(0);
  #cached: number | null = null;

  seed(seed: number): void {
    this.#bits = new Mt19937(seed);
    this.#cached = null;
  }

  /** 53 bits: [0, 1). */
  uniform(): number {
    const high = this.#bits.next() >>> 5;
    return (high * 67108864 + (this.#bits.next() >>> 6)) / 9007199254740992;
  }

  /** By Marsaglia's polar method, in pairs. */
  normal(): number {
    if (this.#cached !== null) {
      const cached = this.#cached;
      this.#cached = null;
      return cached;
    }
    let [x1, x2, square] = [0, 0, 0];
    do {
      x1 = 2 * this.uniform() - 1;
      x2 = 2 * this.uniform() - 1;
      square = x1 * x1 + x2 * x2;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    this.#cached = scale * x1;
    return scale * x2;
  }

  exponential(): number {
    return -Math.log(1 - this.uniform());
  }

  /** An integer of [0, most]: bits under a mask, until they fit. */
  upTo(most: number): number {
    if (most === 0) return 0;
    const mask = 2 ** Math.ceil(Math.log2(most + 1)) - 1;
    for (;;) {
      const value = mask > 0xffffffff ? this.#wide(mask) : (this.#bits.next() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  #wide(mask: number): number {
    const high = BigInt(this.#bits.next()) << 32n;
    return Number((high | BigInt(this.#bits.next())) & BigInt(mask));
  }

  gamma(shape: number): number {
    if (shape === 1) return this.exponential();
    if (shape === 0) return 0;
    if (shape < 1)
      for (;;) {
        const u = this.uniform();
        const v = this.exponential();
        if (u <= 1 - shape) {
          const x = u ** (1 / shape);
          if (x <= v) return x;
        } else {
          const y = -Math.log((1 - u) / shape);
          const x = (1 - shape + shape * y) ** (1 / shape);
          if (x <= v + y) return x;
        }
      }
    const b = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * b);
    for (;;) {
      let [x, v] = [0, 0];
      do {
        x = this.normal();
        v = 1 + c * x;
      } while (v <= 0);
      v = v * v * v;
      const u = this.uniform();
      if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
      if (Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v))) return b * v;
    }
  }

  beta(a: number, b: number): number {
    if (a > 1 || b > 1) {
      const first = this.gamma(a);
      return first / (first + this.gamma(b));
    }
    for (;;) {
      const [u, v] = [this.uniform(), this.uniform()];
      const [x, y] = [u ** (1 / a), v ** (1 / b)];
      const sum = x + y;
      if (sum > 1) continue;
      if (sum > 0) return x / sum;
      const [logX, logY] = [Math.log(u) / a, Math.log(v) / b];
      const most = Math.max(logX, logY);
      return Math.exp(logX - most - Math.log(Math.exp(logX - most) + Math.exp(logY - most)));
    }
  }

  shuffled(n: number): number[] {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.upTo(i);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }
}

const sizesOf = (size: unknown): number[] | null =>
  size === null || size === undefined ? null : Array.isArray(size) ? size.map(toInt) : [toInt(size)];

/** One number, or an array of them. */
function drawn(size: unknown, isWhole: boolean, draw: (i: number) => number): unknown {
  const shape = sizesOf(size);
  if (shape === null) return isWhole ? draw(0) : float(draw(0));
  const data = Float64Array.from({ length: numelOf(shape) }, (_, i) => draw(i));
  return Tensor.of(data, shape, isWhole ? "int64" : "float64");
}

/** Arguments by position or by name. */
const given = (names: readonly string[], args: readonly unknown[], keywords: Keywords): unknown[] =>
  names.map((name, i) => args[i] ?? keywords?.[name] ?? null);

const numbersOf = (value: unknown): number[] =>
  Tensor.isTensor(value) ? Array.from(toContiguousData(value)) : Array.isArray(value) ? value.map(Number) : [];

/** A parameter for all draws, or one for each. */
function perDraw(value: unknown, otherwise: number): { readonly at: (i: number) => number; readonly shape: unknown } {
  if (Tensor.isTensor(value) && value.shape.length > 0) {
    const data = toContiguousData(value);
    return { at: (i) => data[i % data.length], shape: [...value.shape] };
  }
  const number = value === null ? otherwise : Number(Tensor.isTensor(value) ? toContiguousData(value)[0] : value);
  return { at: () => number, shape: null };
}

/** The first class at which the weights up to it, summed, exceed a uniform number. */
function byWeights(weights: readonly number[], uniform: number): number {
  let total = 0;
  const upTo = weights.map((weight) => {
    total += weight;
    return total;
  });
  const at = upTo.findIndex((sum) => sum / total > uniform);
  return at < 0 ? weights.length - 1 : at;
}

function chosen(state: LegacyState, count: number, size: unknown, replace: boolean, weights: number[] | null): unknown {
  const shape = sizesOf(size);
  const wanted = shape === null ? 1 : numelOf(shape);
  if (!replace && wanted > count)
    throw exception("ValueError", "Cannot take a larger sample than population when replace is False");
  if (replace)
    return drawn(size, true, () => (weights === null ? state.upTo(count - 1) : byWeights(weights, state.uniform())));
  const order = weights === null ? state.shuffled(count) : withoutReplacement(state, weights, wanted);
  return drawn(size, true, (i) => order[i]);
}

function withoutReplacement(state: LegacyState, given: readonly number[], count: number): number[] {
  const weights = [...given];
  const found: number[] = [];
  while (found.length < count) {
    const uniforms = Array.from({ length: count - found.length }, () => state.uniform());
    for (const at of found) weights[at] = 0;
    for (const at of uniforms.map((u) => byWeights(weights, u))) if (!found.includes(at)) found.push(at);
  }
  return found;
}

/** What is picked, from a number of classes or from a list or an array. */
function picked(from: unknown, places: unknown): unknown {
  const one = (at: number): unknown => {
    if (Array.isArray(from)) return from[at];
    if (!Tensor.isTensor(from)) return at;
    const value = toContiguousData(from)[at];
    return from.dtype === "float64" || from.dtype === "float32" ? float(value) : value;
  };
  if (typeof places === "number") return one(places);
  if (!Tensor.isTensor(places)) return places;
  if (!Array.isArray(from) && !Tensor.isTensor(from)) return places;
  const values = numbersOf(from);
  const isWhole = Tensor.isTensor(from) ? from.dtype === "int64" : values.every(Number.isInteger);
  return Tensor.of(
    Float64Array.from(toContiguousData(places), (at) => values[at]),
    [...places.shape],
    isWhole ? "int64" : "float64",
  );
}

/** The functions of a state, which take and give arrays. */
function membersOf(state: LegacyState): ReadonlyMap<string, unknown> {
  const functions = [...drawsOf(state)].map(([name, member]): readonly [string, unknown] => [
    name,
    member instanceof Native ? adapted(member) : member,
  ]);
  return new Map(functions);
}

function drawsOf(state: LegacyState): ReadonlyMap<string, unknown> {
  const uniform = native("random", (args, keywords) =>
    drawn(given(["size"], args, keywords)[0], false, () => state.uniform()),
  );
  const normal = native("normal", (args, keywords) => {
    const [loc, scale, size] = given(["loc", "scale", "size"], args, keywords);
    const [mean, width] = [perDraw(loc, 0), perDraw(scale, 1)];
    return drawn(size ?? mean.shape ?? width.shape, false, (i) => mean.at(i) + width.at(i) * state.normal());
  });
  const integers = native("randint", (args, keywords) => {
    const [low, high, size] = given(["low", "high", "size"], args, keywords);
    const [from, to] = high === null ? [0, toInt(low)] : [toInt(low), toInt(high)];
    if (from >= to) throw exception("ValueError", high === null ? "high <= 0" : "low >= high");
    return drawn(size, true, () => from + state.upTo(to - from - 1));
  });
  const shape = (args: readonly unknown[]) => (args.length === 0 ? null : [...args]);
  const countOf = (value: unknown): number =>
    Tensor.isTensor(value) ? (value.shape[0] ?? 1) : Array.isArray(value) ? value.length : toInt(value);
  return new Map<string, unknown>(
    Object.entries({
      seed: native("seed", ([seed]) => {
        state.seed(seed === undefined || seed === null ? 0 : toInt(seed));
        return null;
      }),
      random: uniform,
      random_sample: uniform,
      ranf: uniform,
      rand: native("rand", (args) => drawn(shape(args), false, () => state.uniform())),
      randn: native("randn", (args) => drawn(shape(args), false, () => state.normal())),
      standard_normal: native("standard_normal", (args, keywords) =>
        drawn(given(["size"], args, keywords)[0], false, () => state.normal()),
      ),
      normal,
      uniform: native("uniform", (args, keywords) => {
        const [low, high, size] = given(["low", "high", "size"], args, keywords);
        const [from, to] = [perDraw(low, 0), perDraw(high, 1)];
        return drawn(
          size ?? from.shape ?? to.shape,
          false,
          (i) => from.at(i) + (to.at(i) - from.at(i)) * state.uniform(),
        );
      }),
      exponential: native("exponential", (args, keywords) => {
        const [scale, size] = given(["scale", "size"], args, keywords);
        return drawn(size, false, () => Number(scale ?? 1) * state.exponential());
      }),
      gamma: native("gamma", (args, keywords) => {
        const [alpha, scale, size] = given(["shape", "scale", "size"], args, keywords);
        return drawn(size, false, () => Number(scale ?? 1) * state.gamma(Number(alpha)));
      }),
      beta: native("beta", (args, keywords) => {
        const [a, b, size] = given(["a", "b", "size"], args, keywords);
        return drawn(size, false, () => state.beta(Number(a), Number(b)));
      }),
      randint: integers,
      permutation: native("permutation", ([x]) => {
        const order = state.shuffled(countOf(x));
        const places = Tensor.of(Float64Array.from(order), [order.length], "int64");
        return picked(x, places);
      }),
      shuffle: native("shuffle", ([x]) => {
        const order = state.shuffled(countOf(x));
        if (Array.isArray(x)) x.splice(0, x.length, ...order.map((at): unknown => x[at]));
        else if (Tensor.isTensor(x)) {
          const data = toContiguousData(x);
          const size = data.length / Math.max(1, order.length);
          const before = data.slice();
          order.forEach((at, i) => {
            data.set(before.subarray(at * size, (at + 1) * size), i * size);
          });
        }
        return null;
      }),
      choice: native("choice", (args, keywords) => {
        const [from, size, replace, p] = given(["a", "size", "replace", "p"], args, keywords);
        const weights = p === null ? null : numbersOf(p);
        return picked(from, chosen(state, countOf(from), size, replace !== false, weights));
      }),
    }),
  );
}

/** np.random itself, and RandomState for generators of one's own. */
export function numpyRandom(): Namespace {
  const members = new Map(membersOf(new LegacyState()));
  members.set(
    "RandomState",
    native("RandomState", ([seed]) => {
      const state = new LegacyState();
      state.seed(seed === undefined || seed === null ? 0 : toInt(seed));
      return new Namespace("numpy.random.RandomState", membersOf(state));
    }),
  );
  members.set("default_rng", defaultRng);
  return new Namespace("numpy.random", members);
}
