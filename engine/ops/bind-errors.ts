/** @file What is said of arguments that an op does not take, in our words and in PyTorch's. */
import { Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Op, Param } from "./op.ts";
import { isSize } from "./param-kinds.ts";

/** How an op is called: as torch.sum(x), or as x.sum(), where x is not counted among the arguments. */
export type Form = "function" | "method";

export function tooMany(op: Op, given: readonly unknown[], form: Form): EngineError {
  const count = given.length;
  const own = form === "method" ? 1 : 0;
  const most = op.params.length - own;
  return argumentError(
    op,
    `takes at most ${most} ${most === 1 ? "argument" : "arguments"}, got ${count - own}`,
    op.lists.includes("many")
      ? combination(op, given.slice(own).map(pytorchNameOf))
      : most === 0
        ? `_TensorBase.${op.name}() takes no arguments (${count - own} given)`
        : `${op.name}() takes ${most} positional argument${most === 1 ? "" : "s"} but ${count - own} were given`,
  );
}

export const combination = (op: Op, got: readonly string[]): string =>
  `${op.name}() received an invalid combination of arguments - got (${got.join(", ")}), but expected one of:`;

export function missing(op: Op, given: readonly unknown[], form: Form): EngineError {
  const absent = op.params
    .filter((param, i) => given[i] === undefined && !("default" in param))
    .map(({ name }) => name);
  const quoted = absent.map((name) => `'${name}'`).join(" and ");
  return argumentError(
    op,
    `needs ${absent.join(" and ")}`,
    op.lists.includes("missing")
      ? combination(
          op,
          given.slice(form === "method" ? 1 : 0).flatMap((each) => (each === undefined ? [] : [pytorchNameOf(each)])),
        )
      : op.places.includes("F") && !op.places.includes("torch")
        ? `${op.name}() missing ${absent.length} required positional argument${absent.length === 1 ? "" : "s"}: ${quoted}`
        : `${op.name}() missing ${absent.length} required positional argument${absent.length === 1 ? "s" : ""}: ${absent.map((name) => `"${name}"`).join(", ")}`,
  );
}

/** Sizes that came as arguments of their own, not as a list. */
export const oneByOne = new WeakSet<object>();

interface Call {
  readonly positional: readonly unknown[];
  readonly keywords: Readonly<Record<string, unknown>> | null;
  readonly form: Form;
}

export function wrongType(
  op: Op,
  param: Param,
  i: number,
  value: unknown,
  { positional, keywords, form }: Call,
): EngineError {
  if (param.kind === "data")
    return new EngineError({
      type: "RuntimeError",
      code: "data",
      op: op.name,
      message: `${op.name}: ${param.name} must be ${expected.data}, got ${nameOf(value)}`,
      pytorch: `Could not infer dtype of ${pytorchNameOf(value)}`,
    });
  const own = form === "method" ? 1 : 0;
  const count = positional.length - own + Object.keys(keywords ?? {}).length;
  const got = [
    ...positional
      .slice(own)
      .flatMap((each) =>
        op.params[0]?.kind === "sizes" && Array.isArray(each) ? each.map(pytorchNameOf) : [pytorchNameOf(each)],
      ),
    ...Object.entries(keywords ?? {}).map(([name, each]) => `${name}=${pytorchNameOf(each)}`),
  ].join(", ");
  if (param.kind === "tensors" && Array.isArray(value)) {
    const at = value.findIndex((each) => !Tensor.isTensor(each));
    return argumentError(
      op,
      `${param.name} must be ${expected[param.kind]}, got ${nameOf(value[at])} at ${at}`,
      `expected Tensor as element ${at} in argument ${i}, but got ${pytorchNameOf(value[at])}`,
    );
  }
  const isSizes = (param.kind === "sizes" || param.kind === "shape") && Array.isArray(value);
  const element = isSizes ? value.findIndex((size) => !isSize(size)) : -1;
  if (isSizes && oneByOne.has(value)) {
    const names = value.map(pytorchNameOf);
    const first = isSize(value[0]) ? "" : names[0];
    return argumentError(
      op,
      `${param.name} must be ${expected[param.kind]}, got ${nameOf(value[element])}`,
      first === ""
        ? combination(op, names)
        : value.length === 1
          ? `${op.name}(): argument '${param.name}' (position ${i + 1 - own}) must be ${pytorchName(param)}, not ${first}`
          : op.lists.includes("sizes")
            ? combination(op, names)
            : `${op.name}() takes 1 positional argument but ${value.length} were given`,
    );
  }
  const said = `${param.name} must be ${expected[param.kind]}, got ${nameOf(value)}`;
  // What is written in Python asks its argument for something before anything checks it.
  if (param.kind === "tensor" && op.asks !== null) return noAttribute(op, said, value, op.asks);
  const isOverloaded = op.lists.includes(count + own > 1 ? "wrong" : "alone");
  const pytorch = isOverloaded
    ? `${op.name}() received an invalid combination of arguments - got (${got}), but expected one of:`
    : element >= 0 && Array.isArray(value)
      ? `${op.name}(): argument '${param.name}' (position ${i + 1 - own}) must be tuple of ints, but found element of type ${pytorchNameOf(value[element])} at pos ${element}`
      : `${op.name}(): argument '${param.name}' (position ${i + 1 - own}) must be ${pytorchName(param)}, not ${pytorchNameOf(value)}`;
  return argumentError(op, said, pytorch);
}

function noAttribute(op: Op, message: string, value: unknown, attribute: string): EngineError {
  return new EngineError({
    type: "AttributeError",
    code: "argument",
    op: op.name,
    message: `${op.name}: ${message}`,
    pytorch: `'${pytorchNameOf(value)}' object has no attribute '${attribute}'`,
  });
}

export const expected: Record<Param["kind"], string> = {
  tensor: "a tensor",
  operand: "a tensor or a number",
  tensors: "an array of tensors",
  number: "a number",
  scalar: "a number",
  dim: "a number",
  dims: "a number or an array of numbers",
  dimOrTensor: "a number or a tensor",
  shape: "an array of sizes",
  sizes: "sizes",
  bool: "true or false",
  dtype: "a dtype such as torch.float32",
  device: '"cpu"',
  generator: "a torch.Generator",
  target: "a dtype such as torch.float32",
  text: "a string",
  index: "an index",
  reduction: '"mean", "sum" or "none"',
  data: "numbers or nested arrays of numbers",
};

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (value instanceof Float) return "a number";
  if (Array.isArray(value)) return "an array";
  if (Tensor.isTensor(value)) return "a tensor";
  return typeof value === "object" ? "an object" : typeof value;
}

function pytorchName(param: Param): string {
  if (param.kind === "tensor" || param.kind === "operand") return "Tensor";
  if (param.kind === "tensors") return "tuple of Tensors";
  if (param.kind === "bool") return "bool";
  if (param.kind === "dtype") return "torch.dtype";
  if (param.kind === "text" || param.kind === "reduction") return "str";
  if (param.kind === "number") return "Number";
  return param.kind === "dims" || param.kind === "sizes" || param.kind === "shape" ? "tuple of ints" : "int";
}

export function pytorchNameOf(value: unknown): string {
  if (value instanceof Float) return "float";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (Array.isArray(value)) return value.constructor === Array ? "list" : "tuple";
  if (Tensor.isTensor(value)) return "Tensor";
  if (value === null || value === undefined) return "NoneType";
  if (typeof value === "function") return "function";
  // An object of a class, also of one that only Python knows.
  const tag: unknown = Reflect.get(Object(value), Symbol.toStringTag);
  if (typeof tag === "string") return tag;
  const name = Object(value).constructor?.name;
  return typeof name === "string" && name !== "Object" && name !== "Dict" ? name : "dict";
}

export function argumentError(op: Op, message: string, pytorch: string, hint?: string): EngineError {
  return new EngineError({
    type: "TypeError",
    code: "argument",
    op: op.name,
    message: `${op.name}: ${message}`,
    pytorch,
    ...(hint === undefined ? {} : { hint }),
  });
}
