/** @file out = g f'(x), from what the forward pass saved; out may be g. Operations in the order of PyTorch's derivatives. */
import { all, signLanes } from "./lanes";
import { zip } from "./map";

@unmanaged class AbsGrad { @inline at(g: v128, x: v128): v128 { return f32x4.mul(g, signLanes(x)); } }
@unmanaged class SquareGrad { @inline at(g: v128, x: v128): v128 { return f32x4.mul(g, f32x4.add(x, x)); } }
@unmanaged class SqrtGrad { @inline at(g: v128, y: v128): v128 { return f32x4.div(g, f32x4.add(y, y)); } }
@unmanaged class ReciprocalGrad { @inline at(g: v128, y: v128): v128 { return f32x4.neg(f32x4.mul(g, f32x4.mul(y, y))); } }
@unmanaged class TanhGrad { @inline at(g: v128, y: v128): v128 { return f32x4.mul(g, f32x4.sub(all(1), f32x4.mul(y, y))); } }
@unmanaged class SigmoidGrad { @inline at(g: v128, y: v128): v128 { return f32x4.mul(g, f32x4.mul(y, f32x4.sub(all(1), y))); } }
/** A choice, not a product: 0 where x is not above 0, whatever g is. NaN is not below it either, and g passes. */
@unmanaged class ReluGrad { @inline at(g: v128, x: v128): v128 { return v128.andnot(g, f32x4.le(x, all(0))); } }

/** g sign(x) */
export function absGrad(g: usize, x: usize, out: usize, n: i32): void { zip<AbsGrad>(g, x, out, n); }
/** g (2 x) */
export function squareGrad(g: usize, x: usize, out: usize, n: i32): void { zip<SquareGrad>(g, x, out, n); }
/** g / (2 y), y the root */
export function sqrtGrad(g: usize, y: usize, out: usize, n: i32): void { zip<SqrtGrad>(g, y, out, n); }
/** -(g (y y)), y the reciprocal */
export function reciprocalGrad(g: usize, y: usize, out: usize, n: i32): void { zip<ReciprocalGrad>(g, y, out, n); }
/** g (1 - y y), y the result */
export function tanhGrad(g: usize, y: usize, out: usize, n: i32): void { zip<TanhGrad>(g, y, out, n); }
/** g (y (1 - y)), y the result */
export function sigmoidGrad(g: usize, y: usize, out: usize, n: i32): void { zip<SigmoidGrad>(g, y, out, n); }
/** 0 where x <= 0, else g */
export function reluGrad(g: usize, x: usize, out: usize, n: i32): void { zip<ReluGrad>(g, x, out, n); }
