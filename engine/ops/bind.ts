/** @file From the arguments people write to the parameters of an op: positions, then a plain object of keywords. */
import { defaultDType, Float, isFloating } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import type { Op, Param } from "./op.ts";

/** `x.sum(1, { keepdim: true })`: an object that is neither tensor nor array, at the end, holds keywords. */
function isKeywords(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Tensor.isTensor(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** NumPy's words for PyTorch's, which PyTorch takes as well. */
export const numpyNames: Readonly<Record<string, string>> = {
  axis: "dim",
  keepdims: "keepdim",
  x: "input",
  x2: "other",
};

/** How an op is called: as torch.sum(x), or as x.sum(), where x is not counted among the arguments. */
export type Form = "function" | "method";

/** The arguments in the order of the op's parameters. Errors name the parameter, as PyTorch's TypeErrors do. */
export function bind(op: Op, args: readonly unknown[], form: Form = "function"): unknown[] {
  const last = args[args.length - 1];
  const keywords = isKeywords(last) ? renamed(op, last) : null;
  const positional = gatherSizes(op, keywords === null ? args : args.slice(0, -1));
  if (positional.length > op.params.length) throw tooMany(op, positional, form);
  if (keywords !== null) checkKeywords(op, keywords, positional);
  const given = op.params.map((param, i) =>
    i < positional.length
      ? positional[i]
      : keywords !== null && Object.hasOwn(keywords, param.name)
        ? keywords[param.name]
        : undefined,
  );
  const meetsFloats = given.some((value) => Tensor.isTensor(value) && isFloating(value.dtype));
  return op.params.map((param, i) => {
    const value = given[i];
    if (value === undefined) {
      if ("default" in param) return param.default;
      throw missing(op, given, form);
    }
    if (accepts(param, value)) {
      return value instanceof Float || typeof value === "boolean"
        ? scalar(param, value, meetsFloats)
        : lowered(param, value);
    }
    throw wrongType(op, param, i, value, { positional, keywords, form });
  });
}

function tooMany(op: Op, given: readonly unknown[], form: Form): EngineError {
  const count = given.length;
  const own = form === "method" ? 1 : 0;
  const most = op.params.length - own;
  return argumentError(
    op,
    `takes at most ${most} ${most === 1 ? "argument" : "arguments"}, got ${count - own}`,
    op.name === "view"
      ? combination(op, given.slice(own).map(pytorchNameOf))
      : most === 0
        ? `_TensorBase.${op.name}() takes no arguments (${count - own} given)`
        : `${op.name}() takes ${most} positional argument${most === 1 ? "" : "s"} but ${count - own} were given`,
  );
}

const combination = (op: Op, got: readonly string[]): string =>
  `${op.name}() received an invalid combination of arguments - got (${got.join(", ")}), but expected one of:`;

/** Ops of several signatures that say so where an argument is missing. */
const severalSignatures: ReadonlySet<string> = new Set([
  "full",
  "gather",
  "scatter",
  "scatter_add",
  "index_select",
  "index_fill",
  "index_add",
  "cumsum",
  "cumprod",
  "transpose",
  "softmax",
  "log_softmax",
  "logsumexp",
  "unflatten",
]);

function missing(op: Op, given: readonly unknown[], form: Form): EngineError {
  const absent = op.params
    .filter((param, i) => given[i] === undefined && !("default" in param))
    .map(({ name }) => name);
  const quoted = absent.map((name) => `'${name}'`).join(" and ");
  return argumentError(
    op,
    `needs ${absent.join(" and ")}`,
    severalSignatures.has(op.name)
      ? combination(
          op,
          given.slice(form === "method" ? 1 : 0).flatMap((each) => (each === undefined ? [] : [pytorchNameOf(each)])),
        )
      : op.places.includes("F") && !op.places.includes("torch")
        ? `${op.name}() missing ${absent.length} required positional argument${absent.length === 1 ? "" : "s"}: ${quoted}`
        : `${op.name}() missing ${absent.length} required positional arguments: ${absent.map((name) => `"${name}"`).join(", ")}`,
  );
}

const creations: ReadonlySet<string> = new Set(["zeros", "ones", "rand", "randn", "empty"]);

interface Call {
  readonly positional: readonly unknown[];
  readonly keywords: Readonly<Record<string, unknown>> | null;
  readonly form: Form;
}

/** Ops of which PyTorch has several signatures: it says what it got, and lists them. */
const overloaded: ReadonlySet<string> = new Set([
  "sum",
  "mean",
  "prod",
  "max",
  "min",
  "var",
  "std",
  "any",
  "all",
  "median",
  "norm",
  "sort",
  "squeeze",
  "cat",
  "where",
  "clamp",
  "clip",
]);
/** Those that say so of a single argument too. */
const alwaysOverloaded: ReadonlySet<string> = new Set(["clamp", "clip"]);
/** F.kl_div and F.poisson_nll_loss call PyTorch itself before they look at sizes. */
const direct: ReadonlySet<string> = new Set(["kl_div", "poisson_nll_loss"]);

function wrongType(op: Op, param: Param, i: number, value: unknown, { positional, keywords, form }: Call): EngineError {
  if (param.kind === "data")
    return new EngineError({
      code: "data",
      op: op.name,
      message: `${op.name}: ${param.name} must be ${expected.data}, got ${nameOf(value)}`,
      pytorch: `Could not infer dtype of ${pytorchNameOf(value)}`,
    });
  const own = form === "method" ? 1 : 0;
  const isLoss = param.kind === "tensor" && op.params.some(({ kind }) => kind === "reduction");
  const count = positional.length - own + Object.keys(keywords ?? {}).length;
  const got = [
    ...positional
      .slice(own)
      .flatMap((each) =>
        creations.has(op.name) && Array.isArray(each) ? each.map(pytorchNameOf) : [pytorchNameOf(each)],
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
  if (creations.has(op.name) && (param.kind === "sizes" || param.kind === "shape"))
    return argumentError(
      op,
      `${param.name} must be ${expected[param.kind]}, got ${nameOf(value)}`,
      Array.isArray(value) && value.length > 1
        ? `${op.name}() received an invalid combination of arguments - got (${got}), but expected one of:`
        : `${op.name}(): argument '${param.name}' (position 1) must be tuple of SymInts, not ${pytorchNameOf(Array.isArray(value) ? value[0] : value)}`,
    );
  if (op.name === "reshape" && Array.isArray(value))
    return argumentError(
      op,
      `${param.name} must be ${expected[param.kind]}, got ${nameOf(value[0])}`,
      `reshape(): argument 'shape' (position 1) must be tuple of SymInts, not ${pytorchNameOf(value.find((size) => !isSize(size)))}`,
    );
  const element =
    (param.kind === "sizes" || param.kind === "shape") && Array.isArray(value)
      ? value.findIndex((size) => !isSize(size))
      : -1;
  const pytorch =
    isLoss && !direct.has(op.name)
      ? `'${pytorchNameOf(value)}' object has no attribute 'size'`
      : overloaded.has(op.name) && (count + own > 1 || alwaysOverloaded.has(op.name))
        ? `${op.name}() received an invalid combination of arguments - got (${got}), but expected one of:`
        : op.name === "normalize"
          ? `'${pytorchNameOf(value)}' object has no attribute 'norm'`
          : element >= 0 && Array.isArray(value)
            ? `${op.name}(): argument '${param.name}' must be tuple of ints, but found element of type ${pytorchNameOf(value[element])} at pos ${element + 1}`
            : `${op.name}(): argument '${param.name}' (position ${i + 1 - own}) must be ${pytorchName(param)}, not ${pytorchNameOf(value)}`;
  return argumentError(op, `${param.name} must be ${expected[param.kind]}, got ${nameOf(value)}`, pytorch);
}

/** 2.0 and true among the operands: plain numbers where their type changes nothing, wrapped ones where it decides the result's. */
function scalar(param: Param, value: Float | boolean, meetsFloats: boolean): unknown {
  if (param.kind === "operand") return asOperand(value, meetsFloats);
  return value instanceof Float && param.kind !== "scalar" && param.kind !== "data" ? value.value : value;
}

export function asOperand(value: Float | boolean, meetsFloats: boolean): Tensor | number {
  if (meetsFloats) return Number(value);
  const wrapped = Tensor.of(Float64Array.of(Number(value)), [], typeof value === "boolean" ? "bool" : defaultDType());
  wrapped.isNumber = true;
  return wrapped;
}

/** A tensor without dims serves as a number. */
function lowered(param: Param, value: unknown): unknown {
  if ((param.kind === "number" || param.kind === "scalar" || param.kind === "dim") && Tensor.isTensor(value)) {
    return value.data[value.offset];
  }
  if ((param.kind === "sizes" || param.kind === "shape" || param.kind === "dims") && Array.isArray(value)) {
    return value.map((size: unknown) => (Tensor.isTensor(size) ? size.data[size.offset] : size));
  }
  return value;
}

function renamed(op: Op, keywords: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(keywords)) {
    const known = op.params.some((param) => param.name === name) ? name : (numpyNames[name] ?? name);
    result[op.params.some((param) => param.name === known) ? known : name] = value;
  }
  return op.params.some(({ kind }) => kind === "reduction") ? withoutLegacy(result) : result;
}

/** size_average and reduce, which PyTorch still takes and warns of. */
function withoutLegacy(keywords: Record<string, unknown>): Record<string, unknown> {
  const { size_average: average = null, reduce = null, ...rest } = keywords;
  if (average === null && reduce === null) return rest;
  const reduction = reduce === false ? "none" : average === false ? "sum" : "mean";
  warn("UserWarning", `size_average and reduce args will be deprecated, please use reduction='${reduction}' instead.`);
  return { ...rest, reduction };
}

/** Sizes may come one by one, x.reshape(2, 3) being x.reshape([2, 3]), and so may tensors. */
function gatherSizes(op: Op, args: readonly unknown[]): readonly unknown[] {
  const tensorsAt = op.params.findIndex((param) => param.kind === "tensors");
  if (tensorsAt >= 0 && op.params[tensorsAt].variadic === true && Tensor.isTensor(args[tensorsAt])) {
    let last = tensorsAt;
    while (last < args.length && Tensor.isTensor(args[last])) last++;
    return [...args.slice(0, tensorsAt), args.slice(tensorsAt, last), ...args.slice(last)];
  }
  const at = op.params.findIndex((param) => param.kind === "sizes");
  const isPart = (value: unknown) => typeof value === "number" || value instanceof Float || isSize(value);
  if (at < 0 || !isPart(args[at])) return args;
  let end = at;
  while (end < args.length && isPart(args[end])) end++;
  return [...args.slice(0, at), args.slice(at, end), ...args.slice(end)];
}

function checkKeywords(op: Op, keywords: Record<string, unknown>, positional: readonly unknown[]): void {
  const taken = positional.length;
  for (const name of Object.keys(keywords)) {
    const at = op.params.findIndex((param) => param.name === name);
    if (at < 0) {
      const known = op.params.map((param) => param.name).join(", ");
      const given = Object.entries(keywords).map(([key, value]) => `${key}=${pytorchNameOf(value)}`);
      throw argumentError(
        op,
        `has no parameter ${name}`,
        creations.has(op.name)
          ? combination(op, [
              ...positional.flatMap((each) => (Array.isArray(each) ? each : [each])).map(pytorchNameOf),
              ...given,
            ])
          : overloaded.has(op.name)
            ? `${op.name}() received an invalid combination of arguments - got (${given.join(", ")}, ), but expected one of:`
            : `${op.name}() got an unexpected keyword argument '${name}'`,
        `It takes ${known}.`,
      );
    }
    if (at < taken)
      throw argumentError(op, `${name} is given twice`, `${op.name}() got multiple values for argument '${name}'`);
  }
}

const isSingle = (value: unknown): value is Tensor => Tensor.isTensor(value) && value.shape.length === 0;
const isNumber = (value: unknown) => typeof value === "number" || value instanceof Float;
const isInteger = (value: unknown) => Number.isInteger(value);
const isSize = (value: unknown) => isInteger(value) || (isSingle(value) && !isFloating(value.dtype));
const areSizes = (value: unknown) => Array.isArray(value) && value.every(isSize);
const dtypes: ReadonlySet<unknown> = new Set(["float32", "float64", "int32", "int64", "bool"]);

function noGpu(): EngineError {
  return new EngineError({
    code: "device",
    op: "device",
    message: 'device: there is one device here, "cpu"',
    hint: "Leave the device out.",
    pytorch: "Torch not compiled with CUDA enabled",
  });
}

function accepts(param: Param, value: unknown): boolean {
  if (value === null) return "default" in param && param.default === null;
  switch (param.kind) {
    case "tensor":
      return Tensor.isTensor(value);
    case "operand":
      return Tensor.isTensor(value) || isNumber(value) || typeof value === "boolean";
    case "tensors":
      return Array.isArray(value) && value.every(Tensor.isTensor);
    case "number":
    case "scalar":
      return isNumber(value) || typeof value === "boolean" || value === "fro" || isSingle(value);
    case "dim":
      return isSize(value);
    case "dims":
      // A bool here is PyTorch's overload var(unbiased).
      return isSize(value) || areSizes(value) || typeof value === "boolean";
    case "dimOrTensor":
      return isInteger(value) || Tensor.isTensor(value);
    case "shape":
    case "sizes":
      return areSizes(value);
    case "bool":
      return typeof value === "boolean" || value === 0 || value === 1;
    case "dtype":
      return dtypes.has(value);
    case "target":
      return typeof value === "string" || Tensor.isTensor(value);
    case "device":
      if (typeof value === "string" && value.startsWith("cuda")) throw noGpu();
      return typeof value === "string";
    case "text":
    case "reduction":
      return typeof value === "string";
    case "index":
      return true;
    case "data":
      // Text is refused by the op itself, in PyTorch's words.
      return (
        typeof value === "string" ||
        isNumber(value) ||
        typeof value === "boolean" ||
        Array.isArray(value) ||
        Tensor.isTensor(value)
      );
  }
}

const expected: Record<Param["kind"], string> = {
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

function pytorchNameOf(value: unknown): string {
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

function argumentError(op: Op, message: string, pytorch: string, hint?: string): EngineError {
  return new EngineError({
    code: "argument",
    op: op.name,
    message: `${op.name}: ${message}`,
    pytorch,
    ...(hint === undefined ? {} : { hint }),
  });
}
