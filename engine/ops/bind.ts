/** @file From the arguments people write to the parameters of an op: positions, then a plain object of keywords. */
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Op, Param } from "./op.ts";

/** `x.sum(1, { keepdim: true })`: an object that is neither tensor nor array, at the end, holds keywords. */
function isKeywords(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Tensor.isTensor(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The arguments in the order of the op's parameters. Errors name the parameter, as PyTorch's TypeErrors do. */
export function bind(op: Op, args: readonly unknown[]): unknown[] {
  const last = args[args.length - 1];
  const keywords = isKeywords(last) ? last : null;
  const positional = gatherSizes(op, keywords === null ? args : args.slice(0, -1));
  if (positional.length > op.params.length) {
    throw argumentError(
      op,
      `takes at most ${op.params.length} arguments, got ${positional.length}`,
      `${op.name}() takes ${op.params.length} positional arguments but ${positional.length} were given`,
    );
  }
  if (keywords !== null) checkKeywords(op, keywords, positional.length);
  return op.params.map((param, i) => {
    const given =
      i < positional.length
        ? positional[i]
        : keywords !== null && Object.hasOwn(keywords, param.name)
          ? keywords[param.name]
          : undefined;
    if (given === undefined) {
      if (!("default" in param))
        throw argumentError(
          op,
          `needs ${param.name}`,
          `${op.name}() missing 1 required positional arguments: "${param.name}"`,
        );
      return param.default;
    }
    if (!accepts(param, given)) {
      throw argumentError(
        op,
        `${param.name} must be ${expected[param.kind]}, got ${nameOf(given)}`,
        `${op.name}(): argument '${param.name}' (position ${i + 1}) must be ${pytorchName(param)}, not ${pytorchNameOf(given)}`,
      );
    }
    return given;
  });
}

/** Sizes may come one by one: x.reshape(2, 3) is x.reshape([2, 3]). */
function gatherSizes(op: Op, args: readonly unknown[]): readonly unknown[] {
  const at = op.params.findIndex((param) => param.kind === "sizes");
  if (at < 0 || typeof args[at] !== "number") return args;
  let end = at;
  while (end < args.length && typeof args[end] === "number") end++;
  return [...args.slice(0, at), args.slice(at, end), ...args.slice(end)];
}

function checkKeywords(op: Op, keywords: Record<string, unknown>, taken: number): void {
  for (const name of Object.keys(keywords)) {
    const at = op.params.findIndex((param) => param.name === name);
    if (at < 0) {
      const known = op.params.map((param) => param.name).join(", ");
      throw argumentError(
        op,
        `has no parameter ${name}`,
        `${op.name}() got an unexpected keyword argument '${name}'`,
        `It takes ${known}.`,
      );
    }
    if (at < taken)
      throw argumentError(op, `${name} is given twice`, `${op.name}() got multiple values for argument '${name}'`);
  }
}

const isNumber = (value: unknown) => typeof value === "number";
const areNumbers = (value: unknown) => Array.isArray(value) && value.every(isNumber);
const dtypes: ReadonlySet<unknown> = new Set(["float32", "float64", "int64", "bool"]);

function accepts(param: Param, value: unknown): boolean {
  if (value === null) return "default" in param && param.default === null;
  switch (param.kind) {
    case "tensor":
      return Tensor.isTensor(value);
    case "operand":
      return Tensor.isTensor(value) || isNumber(value);
    case "tensors":
      return Array.isArray(value) && value.every(Tensor.isTensor);
    case "number":
      return isNumber(value) || value === "fro";
    case "dim":
      return isNumber(value);
    case "dims":
      // A bool here is PyTorch's overload var(unbiased).
      return isNumber(value) || areNumbers(value) || typeof value === "boolean";
    case "dimOrTensor":
      return isNumber(value) || Tensor.isTensor(value);
    case "shape":
    case "sizes":
      return areNumbers(value);
    case "bool":
      return typeof value === "boolean";
    case "dtype":
      return dtypes.has(value);
    case "reduction":
      return typeof value === "string";
    case "data":
      return isNumber(value) || typeof value === "boolean" || Array.isArray(value) || Tensor.isTensor(value);
  }
}

const expected: Record<Param["kind"], string> = {
  tensor: "a tensor",
  operand: "a tensor or a number",
  tensors: "an array of tensors",
  number: "a number",
  dim: "a number",
  dims: "a number or an array of numbers",
  dimOrTensor: "a number or a tensor",
  shape: "an array of sizes",
  sizes: "sizes",
  bool: "true or false",
  dtype: "a dtype such as torch.float32",
  reduction: '"mean", "sum" or "none"',
  data: "numbers or nested arrays of numbers",
};

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (Tensor.isTensor(value)) return "a tensor";
  return typeof value === "object" ? "an object" : typeof value;
}

function pytorchName(param: Param): string {
  if (param.kind === "tensor" || param.kind === "operand") return "Tensor";
  if (param.kind === "tensors") return "tuple of Tensors";
  if (param.kind === "bool") return "bool";
  if (param.kind === "number") return "Number";
  return param.kind === "dims" || param.kind === "sizes" || param.kind === "shape" ? "tuple of ints" : "int";
}

function pytorchNameOf(value: unknown): string {
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (Array.isArray(value)) return "list";
  if (Tensor.isTensor(value)) return "Tensor";
  return value === null || value === undefined ? "NoneType" : typeof value === "function" ? "function" : "dict";
}

function argumentError(op: Op, message: string, pytorch: string, hint?: string): EngineError {
  return new EngineError({
    code: "argument",
    op: op.name,
    message: `${op.name}: ${message}`,
    pytorch,
    ...(hint === undefined ? {} : { hint }),
  });
}
