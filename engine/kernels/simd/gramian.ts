/**
 * @file Inner products of samples' gradients in a linear layer's parameters, in float64: (A Aᵀ + 1 where there is a bias) ∘ (Δ Δᵀ), of what came in
 * and of the gradient that came back. Each product is added up in order of the columns.
 */
import { promoteHigh } from "./lanes";

/** Bytes of room that layerGramian wants. */
export function gramianScratch(n: i32, inputs: i32, outputs: i32): i32 {
  return 8 * ((n + 3) & ~3) * (inputs + outputs);
}

/**
 * Adds to out, whose rows are those of samples from `first` to `end`, both in fours, and have n numbers rounded up to fours; only columns below `end`
 * are written. a [n, inputs] and d [n, outputs] are float32.
 */
export function layerGramian(
  a: usize, inputs: i32, d: usize, outputs: i32, bias: f64, out: usize, n: i32, first: i32, end: i32, room: usize,
): void {
  const width = <usize>((n + 3) & ~3) << 3;
  const as = room;
  const ds = room + width * inputs;
  turnWide(a, as, n, inputs);
  turnWide(d, ds, n, outputs);
  const biases = f64x2.splat(bias);
  for (let i = first; i < end; i += 4, out += width << 2) {
    const down = <usize>i << 3;
    for (let across: usize = 0; across <= down; across += 32) {
      // Four rows by two pairs of columns, of A's products and then of Δ's.
      let a0 = biases, a1 = biases, b0 = biases, b1 = biases, c0 = biases, c1 = biases, d0 = biases, d1 = biases;
      for (let k = as; k < ds; k += width) {
        const x = v128.load(k + across);
        const y = v128.load(k + across, 16);
        const r0 = v128.load64_splat(k + down);
        const r1 = v128.load64_splat(k + down, 8);
        const r2 = v128.load64_splat(k + down, 16);
        const r3 = v128.load64_splat(k + down, 24);
        a0 = f64x2.add(a0, f64x2.mul(r0, x));
        a1 = f64x2.add(a1, f64x2.mul(r0, y));
        b0 = f64x2.add(b0, f64x2.mul(r1, x));
        b1 = f64x2.add(b1, f64x2.mul(r1, y));
        c0 = f64x2.add(c0, f64x2.mul(r2, x));
        c1 = f64x2.add(c1, f64x2.mul(r2, y));
        d0 = f64x2.add(d0, f64x2.mul(r3, x));
        d1 = f64x2.add(d1, f64x2.mul(r3, y));
      }
      const zero = f64x2.splat(0);
      let e0 = zero, e1 = zero, f0 = zero, f1 = zero, g0 = zero, g1 = zero, h0 = zero, h1 = zero;
      for (let k = ds, last = ds + width * outputs; k < last; k += width) {
        const x = v128.load(k + across);
        const y = v128.load(k + across, 16);
        const r0 = v128.load64_splat(k + down);
        const r1 = v128.load64_splat(k + down, 8);
        const r2 = v128.load64_splat(k + down, 16);
        const r3 = v128.load64_splat(k + down, 24);
        e0 = f64x2.add(e0, f64x2.mul(r0, x));
        e1 = f64x2.add(e1, f64x2.mul(r0, y));
        f0 = f64x2.add(f0, f64x2.mul(r1, x));
        f1 = f64x2.add(f1, f64x2.mul(r1, y));
        g0 = f64x2.add(g0, f64x2.mul(r2, x));
        g1 = f64x2.add(g1, f64x2.mul(r2, y));
        h0 = f64x2.add(h0, f64x2.mul(r3, x));
        h1 = f64x2.add(h1, f64x2.mul(r3, y));
      }
      let to = out + across;
      addProducts(to, a0, e0, a1, e1);
      addProducts((to += width), b0, f0, b1, f1);
      addProducts((to += width), c0, g0, c1, g1);
      addProducts(to + width, d0, h0, d1, h1);
    }
  }
}

@inline
function addProducts(to: usize, a0: v128, d0: v128, a1: v128, d1: v128): void {
  v128.store(to, f64x2.add(v128.load(to), f64x2.mul(a0, d0)));
  v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(a1, d1)), 16);
}

/** x [n, cols] in float32 to y [cols, n] in float64, n rounded up to fours with zeros. */
function turnWide(x: usize, y: usize, n: i32, cols: i32): void {
  const stride = <usize>cols << 2;
  const width = <usize>((n + 3) & ~3) << 3;
  let i = 0;
  for (; i + 2 <= n; i += 2, x += stride << 1) {
    let from = x;
    let to = y + (<usize>i << 3);
    let left = cols;
    for (; left >= 4; left -= 4, from += 16, to += width << 2) {
      const upper = v128.load(from);
      const lower = v128.load(from + stride);
      const front = i32x4.shuffle(upper, lower, 0, 4, 1, 5);
      const back = i32x4.shuffle(upper, lower, 2, 6, 3, 7);
      v128.store(to, f64x2.promote_low_f32x4(front));
      v128.store(to + width, promoteHigh(front));
      v128.store(to + (width << 1), f64x2.promote_low_f32x4(back));
      v128.store(to + width * 3, promoteHigh(back));
    }
    for (; left > 0; left--, from += 4, to += width) {
      store<f64>(to, <f64>load<f32>(from));
      store<f64>(to, <f64>load<f32>(from + stride), 8);
    }
  }
  for (const rounded = (n + 3) & ~3; i < rounded; i++, x += stride) {
    for (let c = 0; c < cols; c++) {
      store<f64>(y + width * c + (<usize>i << 3), i < n ? <f64>load<f32>(x + (<usize>c << 2)) : 0);
    }
  }
}
