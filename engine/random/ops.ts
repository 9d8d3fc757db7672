/** @file torch.rand and its kin: ops on the default generator. */
import { defineOp, type OpDoc, type Param } from "../ops/op.ts";
import type { DType } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { defaultGenerator } from "./generator.ts";

const size: Param = { name: "size", kind: "sizes" };
const options: readonly Param[] = [
  { name: "dtype", kind: "dtype", default: null },
  { name: "requires_grad", kind: "bool", default: false },
];

function doc(summary: string, formula: string, example: string, shape = "the sizes given"): OpDoc {
  return {
    summary: `${summary} PyTorch's own numbers for the same seed.`,
    formula,
    shape,
    example,
    jax: null,
    numpy: null,
  };
}

function floats(shape: Shape, dtype: DType | null): Float32Array | Float64Array {
  return dtype === "float64" ? new Float64Array(numelOf(shape)) : new Float32Array(numelOf(shape));
}

function made(data: Float32Array | Float64Array, shape: Shape, requiresGrad: boolean): Tensor {
  const tensor = Tensor.of(data, shape, data instanceof Float32Array ? "float32" : "float64");
  if (requiresGrad) tensor.requires_grad = true;
  return tensor;
}

const common = { places: ["torch"], gradient: "none", samples: [] } as const;

export const rand = defineOp(
  {
    ...common,
    name: "rand",
    doc: doc("Uniform numbers from [0, 1).", "x ~ U(0, 1)", "torch.rand(64, 1)"),
    params: [size, ...options],
  },
  () =>
    (shape: Shape, dtype: DType | null = null, requiresGrad = false): Tensor => {
      const data = floats(shape, dtype);
      defaultGenerator.uniform(data);
      return made(data, shape, requiresGrad);
    },
);

export const randn = defineOp(
  {
    ...common,
    name: "randn",
    doc: doc("Normal numbers of mean 0 and variance 1.", "x ~ N(0, 1)", "torch.randn(64, 1)"),
    params: [size, ...options],
  },
  () =>
    (shape: Shape, dtype: DType | null = null, requiresGrad = false): Tensor => {
      const data = floats(shape, dtype);
      defaultGenerator.normal(data);
      return made(data, shape, requiresGrad);
    },
);

export const rand_like = defineOp(
  {
    ...common,
    name: "rand_like",
    doc: doc(
      "Uniform numbers in the shape of another tensor.",
      "x ~ U(0, 1)",
      "torch.rand_like(targets)",
      "same as input",
    ),
    params: [{ name: "input", kind: "tensor" }],
  },
  () =>
    (input: Tensor): Tensor =>
      rand(input.shape, input.dtype),
);

export const randn_like = defineOp(
  {
    ...common,
    name: "randn_like",
    doc: doc(
      "Normal numbers in the shape of another tensor.",
      "x ~ N(0, 1)",
      "torch.randn_like(targets)",
      "same as input",
    ),
    params: [{ name: "input", kind: "tensor" }],
  },
  () =>
    (input: Tensor): Tensor =>
      randn(input.shape, input.dtype),
);

export const randint = defineOp(
  {
    ...common,
    name: "randint",
    doc: doc("Integers from low up to, without, high.", "x ~ U{low, …, high - 1}", "torch.randint(0, 10, [64, 1])"),
    params: [
      { name: "low", kind: "number" },
      { name: "high", kind: "number" },
      { name: "size", kind: "shape" },
    ],
  },
  () =>
    (low: number, high: number, shape: Shape): Tensor => {
      if (!(high > low))
        throw new EngineError({
          type: "RuntimeError",
          code: "range",
          op: "randint",
          message: `randint: high must be above low, got ${low} and ${high}`,
          pytorch: `random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`,
        });
      const data = new Float64Array(numelOf(shape));
      defaultGenerator.integers(data, low, high);
      return Tensor.of(data, shape, "int64");
    },
);

export const randperm = defineOp(
  {
    ...common,
    name: "randperm",
    doc: doc("The integers below n in random order.", "a permutation", "torch.randperm(64)", "[n]"),
    params: [{ name: "n", kind: "number" }],
  },
  () =>
    (n: number): Tensor =>
      Tensor.of(defaultGenerator.permutation(n), [n], "int64"),
);

export const normal = defineOp(
  {
    ...common,
    name: "normal",
    doc: doc("Normal numbers.", "x ~ N(mean, std²)", "torch.normal(0, 0.1, [64, 1])"),
    params: [
      { name: "mean", kind: "number" },
      { name: "std", kind: "number" },
      { name: "size", kind: "shape" },
    ],
  },
  () =>
    (mean: number, std: number, shape: Shape): Tensor => {
      const data = floats(shape, null);
      defaultGenerator.normal(data, mean, std);
      return made(data, shape, false);
    },
);

export const bernoulli = defineOp(
  {
    ...common,
    name: "bernoulli",
    doc: doc(
      "1 with the probability that each element gives, else 0.",
      "P(y = 1) = x",
      "torch.bernoulli(torch.full([64, 1], 0.3))",
      "same as input",
    ),
    params: [{ name: "input", kind: "tensor" }],
  },
  () =>
    (input: Tensor): Tensor => {
      const probabilities = toContiguousData(input);
      if (probabilities.some((p) => !(p >= 0 && p <= 1)))
        throw new EngineError({
          type: "RuntimeError",
          code: "domain",
          op: "bernoulli",
          message: "bernoulli: probabilities must be from 0 to 1",
          pytorch:
            "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)",
        });
      const data = floats(input.shape, input.dtype);
      defaultGenerator.bernoulli(data, (i) => probabilities[i], input.dtype === "float64");
      return made(data, input.shape, false);
    },
);
