/** @file isinstance and issubclass. */

import { NumpyFloat } from "./arrays/nd-array.ts";
import { call, none, special } from "./call.ts";
import { isInstance, PyClass } from "./classes.ts";
import { NumpyType } from "./constants.ts";
import { object, typeError } from "./exceptions.ts";
import { isInt } from "./floats.ts";
import { Native } from "./functions.ts";
import { truth } from "./protocols.ts";
import { typeName } from "./type-name.ts";
import { UnionType } from "./unions.ts";

export function isinstance(value: unknown, kind: unknown): boolean {
  if (Array.isArray(kind)) return kind.some((each) => isinstance(value, each));
  if (kind instanceof UnionType) return kind.members.some((each) => isinstance(value, each));
  if (kind === null) return value === null;
  if (kind instanceof NumpyType) return isNumpyScalar(value, kind.name);
  if (kind instanceof PyClass) {
    if (kind === object) return true;
    const asked = special(kind, "__instancecheck__");
    if (asked !== undefined) return truth(call(asked, [value], none));
    if (isInstance(value) && value.cls.isSubclassOf(kind)) return true;
    return kind.holds?.(value) ?? false;
  }
  if (typeof kind === "function") return Reflect.apply(Function.prototype[Symbol.hasInstance], kind, [value]) === true;
  if (kind instanceof Native) return kind.name === typeName(value);
  throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
}

/** Integers and truths of NumPy are Python's own here. */
function isNumpyScalar(value: unknown, name: string): boolean {
  if (value instanceof NumpyFloat)
    return value.dtype === name || name === "floating" || name === "number" || name === "generic";
  if (typeof value === "boolean") return name === "bool" || name === "generic";
  return isInt(value) && (/^u?int\d|integer/.test(name) || name === "number" || name === "generic");
}

export function issubclass(cls: unknown, kind: unknown): boolean {
  if (Array.isArray(kind)) return kind.some((each) => issubclass(cls, each));
  const asked = special(kind, "__subclasscheck__");
  if (asked !== undefined) return truth(call(asked, [cls], none));
  return cls instanceof PyClass && kind instanceof PyClass && (kind === object || cls.isSubclassOf(kind));
}
