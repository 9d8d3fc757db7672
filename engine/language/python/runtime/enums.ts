/** @file Enum: a class whose attributes are its instances. */
import { call, none } from "./call.ts";
import { typeClass } from "./class-making.ts";
import { MadeClass, PyClass, PyObject } from "./classes.ts";
import { equals } from "./comparisons.ts";
import { Dict } from "./dicts.ts";
import { exception, object, valueError } from "./exceptions.ts";
import { ClassMethod, Native, Property, PyFunction, StaticMethod } from "./functions.ts";
import { iterate } from "./protocols.ts";
import { Tuple } from "./sequences.ts";
import { repr, str } from "./text.ts";

const native = (name: string, run: (args: readonly unknown[]) => unknown) => new Native(name, run);

const metaclass = new PyClass("EnumType", [typeClass], "enum");

/** What auto() leaves until the class is made. */
class Auto {}

const own = (self: unknown, name: string): unknown =>
  self instanceof PyObject ? self.attributes.get(name) : undefined;

function makeEnum(name: string, isNumber: boolean, isText: boolean): PyClass {
  const cls = new MadeClass(name, [object], metaclass, "enum");
  cls.members.set(
    "__repr__",
    native("__repr__", ([self]) => `<${owner(self)}.${str(own(self, "name"))}: ${repr(own(self, "value"))}>`),
  );
  cls.members.set(
    "__str__",
    native("__str__", ([self]) =>
      isText || isNumber ? str(own(self, "value")) : `${owner(self)}.${str(own(self, "name"))}`,
    ),
  );
  if (isText || isNumber)
    cls.members.set(
      "__eq__",
      native("__eq__", ([a, b]) => same(a, b)),
    );
  cls.onSubclass = (made) => enumerate(made);
  // Enum("Reduction", "MEAN SUM")
  cls.construct = ([title, names]) => {
    const made = new MadeClass(str(title), [cls], metaclass);
    const list = typeof names === "string" ? names.split(/[\s,]+/).filter((each) => each !== "") : [...iterate(names)];
    for (const [i, each] of list.entries()) {
      const [key, value] = Array.isArray(each) ? [each[0], each[1]] : [each, isText ? str(each).toLowerCase() : i + 1];
      made.members.set(str(key), value);
    }
    enumerate(made);
    return made;
  };
  return cls;
}

const owner = (self: unknown): string => (self instanceof PyObject ? self.cls.name : "");

/** Members that are text or numbers as well equal their values. */
function same(a: unknown, b: unknown): boolean {
  const value = own(b, "value") ?? b;
  return a === b || own(a, "value") === value;
}

function isMember(name: string, value: unknown): boolean {
  const isDescriptor = [PyFunction, Native, Property, ClassMethod, StaticMethod].some((kind) => value instanceof kind);
  return !name.startsWith("_") && !isDescriptor;
}

function enumerate(cls: PyClass): void {
  const found = new Map<string, PyObject>();
  let next = 1;
  for (const [name, given] of [...cls.members]) {
    if (!isMember(name, given)) continue;
    const isText = cls.mro.some((each) => each.name === "StrEnum" && each.module === "enum");
    const value = given instanceof Auto ? (isText ? name.toLowerCase() : next) : given;
    if (typeof value === "number") next = value + 1;
    const alias = [...found.values()].find((member) => member.attributes.get("value") === value);
    const member = alias ?? new PyObject(cls);
    if (alias === undefined) {
      for (const key of ["name", "_name_"]) member.attributes.set(key, name);
      for (const key of ["value", "_value_"]) member.attributes.set(key, value);
      found.set(name, member);
      const initialise = cls.lookup("__init__");
      if (initialise instanceof PyFunction)
        call(initialise, [member, ...(value instanceof Tuple ? value : [value])], none);
    }
    cls.members.set(name, member);
  }
  // class Reduction(str, Enum): a member is text, and equals it.
  if (cls.bases.some(({ module }) => module === "builtins"))
    cls.members.set(
      "__eq__",
      native("__eq__", ([a, b]) => same(a, b)),
    );
  cls.members.set(
    "__members__",
    new Dict([...cls.members].filter(([, each]) => each instanceof PyObject && each.cls === cls)),
  );
  cls.enumeration = found;
  cls.construct = ([wanted]) => {
    const member = [...found.values()].find((each) => each === wanted || equals(each.attributes.get("value"), wanted));
    if (member !== undefined) return member;
    const missing = cls.lookup("_missing_");
    if (missing instanceof ClassMethod) {
      const instead = call(missing.method, [cls, wanted], none);
      if (instead !== null) return instead;
    }
    throw valueError(`${repr(wanted)} is not a valid ${cls.name}`);
  };
}

/** Reduction["MEAN"] */
export function memberOf(cls: PyClass, name: unknown): unknown {
  const found = typeof name === "string" ? cls.enumeration?.get(name) : undefined;
  if (found === undefined) throw exception("KeyError", str(name));
  return found;
}

export const enumMembers: Readonly<Record<string, unknown>> = {
  EnumMeta: metaclass,
  EnumType: metaclass,
  Enum: makeEnum("Enum", false, false),
  IntEnum: makeEnum("IntEnum", true, false),
  StrEnum: makeEnum("StrEnum", false, true),
  auto: native("auto", () => new Auto()),
  unique: native("unique", ([cls]) => cls),
};
