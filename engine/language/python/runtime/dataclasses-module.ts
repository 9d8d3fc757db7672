/** @file dataclasses. */
import { attributeOr, getattr, setattr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { compare } from "./comparisons.ts";
import { Dict, PySet } from "./dicts.ts";
import { exceptions, typeError, valueError } from "./exceptions.ts";
import { makeFunction } from "./function-arguments.ts";
import type { Keywords } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { notImplemented } from "./operators.ts";
import { Tuple } from "./sequences.ts";
import { repr } from "./text.ts";
import { typeName } from "./type-name.ts";

/** What field(…) leaves in a class. */
class FieldOptions {
  readonly #keywords: Keywords;
  constructor(keywords: Keywords) {
    this.#keywords = keywords;
  }
  get value(): unknown {
    return this.#keywords?.default;
  }
  get factory(): unknown {
    return this.#keywords?.default_factory;
  }
  has(option: "init" | "repr" | "compare"): boolean {
    return this.#keywords?.[option] !== false;
  }
  get isKeyword(): boolean {
    return this.#keywords?.kw_only === true;
  }
}

interface DataField {
  readonly name: string;
  readonly options: FieldOptions;
  readonly hasDefault: boolean;
}

const plain = new FieldOptions(null);
const made = Symbol("to be made");
const known = new WeakMap<PyClass, readonly DataField[]>();

/** The fields of a class, those of its ancestors first. */
function fieldsOf(cls: PyClass): DataField[] {
  const found = new Map<string, DataField>();
  for (const ancestor of [...cls.mro].reverse())
    for (const name of ancestor.annotations) {
      const value = ancestor.members.get(name);
      if (Array.isArray(value) && !(value instanceof Tuple)) throw mutableDefault("list", name);
      if (value instanceof Dict || value instanceof PySet) throw mutableDefault(typeName(value), name);
      const options =
        value instanceof FieldOptions ? value : value === undefined ? plain : new FieldOptions({ default: value });
      found.set(name, { name, options, hasDefault: options.value !== undefined || options.factory !== undefined });
    }
  return [...found.values()];
}

const mutableDefault = (type: string, name: string) =>
  valueError(`mutable default <class '${type}'> for field ${name} is not allowed: use default_factory`);

function instanceFields(value: unknown): readonly DataField[] | null {
  if (!(value instanceof PyObject)) return null;
  for (const cls of value.cls.mro) {
    const fields = known.get(cls);
    if (fields !== undefined) return fields;
  }
  return null;
}

/** @dataclass, with and without options: an __init__ from the annotated fields, __repr__ and comparisons. */
function dataclass(cls: PyClass, options: Keywords): PyClass {
  const fields = fieldsOf(cls);
  known.set(cls, fields);
  const given = fields.filter(({ options: each }) => each.has("init"));
  const isKeyword = (each: DataField) => options?.kw_only === true || each.options.isKeyword;
  let hasDefaults = false;
  for (const each of given.filter((field) => !isKeyword(field))) {
    if (!each.hasDefault && hasDefaults)
      throw typeError(`non-default argument '${each.name}' follows default argument`);
    hasDefaults = each.hasDefault;
  }
  for (const { name, options: each } of fields) {
    if (each.value !== undefined) cls.members.set(name, each.value);
    else if (cls.members.get(name) instanceof FieldOptions) cls.members.delete(name);
  }
  const isFrozen = options?.frozen === true;
  const init = makeFunction(
    "__init__",
    [
      { name: "self", kind: "plain" },
      ...[...given.filter((each) => !isKeyword(each)), ...given.filter(isKeyword)].map((each) => ({
        name: each.name,
        kind: isKeyword(each) ? ("keyword" as const) : ("plain" as const),
        ...(each.hasDefault ? { value: each.options.value === undefined ? made : each.options.value } : {}),
      })),
    ],
    (self, ...values) => initialise(self, fields, given, isKeyword, values, isFrozen),
    false,
    null,
  );
  init.attributes.set("__qualname__", `${cls.name}.__init__`);
  cls.members.set("__init__", init);
  if (isFrozen) cls.members.set("__frozen__", true);
  const shown = fields.filter(({ options: each }) => each.has("repr"));
  if (!cls.members.has("__repr__") && options?.repr !== false)
    cls.members.set(
      "__repr__",
      native(
        "__repr__",
        ([self]) =>
          `${self instanceof PyObject ? self.cls.name : cls.name}(${shown.map(({ name }) => `${name}=${repr(getattr(self, name))}`).join(", ")})`,
      ),
    );
  compareFields(cls, fields, options);
  cls.members.set("__match_args__", Tuple.make(given.map(({ name }) => name)));
  return cls;
}

function initialise(
  self: unknown,
  fields: readonly DataField[],
  given: readonly DataField[],
  isKeyword: (each: DataField) => boolean,
  values: readonly unknown[],
  isFrozen: boolean,
): null {
  const order = [...given.filter((each) => !isKeyword(each)), ...given.filter(isKeyword)];
  for (const field of fields) {
    const at = order.indexOf(field);
    const value = at >= 0 ? values[at] : field.options.value === undefined ? made : field.options.value;
    if (value !== made) setattr(self, field.name, value);
    else if (field.options.factory !== undefined) setattr(self, field.name, call(field.options.factory, [], none));
  }
  const after = attributeOr(self, "__post_init__", null);
  if (after !== null) call(after, [], none);
  if (isFrozen && self instanceof PyObject) self.attributes.set("__ready__", true);
  return null;
}

function compareFields(cls: PyClass, fields: readonly DataField[], options: Keywords): void {
  const compared = fields.filter(({ options: each }) => each.has("compare")).map(({ name }) => name);
  const valuesOf = (self: unknown) => Tuple.make(compared.map((name) => getattr(self, name)));
  const isAlike = (a: unknown, b: unknown) => a instanceof PyObject && b instanceof PyObject && a.cls === b.cls;
  const define = (name: string) =>
    cls.members.set(
      `__${name}__`,
      native(`__${name}__`, ([a, b]) => (isAlike(a, b) ? compare(name, valuesOf(a), valuesOf(b)) : notImplemented)),
    );
  if (options?.eq !== false && !cls.members.has("__eq__")) {
    define("eq");
    if (options?.frozen === true)
      cls.members.set(
        "__hash__",
        native("__hash__", ([self]) => repr(valuesOf(self))),
      );
  }
  if (options?.order === true) for (const name of ["lt", "le", "gt", "ge"]) define(name);
}

function asDict(value: unknown): unknown {
  const fields = instanceFields(value);
  if (fields !== null) return new Dict(fields.map(({ name }) => [name, asDict(getattr(value, name))] as const));
  if (value instanceof Tuple) return Tuple.make(value.map(asDict));
  if (Array.isArray(value)) return value.map(asDict);
  if (value instanceof Dict) return new Dict(value.entries().map(([key, item]) => [key, asDict(item)] as const));
  return value;
}

const requireFields = (name: string, value: unknown): readonly DataField[] => {
  const fields = instanceFields(value) ?? (value instanceof PyClass ? (known.get(value) ?? null) : null);
  if (fields === null) throw typeError(`${name}() should be called on dataclass instances`);
  return fields;
};

export const dataclasses = namespace("dataclasses", {
  dataclass: native("dataclass", ([cls], keywords) =>
    cls instanceof PyClass
      ? dataclass(cls, keywords)
      : native("dataclass", ([later]) => (later instanceof PyClass ? dataclass(later, keywords) : later)),
  ),
  field: native("field", (_, keywords) => new FieldOptions(keywords)),
  asdict: native("asdict", ([value]) => {
    requireFields("asdict", value);
    return asDict(value);
  }),
  astuple: native("astuple", ([value]) =>
    Tuple.make(requireFields("astuple", value).map(({ name }) => getattr(value, name))),
  ),
  replace: native("replace", ([value], changes) => {
    const fields = requireFields("replace", value).filter(({ options }) => options.has("init"));
    const current = Object.fromEntries(fields.map(({ name }) => [name, getattr(value, name)]));
    return value instanceof PyObject ? call(value.cls, [], { ...current, ...changes }) : value;
  }),
  fields: native("fields", ([value]) =>
    Tuple.make(
      requireFields("fields", value).map(({ name, options }) =>
        namespace("dataclasses.Field", { name, default: options.value ?? null }),
      ),
    ),
  ),
  is_dataclass: native(
    "is_dataclass",
    ([value]) => instanceFields(value) !== null || (value instanceof PyClass && known.has(value)),
  ),
  FrozenInstanceError: exceptions.FrozenInstanceError,
  InitVar: new PyClass("InitVar", [], "dataclasses"),
});
