/** @file Functions of torch's that are compositions of the engine's ops, of the Python dialect alone: their arguments by position or by name. */
import { label, standalone } from "../../../../ops/node-name.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { typeError } from "../exceptions.ts";
import type { Keywords } from "../functions.ts";
import { Native } from "../functions.ts";
import { lower, raise } from "../tensors.ts";
import { typeName } from "../type-name.ts";

export type Values = Readonly<Record<string, unknown>>;

export interface Composed {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly run: (values: Values) => unknown;
}

/** What Python calls: `parameters` are names, those with a default have `name=`. */
export function composed(
  name: string,
  signature: string,
  run: (values: Values) => unknown,
  node: string | null = null,
): readonly [string, Native] {
  const parameters = signature.split(" ").map((each) => each.replace(/=$/, ""));
  const needed = signature.split(" ").filter((each) => !each.endsWith("="));
  const native = new Native(name, (args, keywords) => {
    const values = bound(name, parameters, needed, args, keywords);
    const result = raise(run(values), name);
    if (node === null) return result;
    const own = standalone(result, Object.values(values));
    label(own, node);
    return own;
  });
  return [name, native];
}

function bound(
  name: string,
  parameters: readonly string[],
  needed: readonly string[],
  args: readonly unknown[],
  keywords: Keywords,
): Values {
  if (args.length > parameters.length)
    throw typeError(`${name}() takes ${parameters.length} positional arguments but ${args.length} were given`);
  const values: Record<string, unknown> = {};
  args.forEach((arg, i) => {
    values[parameters[i]] = lower(arg);
  });
  for (const [key, value] of Object.entries(keywords ?? {})) {
    if (!parameters.includes(key)) throw typeError(`${name}() got an unexpected keyword argument '${key}'`);
    values[key] = lower(value);
  }
  const missing = needed.filter((key) => values[key] === undefined);
  if (missing.length > 0)
    throw typeError(
      `${name}() missing ${missing.length} required positional argument${missing.length === 1 ? "" : "s"}: ${missing.map((key) => `"${key}"`).join(", ")}`,
    );
  return values;
}

/** A tensor among the arguments. */
export function tensorIn(values: Values, key: string, name: string): Tensor {
  const value = values[key];
  if (Tensor.isTensor(value)) return value;
  throw typeError(`${name}(): argument '${key}' must be Tensor, not ${typeName(value)}`);
}

export const tensorOrNull = (values: Values, key: string): Tensor | null => {
  const value = values[key];
  return Tensor.isTensor(value) ? value : null;
};

export const numberOr = (value: unknown, otherwise: number): number =>
  value === null || value === undefined ? otherwise : Number(value);

/** As many sizes as there are dims: one for all, or one for each. */
export function sizesOf(value: unknown, dims: number, otherwise: number): number[] {
  if (value === null || value === undefined) return Array.from({ length: dims }, () => otherwise);
  if (!Array.isArray(value)) return Array.from({ length: dims }, () => Number(value));
  return value.length === 1 ? Array.from({ length: dims }, () => Number(value[0])) : value.map(Number);
}
