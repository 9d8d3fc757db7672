/** @file Arguments of torch.optim's classes after the first, by position and by keyword. */
import { Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Values } from "./option.ts";

/** By name. A record among the arguments holds keywords. Error `argument` for a name that is none of `order` or `others`. */
export function namedArguments(
  op: string,
  order: readonly string[],
  args: readonly unknown[],
  others: readonly string[] = [],
): Values {
  const named: Record<string, unknown> = {};
  args.forEach((value, i) => {
    if (isRecord(value)) for (const [key, item] of Object.entries(value)) named[key] = numberOf(item);
    else if (i < order.length) named[order[i]] = numberOf(value);
  });
  const unknown = Object.keys(named).find((key) => !order.includes(key) && !others.includes(key));
  if (unknown !== undefined)
    throw new EngineError({
      type: "TypeError",
      code: "argument",
      op,
      message: `${op}: has no option ${unknown}`,
      hint: `It takes ${order.join(", ")}.`,
      pytorch: `${op}.__init__() got an unexpected keyword argument '${unknown}'`,
    });
  return named;
}

/** A float that happens to be whole comes in a wrapper. */
const numberOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(numberOf) : value instanceof Float ? value.value : value;

/** Not a number in a wrapper, which stands for a float that happens to be whole. */
const isRecord = (value: unknown): value is object =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !Tensor.isTensor(value) &&
  Object.getPrototypeOf(value) === Object.prototype;
