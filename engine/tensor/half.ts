/** @file Numbers of 16 bits: rounded to the nearest one, to the even one where two are as near. */
import type { DType } from "./dtype.ts";

/** Bits of fraction, the least exponent of a normal number, and what rounds to infinity. */
const formats = {
  float16: { fraction: 10, least: -14, most: 65520 },
  bfloat16: { fraction: 7, least: -126, most: 2 ** 128 - 2 ** 119 },
} as const;

/** Added and taken away again, it leaves the nearest whole number. */
const WHOLE = 1.5 * 2 ** 52;

function rounded(x: number, { fraction, least, most }: (typeof formats)[keyof typeof formats]): number {
  const size = Math.abs(x);
  if (!(size > 0) || size === Number.POSITIVE_INFINITY) return x;
  if (size >= most) return x > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const step = 2 ** (Math.max(Math.floor(Math.log2(size)), least) - fraction);
  const value = (size / step + WHOLE - WHOLE) * step;
  return x > 0 ? value : -value;
}

/** Rounds in place what is of 16 bits. */
export function roundHalves(data: Float32Array | Float64Array | Uint8Array, dtype: DType): void {
  if (dtype !== "float16" && dtype !== "bfloat16") return;
  const format = formats[dtype];
  for (let i = 0; i < data.length; i++) data[i] = rounded(data[i], format);
}
