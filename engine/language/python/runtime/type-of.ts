/** @file type(x). */
import { Module } from "../../../nn/module.ts";
import { isInstance, type PyClass } from "./classes.ts";
import { typeName } from "./type-name.ts";

/** Filled in by the builtins, which know all types. */
export const types = new Map<string, PyClass>();

export function typeOf(value: unknown): unknown {
  if (isInstance(value)) return value.cls;
  if (value instanceof Module) return value.constructor;
  return types.get(typeName(value)) ?? types.get("object");
}
