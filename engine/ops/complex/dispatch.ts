/** @file Calling an op with a complex tensor among its arguments. */
import { EngineError } from "../../tensor/errors.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { label, ownLabel } from "../node-name.ts";
import type { Op } from "../op.ts";
import { complexRules, pair, partwise } from "./arithmetic.ts";
import { ComplexNumber, ComplexTensor, nameComplex } from "./complex-tensor.ts";

const { isComplex } = ComplexTensor;

export const hasComplex = (args: readonly unknown[]): boolean =>
  args.some((arg) => isComplex(arg) || arg instanceof ComplexNumber || (Array.isArray(arg) && arg.some(isComplex)));

type Call = (...args: never[]) => unknown;

/** These take complex tensors themselves. */
const takesComplex = (name: string): boolean => name.startsWith("fft_") || name === "istft" || name === "view_as_real";

/** What PyTorch calls results that are not named after their op. */
const names: Readonly<Record<string, string>> = {
  view_as_real: "ViewAsRealBackward0",
  real: "SelectBackward0",
  imag: "SelectBackward0",
  matmul: "MmBackward0",
};

/** A result is called what PyTorch calls it, be it real or complex. */
function named(op: Op, result: unknown): unknown {
  const isPart = partwise.has(op.name);
  const name = names[op.name] ?? (typeof op.label === "string" ? op.label : ownLabel(op.name));
  if (isComplex(result)) {
    if (!isPart) nameComplex(result, name);
  } else if (!isPart) label(result, name);
  return result;
}

const partOf = (value: unknown, part: "real" | "imag"): unknown => {
  if (isComplex(value)) return value[part];
  if (value instanceof ComplexNumber) return part === "real" ? value.re : value.im;
  return Array.isArray(value) && value.some(isComplex) ? value.map((each: unknown) => partOf(each, part)) : value;
};

/** A real operand has no imaginary part. */
function imaginary(op: Op, args: readonly unknown[]): unknown[] {
  return args.map((value, i) => {
    if (op.params[i]?.kind === "operand" && typeof value === "number") return 0;
    return partOf(value, "imag");
  });
}

function zipped(real: unknown, imag: unknown): unknown {
  if (Tensor.isTensor(real) && Tensor.isTensor(imag)) return real.dtype === "bool" ? real : pair(real, imag);
  if (Array.isArray(real) && Array.isArray(imag)) return real.map((each: unknown, i) => zipped(each, imag[i]));
  return real;
}

export function callComplex(op: Op, call: Call, args: readonly unknown[]): unknown {
  const rule = complexRules[op.name];
  if (rule !== undefined) return named(op, Reflect.apply(rule, undefined, args));
  if (!partwise.has(op.name) && takesComplex(op.name)) return Reflect.apply(call, undefined, args);
  if (partwise.has(op.name)) {
    const real: unknown = Reflect.apply(
      call,
      undefined,
      args.map((value) => partOf(value, "real")),
    );
    return zipped(real, Reflect.apply(call, undefined, imaginary(op, args)));
  }
  throw new EngineError({
    type: "NotImplementedError",
    code: "dtype",
    op: op.name,
    message: `${op.name}: takes real tensors`,
    hint: "Take z.abs(), z.real or z.imag first.",
    pytorch: `"${op.name}_cpu" not implemented for '${args.some((arg) => isComplex(arg) && arg.dtype === "complex128") ? "ComplexDouble" : "ComplexFloat"}'`,
  });
}
