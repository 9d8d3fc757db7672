/** @file abc: classes that say what a subclass has to have. */
import { typeClass } from "./class-making.ts";
import { MadeClass, PyClass } from "./classes.ts";
import { PySet } from "./dicts.ts";
import { object } from "./exceptions.ts";
import { BoundMethod, ClassMethod, Native, Property, PyFunction, StaticMethod } from "./functions.ts";
import { namespace, native } from "./native.ts";

const abstract = new WeakSet<object>();

const metaclass = new PyClass("ABCMeta", [typeClass], "abc");
const baseClass = new MadeClass("ABC", [object], metaclass, "abc");

const functionOf = (member: unknown): unknown => {
  if (member instanceof Property) return member.get;
  if (member instanceof StaticMethod || member instanceof ClassMethod) return member.method;
  return member instanceof BoundMethod ? member.method : member;
};

const isAbstract = (member: unknown): boolean => {
  const f = functionOf(member);
  return (f instanceof PyFunction || f instanceof Native) && abstract.has(f);
};

/** Names that a class was promised and does not have, in order. */
function missingMembers(cls: PyClass): string[] {
  if (!(cls instanceof MadeClass && cls.cls.isSubclassOf(metaclass))) return [];
  const names = new Set(
    cls.mro.flatMap(({ members }) => [...members].filter(([, value]) => isAbstract(value)).map(([name]) => name)),
  );
  return [...names].filter((name) => isAbstract(cls.lookup(name))).sort();
}

metaclass.members.set(
  "__abstractmethods__",
  new Property(
    native("__abstractmethods__", ([cls]) => new PySet(cls instanceof PyClass ? missingMembers(cls) : [], true)),
  ),
);

PyClass.refusal = (cls) => {
  const missing = missingMembers(cls);
  return missing.length === 0
    ? null
    : `Can't instantiate abstract class ${cls.name} with abstract method${missing.length === 1 ? "" : "s"} ${missing.join(", ")}`;
};

const mark = (name: string) =>
  native(name, ([f]) => {
    const inner = functionOf(f);
    if (typeof inner === "object" && inner !== null) abstract.add(inner);
    return f;
  });

export const abc = namespace("abc", {
  ABC: baseClass,
  ABCMeta: metaclass,
  abstractmethod: mark("abstractmethod"),
  abstractproperty: native("abstractproperty", ([f]) => {
    if (typeof f === "object" && f !== null) abstract.add(f);
    return new Property(f);
  }),
});
