/** @file How draws from gamma and Dirichlet distributions move with their concentrations: PyTorch's approximations of -∂F/∂α / f. */
import { digammaOf } from "../kernels/special.ts";

const horner = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

const orZero = (x: number): number => (Number.isNaN(x) ? 0 : x);

/** dx/dα of a draw x from Gamma(α, 1). */
export function gammaGradient(alpha: number, x: number): number {
  if (x < 0.8) return smallGamma(alpha, x);
  return alpha > 8 ? largeGamma(alpha, x) : middleGamma(alpha, x);
}

/** Taylor's series at 0. */
function smallGamma(alpha: number, x: number): number {
  let [numerator, denominator] = [1, alpha];
  let series1 = numerator / denominator;
  let series2 = numerator / (denominator * denominator);
  for (let i = 1; i <= 5; i++) {
    numerator *= -x / i;
    denominator += 1;
    series1 += numerator / denominator;
    series2 += numerator / (denominator * denominator);
  }
  const power = x ** alpha;
  const density = x ** (alpha - 1) * Math.exp(-x);
  const slope = (Math.log(x) - digammaOf(alpha)) * power * series1 - power * series2;
  return orZero(-slope / density);
}

/** Rice's saddle point. */
function largeGamma(alpha: number, x: number): number {
  if (0.9 * alpha <= x && x <= 1.1 * alpha) {
    const first = 1 + 24 * alpha * (1 + 12 * alpha);
    const second = 1440 * alpha * alpha + 6 * x * (53 - 120 * x) - (65 * x * x) / alpha + alpha * (107 + 3600 * x);
    return (first * second) / (1244160 * alpha * alpha * (alpha * alpha));
  }
  const root = Math.sqrt(8 * alpha);
  const term2 = root / (alpha - x);
  const term3 = (x - alpha - alpha * Math.log(x / alpha)) ** -1.5;
  const term23 = x < alpha ? term2 - term3 : term2 + term3;
  const term1 = Math.log(x / alpha) * term23 - (Math.sqrt(2 / alpha) * (alpha + x)) / ((alpha - x) * (alpha - x));
  const stirling = 1 + (1 / (12 * alpha)) * (1 + 1 / (24 * alpha));
  return (-stirling * x * term1) / root;
}

const gammaSurface = [
  [0.16009398, -0.094634809, 0.025146376, -0.0030648343, 1, 0.32668115, 0.10406089, 0.0014179084],
  [0.53487893, 0.1298071, 0.065735949, -0.0015649758, 0.16639465, 0.020070113, -0.0035938915, -0.00058392623],
  [0.040121004, -0.0065914022, -0.0026286047, -0.0013441777, 0.017050642, -0.0021309326, 0.00085092367, -1.5247877e-7],
] as const;

/** A rational function of the two logarithms. */
function middleGamma(alpha: number, x: number): number {
  const [u, v] = [Math.log(x / alpha), Math.log(alpha)];
  const at = gammaSurface[0].map((_, i) => horner(u, [gammaSurface[0][i], gammaSurface[1][i], gammaSurface[2][i]]));
  return Math.exp(horner(v, at.slice(0, 4)) / horner(v, at.slice(4)));
}

/** dx/dα of a share x of Beta(α, total - α), divided by 1 - x. */
export function dirichletGradient(x: number, alpha: number, total: number): number {
  const beta = total - alpha;
  const boundary = total * x * (1 - x);
  if (x <= 0.5 && boundary < 2.5) return smallShare(x, alpha, beta);
  if (x >= 0.5 && boundary < 0.75) return -smallRest(1 - x, beta, alpha);
  return alpha > 6 && beta > 6 ? saddleShare(x, alpha, beta) : middleShare(x, alpha, total);
}

function smallShare(x: number, alpha: number, beta: number): number {
  const factor = digammaOf(alpha) - digammaOf(alpha + beta) - Math.log(x);
  let numerator = 1;
  let series = (numerator / alpha) * (factor + 1 / alpha);
  for (let i = 1; i <= 10; i++) {
    numerator *= ((i - beta) * x) / i;
    const denominator = alpha + i;
    series += (numerator / denominator) * (factor + 1 / denominator);
  }
  return orZero(x * (1 - x) ** -beta * series);
}

function smallRest(x: number, alpha: number, beta: number): number {
  const factor = digammaOf(alpha + beta) - digammaOf(beta);
  let [numerator, betas, slopes] = [1, 1, 0];
  let series = factor / alpha;
  for (let i = 1; i <= 8; i++) {
    numerator *= -x / i;
    slopes = slopes * (beta - i) + betas;
    betas *= beta - i;
    series += (numerator / (alpha + i)) * (slopes + factor * betas);
  }
  return orZero(-((1 - x) ** (1 - beta)) * series);
}

const stirlingOf = (x: number): number => 1 + 1 / (12 * x) + 1 / (288 * x * x);

function saddleShare(x: number, alpha: number, beta: number): number {
  const total = alpha + beta;
  const mean = alpha / total;
  const deviation = Math.sqrt((alpha * beta) / (total + 1)) / total;
  if (mean - 0.1 * deviation <= x && x <= mean + 0.1 * deviation) {
    const square = beta * beta;
    const poly =
      47 * x * square * square +
      alpha *
        ((43 + 20 * (16 + 27 * beta) * x) * square * beta +
          alpha *
            (3 * (59 + 180 * beta - 90 * x) * square +
              alpha * ((453 + 1620 * beta * (1 - x) - 455 * x) * beta + alpha * (8 * (1 - x) * (135 * beta - 11)))));
    const above = ((1 + 12 * alpha) * (1 + 12 * beta)) / (total * total);
    const below = 12960 * alpha * alpha * alpha * square * (1 + 12 * total);
    return ((above / (1 - x)) * poly) / below;
  }
  const prefactor = -x / Math.sqrt((2 * alpha * beta) / total);
  const stirling = (stirlingOf(alpha) * stirlingOf(beta)) / stirlingOf(total);
  const axbx = alpha * (x - 1) + beta * x;
  const term1 =
    (2 * alpha * alpha * (x - 1) + alpha * beta * (x - 1) - x * beta * beta) /
    (Math.sqrt((2 * alpha) / beta) * total ** 1.5 * axbx * axbx);
  const term2 = 0.5 * Math.log(alpha / (total * x));
  const term3 = Math.sqrt((8 * alpha * beta) / total) / axbx;
  const base = beta * Math.log(beta / (total * (1 - x))) + alpha * Math.log(alpha / (total * x));
  const term4 = base ** -1.5;
  return stirling * prefactor * (term1 + term2 * (term3 + (x < mean ? term4 : -term4)));
}

const shareSurface = [
  [
    [
      [1.003668233, -0.01061107488, -0.0657888334, 0.01201642863],
      [0.6336835991, -0.3557432599, 0.05486251648, -0.001465281033],
      [-0.03276231906, 0.004474107445, 0.002429354597, -0.0001557569013],
    ],
    [
      [0.221950385, -0.3187676331, 0.01799915743, 0.01074823814],
      [-0.2951249643, 0.06219954479, 0.01535556598, 0.001550077057],
      [0.02155310298, 0.004170831599, 0.001292462449, 6.976601077e-5],
    ],
    [
      [-0.05980841433, 0.008441916499, 0.01085618172, 0.002319392565],
      [0.02911413504, 0.01400243777, -0.002721828457, 0.000751041181],
      [0.005900514878, -0.001936558688, -9.495446725e-6, 5.385558597e-5],
    ],
  ],
  [
    [
      [1, -0.02924021934, -0.04438342661, 0.007285809825],
      [0.6357567472, -0.3473456711, 0.05454656494, -0.002407477521],
      [-0.03301322327, 0.004845219414, 0.00231480583, -0.0002307248149],
    ],
    [
      [0.5925320577, -0.1757678135, 0.01505928619, 0.000564515273],
      [0.1014815858, -0.06589186703, 0.01272886114, -0.0007316646956],
      [-0.007258481865, 0.001096195486, 0.0003934994223, -4.12701925e-5],
    ],
    [
      [0.06469649321, -0.0236701437, 0.002902096474, -5.896963079e-5],
      [0.001925008108, -0.002869809258, 0.0008000589141, -6.063713228e-5],
      [-0.0003477407336, 6.959756487e-5, 1.097287507e-5, -1.650964693e-6],
    ],
  ],
] as const;

function middleShare(x: number, alpha: number, total: number): number {
  const u = Math.log(x);
  const a = Math.log(alpha) - u;
  const b = Math.log(total) - a;
  const [p, q] = shareSurface.map((surface) =>
    horner(
      u,
      surface.map((row) =>
        horner(
          a,
          row.map((coefficients) => horner(b, coefficients)),
        ),
      ),
    ),
  );
  return ((p / q) * x * (digammaOf(total) - digammaOf(alpha))) / (total - alpha);
}
