/** @file abc: classes that say what a subclass has to have. */
import { PyClass } from "./classes.ts";
import { object } from "./exceptions.ts";
import { BoundMethod, ClassMethod, Native, Property, PyFunction, StaticMethod } from "./functions.ts";
import { namespace, native } from "./native.ts";

const abstract = new WeakSet<object>();

const baseClass = new PyClass("ABC", [object], "abc");

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
  if (!cls.mro.some((each) => each === baseClass || each.isAbstract)) return [];
  const names = new Set(
    cls.mro.flatMap(({ members }) => [...members].filter(([, value]) => isAbstract(value)).map(([name]) => name)),
  );
  return [...names].filter((name) => isAbstract(cls.lookup(name))).sort();
}

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
  ABCMeta: new PyClass("ABCMeta", [object], "abc"),
  abstractmethod: mark("abstractmethod"),
  abstractproperty: native("abstractproperty", ([f]) => {
    if (typeof f === "object" && f !== null) abstract.add(f);
    return new Property(f);
  }),
});
