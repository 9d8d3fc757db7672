/**
 * @file log and log1p of doubles, for random numbers alone: the same bits in every browser, which `Math` does not promise.
 *
 * PyTorch takes them from the C library. log1p is Sun's algorithm (fdlibm) with the multiply-adds of glibc, and its bits; log is rounded
 * correctly but for one result in some thousands, and glibc's but for one in a thousand.
 */
import { once } from "../once.ts";
import { fma } from "./fused.ts";
import { LN2, over, type Pair, plus, times } from "./pairs.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LP = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];
const [P1, P2, P3, P4, P5, P6, P7] = LP;

const bits = new DataView(new ArrayBuffer(8));

/** Above it 1 + x needs no scaling: √½ - 1, cut to its upper half. */
const UNSCALED = -0.2928934097290039;

/** log(1 + x) for x in (-1, 0]. */
export function log1p(x: number): number {
  if (x > -(2 ** -29)) return x > -(2 ** -54) ? x : x - x * x * 0.5;
  if (x > UNSCALED) {
    const { half, s, r } = artanhParts(x);
    return x - (half - s * (half + r));
  }
  // 1 + x = 2^k (1 + f), between √½ and √2.
  const u = 1 + x;
  const rest = (x - (u - 1)) / u;
  bits.setFloat64(0, u);
  const high = bits.getUint32(0);
  const mantissa = high & 0xfffff;
  const isSmall = mantissa < 0x6a09e;
  const k = (high >>> 20) - 1023 + (isSmall ? 0 : 1);
  bits.setUint32(0, mantissa | (isSmall ? 0x3ff00000 : 0x3fe00000));
  const f = bits.getFloat64(0) - 1;
  const isTiny = (isSmall ? mantissa : (0x100000 - mantissa) >> 2) === 0;
  if (isTiny) {
    if (f === 0) return fma(k, LN2_HIGH, fma(k, LN2_LOW, rest));
    const r = 0.5 * f * f * fma(-0.6666666666666666, f, 1);
    return k === 0 ? f - r : fma(k, LN2_HIGH, -(r - fma(k, LN2_LOW, rest) - f));
  }
  const { half, s, r } = artanhParts(f);
  if (k === 0) return f - (half - s * (half + r));
  return fma(k, LN2_HIGH, -(half - (s * (half + r) + fma(k, LN2_LOW, rest)) - f));
}

function artanhParts(f: number): { readonly half: number; readonly s: number; readonly r: number } {
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const r = fma(z4 * z2, fma(z, P7, P6), fma(z4, fma(z, P5, P4), fma(z, P1, z2 * fma(z, P3, P2))));
  return { half: 0.5 * f * f, s, r };
}

const LOG_STEPS = 64;
/** log of 1, 65/64, … 2 by twice the series of artanh. */
const logarithms = once(() =>
  Array.from({ length: LOG_STEPS + 1 }, (_, i): Pair => {
    const [a, b] = [i, 2 * LOG_STEPS + i];
    const ratio = over([a, 0], b);
    const square = times(ratio, ratio);
    let [total, power]: [Pair, Pair] = [[0, 0], ratio];
    for (let n = 1; n < 80; n += 2) {
      total = plus(total, over(power, n));
      power = times(power, square);
    }
    return [2 * total[0], 2 * total[1]];
  }),
);

/** Natural logarithm of a normal number in (0, 1]. */
export function log(x: number): number {
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let e = (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  // From √½ to √2, so that little cancels near 1.
  if (m > Math.SQRT2) {
    m /= 2;
    e += 1;
  }
  const isBelow = m < 1;
  const scale = isBelow ? 2 : 1;
  const at = Math.round((m * scale - 1) * LOG_STEPS);
  const c = 1 + at / LOG_STEPS;
  const t = over([m * scale - c, 0], c);
  const near = times(t, t);
  const rest = t[0] * near[0] * (1 / 3 - t[0] * (1 / 4 - t[0] * (1 / 5 - t[0] * (1 / 6 - t[0] * (1 / 7 - t[0] / 8)))));
  const logT = plus(t, plus([-near[0] / 2, -near[1] / 2], [rest, 0]));
  const whole = plus(times(LN2, [isBelow ? e - 1 : e, 0]), logarithms()[at]);
  return plus(whole, logT)[0];
}
