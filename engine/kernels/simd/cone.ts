/**
 * @file Many projections onto one dual cone (vector/dual-cone.ts says what that is), where J Jᵀ = L Lᵀ and L has few columns. Row i's ends at
 * z = ridge M⁻¹ L_i with M = ridge I + Σ L_j L_jᵀ over the free rows j: those that t = L z would be negative for. Each begins with the
 * free rows of the last. Sums have a fixed order, which plain/cone.ts shows.
 */

/** As in vector/dual-cone.ts. */
const PATIENCE: i32 = 10;
const MOST_ROUNDS: i32 = 200;
/** How good t is to be, relative to the ridge. */
const TOLERANCE: f64 = 1e-9;

@inline
function at(start: usize, i: i32): usize {
  return start + (<usize>i << 3);
}

/** Bytes of room that projectRows wants. */
export function projectionScratch(m: i32, rank: i32): i32 {
  return 8 * (m * rank + 2 * rank * rank + 2 * rank + 3 * m);
}

/** Adds to sums [m] the multipliers of `count` projections, whose rows are listed as int32. L is [m, rank], m in eights and rank even. */
export function projectRows(
  rows: usize, m: i32, rank: i32, list: usize, count: i32, ridge: f64, sums: usize, room: usize,
): void {
  const columns = room;
  const inner = at(columns, m * rank);
  const factor = at(inner, rank * rank);
  const inverse = at(factor, rank * rank);
  const z = at(inverse, rank);
  const t = at(z, rank);
  // 1 where a row is free, -1 where it is not.
  const signs = at(t, m);
  const wrong = at(signs, m);
  turn(rows, columns, m, rank);
  for (let i = 0; i < rank * rank; i++) store<f64>(at(inner, i), 0);
  for (let i = 0; i < rank; i++) store<f64>(at(inner, i * rank + i), ridge);
  for (let i = 0; i < m; i++) store<f64>(at(signs, i), -1);
  let isFactored = false;
  for (let p = 0; p < count; p++) {
    const from = load<i32>(list + (<usize>p << 2));
    // A row needs no holding back from its own projection, and t is positive there.
    if (load<f64>(at(signs, from)) > 0) {
      store<i32>(wrong, from);
      flip(inner, rows, rank, signs, wrong, 1);
      isFactored = false;
    }
    let fewest = m + 1;
    let patience = PATIENCE;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      if (!isFactored) factorize(inner, rank, factor, inverse);
      isFactored = true;
      for (let k = 0; k < rank; k++) store<f64>(at(z, k), ridge * load<f64>(at(rows, from * rank + k)));
      solve(factor, inverse, rank, z);
      const found = multiply(columns, m, rank, z, t, signs, TOLERANCE * ridge, wrong);
      if (found == 0) break;
      patience = found < fewest ? PATIENCE : patience - 1;
      fewest = min(fewest, found);
      // All at once, or, where that does not get better, the last one only.
      if (patience < 0) flip(inner, rows, rank, signs, wrong + (<usize>(found - 1) << 2), 1);
      else flip(inner, rows, rank, signs, wrong, found);
      isFactored = false;
    }
    addMultipliers(t, signs, m, ridge, sums);
  }
}

function turn(rows: usize, columns: usize, m: i32, rank: i32): void {
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < rank; k++, rows += 8) store<f64>(at(columns, k * m + i), load<f64>(rows));
  }
}

/** Sums for free rows grow by max(0, -t / ridge). */
function addMultipliers(t: usize, signs: usize, m: i32, ridge: f64, sums: usize): void {
  const zero = f64x2.splat(0);
  const factor = f64x2.splat(-1 / ridge);
  for (let end = at(t, m); t < end; t += 16, signs += 16, sums += 16) {
    const x = f64x2.pmax(zero, f64x2.mul(v128.load(t), factor));
    v128.store(sums, f64x2.add(v128.load(sums), v128.and(x, f64x2.gt(v128.load(signs), zero))));
  }
}

/** t = L z, eight rows at a time, each in order of k. Lists the rows whose sign says that they should change, and gives their number. */
function multiply(
  columns: usize, m: i32, rank: i32, z: usize, t: usize, signs: usize, tolerance: f64, wrong: usize,
): i32 {
  const limit = f64x2.splat(tolerance);
  const step = <usize>m << 3;
  const end = at(z, rank);
  let to = wrong;
  for (let i = 0; i < m; i += 8, columns += 64, t += 64, signs += 64) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let column = columns;
    for (let k = z; k < end; k += 8, column += step) {
      const x = v128.load64_splat(k);
      a = f64x2.add(a, f64x2.mul(x, v128.load(column)));
      b = f64x2.add(b, f64x2.mul(x, v128.load(column, 16)));
      c = f64x2.add(c, f64x2.mul(x, v128.load(column, 32)));
      d = f64x2.add(d, f64x2.mul(x, v128.load(column, 48)));
    }
    v128.store(t, a);
    v128.store(t, b, 16);
    v128.store(t, c, 32);
    v128.store(t, d, 48);
    let mask = i64x2.bitmask(f64x2.gt(f64x2.mul(a, v128.load(signs)), limit));
    mask |= i64x2.bitmask(f64x2.gt(f64x2.mul(b, v128.load(signs, 16)), limit)) << 2;
    mask |= i64x2.bitmask(f64x2.gt(f64x2.mul(c, v128.load(signs, 32)), limit)) << 4;
    mask |= i64x2.bitmask(f64x2.gt(f64x2.mul(d, v128.load(signs, 48)), limit)) << 6;
    for (; mask != 0; mask &= mask - 1, to += 4) store<i32>(to, i + ctz(mask));
  }
  return <i32>(to - wrong) >> 2;
}

/** The listed rows become free, or are so no more: M gets or loses L_j L_jᵀ for each. */
function flip(inner: usize, rows: usize, rank: i32, signs: usize, list: usize, count: i32): void {
  for (; count > 0; count -= 4, list += 16) {
    // Where there are fewer than four, the first stands in with weight 0.
    const j0 = load<i32>(list);
    const j1 = count > 1 ? load<i32>(list, 4) : j0;
    const j2 = count > 2 ? load<i32>(list, 8) : j0;
    const j3 = count > 3 ? load<i32>(list, 12) : j0;
    const w0 = turned(signs, j0);
    const w1 = count > 1 ? turned(signs, j1) : 0;
    const w2 = count > 2 ? turned(signs, j2) : 0;
    const w3 = count > 3 ? turned(signs, j3) : 0;
    addTerms(inner, rank, at(rows, j0 * rank), at(rows, j1 * rank), at(rows, j2 * rank), at(rows, j3 * rank), w0, w1, w2, w3);
  }
}

@inline
function turned(signs: usize, j: i32): f64 {
  const sign = -load<f64>(at(signs, j));
  store<f64>(at(signs, j), sign);
  return sign;
}

/** M += Σ w l lᵀ: the upper triangle, two rows at a time; of these, the lower one gets one number more, which nobody reads. */
@inline
function addTerms(
  inner: usize, rank: i32, l0: usize, l1: usize, l2: usize, l3: usize, w0: f64, w1: f64, w2: f64, w3: f64,
): void {
  const width = <usize>rank << 3;
  for (let a: usize = 0; a < width; a += 16) {
    const f0 = f64x2.splat(w0 * load<f64>(l0 + a));
    const f1 = f64x2.splat(w1 * load<f64>(l1 + a));
    const f2 = f64x2.splat(w2 * load<f64>(l2 + a));
    const f3 = f64x2.splat(w3 * load<f64>(l3 + a));
    const g0 = f64x2.splat(w0 * load<f64>(l0 + a, 8));
    const g1 = f64x2.splat(w1 * load<f64>(l1 + a, 8));
    const g2 = f64x2.splat(w2 * load<f64>(l2 + a, 8));
    const g3 = f64x2.splat(w3 * load<f64>(l3 + a, 8));
    const upper = inner;
    const lower = inner + width;
    for (let b = a; b < width; b += 16) {
      const x0 = v128.load(l0 + b);
      const x1 = v128.load(l1 + b);
      const x2 = v128.load(l2 + b);
      const x3 = v128.load(l3 + b);
      v128.store(upper + b, f64x2.add(v128.load(upper + b), four(f0, x0, f1, x1, f2, x2, f3, x3)));
      v128.store(lower + b, f64x2.add(v128.load(lower + b), four(g0, x0, g1, x1, g2, x2, g3, x3)));
    }
    inner += width << 1;
  }
}

@inline
function four(f0: v128, x0: v128, f1: v128, x1: v128, f2: v128, x2: v128, f3: v128, x3: v128): v128 {
  return f64x2.add(
    f64x2.add(f64x2.mul(f0, x0), f64x2.mul(f1, x1)),
    f64x2.add(f64x2.mul(f2, x2), f64x2.mul(f3, x3)),
  );
}

/** M = Wᵀ D⁻¹ W, where W is upper triangular and D its diagonal, whose inverse is kept apart. Two rows are taken out of all below at a time. */
function factorize(inner: usize, n: i32, factor: usize, inverse: usize): void {
  const width = <usize>n << 3;
  for (let i: usize = 0, size = width * n; i < size; i += 16) v128.store(factor + i, v128.load(inner + i));
  for (let k: usize = 0; k < width; k += 16, factor += width << 1) {
    const first = factor;
    const second = factor + width;
    const inverse0 = 1 / load<f64>(first + k);
    const across = load<f64>(first + k, 8);
    const share = across * inverse0;
    const inverse1 = 1 / (load<f64>(second + k, 8) - across * share);
    store<f64>(inverse + k, inverse0);
    store<f64>(inverse + k, inverse1, 8);
    const shares = f64x2.splat(share);
    for (let j = k + 16; j < width; j += 16) {
      v128.store(second + j, f64x2.sub(v128.load(second + j), f64x2.mul(shares, v128.load(first + j))));
    }
    let upper = second + width;
    for (let i = k + 16; i < width; i += 16, upper += width << 1) {
      const lower = upper + width;
      const f0 = f64x2.splat(load<f64>(first + i) * inverse0);
      const f1 = f64x2.splat(load<f64>(second + i) * inverse1);
      const g0 = f64x2.splat(load<f64>(first + i, 8) * inverse0);
      const g1 = f64x2.splat(load<f64>(second + i, 8) * inverse1);
      for (let j = i; j < width; j += 16) {
        const x = v128.load(first + j);
        const y = v128.load(second + j);
        v128.store(upper + j, f64x2.sub(v128.load(upper + j), f64x2.add(f64x2.mul(f0, x), f64x2.mul(f1, y))));
        v128.store(lower + j, f64x2.sub(v128.load(lower + j), f64x2.add(f64x2.mul(g0, x), f64x2.mul(g1, y))));
      }
    }
  }
}

/** Solves Wᵀ D⁻¹ W x = b in place of b. */
function solve(factor: usize, inverse: usize, n: i32, x: usize): void {
  const width = <usize>n << 3;
  let first = factor;
  for (let k: usize = 0; k < width; k += 16, first += width << 1) {
    const second = first + width;
    const a = load<f64>(x + k) * load<f64>(inverse + k);
    const rest = load<f64>(x + k, 8) - load<f64>(first + k, 8) * a;
    const b = rest * load<f64>(inverse + k, 8);
    store<f64>(x + k, a);
    store<f64>(x + k, b, 8);
    const as = f64x2.splat(a);
    const bs = f64x2.splat(b);
    for (let j = k + 16; j < width; j += 16) {
      const known = f64x2.add(f64x2.mul(as, v128.load(first + j)), f64x2.mul(bs, v128.load(second + j)));
      v128.store(x + j, f64x2.sub(v128.load(x + j), known));
    }
  }
  for (let k = width; k > 0; ) {
    k -= 16;
    first -= width << 1;
    const second = first + width;
    let a = f64x2.splat(0);
    let b = a;
    for (let j = k + 16; j < width; j += 16) {
      const known = v128.load(x + j);
      a = f64x2.add(a, f64x2.mul(v128.load(first + j), known));
      b = f64x2.add(b, f64x2.mul(v128.load(second + j), known));
    }
    const above = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
    const below = f64x2.extract_lane(b, 0) + f64x2.extract_lane(b, 1);
    const last = load<f64>(x + k, 8) - below * load<f64>(inverse + k, 8);
    store<f64>(x + k, last, 8);
    store<f64>(x + k, load<f64>(x + k) - (above + load<f64>(first + k, 8) * last) * load<f64>(inverse + k));
  }
}
