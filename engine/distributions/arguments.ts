/** @file What constructors and methods of distributions are called with: positions, then a plain object of keywords. */

import { tensor } from "../ops/creation/creation.ts";
import { expand } from "../ops/indexing/movement.ts";
import { broadcast_tensors } from "../ops/other/broadcasting.ts";
import { type DType, defaultDType, Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import type { Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";

/** PyTorch's own exception where a distribution refuses: `pytorch` is its sentence, `message` ours. */
export function refused(op: string, message: string, pytorch: string, type: "ValueError" | "TypeError" = "ValueError") {
  return new EngineError({
    type,
    code: type === "TypeError" ? "argument" : "domain",
    op,
    message: `${op}: ${message}`,
    pytorch,
  });
}

/** What a distribution lacks, PyTorch's too. */
export function notThere(op: string, what: string, pytorch = ""): EngineError {
  return new EngineError({
    type: "NotImplementedError",
    code: "not-differentiable",
    op,
    message: `${op}: there is no ${what}, in PyTorch neither`,
    pytorch,
  });
}

function isKeywords(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const quoted = (names: readonly string[]): string => {
  const all = names.map((name) => `'${name}'`);
  if (all.length < 3) return all.join(" and ");
  return `${all.slice(0, -1).join(", ")}, and ${all.at(-1)}`;
};

/** Arguments by the names of their parameters; the first `required` must be there. */
export function named(
  owner: string,
  names: readonly string[],
  required: readonly string[],
  args: readonly unknown[],
): Record<string, unknown> {
  const last = args.at(-1);
  const keywords = isKeywords(last) ? last : {};
  const positional = isKeywords(last) ? args.slice(0, -1) : args;
  const where = `${owner}.__init__()`;
  if (positional.length > names.length)
    throw refused(
      owner,
      `takes ${names.join(", ")}, got ${positional.length} arguments`,
      `${where} takes ${required.length === names.length ? "" : `from ${required.length + 1} to `}${names.length + 1} positional arguments but ${positional.length + 1} were given`,
      "TypeError",
    );
  const given: Record<string, unknown> = {};
  positional.forEach((value, i) => {
    given[names[i]] = value;
  });
  for (const [name, value] of Object.entries(keywords)) {
    if (!names.includes(name))
      throw refused(
        owner,
        `has no parameter ${name}`,
        `${where} got an unexpected keyword argument '${name}'`,
        "TypeError",
      );
    if (name in given)
      throw refused(
        owner,
        `${name} is given twice`,
        `${where} got multiple values for argument '${name}'`,
        "TypeError",
      );
    given[name] = value;
  }
  const missing = required.filter((name) => given[name] === undefined);
  if (missing.length > 0)
    throw refused(
      owner,
      `needs ${missing.join(" and ")}`,
      `${where} missing ${missing.length} required positional argument${missing.length === 1 ? "" : "s"}: ${quoted(missing)}`,
      "TypeError",
    );
  return given;
}

export const isNumber = (value: unknown): boolean =>
  typeof value === "number" || typeof value === "boolean" || value instanceof Float;

/** Tensors of one shape: numbers take the dtype of the first tensor, or the default one. */
export function broadcastAll(owner: string, values: readonly unknown[]): Tensor[] {
  for (const value of values)
    if (!Tensor.isTensor(value) && !isNumber(value))
      throw refused(
        owner,
        "its parameters are tensors or numbers",
        "Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__.",
      );
  const dtype: DType = values.find(Tensor.isTensor)?.dtype ?? defaultDType();
  const tensors = values.map((value) => (Tensor.isTensor(value) ? value : tensor(Number(value), dtype)));
  return tensors.length === 1 ? tensors : broadcast_tensors(tensors);
}

/** The sizes asked for by sample and rsample. */
export function sizesOf(args: readonly unknown[], name: string): Shape {
  const [first] = args;
  const given = isKeywords(first) ? first[name] : first;
  if (given === undefined) return [];
  if (Array.isArray(given)) return given.map(Number);
  throw refused(
    name,
    "is a list of sizes",
    `'${typeof given === "number" ? "int" : typeof given}' object is not iterable`,
    "TypeError",
  );
}

/** x.expand of PyTorch, by the name that reads as what it is for. */
export const expanded = (x: Tensor, shape: Shape): Tensor => expand(x, shape);
