/** @file dataclasses. */
import { getattr, setattr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { typeError } from "./exceptions.ts";
import type { Keywords } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { Tuple } from "./sequences.ts";
import { str } from "./text.ts";

/** @dataclass, with and without options: an __init__ from the annotated fields. */
function dataclass(cls: PyClass, options: Keywords): PyClass {
  const fields = [...cls.mro]
    .reverse()
    .flatMap((ancestor) => ancestor.annotations.map((name) => ({ name, value: cls.lookup(name) })));
  const names = fields.map(({ name }) => name);
  cls.members.set("__fields__", Tuple.make(names));
  cls.members.set(
    "__init__",
    native("__init__", ([self, ...args], keywords) => {
      if (args.length > names.length)
        throw typeError(
          `${cls.name}.__init__() takes ${names.length + 1} positional arguments but ${args.length + 1} were given`,
        );
      const unknown = Object.keys(keywords ?? {}).find((key) => !names.includes(key));
      if (unknown !== undefined)
        throw typeError(`${cls.name}.__init__() got an unexpected keyword argument '${unknown}'`);
      fields.forEach(({ name, value }, i) => {
        const otherwise = value instanceof Field ? value.make() : value;
        const given = i < args.length ? args[i] : keywords !== null && name in keywords ? keywords[name] : otherwise;
        if (given === undefined)
          throw typeError(`${cls.name}.__init__() missing 1 required positional argument: '${name}'`);
        setattr(self, name, given);
      });
      const after = cls.lookup("__post_init__");
      if (after !== undefined) call(after, [self], none);
      if (options?.frozen === true && self instanceof PyObject) self.attributes.set("__ready__", true);
      return null;
    }),
  );
  if (options?.frozen === true) cls.members.set("__frozen__", true);
  if (cls.lookup("__repr__") === undefined)
    cls.members.set(
      "__repr__",
      native(
        "__repr__",
        ([self]) => `${cls.name}(${names.map((name) => `${name}=${quotedValue(getattr(self, name))}`).join(", ")})`,
      ),
    );
  return cls;
}

const quotedValue = (value: unknown) => (typeof value === "string" ? `'${value}'` : str(value));

class Field {
  constructor(readonly make: () => unknown) {}
}

export const dataclasses = namespace("dataclasses", {
  dataclass: native("dataclass", ([cls], keywords) =>
    cls instanceof PyClass
      ? dataclass(cls, keywords)
      : native("dataclass", ([later]) => dataclass(later as PyClass, keywords)),
  ),
  field: native(
    "field",
    (_, keywords) =>
      new Field(() =>
        keywords?.default_factory !== undefined ? call(keywords.default_factory, [], none) : keywords?.default,
      ),
  ),
  asdict: native(
    "asdict",
    ([value]) =>
      new Dict((getattr(value, "__fields__") as Tuple).map((name) => [name, getattr(value, String(name))] as const)),
  ),
});
