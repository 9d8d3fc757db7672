/** @file VonMises: angles. */

import { ge, gt, lt } from "../ops/comparison/compare.ts";
import { cast, double } from "../ops/convert.ts";
import { select } from "../ops/indexing/slices.ts";
import { where } from "../ops/indexing/where.ts";
import { add, div, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { bitwise_or } from "../ops/pointwise/bitwise.ts";
import { pow } from "../ops/pointwise/pow.ts";
import { remainder } from "../ops/pointwise/remainder.ts";
import { acos, cos } from "../ops/pointwise/trigonometry.ts";
import { abs, exp, log, sign, sqrt } from "../ops/pointwise/unary.ts";
import type { Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { positive, real } from "./constraints.ts";
import { areAllTrue } from "./distribution.ts";
import { uniforms } from "./formulas.ts";
import { classOf, type Values } from "./parametric.ts";

/** Coefficients of the modified Bessel functions of order 0 and 1 (Abramowitz and Stegun 9.8.1 to 9.8.4), below 3.75 and above. */
const small = [
  [1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813],
  [0.5, 0.87890594, 0.51498869, 0.15084934, 0.02658733, 0.00301532, 0.00032411],
];
const large = [
  [0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633, 0.00392377],
  [0.39894228, -0.03988024, -0.00362018, 0.00163801, -0.01031555, 0.02282967, -0.02895312, 0.01787654, -0.00420059],
];

function polynomial(y: Tensor, coefficients: readonly number[]): Tensor {
  const [last, ...rest] = [...coefficients].reverse();
  return rest.reduce<Tensor>((sum, coefficient) => add(mul(y, sum), coefficient), Tensor.scalar(last, y.dtype));
}

/** ln I(x) of order 0 or 1. */
function logBessel(x: Tensor, order: 0 | 1): Tensor {
  const ratio = div(x, 3.75);
  const raw = polynomial(mul(ratio, ratio), small[order]);
  const low = log(order === 1 ? mul(abs(x), raw) : raw);
  const high = add(sub(x, mul(log(x), 0.5)), log(polynomial(div(3.75, x), large[order])));
  return where(lt(x, 3.75), low, high);
}

/** Best and Fisher (1979): candidates for all until each has one. */
function draw(p: Values, shape: Shape): Tensor {
  const [loc, kappa] = [double(p.loc), double(p.concentration)];
  const tau = add(sqrt(add(mul(pow(kappa, 2), 4), 1)), 1);
  const rho = div(sub(tau, sqrt(mul(tau, 2))), mul(kappa, 2));
  const exact = div(add(pow(rho, 2), 1), mul(rho, 2));
  const r = where(lt(kappa, 1e-5), add(div(1, kappa), kappa), exact);
  let x = Tensor.zeros(shape, "float64");
  let done = Tensor.zeros(shape, "bool");
  while (!areAllTrue(done)) {
    const u = uniforms([3, ...shape], "float64");
    const [u1, u2, u3] = [select(u, 0, 0), select(u, 0, 1), select(u, 0, 2)];
    const z = cos(mul(u1, Math.PI));
    const f = div(add(mul(r, z), 1), add(r, z));
    const c = mul(kappa, sub(r, f));
    const accept = bitwise_or(gt(sub(mul(c, sub(2, c)), u2), 0), ge(sub(add(log(div(c, u2)), 1), c), 0));
    x = where(accept, mul(sign(sub(u3, 0.5)), acos(f)), x);
    done = bitwise_or(done, accept);
  }
  return cast(sub(remainder(add(add(x, Math.PI), loc), 2 * Math.PI), Math.PI), p.loc.dtype);
}

export const VonMises = classOf({
  name: "VonMises",
  summary: "Angles around loc: the normal distribution of the circle.",
  formula: "e^(κ cos(x - loc)) / (2π I₀(κ)), κ = concentration",
  parameters: [
    { name: "loc", constraint: real },
    { name: "concentration", constraint: positive },
  ],
  support: real,
  mean: (p) => p.loc,
  mode: (p) => p.loc,
  variance: (p) => sub(1, exp(sub(logBessel(p.concentration, 1), logBessel(p.concentration, 0)))),
  sample: draw,
  logProb: (p, x) =>
    sub(sub(mul(p.concentration, cos(sub(x, p.loc))), Math.log(2 * Math.PI)), logBessel(p.concentration, 0)),
});
