/**
 * @file Sixteen normal numbers at once, as PyTorch's AVX2 kernel makes them of sixteen uniform ones (Box and Muller): bit for bit.
 *
 * log, sin and cos are Cephes' float32 polynomials in the form of avx_mathfun, and every multiplication with an addition after it is
 * one rounding. The product of two float32 numbers is exact in double, so `fround(a * b + c)` is that one rounding.
 */

/** How many numbers PyTorch makes at once; fewer than that it draws one by one, in double. */
export const BLOCK = 16;

const f = Math.fround;
const HALF = BLOCK / 2;
const TWO_PI = f(2 * Math.PI);

const SQRT_HALF = f(Math.SQRT1_2);
const L = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
].map(f);
const [L0, L1, L2, L3, L4, L5, L6, L7, L8] = L;
const LN2_LOW = f(-2.1219444e-4);
const LN2_HIGH = f(0.693359375);

const FOUR_OVER_PI = f(1.27323954473516);
const [D1, D2, D3] = [-0.78515625, -0.00024187564849853516, -3.774894977445941e-8].map(f);
const [C0, C1, C2] = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2].map(f);
const [S0, S1, S2] = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1].map(f);

const bits = new DataView(new ArrayBuffer(4));

/** Natural logarithm of a float32 number in (0, 1]. */
function log(x: number): number {
  bits.setFloat32(0, x);
  const pattern = bits.getUint32(0);
  let e = (pattern >>> 23) - 126;
  bits.setUint32(0, (pattern & 0x7fffff) | 0x3f000000);
  let m = bits.getFloat32(0);
  if (m < SQRT_HALF) {
    e -= 1;
    m = 2 * m;
  }
  m = f(m - 1);
  const z = f(m * m);
  let y = f(L0 * m + L1);
  y = f(y * m + L2);
  y = f(y * m + L3);
  y = f(y * m + L4);
  y = f(y * m + L5);
  y = f(y * m + L6);
  y = f(y * m + L7);
  y = f(y * m + L8);
  y = f(f(y * m) * z + f(e * LN2_LOW));
  y = f(z * -0.5 + y);
  return f(e * LN2_HIGH + f(m + y));
}

/** Puts fma(radius · cos angle, std, mean) and the same of sin to where they belong. */
function turn(out: Float32Array, at: number, radius: number, angle: number, mean: number, std: number): void {
  const j = (Math.trunc(f(angle * FOUR_OVER_PI)) + 1) & ~1;
  let a = f(j * D1 + angle);
  a = f(j * D2 + a);
  a = f(j * D3 + a);
  const z = f(a * a);
  let c = f(C0 * z + C1);
  c = f(c * z + C2);
  c = f(f(f(c * z) * z - f(z * 0.5)) + 1);
  let s = f(S0 * z + S1);
  s = f(f(s * z + S2) * z);
  s = f(s * a + a);
  const isPlain = (j & 2) === 0;
  const sin = (j & 4) === 0 ? (isPlain ? s : c) : isPlain ? -s : -c;
  const cos = ((j - 2) & 4) === 0 ? (isPlain ? -c : -s) : isPlain ? c : s;
  out[at] = f(radius * cos) * std + mean;
  out[at + HALF] = f(radius * sin) * std + mean;
}

/** Makes normal numbers of the sixteen uniform ones that begin at `start`. `mean` and `std` are float32 numbers. */
export function sixteenNormals(out: Float32Array, start: number, mean: number, std: number): void {
  for (let at = start; at < start + HALF; at++)
    turn(out, at, f(Math.sqrt(f(-2 * log(f(1 - out[at]))))), f(TWO_PI * out[at + HALF]), mean, std);
}
