/** @file What a neighbourhood makes of every element: correlation, erosion, dilation, Gaussian smoothing, connected parts. */

/** What stands beyond the edge of a line of n, as SciPy's modes have it; null for the constant. */
export function beyond(at: number, n: number, mode: string): number | null {
  if (at >= 0 && at < n) return at;
  switch (mode) {
    case "nearest":
      return at < 0 ? 0 : n - 1;
    case "mirror": {
      if (n === 1) return 0;
      const turn = ((at % (2 * n - 2)) + (2 * n - 2)) % (2 * n - 2);
      return turn < n ? turn : 2 * n - 2 - turn;
    }
    case "wrap":
    case "grid-wrap":
      return ((at % n) + n) % n;
    case "constant":
    case "grid-constant":
      return null;
    default: {
      const turn = ((at % (2 * n)) + 2 * n) % (2 * n);
      return turn < n ? turn : 2 * n - 1 - turn;
    }
  }
}

export interface Grid {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function placesIn(shape: readonly number[], index: number): number[] {
  const found = new Array<number>(shape.length);
  let rest = index;
  for (let d = shape.length - 1; d >= 0; d--) {
    found[d] = rest % shape[d];
    rest = Math.floor(rest / shape[d]);
  }
  return found;
}

/** Folds what a kernel sees of each element, its centre at ⌊size / 2⌋. */
export function overNeighbours<T>(
  { data, shape }: Grid,
  kernel: Grid,
  mode: string,
  outside: number,
  begin: () => T,
  fold: (state: T, value: number, weight: number) => T,
  end: (state: T) => number,
): Float64Array {
  const offsets = Array.from({ length: sizeOf(kernel.shape) }, (_, i) =>
    placesIn(kernel.shape, i).map((at, d) => at - Math.floor(kernel.shape[d] / 2)),
  );
  return Float64Array.from({ length: sizeOf(shape) }, (_, i) => {
    const at = placesIn(shape, i);
    let state = begin();
    offsets.forEach((offset, k) => {
      let place: number | null = 0;
      for (let d = 0; d < shape.length && place !== null; d++) {
        const there: number | null = beyond(at[d] + offset[d], shape[d], mode);
        place = there === null ? null : place * shape[d] + there;
      }
      state = fold(state, place === null ? outside : data[place], kernel.data[k]);
    });
    return end(state);
  });
}

export const correlated = (x: Grid, kernel: Grid, mode: string, outside: number): Float64Array =>
  overNeighbours(
    x,
    kernel,
    mode,
    outside,
    () => 0,
    (sum, value, weight) => sum + value * weight,
    (sum) => sum,
  );

export const turned = ({ data, shape }: Grid): Grid => ({ data: Array.from(data).reverse(), shape });

/** A kernel along one dim. */
export const alongDim = (weights: readonly number[], dim: number, dims: number): Grid => ({
  data: weights,
  shape: Array.from({ length: dims }, (_, d) => (d === dim ? weights.length : 1)),
});

export function gaussianWeights(sigma: number, truncate: number): number[] {
  const radius = Math.floor(truncate * sigma + 0.5);
  const raw = Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp((-0.5 * (i - radius) ** 2) / (sigma * sigma)));
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((each) => each / total);
}

/** Parts that hang together by the structure, numbered in the order of their first elements. */
export function labelled(
  { data, shape }: Grid,
  structure: Grid,
): { readonly labels: Float64Array; readonly count: number } {
  const labels = new Float64Array(data.length);
  const offsets = Array.from({ length: sizeOf(structure.shape) }, (_, i) => i)
    .filter((i) => structure.data[i] !== 0)
    .map((i) => placesIn(structure.shape, i).map((at, d) => at - Math.floor(structure.shape[d] / 2)));
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 0 || labels[i] !== 0) continue;
    labels[i] = ++count;
    const waiting = [i];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const at = placesIn(shape, next);
      for (const offset of offsets) {
        const there = at.map((place, d) => place + offset[d]);
        if (there.some((place, d) => place < 0 || place >= shape[d])) continue;
        const place = there.reduce((sum, each, d) => sum * shape[d] + each, 0);
        if (data[place] === 0 || labels[place] !== 0) continue;
        labels[place] = count;
        waiting.push(place);
      }
    }
  }
  return { labels, count };
}
