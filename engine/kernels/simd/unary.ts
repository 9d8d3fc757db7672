/** @file y = f(x), element by element; y may be x. */
import { erfLanes, expLanes, sigmoidLanes, tanhLanes } from "./exponential";
import { HALF, ONE, SQRT1_2 } from "./constants";
import { all, signLanes } from "./lanes";
import { logLanes } from "./logarithm";
import { map } from "./map";
import { constant } from "./polynomial";
import { expm1Lanes, log10Lanes, log1pLanes, log2Lanes, logSigmoidLanes, softplusLanes } from "./wide";

@unmanaged class Neg { @inline at(x: v128): v128 { return f32x4.neg(x); } }
@unmanaged class Abs { @inline at(x: v128): v128 { return f32x4.abs(x); } }
@unmanaged class Sign { @inline at(x: v128): v128 { return signLanes(x); } }
@unmanaged class Square { @inline at(x: v128): v128 { return f32x4.mul(x, x); } }
@unmanaged class Sqrt { @inline at(x: v128): v128 { return f32x4.sqrt(x); } }
@unmanaged class Rsqrt { @inline at(x: v128): v128 { return f32x4.div(all(1), f32x4.sqrt(x)); } }
@unmanaged class Reciprocal { @inline at(x: v128): v128 { return f32x4.div(all(1), x); } }
/** pmax gives its first argument when it is NaN, and -0 for -0, as PyTorch does. */
@unmanaged class Relu { @inline at(x: v128): v128 { return f32x4.pmax(x, all(0)); } }
@unmanaged class Exp { @inline at(x: v128): v128 { return expLanes(x); } }
@unmanaged class Expm1 { @inline at(x: v128): v128 { return expm1Lanes(x); } }
@unmanaged class Log { @inline at(x: v128): v128 { return logLanes(x); } }
@unmanaged class Log1p { @inline at(x: v128): v128 { return log1pLanes(x); } }
@unmanaged class Tanh { @inline at(x: v128): v128 { return tanhLanes(x); } }
@unmanaged class Sigmoid { @inline at(x: v128): v128 { return sigmoidLanes(x); } }
@unmanaged class Erf { @inline at(x: v128): v128 { return erfLanes(x); } }
@unmanaged class Silu { @inline at(x: v128): v128 { return f32x4.mul(x, sigmoidLanes(x)); } }
@unmanaged class Log2 { @inline at(x: v128): v128 { return log2Lanes(x); } }
@unmanaged class Log10 { @inline at(x: v128): v128 { return log10Lanes(x); } }
@unmanaged class Softplus { @inline at(x: v128): v128 { return softplusLanes(x); } }
@unmanaged class LogSigmoid { @inline at(x: v128): v128 { return logSigmoidLanes(x); } }
@unmanaged class Gelu {
  @inline at(x: v128): v128 {
    const twice = f32x4.add(constant(ONE), erfLanes(f32x4.mul(x, constant(SQRT1_2))));
    // NaN for infinity, as PyTorch's vectors have it; x - x is 0 for all else.
    return f32x4.sub(f32x4.mul(f32x4.mul(x, constant(HALF)), twice), f32x4.sub(x, x));
  }
}
@unmanaged class Floor { @inline at(x: v128): v128 { return f32x4.floor(x); } }
@unmanaged class Ceil { @inline at(x: v128): v128 { return f32x4.ceil(x); } }
@unmanaged class Trunc { @inline at(x: v128): v128 { return f32x4.trunc(x); } }
@unmanaged class Round { @inline at(x: v128): v128 { return f32x4.nearest(x); } }

export function neg(x: usize, y: usize, n: i32): void { map<Neg>(x, y, n); }
export function abs(x: usize, y: usize, n: i32): void { map<Abs>(x, y, n); }
/** 0 for NaN, as PyTorch has it. */
export function sign(x: usize, y: usize, n: i32): void { map<Sign>(x, y, n); }
export function square(x: usize, y: usize, n: i32): void { map<Square>(x, y, n); }
export function sqrt(x: usize, y: usize, n: i32): void { map<Sqrt>(x, y, n); }
export function rsqrt(x: usize, y: usize, n: i32): void { map<Rsqrt>(x, y, n); }
export function reciprocal(x: usize, y: usize, n: i32): void { map<Reciprocal>(x, y, n); }
export function relu(x: usize, y: usize, n: i32): void { map<Relu>(x, y, n); }
export function exp(x: usize, y: usize, n: i32): void { map<Exp>(x, y, n); }
export function expm1(x: usize, y: usize, n: i32): void { map<Expm1>(x, y, n); }
export function log(x: usize, y: usize, n: i32): void { map<Log>(x, y, n); }
export function log1p(x: usize, y: usize, n: i32): void { map<Log1p>(x, y, n); }
export function tanh(x: usize, y: usize, n: i32): void { map<Tanh>(x, y, n); }
export function sigmoid(x: usize, y: usize, n: i32): void { map<Sigmoid>(x, y, n); }
export function erf(x: usize, y: usize, n: i32): void { map<Erf>(x, y, n); }
export function silu(x: usize, y: usize, n: i32): void { map<Silu>(x, y, n); }
export function log2(x: usize, y: usize, n: i32): void { map<Log2>(x, y, n); }
export function log10(x: usize, y: usize, n: i32): void { map<Log10>(x, y, n); }
/** ln(1 + e^x); above 20, PyTorch's threshold, that is x. */
export function softplus(x: usize, y: usize, n: i32): void { map<Softplus>(x, y, n); }
/** -ln(1 + e^-x) */
export function logsigmoid(x: usize, y: usize, n: i32): void { map<LogSigmoid>(x, y, n); }
/** (x / 2) (1 + erf(x √½)) */
export function gelu(x: usize, y: usize, n: i32): void { map<Gelu>(x, y, n); }
export function floor(x: usize, y: usize, n: i32): void { map<Floor>(x, y, n); }
export function ceil(x: usize, y: usize, n: i32): void { map<Ceil>(x, y, n); }
export function trunc(x: usize, y: usize, n: i32): void { map<Trunc>(x, y, n); }
/** Halves go to the even neighbour. */
export function round(x: usize, y: usize, n: i32): void { map<Round>(x, y, n); }
