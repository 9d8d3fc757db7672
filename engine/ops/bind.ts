/** @file From the arguments people write to the parameters of an op: positions, then a plain object of keywords. */
import { defaultDType, Float, isFloating } from "../tensor/dtype.ts";
import { dataOf, markNumber, Tensor } from "../tensor/tensor.ts";
import { warn } from "../tensor/warnings.ts";
import {
  argumentError,
  combination,
  type Form,
  missing,
  oneByOne,
  pytorchNameOf,
  tooMany,
  wrongType,
} from "./bind-errors.ts";
import { numpyNames } from "./numpy-names.ts";
import type { Op, Param } from "./op.ts";
import { accepts, isSize } from "./param-kinds.ts";

/** `x.sum(1, { keepdim: true })`: an object that is neither tensor nor array, at the end, holds keywords. */
function isKeywords(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Tensor.isTensor(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The arguments in the order of the op's parameters. Errors name the parameter, as PyTorch's TypeErrors do. */
export function bind(op: Op, args: readonly unknown[], form: Form = "function"): unknown[] {
  const last = args[args.length - 1];
  const keywords = isKeywords(last) ? renamed(op, last) : null;
  const positional = gatherSizes(op, modernised(op, keywords === null ? args : args.slice(0, -1)));
  if (positional.length > op.params.length) throw tooMany(op, positional, form);
  if (keywords !== null) checkKeywords(op, keywords, positional, form);
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

/** 2.0 and true among the operands: plain numbers where their type changes nothing, wrapped ones where it decides the result's. */
export function scalar(param: Param, value: Float | boolean, meetsFloats: boolean): unknown {
  if (param.kind === "operand") return asOperand(value, meetsFloats);
  return value instanceof Float && param.kind !== "scalar" && param.kind !== "data" ? value.value : value;
}

export function asOperand(value: Float | boolean, meetsFloats: boolean): Tensor | number {
  if (meetsFloats) return Number(value);
  const wrapped = Tensor.of(Float64Array.of(Number(value)), [], typeof value === "boolean" ? "bool" : defaultDType());
  markNumber(wrapped);
  return wrapped;
}

/** A tensor without dims serves as a number. */
function lowered(param: Param, value: unknown): unknown {
  if ((param.kind === "number" || param.kind === "scalar" || param.kind === "dim") && Tensor.isTensor(value)) {
    return dataOf(value)[value.offset];
  }
  if ((param.kind === "sizes" || param.kind === "shape" || param.kind === "dims") && Array.isArray(value)) {
    return value.map((size: unknown) => (Tensor.isTensor(size) ? dataOf(size)[size.offset] : size));
  }
  return value;
}

function renamed(op: Op, keywords: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(keywords)) {
    const named = (text: string | undefined) => op.params.find((param) => param.name === text)?.name;
    const known = named(name) ?? op.params.find(({ also }) => also === name)?.name ?? named(numpyNames[name]);
    result[known ?? name] = value;
  }
  return op.params.some(({ kind }) => kind === "reduction") ? withoutLegacy(result) : result;
}

/** size_average and reduce, which PyTorch still takes and warns of. */
function withoutLegacy(keywords: Record<string, unknown>): Record<string, unknown> {
  const { size_average: average = null, reduce = null, ...rest } = keywords;
  if (average === null && reduce === null) return rest;
  const isOff = (value: unknown) => value === false || value === 0;
  const reduction = isOff(reduce) ? "none" : isOff(average) ? "sum" : "mean";
  warn("UserWarning", `size_average and reduce args will be deprecated, please use reduction='${reduction}' instead.`);
  return { ...rest, reduction };
}

const isFactor = (value: unknown): boolean => typeof value === "number" || value instanceof Float;

/** Takes tensors, and factors of them after that. */
const isSumOfProducts = ({ params }: Op): boolean =>
  params.some(({ name, kind }) => kind === "number" && (name === "alpha" || name === "value")) &&
  params.every(({ kind }) => kind === "number" || kind === "tensor" || kind === "operand");

/** The factors of sums of products once stood before the tensors: addmm(beta, input, alpha, mat1, mat2), add(input, alpha, other). */
function modernised(op: Op, args: readonly unknown[]): readonly unknown[] {
  if (args.length < 3 || !Tensor.isTensor(args.at(-1)) || !isSumOfProducts(op)) return args;
  const factors = args.filter(isFactor);
  const tensors = args.filter((each) => !isFactor(each));
  if (factors.length === 0 || tensors.length < 2) return args;
  return [...tensors, ...factors];
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
  const sizes = args.slice(at, end);
  oneByOne.add(sizes);
  return [...args.slice(0, at), sizes, ...args.slice(end)];
}

function checkKeywords(op: Op, keywords: Record<string, unknown>, positional: readonly unknown[], form: Form): void {
  const taken = positional.length;
  for (const name of Object.keys(keywords)) {
    const at = op.params.findIndex((param) => param.name === name);
    if (at < 0) {
      const known = op.params.map((param) => param.name).join(", ");
      const given = Object.entries(keywords).map(([key, value]) => `${key}=${pytorchNameOf(value)}`);
      throw argumentError(
        op,
        `has no parameter ${name}`,
        op.lists.includes("unknown")
          ? combination(op, [
              ...positional.flatMap((each) => (Array.isArray(each) ? each : [each])).map(pytorchNameOf),
              ...given,
            ])
          : op.lists.includes("wrong")
            ? form === "method"
              ? `${op.name}() received an invalid combination of arguments - got (${given.join(", ")}, ), but expected one of:`
              : combination(op, [...positional.map(pytorchNameOf), ...given])
            : `${op.name}() got an unexpected keyword argument '${name}'`,
        `It takes ${known}.`,
      );
    }
    if (at < taken)
      throw argumentError(op, `${name} is given twice`, `${op.name}() got multiple values for argument '${name}'`);
  }
}
