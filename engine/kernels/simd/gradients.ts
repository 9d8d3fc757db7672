/** @file out = g f'(x), from what the forward pass saved; out may be g. Operations in the order of PyTorch's derivatives. */
import { HALF, MINUS_HALF, NORMAL_DENSITY, ONE, SQRT1_2 } from "./constants";
import { erfLanes, expLanes, sigmoidLanes } from "./exponential";
import { all, signLanes } from "./lanes";
import { zip } from "./map";
import { constant } from "./polynomial";

@unmanaged class AbsGrad { @inline at(g: v128, x: v128): v128 { return f32x4.mul(g, signLanes(x)); } }
@unmanaged class SquareGrad { @inline at(g: v128, x: v128): v128 { return f32x4.mul(g, f32x4.add(x, x)); } }
@unmanaged class SqrtGrad { @inline at(g: v128, y: v128): v128 { return f32x4.div(g, f32x4.add(y, y)); } }
@unmanaged class ReciprocalGrad { @inline at(g: v128, y: v128): v128 { return f32x4.neg(f32x4.mul(g, f32x4.mul(y, y))); } }
@unmanaged class TanhGrad { @inline at(g: v128, y: v128): v128 { return f32x4.mul(g, f32x4.sub(all(1), f32x4.mul(y, y))); } }
@unmanaged class SigmoidGrad { @inline at(g: v128, y: v128): v128 { return f32x4.mul(g, f32x4.mul(y, f32x4.sub(all(1), y))); } }
/** A choice, not a product: 0 where x is not above 0, whatever g is. NaN is not below it either, and g passes. */
@unmanaged class ReluGrad { @inline at(g: v128, x: v128): v128 { return v128.andnot(g, f32x4.le(x, all(0))); } }
@unmanaged class SoftplusGrad { @inline at(g: v128, x: v128): v128 { return f32x4.mul(g, sigmoidLanes(x)); } }
@unmanaged class LogSigmoidGrad { @inline at(g: v128, x: v128): v128 { return f32x4.mul(g, sigmoidLanes(f32x4.neg(x))); } }
@unmanaged class SiluGrad {
  @inline at(g: v128, x: v128): v128 {
    const s = sigmoidLanes(x);
    return f32x4.mul(f32x4.mul(g, s), f32x4.add(constant(ONE), f32x4.mul(x, f32x4.sub(constant(ONE), s))));
  }
}
@unmanaged class GeluGrad {
  @inline at(g: v128, x: v128): v128 {
    const twice = f32x4.add(constant(ONE), erfLanes(f32x4.mul(x, constant(SQRT1_2))));
    const density = f32x4.mul(expLanes(f32x4.mul(f32x4.mul(x, x), constant(MINUS_HALF))), constant(NORMAL_DENSITY));
    return f32x4.mul(g, f32x4.add(f32x4.mul(twice, constant(HALF)), f32x4.mul(x, density)));
  }
}

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
/** g sigmoid(x) */
export function softplusGrad(g: usize, x: usize, out: usize, n: i32): void { zip<SoftplusGrad>(g, x, out, n); }
/** g sigmoid(-x) */
export function logsigmoidGrad(g: usize, x: usize, out: usize, n: i32): void { zip<LogSigmoidGrad>(g, x, out, n); }
/** (g s) (1 + x (1 - s)), s = sigmoid(x) */
export function siluGrad(g: usize, x: usize, out: usize, n: i32): void { zip<SiluGrad>(g, x, out, n); }
/** g ((1 + erf(x √½)) / 2 + x (e^(-x²/2) / √(2π))) */
export function geluGrad(g: usize, x: usize, out: usize, n: i32): void { zip<GeluGrad>(g, x, out, n); }
