/** @file Between Python's values and the engine's: arguments on the way in, results on the way out. */
import { cast, item } from "../../../ops/convert.ts";
import type { Index } from "../../../ops/indexing/indexing.ts";
import { allDTypes, isFloating } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { PyClass, PyObject } from "./classes.ts";
import { DTypeObject, Ellipsis } from "./constants.ts";
import { Device } from "./device.ts";
import { exception, typeError } from "./exceptions.ts";
import { float } from "./floats.ts";
import type { Keywords } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { NamedTuple, Range, Slice, Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

export const dtypeObjects: ReadonlyMap<string, DTypeObject> = new Map(
  [...allDTypes, "complex64", "complex128"].map((name) => [name, new DTypeObject(name)]),
);

/** A Python value as the engine takes it. */
export function lower(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Tensor.isTensor(value)) return value;
  if (value instanceof DTypeObject) return value.name;
  if (value instanceof Device) return value.toString();
  // A member of class Reduction(str, Enum) is text.
  if (value instanceof PyObject && value.cls.enumeration !== null && value.cls.lookup("__eq__") !== undefined)
    return value.attributes.get("value");
  // dtype=bool
  if (value instanceof PyClass && value.module === "builtins") return builtinTypes[value.name] ?? value;
  if (value instanceof Range || value instanceof PyIterator) return [...value];
  if (Array.isArray(value) && value.some((item) => typeof item === "object")) {
    const lowered: unknown[] = value.map(lower);
    return value instanceof Tuple ? Tuple.make(lowered) : lowered;
  }
  return value;
}

const builtinTypes: Readonly<Record<string, string>> = { bool: "bool", int: "int64", float: "float64" };

export function lowerKeywords(keywords: Keywords): Record<string, unknown> | null {
  if (keywords === null) return null;
  const lowered: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(keywords)) lowered[name] = lower(value);
  return lowered;
}

/** Several tensors by name, as max and svd give them. */
function isFields(value: object): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const parts = Object.values(value);
  return parts.length > 1 && parts.every(Tensor.isTensor);
}

/** A result of the engine's as Python sees it. */
export function raise(value: unknown, name = "max"): unknown {
  if (value === undefined) return null;
  if (Tensor.isTensor(value) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value instanceof Tuple ? value : Tuple.make(value.map((each) => raise(each)));
  return isFields(value) ? NamedTuple.named(name === "" ? "max" : name, Object.entries(value)) : value;
}

/** Calls a function of the engine's with Python's arguments. */
export function callEngine(
  f: (...args: never[]) => unknown,
  self: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): unknown {
  if (keywords !== null && typeof keywords.dtype === "string")
    throw typeError(`${f.name}(): argument 'dtype' must be torch.dtype, not str`);
  const lowered: unknown[] = [];
  for (let i = 0; i < args.length; i++) lowered.push(lower(args[i]));
  if (keywords !== null) lowered.push(lowerKeywords(keywords));
  const result: unknown = Reflect.apply(f, self, lowered);
  return Tensor.isTensor(result) ? result : raise(result, f.name);
}

export function indexOf(key: unknown): Index[] {
  const items = key instanceof Tuple || (Array.isArray(key) && isTupleInDisguise(key)) ? [...key] : [key];
  return items.map(one);
}

/** A short list that holds more than numbers is taken for a tuple, as NumPy once did. */
const isTupleInDisguise = (key: readonly unknown[]): boolean =>
  key.length < 32 &&
  key.some(
    (item) =>
      item === null ||
      Tensor.isTensor(item) ||
      item instanceof NdArray ||
      Array.isArray(item) ||
      item instanceof Slice ||
      item instanceof Range ||
      item instanceof Ellipsis,
  );

function one(key: unknown): Index {
  if (key instanceof NdArray) return key.tensor;
  // A mask, as bytes once were.
  if (Tensor.isTensor(key) && key.dtype === "uint8") return cast(key, "bool");
  if (key === null || Tensor.isTensor(key) || typeof key === "boolean") return key;
  if (key instanceof Ellipsis) return "...";
  if (key instanceof Slice) return { start: bound(key.start), stop: bound(key.stop), step: bound(key.step) };
  if (typeof key === "number" && Number.isInteger(key)) return key;
  if (key instanceof Range) return [...key];
  if (Array.isArray(key)) return key.map((item) => (Tensor.isTensor(item) ? item_(item) : item)) as Index & unknown[];
  if (typeof key === "string") throw typeError("new(): invalid data type 'str'");
  throw exception(
    "IndexError",
    "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got " +
      typeName(key) +
      ")",
  );
}

const item_ = (x: Tensor) => item(x);

function bound(value: unknown): number | null {
  if (value === null) return null;
  if (Tensor.isTensor(value)) return item(value);
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw typeError("slice indices must be integers or None or have an __index__ method");
}

/** A number out of a tensor, with Python's type. */
export function scalarOf(x: Tensor): unknown {
  const value = item(x);
  if (x.dtype === "bool") return value !== 0;
  return isFloating(x.dtype) ? float(value) : value;
}

export function lengthOf(x: Tensor): number {
  if (x.shape.length === 0) throw typeError("len() of a 0-d tensor");
  return x.shape[0];
}
