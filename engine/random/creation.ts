/** @file Tensors of random numbers: torch.rand and its kin. */

import type { AnyGenerator } from "../ops/any-generator.ts";
import { made, options } from "../ops/creation/creation-doc.ts";
import { label } from "../ops/node-name.ts";
import type { OpDoc, Param } from "../ops/op.ts";
import { defineOp, finish } from "../ops/op.ts";
import { add, mul } from "../ops/pointwise/arithmetic.ts";
import { allocate, type DType, defaultDType, type TypedData } from "../tensor/dtype.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { broadcastShapes, numelOf, type Shape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { dataOf, Tensor } from "../tensor/tensor.ts";
import type { Generator } from "./generator.ts";
import { drawnLike } from "./memory-order.ts";
import {
  doc,
  generator,
  notNormal,
  notUniform,
  refuse,
  requireDeviation,
  requireFloats,
  requireRange,
  requireSizes,
} from "./op-parts.ts";
import { TorchGenerator } from "./torch-generator.ts";

const { sourceOf } = TorchGenerator;

const size: Param = { name: "size", kind: "sizes" };
const input: Param = { name: "input", kind: "tensor" };
const memoryFormat: Param = { name: "memory_format", kind: "text", default: null };
const common = { places: ["torch"], gradient: "none", samples: [] } as const;

/** Fills what lies row by row, or does not. */
type Draw = (from: Generator, out: Float32Array | Float64Array, areRows: boolean) => void;

const uniform: Draw = (from, out) => from.uniform(out);
const standardNormal: Draw = (from, out, areRows) => from.normal(out, 0, 1, !areRows);

function filled(name: string, draw: Draw, notFloats: (type: string) => string, opDoc: OpDoc) {
  return defineOp(
    { ...common, name, lists: ["unknown", "sizes"], doc: opDoc, params: [size, ...options, generator] },
    () =>
      (
        shape: Shape,
        dtype: DType | null = null,
        requiresGrad = false,
        _device: "cpu" | null = null,
        source: AnyGenerator | null = null,
      ): Tensor => {
        requireSizes(name, shape);
        const chosen = dtype ?? defaultDType();
        const data = allocate(chosen, numelOf(shape));
        requireFloats(name, chosen, data, notFloats);
        draw(sourceOf(source), data, true);
        return made(Tensor.of(data, shape, chosen), requiresGrad);
      },
  );
}

function filledLike(name: string, draw: Draw, notFloats: (type: string) => string, opDoc: OpDoc) {
  return defineOp(
    { ...common, name, doc: opDoc, params: [input, ...options, memoryFormat, generator] },
    () =>
      (
        like: Tensor,
        dtype: DType | null = null,
        requiresGrad = false,
        _device: "cpu" | null = null,
        _format: string | null = null,
        source: AnyGenerator | null = null,
      ): Tensor => {
        const chosen = dtype ?? like.dtype;
        const drawn = drawnLike(like, chosen, (data, areRows) => {
          requireFloats(name, chosen, data, notFloats);
          draw(sourceOf(source), data, areRows);
        });
        return made(drawn, requiresGrad);
      },
  );
}

export const rand = filled(
  "rand",
  uniform,
  notUniform,
  doc("Uniform numbers from [0, 1).", "x ~ U(0, 1)", "torch.rand(64, 1)"),
);

export const randn = filled(
  "randn",
  standardNormal,
  notNormal,
  doc("Normal numbers of mean 0 and variance 1.", "x ~ N(0, 1)", "torch.randn(64, 1)"),
);

export const rand_like = filledLike(
  "rand_like",
  uniform,
  notUniform,
  doc("Uniform numbers in the shape of another tensor.", "x ~ U(0, 1)", "torch.rand_like(targets)", "same as input"),
);

export const randn_like = filledLike(
  "randn_like",
  standardNormal,
  notNormal,
  doc("Normal numbers in the shape of another tensor.", "x ~ N(0, 1)", "torch.randn_like(targets)", "same as input"),
);

/** Integers of [low, high), refused where the dtype does not hold them. */
function integers(op: string, out: TypedData, dtype: DType, low: number, high: number, from: Generator): void {
  requireRange(op, low, high, dtype);
  from.integers(out, low, high);
}

export const randint = defineOp(
  {
    ...common,
    name: "randint",
    doc: doc("Integers from low up to, without, high.", "x ~ U{low, …, high - 1}", "torch.randint(0, 10, [64, 1])"),
    params: [
      { name: "low", kind: "number" },
      { name: "high", kind: "number" },
      { name: "size", kind: "shape" },
      ...options,
      generator,
    ],
  },
  () =>
    (
      low: number,
      high: number,
      shape: Shape,
      dtype: DType | null = null,
      requiresGrad = false,
      _device: "cpu" | null = null,
      source: AnyGenerator | null = null,
    ): Tensor => {
      requireSizes("randint", shape);
      const chosen = dtype ?? "int64";
      const data = allocate(chosen, numelOf(shape));
      integers("randint", data, chosen, low, high, sourceOf(source));
      return made(Tensor.of(data, shape, chosen), requiresGrad);
    },
);

export const randint_like = defineOp(
  {
    ...common,
    name: "randint_like",
    doc: doc(
      "Integers from low up to, without, high, in the shape and dtype of another tensor.",
      "x ~ U{low, …, high - 1}",
      "torch.randint_like(targets, 0, 10)",
      "same as input",
    ),
    params: [
      input,
      { name: "low", kind: "number" },
      { name: "high", kind: "number" },
      ...options,
      memoryFormat,
      generator,
    ],
  },
  () =>
    (
      like: Tensor,
      low: number,
      high: number,
      dtype: DType | null = null,
      requiresGrad = false,
      _device: "cpu" | null = null,
      _format: string | null = null,
      source: AnyGenerator | null = null,
    ): Tensor => {
      const chosen = dtype ?? like.dtype;
      const drawn = drawnLike(like, chosen, (data) =>
        integers("randint_like", data, chosen, low, high, sourceOf(source)),
      );
      return made(drawn, requiresGrad);
    },
);

export const randperm = defineOp(
  {
    ...common,
    name: "randperm",
    doc: doc("The integers below n in random order.", "a permutation", "torch.randperm(64)", "[n]"),
    params: [{ name: "n", kind: "number" }, ...options, generator],
  },
  () =>
    (
      n: number,
      dtype: DType | null = null,
      requiresGrad = false,
      _device: "cpu" | null = null,
      source: AnyGenerator | null = null,
    ): Tensor => {
      requireSizes("randperm", [n]);
      const chosen = dtype ?? "int64";
      const data = allocate(chosen, n);
      data.set(sourceOf(source).permutation(n));
      return made(Tensor.of(data, [n], chosen), requiresGrad);
    },
);

/** A mean or a deviation: a tensor that is one, or a number. */
const isTensor = (value: Tensor | number): value is Tensor => typeof value !== "number" && !value.isNumber;
const numberOf = (value: Tensor | number): number => (typeof value === "number" ? value : dataOf(value)[value.offset]);

export const normal = defineOp(
  {
    ...common,
    name: "normal",
    gradient: "zero",
    doc: doc(
      "Normal numbers of one mean and deviation, or of a mean or deviation for each element.",
      "x ~ N(mean, std²)",
      "torch.normal(0, 0.1, [64, 1])",
      "the sizes given, or those of mean and std, broadcast",
    ),
    params: [
      { name: "mean", kind: "operand" },
      { name: "std", kind: "operand", default: 1 },
      { name: "size", kind: "shape", default: null },
      ...options,
      generator,
    ],
  },
  (op) =>
    (
      mean: Tensor | number,
      std: Tensor | number,
      shape: Shape | null = null,
      dtype: DType | null = null,
      requiresGrad = false,
      _device: "cpu" | null = null,
      given: AnyGenerator | null = null,
    ): Tensor => {
      const source = sourceOf(given);
      const draw = (chosen: DType, sizes: Shape, around: number, spread: number): Tensor => {
        requireDeviation("normal", spread);
        const data = allocate(chosen, numelOf(sizes));
        requireFloats("normal", chosen, data, notNormal);
        source.normal(data, around, spread);
        return Tensor.of(data, sizes, chosen);
      };
      const [means, deviations] = [isTensor(mean) ? mean : null, isTensor(std) ? std : null];
      if (means === null && deviations === null) {
        if (shape === null)
          refuse(
            "normal",
            "needs the sizes of its result where mean and std are numbers",
            "normal() received an invalid combination of arguments - got (float, float), but expected one of:",
            "Say how many: torch.normal(0, 1, [64, 1]).",
          );
        requireSizes("normal", shape);
        return made(draw(dtype ?? defaultDType(), shape, numberOf(mean), numberOf(std)), requiresGrad);
      }
      if (deviations !== null && toContiguousData(deviations).some((each) => !(each >= 0)))
        refuse("normal", "every std must be at least 0", "normal expects all elements of std >= 0.0");
      const output = withGradMode(false, (): Tensor => {
        if (deviations === null && means !== null) return add(draw(means.dtype, means.shape, 0, numberOf(std)), means);
        const like = means ?? deviations;
        if (like === null || deviations === null) throw new Error("internal: normal of no tensor");
        const sizes = means === null ? like.shape : broadcastShapes("normal", means.shape, deviations.shape);
        return add(mul(draw(like.dtype, sizes, 0, 1), deviations), means ?? numberOf(mean));
      });
      const inputs = [means, deviations].filter((each) => each !== null);
      const result = finish(op, inputs, output, (_grad, i) => Tensor.zeros(inputs[i].shape, inputs[i].dtype));
      label(result, `NormalBackward${(means === null ? 0 : 1) + (deviations === null ? 0 : 2)}`);
      return result;
    },
);
