/**
 * @file The numbers of the polynomials, read by the SIMD kernels (AssemblyScript) and by their plain references alike.
 *
 * Each polynomial is the minimax fit, by relative error of the whole function, on the interval that its range reduction leaves;
 * coefficients of float32 polynomials were rounded one after the other, the later ones refitted each time. Names end in the
 * power. Only plain exported constants stand here: both compilers have to understand them.
 */

/** Adding it to a float32 below 2^22 rounds that to a whole number, ties to even, and leaves the number in the low bits. */
export const ROUNDER = 12582912.0;
/** The same for float64, below 2^51. */
export const ROUNDER64 = 6755399441055744.0;
export const LOG2E = Math.LOG2E;
export const LN2 = Math.LN2;
/** ln 2 in two parts: products of the first with whole numbers below 2^14 are exact in float32. */
export const LN2_HIGH = 0.693359375;
export const LN2_LOW = -2.1219444005469057e-4;

/** e^r = 1 + r + r² Q(r) for |r| ≤ ln 2 / 2. */
export const EXP_0 = 0.49999994;
export const EXP_1 = 0.166665211;
export const EXP_2 = 0.041668281;
export const EXP_3 = 0.0083686905;
export const EXP_4 = 0.00138194906;

/** e^r - 1 = r + r² Q(r) for |r| ≤ ln 2 / 2, in float64. */
export const EXPM1_0 = 0.50000000444603399;
export const EXPM1_1 = 0.16666666368450186;
export const EXPM1_2 = 0.041666359539110076;
export const EXPM1_3 = 0.0083333896239424013;
export const EXPM1_4 = 0.0013940743798602022;
export const EXPM1_5 = 0.00019845887117578561;

/** ln(1 + f) = f - f²/2 + f³ P(f) for √½ ≤ 1 + f < √2. */
export const LOG_0 = 0.333333313;
export const LOG_1 = -0.250008196;
export const LOG_2 = 0.200012371;
export const LOG_3 = -0.166233972;
export const LOG_4 = 0.142017066;
export const LOG_5 = -0.131599292;
export const LOG_6 = 0.127613604;
export const LOG_7 = -0.0763430372;

/** ln((1 + s) / (1 - s)) = 2s (1 + s² Q(s²)) for |s| ≤ (√2 - 1) / (√2 + 1), in float64. */
export const LOG1P_0 = 0.33333332821119643;
export const LOG1P_1 = 0.20000167992769294;
export const LOG1P_2 = 0.14268627139818227;
export const LOG1P_3 = 0.11791623424770857;

/** The same for 0 ≤ s ≤ 1/3: ln(1 + e) with s = e / (2 + e), 0 ≤ e ≤ 1. */
export const LOG1P_EXP_0 = 0.33333337812888003;
export const LOG1P_EXP_1 = 0.19999438678092923;
export const LOG1P_EXP_2 = 0.14308448396599674;
export const LOG1P_EXP_3 = 0.1071375678964035;
export const LOG1P_EXP_4 = 0.12150762731195656;

/** e^2f = 1 + 2f + f² Q(f) for |f| ≤ ln 2 / 4. */
export const TANH_FAR_0 = 1.99999988;
export const TANH_FAR_1 = 1.3333236;
export const TANH_FAR_2 = 0.666679263;
export const TANH_FAR_3 = 0.267726094;
export const TANH_FAR_4 = 0.0887624472;

/** tanh x = x + x z P(z), z = x², for |x| ≤ 0.3. */
export const TANH_NEAR_0 = -0.333330601;
export const TANH_NEAR_1 = 0.133148044;
export const TANH_NEAR_2 = -0.0503638834;

/** erf x = x + x P(x²) for |x| ≤ 0.9. */
export const ERF_0 = 0.128379151;
export const ERF_1 = -0.376124978;
export const ERF_2 = 0.112818435;
export const ERF_3 = -0.0267673451;
export const ERF_4 = 0.00499402639;
export const ERF_5 = -0.000599441584;

/** erfc x = e^-Q(x) for 0.9 ≤ x ≤ 4. */
export const ERFC_0 = 0.000166447775;
export const ERFC_1 = 1.12779725;
export const ERFC_2 = 0.636976063;
export const ERFC_3 = 0.10411372;
export const ERFC_4 = -0.0223152544;
export const ERFC_5 = 0.00306551019;
export const ERFC_6 = -0.000198223352;

export const LOG10_2 = 0.3010299956639812;
export const LOG10E = Math.LOG10E;
export const SQRT1_2 = Math.SQRT1_2;
/** 1 / √(2π) */
export const NORMAL_DENSITY = 0.3989422804014327;

export const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in two parts: products of the first with whole numbers below 2^20 are exact in float64. */
export const HALF_PI_HIGH = 1.5707963267341256;
export const HALF_PI_LOW = 6.077100506506192e-11;
/** sin r = r + r z S(z), z = r², for |r| ≤ π/4, in float64. */
export const SIN_0 = -0.16666666640692804;
export const SIN_1 = 0.0083333292926987372;
export const SIN_2 = -0.0001983930834543322;
export const SIN_3 = 2.7180840591559529e-6;
/** cos r = 1 - z/2 + z² C(z). */
export const COS_0 = 0.041666645618797071;
export const COS_1 = -0.001388731306263079;
export const COS_2 = 2.4432785085899895e-5;
