/** @file Draws of counts and of gamma and Dirichlet numbers: one for each element of a tensor of parameters. */
import type { AnyGenerator } from "../ops/any-generator.ts";
import { broadcast_to } from "../ops/indexing/movement.ts";
import { defineOp, finish, type Param } from "../ops/op.ts";
import { mul, sub } from "../ops/pointwise/arithmetic.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { allocate, type DType, isFloating, pytorchTypes, type TypedData } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { broadcastShapes, numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { dirichletGradient, gammaGradient } from "./gamma-gradients.ts";
import { doc, generator, refuse } from "./op-parts.ts";
import { binomialDraw, gammaDraw, poissonDraw, type Rounding } from "./rejection.ts";
import { TorchGenerator } from "./torch-generator.ts";

const { sourceOf } = TorchGenerator;
const input: Param = { name: "input", kind: "tensor" };

const roundingOf = (dtype: DType): Rounding => (dtype === "float32" ? Math.fround : (x) => x);

/** The smallest normal number: no draw of a positive quantity is smaller. */
export const tinyOf = (dtype: DType): number => (dtype === "float32" ? 2 ** -126 : 2 ** -1022);
export const epsilonOf = (dtype: DType): number => (dtype === "float32" ? 2 ** -23 : 2 ** -52);

function requireRates(op: string, kernel: string, { dtype }: Tensor): void {
  if (isFloating(dtype)) return;
  throw new EngineError({
    type: "NotImplementedError",
    code: "dtype",
    op,
    message: `${op}: takes floating point tensors, got ${dtype}`,
    hint: "Convert first: x.float().",
    pytorch: `"${kernel}" not implemented for '${pytorchTypes[dtype]}'`,
  });
}

/** A result of the shape of `x`, each element made of the one of x at the same place. */
function each(x: Tensor, f: (value: number) => number): Tensor {
  const out = allocate(x.dtype, numelOf(x.shape));
  toContiguousData(x).forEach((value: number, i: number) => {
    out[i] = f(value);
  });
  return Tensor.of(out, x.shape, x.dtype);
}

const nothing = (x: Tensor): Tensor => Tensor.zeros(x.shape, x.dtype);

export const poisson = defineOp(
  {
    name: "poisson",
    places: ["torch"],
    gradient: "zero",
    samples: [],
    doc: doc(
      "Counts of a Poisson distribution, with the rate that each element gives.",
      "P(y = k) = x^k e⁻ˣ / k!",
      "torch.poisson(torch.full([64, 1], 3.5))",
      "same as input",
    ),
    params: [input, generator],
  },
  (op) =>
    (rates: Tensor, given: AnyGenerator | null = null): Tensor => {
      requireRates("poisson", "poisson_cpu", rates);
      if (toContiguousData(rates).some((rate) => !(rate >= 0)))
        refuse("poisson", "rates must not be negative", "invalid Poisson rate, expected rate to be non-negative");
      const source = sourceOf(given);
      return finish(
        op,
        [rates],
        each(rates, (rate) => poissonDraw(source, rate)),
        () => nothing(rates),
      );
    },
);

export const binomial = defineOp(
  {
    name: "binomial",
    places: ["torch"],
    gradient: "zero",
    samples: [],
    doc: doc(
      "How many of `count` trials succeed, each with probability prob.",
      "P(y = k) = C(n, k) p^k (1 - p)^(n - k)",
      "torch.binomial(torch.full([64], 10.0), torch.full([64], 0.3))",
      "count and prob broadcast",
    ),
    params: [{ name: "count", kind: "tensor" }, { name: "prob", kind: "tensor" }, generator],
  },
  (op) =>
    (counts: Tensor, probabilities: Tensor, given: AnyGenerator | null = null): Tensor => {
      requireRates("binomial", "binomial_cpu", counts);
      const source = sourceOf(given);
      const shape = broadcastShapes("binomial", counts.shape, probabilities.shape);
      const shares = toContiguousData(broadcast_to(probabilities, shape));
      const round = roundingOf(counts.dtype);
      let at = 0;
      const drawn = each(broadcast_to(counts, shape), (count) => binomialDraw(source, count, shares[at++], round));
      const inputs = [counts, probabilities];
      return finish(op, inputs, drawn, (_grad, i) => nothing(inputs[i]));
    },
);

/** Gamma(x, 1). The gradient is the implicit one: how the quantile moves. */
export const standardGamma = defineOp(
  {
    name: "_standard_gamma",
    places: [],
    samples: [],
    doc: doc("Numbers of a gamma distribution of rate 1.", "x^(α - 1) e⁻ˣ / Γ(α)", "", "same as input"),
    params: [input, generator],
  },
  (op) =>
    (alphas: Tensor, given: AnyGenerator | null = null): Tensor => {
      requireRates("_standard_gamma", "_standard_gamma_cpu", alphas);
      const source = sourceOf(given);
      const [round, tiny] = [roundingOf(alphas.dtype), tinyOf(alphas.dtype)];
      const drawn = each(alphas, (alpha) => Math.max(tiny, gammaDraw(source, alpha, round)));
      return finish(op, [alphas], drawn, (grad) => {
        const draws = toContiguousData(drawn);
        let at = 0;
        return mul(
          grad,
          each(alphas, (alpha) => gammaGradient(alpha, draws[at++])),
        );
      });
    },
);

/** Shares that sum to one along the last dim. */
export const sampleDirichlet = defineOp(
  {
    name: "_sample_dirichlet",
    places: [],
    samples: [],
    doc: doc("Shares of a Dirichlet distribution along the last dim.", "∏ x_i^(α_i - 1) / B(α)", "", "same as input"),
    params: [input, generator],
  },
  (op) =>
    (alphas: Tensor, given: AnyGenerator | null = null): Tensor => {
      const drawn = drawDirichlet(alphas, given);
      return finish(op, [alphas], drawn, (grad) => {
        const total = toContiguousData(broadcast_to(sum(alphas, -1, true), alphas.shape));
        const shares = toContiguousData(drawn);
        let at = 0;
        const slopes = each(alphas, (alpha) => {
          const slope = dirichletGradient(shares[at], alpha, total[at]);
          at++;
          return slope;
        });
        return mul(slopes, sub(grad, sum(mul(drawn, grad), -1, true)));
      });
    },
);

function drawDirichlet(alphas: Tensor, given: AnyGenerator | null): Tensor {
  requireRates("_sample_dirichlet", "dirichlet", alphas);
  const source = sourceOf(given);
  const size = alphas.shape[alphas.shape.length - 1];
  const draws = Float64Array.from(toContiguousData(alphas), (alpha) => gammaDraw(source, alpha, (x) => x));
  const out: TypedData = allocate(alphas.dtype, draws.length);
  const [least, most] = [tinyOf(alphas.dtype), 1 - epsilonOf(alphas.dtype) / 2];
  for (let row = 0; row < draws.length; row += size) {
    const total = draws.subarray(row, row + size).reduce((a, b) => a + b, 0);
    for (let i = row; i < row + size; i++) out[i] = Math.min(most, Math.max(least, draws[i] / total));
  }
  return Tensor.of(out, alphas.shape, alphas.dtype);
}
