/** @file Numbers that modules are made with. They stay plain, for that is what ops read; beside them is kept which are floats, since Python prints 1.0 for one and 1 for an int. */
import { Float } from "../tensor/dtype.ts";
import type { Module } from "./module.ts";

const floats = new WeakMap<Module, Set<string>>();

/** Whether the attribute holds a float, whole or not. */
export const isFloatAttribute = (module: Module, name: string): boolean => floats.get(module)?.has(name) ?? false;

/** Says of which type an attribute's number is. */
export function typeAttribute(module: Module, name: string, isFloat: boolean): void {
  const known = floats.get(module) ?? new Set();
  floats.set(module, known);
  if (isFloat) known.add(name);
  else known.delete(name);
}

/** What a module keeps of a value: of a float its number. */
export function keptBy(module: Module, name: string, value: unknown): unknown {
  typeAttribute(module, name, value instanceof Float || (typeof value === "number" && !Number.isInteger(value)));
  return value instanceof Float ? value.value : value;
}
