/** @file How far every element that is not zero lies from the nearest zero: Felzenszwalb and Huttenlocher's lower envelopes, one dim after the other. */

/** The least of (i - q)² · w² + f[q] over q, and the q. */
function envelope(f: Float64Array, weight: number, found: Float64Array, from: Int32Array): void {
  const n = f.length;
  const square = weight * weight;
  const places = new Int32Array(n);
  const bounds = new Float64Array(n + 1);
  let k = -1;
  for (let q = 0; q < n; q++) {
    if (f[q] === Number.POSITIVE_INFINITY) continue;
    let start = Number.NEGATIVE_INFINITY;
    while (k >= 0) {
      const p = places[k];
      start = (f[q] - f[p] + square * (q * q - p * p)) / (2 * square * (q - p));
      if (start > bounds[k]) break;
      k--;
      start = Number.NEGATIVE_INFINITY;
    }
    places[++k] = q;
    bounds[k] = start;
  }
  if (k < 0) {
    found.fill(Number.POSITIVE_INFINITY);
    from.fill(-1);
    return;
  }
  const last = k;
  k = 0;
  for (let i = 0; i < n; i++) {
    while (k < last && bounds[k + 1] < i) k++;
    found[i] = (i - places[k]) ** 2 * square + f[places[k]];
    from[i] = places[k];
  }
}

/** Distances in row-major order, and for each element the place of its nearest zero. Without a zero all count from one step before the first row, as in SciPy. */
export function distanceTransform(
  mask: ArrayLike<number>,
  shape: readonly number[],
  sampling: readonly number[],
): { readonly distances: Float64Array; readonly nearest: Int32Array } {
  const count = mask.length;
  const squares = Float64Array.from({ length: count }, (_, i) => (mask[i] === 0 ? 0 : Number.POSITIVE_INFINITY));
  const nearest = Int32Array.from({ length: count }, (_, i) => i);
  for (let dim = 0; dim < shape.length; dim++) {
    const n = shape[dim];
    const step = shape.slice(dim + 1).reduce((a, b) => a * b, 1);
    const [line, found] = [new Float64Array(n), new Float64Array(n)];
    const [from, before] = [new Int32Array(n), new Int32Array(n)];
    for (let start = 0; start < count; start++) {
      if (Math.floor(start / step) % n !== 0) continue;
      for (let i = 0; i < n; i++) {
        line[i] = squares[start + i * step];
        before[i] = nearest[start + i * step];
      }
      envelope(line, sampling[dim], found, from);
      for (let i = 0; i < n; i++) {
        squares[start + i * step] = found[i];
        if (from[i] >= 0) nearest[start + i * step] = before[from[i]];
      }
    }
  }
  const hasZero = Array.prototype.some.call(mask, (each: number) => each === 0);
  if (!hasZero)
    for (let i = 0; i < count; i++) {
      let [rest, sum] = [i, 0];
      for (let dim = shape.length - 1; dim >= 0; dim--) {
        sum += (((rest % shape[dim]) + (dim === 0 ? 1 : 0)) * sampling[dim]) ** 2;
        rest = Math.floor(rest / shape[dim]);
      }
      squares[i] = sum;
    }
  return { distances: squares.map(Math.sqrt), nearest };
}
