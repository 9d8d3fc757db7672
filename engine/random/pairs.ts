/** @file Numbers of some hundred bits, as pairs of doubles: for what has to be rounded correctly. */
import { exactProduct } from "./fused.ts";

/** A number as a sum of two, the second far smaller. */
export type Pair = readonly [high: number, low: number];

export function plus([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const high = a + b;
  const from = high - a;
  const low = a - (high - from) + (b - from) + (aLow + bLow);
  const result = high + low;
  return [result, low - (result - high)];
}

export function times([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [high, rest] = exactProduct(a, b);
  const low = rest + (a * bLow + aLow * b);
  const result = high + low;
  return [result, low - (result - high)];
}

export function over(a: Pair, b: number): Pair {
  const high = a[0] / b;
  const [back, rest] = exactProduct(high, b);
  return plus([high, 0], [(a[0] - back - rest + a[1]) / b, 0]);
}

export const negative = ([high, low]: Pair): Pair => [-high, -low];

/** Sine and cosine of a small pair by their series. */
export function series(x: Pair): { readonly sin: Pair; readonly cos: Pair } {
  const square = negative(times(x, x));
  let [sin, cos]: [Pair, Pair] = [
    [0, 0],
    [0, 0],
  ];
  let [odd, even]: [Pair, Pair] = [x, [1, 0]];
  for (let n = 1; n < 30; n += 2) {
    sin = plus(sin, odd);
    cos = plus(cos, even);
    even = over(times(even, square), n * (n + 1));
    odd = over(times(odd, square), (n + 1) * (n + 2));
  }
  return { sin, cos };
}

export const LN2: Pair = [Math.LN2, 2.3190468138462996e-17];
