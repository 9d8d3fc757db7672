/** @file The discrete Fourier transform of pairs of numbers. */

/** Σ_j x_j e^(sign · 2πi jk/n), of interleaved real and imaginary parts, in place. */
export function fourier(x: Float64Array, n: number, sign: 1 | -1): Float64Array {
  if (n <= 1) return x;
  const out = (n & (n - 1)) === 0 ? powerOfTwo(x, n, sign) : n <= 64 ? plain(x, n, sign) : chirped(x, n, sign);
  // What is below the rounding of the sum is noise: zeros are zeros.
  let size = 0;
  for (const value of x) size += Math.abs(value);
  const noise = size * 2 ** -50;
  for (let i = 0; i < out.length; i++) if (Math.abs(out[i]) < noise) out[i] = 0;
  return out;
}

const angleOf = (k: number, n: number): number => (2 * Math.PI * k) / n;

function plain(x: Float64Array, n: number, sign: number): Float64Array {
  const cosines = Float64Array.from({ length: n }, (_, k) => Math.cos(angleOf(k, n)));
  const sines = Float64Array.from({ length: n }, (_, k) => sign * Math.sin(angleOf(k, n)));
  const out = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    let [re, im] = [0, 0];
    for (let j = 0; j < n; j++) {
      const at = (j * k) % n;
      re += x[2 * j] * cosines[at] - x[2 * j + 1] * sines[at];
      im += x[2 * j] * sines[at] + x[2 * j + 1] * cosines[at];
    }
    out[2 * k] = re;
    out[2 * k + 1] = im;
  }
  return out;
}

function powerOfTwo(given: Float64Array, n: number, sign: number): Float64Array {
  const x = given.slice();
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [x[2 * i], x[2 * j]] = [x[2 * j], x[2 * i]];
    [x[2 * i + 1], x[2 * j + 1]] = [x[2 * j + 1], x[2 * i + 1]];
  }
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const [c, s] = [Math.cos(angleOf(k, size)), sign * Math.sin(angleOf(k, size))];
      for (let start = k; start < n; start += size) {
        const [a, b] = [2 * start, 2 * (start + half)];
        const [re, im] = [x[b] * c - x[b + 1] * s, x[b] * s + x[b + 1] * c];
        x[b] = x[a] - re;
        x[b + 1] = x[a + 1] - im;
        x[a] += re;
        x[a + 1] += im;
      }
    }
  }
  return x;
}

/** Any length as a convolution of a power of two (Bluestein). */
function chirped(x: Float64Array, n: number, sign: number): Float64Array {
  let size = 1;
  while (size < 2 * n) size *= 2;
  const [chirp, a, b] = [new Float64Array(2 * n), new Float64Array(2 * size), new Float64Array(2 * size)];
  for (let k = 0; k < n; k++) {
    const angle = (sign * Math.PI * ((k * k) % (2 * n))) / n;
    chirp[2 * k] = Math.cos(angle);
    chirp[2 * k + 1] = Math.sin(angle);
  }
  for (let k = 0; k < n; k++) {
    const [c, s] = [chirp[2 * k], chirp[2 * k + 1]];
    a[2 * k] = x[2 * k] * c - x[2 * k + 1] * s;
    a[2 * k + 1] = x[2 * k] * s + x[2 * k + 1] * c;
    for (const at of k === 0 ? [0] : [k, size - k]) {
      b[2 * at] = c;
      b[2 * at + 1] = -s;
    }
  }
  const [fa, fb] = [powerOfTwo(a, size, 1), powerOfTwo(b, size, 1)];
  for (let k = 0; k < size; k++) {
    const [re, im] = [fa[2 * k], fa[2 * k + 1]];
    fa[2 * k] = re * fb[2 * k] - im * fb[2 * k + 1];
    fa[2 * k + 1] = re * fb[2 * k + 1] + im * fb[2 * k];
  }
  const convolved = powerOfTwo(fa, size, -1);
  const out = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    const [re, im] = [convolved[2 * k] / size, convolved[2 * k + 1] / size];
    out[2 * k] = re * chirp[2 * k] - im * chirp[2 * k + 1];
    out[2 * k + 1] = re * chirp[2 * k + 1] + im * chirp[2 * k];
  }
  return out;
}
