/** @file Methods that overwrite a tensor with random numbers, in the order in which its elements lie in memory. */
import type { AnyGenerator } from "../ops/any-generator.ts";
import { overwrite, refuseOverlap } from "../ops/in-place.ts";
import { broadcast_to } from "../ops/indexing/movement.ts";
import { label, nodeName } from "../ops/node-name.ts";
import { defineOp, finish, type Op, type Param } from "../ops/op.ts";
import { isFloating, pytorchTypes, type TypedData } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import type { Generator } from "./generator.ts";
import { drawnLike } from "./memory-order.ts";
import {
  doc,
  generator,
  limitsOf,
  notNormal,
  notUniform,
  refuse,
  requireDeviation,
  requireFloats,
  requireRange,
} from "./op-parts.ts";
import { TorchGenerator } from "./torch-generator.ts";

const input: Param = { name: "input", kind: "tensor" };
const number = (name: string, otherwise: number): Param => ({ name, kind: "number", default: otherwise });
const common = { places: ["method"], gradient: "zero", samples: [] } as const;

const docOf = (name: string, what: string, formula: string, args = "") =>
  doc(`Overwrites every element with ${what}.`, formula, `torch.zeros(64, 1).${name}_(${args})`, "same as input");

/** The tensor itself, filled. Nothing flows back through what was overwritten: its gradient is zero. */
export function fill(
  op: Op,
  x: Tensor,
  given: AnyGenerator | null,
  draw: (from: Generator, out: TypedData, areRows: boolean) => void,
  overload = 0,
): Tensor {
  if (numelOf(x.shape) > 0) refuseOverlap(op.name, x);
  const source = TorchGenerator.sourceOf(given);
  return overwrite(op.name, x, (before) => {
    const { isContiguous } = x;
    const fresh = drawnLike(x, x.dtype, (out) => draw(source, out, isContiguous));
    const result = finish(op, [before], fresh, () => Tensor.zeros(before.shape, before.dtype));
    label(result, nodeName({ op: op.name.slice(0, -1), label: null }).replace(/\d$/, String(overload)));
    return result;
  });
}

export const uniform_ = defineOp(
  {
    ...common,
    name: "uniform_",
    doc: docOf("uniform", "uniform numbers from [from, to)", "x ~ U(from, to)", "-1, 1"),
    params: [input, number("from", 0), number("to", 1), generator],
  },
  (op) =>
    (x: Tensor, from = 0, to = 1, given: AnyGenerator | null = null): Tensor =>
      fill(op, x, given, (source, out) => {
        requireFloats(op.name, x.dtype, out, notUniform);
        if (!(from <= to))
          refuse(
            op.name,
            `from must not be above to, got ${from} and ${to}`,
            `uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`,
          );
        source.uniform(out, from, to);
      }),
);

export const normal_ = defineOp(
  {
    ...common,
    name: "normal_",
    doc: docOf("normal", "normal numbers", "x ~ N(mean, std²)", "0, 0.1"),
    params: [input, number("mean", 0), number("std", 1), generator],
  },
  (op) =>
    (x: Tensor, mean = 0, std = 1, given: AnyGenerator | null = null): Tensor =>
      fill(op, x, given, (source, out, areRows) => {
        requireDeviation(op.name, std);
        requireFloats(op.name, x.dtype, out, notNormal);
        source.normal(out, mean, std, !areRows);
      }),
);

export const exponential_ = defineOp(
  {
    ...common,
    name: "exponential_",
    doc: docOf("exponential", "exponential numbers of mean 1/lambd", "P(x > t) = e^(-lambd t)", "2"),
    params: [input, number("lambd", 1), generator],
  },
  (op) =>
    (x: Tensor, lambd = 1, given: AnyGenerator | null = null): Tensor =>
      fill(op, x, given, (source, out) => {
        requireFloats(
          op.name,
          x.dtype,
          out,
          (type) =>
            `Exponential distribution is a continuous probability distribution. dtype must be a floating point but you specified ${type}`,
          "RuntimeError",
        );
        if (!(lambd > 0))
          refuse(
            op.name,
            `lambd must be above 0, got ${lambd}`,
            `exponential_ expects lambda > 0.0, but found lambda=${lambd}`,
          );
        source.exponential(out, lambd);
      }),
);

/** How PyTorch names integers where it speaks of C's. */
const inC: Readonly<Record<string, string>> = { Long: "long int", Int: "int", Bool: "bool" };

export const cauchy_ = defineOp(
  {
    ...common,
    name: "cauchy_",
    doc: docOf("cauchy", "numbers of the Cauchy distribution", "median + sigma · tan(π (u - ½))", "0, 1"),
    params: [input, number("median", 0), number("sigma", 1), generator],
  },
  (op) =>
    (x: Tensor, median = 0, sigma = 1, given: AnyGenerator | null = null): Tensor =>
      fill(op, x, given, (source, out) => {
        if (!(sigma > 0))
          refuse(
            op.name,
            `sigma must be above 0, got ${sigma}`,
            `cauchy_ expects sigma > 0.0, but found sigma=${sigma}`,
          );
        requireFloats(
          op.name,
          x.dtype,
          out,
          (type) =>
            `Cauchy distribution is a continuous probability distribution. dtype must be a floating point but you specified ${inC[type] ?? type}`,
          "RuntimeError",
        );
        source.cauchy(out, median, sigma);
      }),
);

export const log_normal_ = defineOp(
  {
    ...common,
    name: "log_normal_",
    doc: docOf("log_normal", "numbers whose logarithm is normal", "x = e^z, z ~ N(mean, std²)", "0, 1"),
    params: [input, number("mean", 1), number("std", 2), generator],
  },
  (op) =>
    (x: Tensor, mean = 1, std = 2, given: AnyGenerator | null = null): Tensor =>
      fill(op, x, given, (source, out) => {
        if (!(std > 0))
          refuse(op.name, `std must be above 0, got ${std}`, `log_normal_ expects std > 0.0, but found std=${std}`);
        requireFloats(op.name, x.dtype, out, (type) => `"log_normal_cpu" not implemented for '${type}'`);
        source.logNormal(out, mean, std);
      }),
);

export const geometric_ = defineOp(
  {
    ...common,
    name: "geometric_",
    doc: docOf("geometric", "the number of trials up to the first success", "P(x = k) = (1 - p)^(k - 1) p", "0.5"),
    params: [input, { name: "p", kind: "number" }, generator],
  },
  (op) =>
    (x: Tensor, p: number, given: AnyGenerator | null = null): Tensor =>
      fill(op, x, given, (source, out) => {
        if (!(p > 0 && p < 1))
          refuse(
            op.name,
            `p must be between 0 and 1, got ${p}`,
            `geometric_ expects p to be in (0, 1), but got p=${p}`,
          );
        source.geometric(out, p);
      }),
);

export const random_ = defineOp(
  {
    ...common,
    name: "random_",
    doc: docOf(
      "random",
      "integers from [from, to), or from all that the dtype holds exactly",
      "x ~ U{from, …, to - 1}",
      "0, 10",
    ),
    params: [
      input,
      { name: "from", kind: "dim", default: null },
      { name: "to", kind: "dim", default: null },
      generator,
    ],
  },
  (op) =>
    (x: Tensor, from: number | null = null, to: number | null = null, given: AnyGenerator | null = null): Tensor => {
      // random_(5) means below 5.
      const low = to === null ? 0 : (from ?? 0);
      const high = to ?? from;
      const overload = high === null ? 2 : to === null ? 1 : 0;
      return fill(
        op,
        x,
        given,
        (source, out) => {
          if (high === null) {
            const { high: most } = limitsOf(x.dtype);
            const isWide = x.dtype === "int64" || x.dtype === "float64";
            const count = x.dtype === "int64" ? 2n ** 63n : BigInt(most) + 1n;
            source.integersBelow(out, count, isWide);
          } else {
            requireRange(op.name, low, high, x.dtype);
            source.integers(out, low, high);
          }
        },
        overload,
      );
    },
);

const outside = (probabilities: TypedData) => probabilities.some((p) => !(p >= 0 && p <= 1));

/** Elements that are 1 with the probability that stands at their place, 0 otherwise; drawn like `x`. */
export function bernoulliOf(op: string, x: Tensor, probabilities: Tensor, source: Generator, out: TypedData): void {
  if (!isFloating(probabilities.dtype))
    throw new EngineError({
      type: "NotImplementedError",
      code: "dtype",
      op,
      message: `${op}: probabilities are floating point numbers, got ${probabilities.dtype}`,
      hint: "Convert them: p.float().",
      pytorch: `"bernoulli_tensor_cpu_p_" not implemented for '${pytorchTypes[probabilities.dtype]}'`,
    });
  const rows = toContiguousData(probabilities);
  if (outside(rows))
    refuse(
      op,
      "probabilities must be from 0 to 1",
      "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)",
    );
  const spread = broadcast_to(probabilities, x.shape);
  const isDouble = probabilities.dtype === "float64";
  const inOrder = drawnOrder(x, spread);
  source.bernoulli(out, (i) => inOrder[i], isDouble);
}

/** The elements of `values`, which has the shape of `x`, in the order in which those of `x` lie in memory. */
function drawnOrder(x: Tensor, values: Tensor): TypedData {
  const rows = toContiguousData(values);
  if (x.isContiguous) return rows;
  const places = drawnLike(x, "int64", (out) => {
    for (let i = 0; i < out.length; i++) out[i] = i;
  });
  const ordered = new Float64Array(rows.length);
  toContiguousData(places).forEach((place, row) => {
    ordered[place] = rows[row];
  });
  return ordered;
}

export const bernoulli_ = defineOp(
  {
    ...common,
    name: "bernoulli_",
    doc: docOf("bernoulli", "1 with probability p, else 0", "P(y = 1) = p", "0.5"),
    params: [input, { name: "p", kind: "operand", default: 0.5 }, generator],
  },
  (op) =>
    (x: Tensor, p: Tensor | number = 0.5, given: AnyGenerator | null = null): Tensor => {
      const isOne = typeof p === "number" || p.isNumber;
      const only = typeof p === "number" ? p : dataOf(p)[p.offset];
      return fill(
        op,
        x,
        given,
        (source, out) => {
          if (!isOne && Tensor.isTensor(p)) bernoulliOf(op.name, x, p, source, out);
          else {
            if (!(only >= 0 && only <= 1))
              refuse(
                op.name,
                `p must be from 0 to 1, got ${only}`,
                `bernoulli_ expects p to be in [0, 1], but got p=${only}`,
              );
            source.bernoulli(out, () => only, true);
          }
        },
        isOne ? 2 : 1,
      );
    },
);
