/** @file type(x). */
import { Module } from "../../../nn/module.ts";
import { isInstance, PyClass } from "./classes.ts";
import { typeName } from "./type-name.ts";

/** Filled in by the builtins, which know all types. */
export const types = new Map<string, PyClass>();

export function typeOf(value: unknown): unknown {
  if (isInstance(value)) return value.cls;
  if (value instanceof Module) return value.constructor;
  const name = typeName(value);
  const known = types.get(name);
  if (known !== undefined) return known;
  const made = name.startsWith("numpy.") ? new PyClass(name.slice(6), [], "numpy") : new PyClass(name, [], "builtins");
  types.set(name, made);
  return made;
}
