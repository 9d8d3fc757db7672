/** @file The derivatives of ln Γ, Hurwitz's zeta that they are made of, and ln Γ of several dims. */

import { zetaOf } from "../../kernels/zeta.ts";
import { EngineError } from "../../tensor/errors.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { binary } from "../binary.ts";
import { opDoc } from "../indexing/movement-doc.ts";
import { defineOp } from "../op.ts";
import { add, mul, sub } from "./arithmetic.ts";
import { digamma, lgamma } from "./special-functions.ts";

const zeta = binary({
  places: ["special"],
  name: "special_zeta",
  range: [1.5, 3],
  doc: {
    summary: "Hurwitz's zeta: sums of powers from any number on.",
    formula: "Σ_{k ≥ 0} (k + b)^(-a)",
    domain: "a > 1",
    kink: "no gradient by a, in PyTorch neither",
    example: "torch.special.zeta(torch.tensor(2.0), torch.rand(8).add(1))",
    jax: "jax.scipy.special.zeta(a, b)",
    numpy: "scipy.special.zeta(a, b)",
  },
  f: zetaOf,
  vjp: [
    () => {
      throw new EngineError({
        type: "NotImplementedError",
        code: "not-differentiable",
        op: "special_zeta",
        message: "special_zeta: has no gradient by its first argument, in PyTorch neither",
        pytorch: "the derivative for 'zeta' is not implemented.",
      });
    },
    ({ grad, a, b }) => mul(grad, mul(mul(a, -1), zeta(add(a, 1), b))),
  ],
});

// Its samples would ask for the gradient that is not there.
export const specialZeta = Object.assign((a: Tensor | number, b: Tensor | number) => zeta(a, b), {
  op: { ...zeta.op, samples: [] },
});

export const polygamma = defineOp(
  {
    name: "polygamma",
    label: "PolygammaBackward0",
    doc: opDoc(
      "The n-th derivative of digamma.",
      "ψ⁽ⁿ⁾(x) = (-1)^(n+1) n! ζ(n + 1, x)",
      "same as input",
      "torch.polygamma(1, torch.rand(8).add(1))",
      "jax.scipy.special.polygamma(n, x)",
      "scipy.special.polygamma(n, x)",
    ),
    params: [
      { name: "n", kind: "dim" },
      { name: "input", kind: "tensor" },
    ],
    places: ["torch", "special"],
    samples: [],
  },
  () =>
    (n: number, x: Tensor): Tensor => {
      if (n < 0)
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "polygamma",
          message: `polygamma: n must be at least 0, got ${n}`,
          pytorch: "polygamma(n, x) does not support negative n.",
        });
      if (n === 0) return digamma(x);
      let factorial = 1;
      for (let k = 2; k <= n; k++) factorial *= k;
      return mul(specialZeta(n + 1, x), n % 2 === 1 ? factorial : -factorial);
    },
);

export const mvlgamma = defineOp(
  {
    name: "mvlgamma",
    label: "MvlgammaBackward0",
    doc: {
      ...opDoc(
        "The logarithm of the gamma function of p dims, as Wishart's density has it.",
        "p(p-1)/4 ln π + Σ_{j<p} ln Γ(x - j/2)",
        "same as input",
        "torch.mvlgamma(torch.rand(8).add(2), 3)",
        "jax.scipy.special.multigammaln(x, p)",
        "scipy.special.multigammaln(x, p)",
      ),
      domain: "x > (p - 1)/2",
    },
    params: [
      { name: "input", kind: "tensor" },
      { name: "p", kind: "dim" },
    ],
    places: ["torch", "method"],
    samples: [],
  },
  () =>
    (x: Tensor, p: number): Tensor => {
      if (p < 1)
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "mvlgamma",
          message: `mvlgamma: p must be at least 1, got ${p}`,
          pytorch: "p has to be greater than or equal to 1",
        });
      let total: Tensor = lgamma(x);
      for (let j = 1; j < p; j++) total = add(total, lgamma(sub(x, j / 2)));
      return p === 1 ? total : add(total, (p * (p - 1) * Math.log(Math.PI)) / 4);
    },
);

export const specialMultigammaln = Object.assign((x: Tensor, p: number): Tensor => mvlgamma(x, p), {
  op: {
    ...mvlgamma.op,
    name: "special_multigammaln",
    label: "MvlgammaBackward0",
    places: ["special"] as const,
    doc: { ...mvlgamma.op.doc, example: "torch.special.multigammaln(torch.rand(8).add(2), 3)" },
  },
});
