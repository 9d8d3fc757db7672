/** @file namedtuple and typing.NamedTuple: classes whose instances are tuples with names. */
import { PyClass } from "./classes.ts";
import { exception, object, typeError } from "./exceptions.ts";
import { ClassMethod, type Keywords } from "./functions.ts";
import { native } from "./native.ts";
import { iterate } from "./protocols.ts";
import { NamedTuple, Tuple } from "./sequences.ts";

interface NamedField {
  readonly name: string;
  /** undefined where it must be given. */
  readonly value?: unknown;
}

/** Gives a class the constructor and the class methods of a tuple with these fields. */
function furnish(cls: PyClass, fields: readonly NamedField[]): void {
  const names = fields.map(({ name }) => name);
  cls.holds = (value) => value instanceof NamedTuple && value.owner === cls;
  cls.construct = (args, keywords) => {
    if (args.length > names.length)
      throw typeError(
        `${cls.name}.__new__() takes ${names.length + 1} positional arguments but ${args.length + 1} were given`,
      );
    const unknown = Object.keys(keywords ?? {}).find((key) => !names.includes(key));
    if (unknown !== undefined) throw typeError(`${cls.name}.__new__() got an unexpected keyword argument '${unknown}'`);
    const values = fields.map(({ name, value }, i): unknown =>
      i < args.length ? args[i] : keywords !== null && name in keywords ? keywords[name] : value,
    );
    const missing = names.filter((_, i) => values[i] === undefined);
    if (missing.length > 0)
      throw typeError(
        `${cls.name}.__new__() missing ${missing.length} required positional argument${missing.length === 1 ? "" : "s"}: ${missing.map((each) => `'${each}'`).join(" and ")}`,
      );
    return NamedTuple.named(
      cls.name,
      names.map((name, i) => [name, values[i]] as const),
      cls,
    );
  };
  cls.members.set("_fields", Tuple.make(names));
  cls.members.set("_make", new ClassMethod(native("_make", ([, items]) => cls.construct?.([...iterate(items)], null))));
}

/** namedtuple("Point", ["x", "y"]) or "x y". */
export function namedTuple(name: unknown, given: unknown, keywords: Keywords): PyClass {
  const names =
    typeof given === "string"
      ? given.split(/[\s,]+/).filter((each) => each !== "")
      : [...iterate(given)].map((each) => (Array.isArray(each) ? String(each[0]) : String(each)));
  const invalid = names.find((each) => !/^[A-Za-z]\w*$/.test(each));
  if (invalid !== undefined)
    throw exception(
      "ValueError",
      invalid.startsWith("_")
        ? `Field names cannot start with an underscore: '${invalid}'`
        : `Type names and field names must be valid identifiers: '${invalid}'`,
    );
  const defaults = keywords?.defaults === undefined ? [] : [...iterate(keywords.defaults)];
  const cls = new PyClass(String(name), [object]);
  furnish(
    cls,
    names.map((each, i) => {
      const at = i - (names.length - defaults.length);
      return at >= 0 ? { name: each, value: defaults[at] } : { name: each };
    }),
  );
  return cls;
}

/** class Result(NamedTuple): fields are what is annotated. */
export const namedTupleClass = new PyClass("NamedTuple", [object], "typing");
namedTupleClass.onSubclass = (cls) =>
  furnish(
    cls,
    cls.annotations.map((name) => ({ name, value: cls.members.get(name) })),
  );
namedTupleClass.construct = ([name, fields], keywords) => namedTuple(name, fields, keywords);
