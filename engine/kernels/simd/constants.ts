/**
 * @file Constants of the longer formulas, in memory. V8 makes a vector constant anew in every round of a loop, in several
 * instructions; to load one and spread it is a single one. These are the only bytes of the memory that belong to the kernels:
 * they begin at 16 and end at `reservedBytes()`.
 */
import * as c from "../coefficients";

export const ONE = memory.data<f32>([1]);
export const MINUS_ZERO = memory.data<f32>([-0.0]);
export const ROUNDER = memory.data<f32>([<f32>c.ROUNDER]);
export const LOG2E = memory.data<f32>([<f32>c.LOG2E]);
export const LN2_HIGH = memory.data<f32>([<f32>c.LN2_HIGH]);
export const LN2_LOW = memory.data<f32>([<f32>c.LN2_LOW]);
export const EXP = memory.data<f32>([<f32>c.EXP_0, <f32>c.EXP_1, <f32>c.EXP_2, <f32>c.EXP_3, <f32>c.EXP_4]);
/** Beyond these e^x is 0 and infinite. */
export const EXP_LOWEST = memory.data<f32>([-104]);
export const EXP_HIGHEST = memory.data<f32>([89]);
/** Beyond these sigmoid is 0 and 1. */
export const SIGMOID_HIGHEST = memory.data<f32>([40]);
export const SIGMOID_LOWEST = memory.data<f32>([-105]);

export const TWO = memory.data<f32>([2]);
export const TWICE_LOG2E = memory.data<f32>([<f32>(2 * c.LOG2E)]);
export const HALF_LN2 = memory.data<f32>([<f32>(0.5 * c.LN2)]);
export const TANH_FAR = memory.data<f32>([
  <f32>c.TANH_FAR_0, <f32>c.TANH_FAR_1, <f32>c.TANH_FAR_2, <f32>c.TANH_FAR_3, <f32>c.TANH_FAR_4,
]);
export const TANH_NEAR = memory.data<f32>([<f32>c.TANH_NEAR_0, <f32>c.TANH_NEAR_1, <f32>c.TANH_NEAR_2]);
export const TANH_BORDER = memory.data<f32>([<f32>0.3]);
/** From here tanh is 1. */
export const TANH_HIGHEST = memory.data<f32>([<f32>9.1]);

export const ERF = memory.data<f32>([<f32>c.ERF_0, <f32>c.ERF_1, <f32>c.ERF_2, <f32>c.ERF_3, <f32>c.ERF_4, <f32>c.ERF_5]);
export const ERFC = memory.data<f32>([
  <f32>c.ERFC_0, <f32>c.ERFC_1, <f32>c.ERFC_2, <f32>c.ERFC_3, <f32>c.ERFC_4, <f32>c.ERFC_5, <f32>c.ERFC_6,
]);
export const ERF_BORDER = memory.data<f32>([<f32>0.9]);
/** From here erf is 1. */
export const ERF_HIGHEST = memory.data<f32>([4]);

export const SMALLEST_NORMAL = memory.data<f32>([<f32>1.1754943508222875e-38]);
export const TWO_TO_23 = memory.data<f32>([8388608]);
export const HALF = memory.data<f32>([<f32>0.5]);
export const ROOT_HALF_BITS = memory.data<i32>([0x3f3504f3]);
export const FRACTION_BITS = memory.data<i32>([0x7fffff]);
export const LOG = memory.data<f32>([
  <f32>c.LOG_0, <f32>c.LOG_1, <f32>c.LOG_2, <f32>c.LOG_3, <f32>c.LOG_4, <f32>c.LOG_5, <f32>c.LOG_6, <f32>c.LOG_7,
]);
export const NAN = memory.data<f32>([NaN]);
export const INFINITE = memory.data<f32>([Infinity]);
export const MINUS_INFINITE = memory.data<f32>([-Infinity]);

export const WIDE_ONE = memory.data<f64>([1]);
export const WIDE_MINUS_TWO = memory.data<f64>([-2]);
export const WIDE_TWO = memory.data<f64>([2]);
export const WIDE_ROUNDER = memory.data<f64>([c.ROUNDER64]);
export const WIDE_LOG2E = memory.data<f64>([c.LOG2E]);
export const WIDE_LN2 = memory.data<f64>([c.LN2]);
export const EXPM1 = memory.data<f64>([c.EXPM1_0, c.EXPM1_1, c.EXPM1_2, c.EXPM1_3, c.EXPM1_4, c.EXPM1_5]);
export const LOG1P = memory.data<f64>([c.LOG1P_0, c.LOG1P_1, c.LOG1P_2, c.LOG1P_3]);
export const LOG1P_EXP = memory.data<f64>([
  c.LOG1P_EXP_0, c.LOG1P_EXP_1, c.LOG1P_EXP_2, c.LOG1P_EXP_3, c.LOG1P_EXP_4,
]);
export const WIDE_ROOT_HALF_BITS = memory.data<i64>([0x3fe6a09e667f3bcd]);
/** The same less the bits of 1: what is left above the fraction, taking this off, is an exponent with its bias of 1023. */
export const WIDE_ROOT_HALF_OFFSET = memory.data<i64>([0x3fe6a09e667f3bcd - 0x3ff0000000000000]);
export const WIDE_BIAS = memory.data<i64>([1023]);
export const WIDE_ROUNDER_AND_BIAS = memory.data<f64>([c.ROUNDER64 + 1023]);
export const WIDE_FRACTION_BITS = memory.data<i64>([0x000fffffffffffff]);

export const WIDE_HALF = memory.data<f64>([0.5]);
export const WIDE_LOG10_2 = memory.data<f64>([c.LOG10_2]);
export const WIDE_LOG10E = memory.data<f64>([c.LOG10E]);
export const WIDE_TWO_OVER_PI = memory.data<f64>([c.TWO_OVER_PI]);
export const WIDE_HALF_PI_HIGH = memory.data<f64>([c.HALF_PI_HIGH]);
export const WIDE_HALF_PI_LOW = memory.data<f64>([c.HALF_PI_LOW]);
export const WIDE_MINUS_ZERO = memory.data<f64>([-0.0]);
export const SIN = memory.data<f64>([c.SIN_0, c.SIN_1, c.SIN_2, c.SIN_3]);
export const COS = memory.data<f64>([c.COS_0, c.COS_1, c.COS_2]);

export const SQRT1_2 = memory.data<f32>([<f32>c.SQRT1_2]);
export const MINUS_HALF = memory.data<f32>([<f32>-0.5]);
export const NORMAL_DENSITY = memory.data<f32>([<f32>c.NORMAL_DENSITY]);

/** Where the memory that is the caller's begins. */
export function reservedBytes(): i32 {
  return <i32>__heap_base;
}
