/** @file super(): the members of a class as the next classes in an instance's order have them. */
import { allocated, bind } from "./call.ts";
import { noKeywords } from "./class-making.ts";
import { type Instance, isInstance, PyClass, PyModule } from "./classes.ts";
import { exceptions } from "./exceptions.ts";
import { BoundMethod, ClassMethod, Native, StaticMethod } from "./functions.ts";
import { moduleAttribute } from "./module-attributes.ts";
import { Tuple } from "./sequences.ts";
import { repr, str } from "./text.ts";

/** What super() gives. */
export class Super {
  constructor(
    readonly cls: PyClass,
    readonly self: unknown,
  ) {}

  /** undefined where no further class has it. */
  attribute(name: string): unknown {
    const { cls, self } = this;
    // A class is the instance of its metaclass where the method is the metaclass's.
    const isBound = isInstance(self) && !(self instanceof PyClass && self.isSubclassOf(cls));
    const own = isBound ? self.cls : self instanceof PyClass ? self : cls;
    for (const ancestor of own.mro.slice(own.mro.indexOf(cls) + 1)) {
      const member = ancestor.members.get(name);
      if (member === undefined) continue;
      if (isBound) return bind(member, self, name);
      if (member instanceof ClassMethod) return new BoundMethod(self, member.method, name);
      return member instanceof StaticMethod ? member.method : member;
    }
    if (isBound) return inherited(self, name);
    if (name === "__init_subclass__")
      return new Native(name, (_, keywords) => {
        if (keywords !== null && Object.keys(keywords).length > 0 && self instanceof PyClass) throw noKeywords(self);
        return null;
      });
    return name === "__new__"
      ? new Native(name, ([made]) => (made instanceof PyClass ? allocated(made) : null))
      : undefined;
  }
}

/** What every object, exception and module has. */
function inherited(self: Instance, name: string): unknown {
  if (name === "__init__")
    return new Native("__init__", (args) => {
      if (self.cls.isSubclassOf(exceptions.BaseException)) self.attributes.set("args", Tuple.make(args));
      return null;
    });
  if (name === "__init_subclass__") return new Native(name, () => null);
  if (name === "__setattr__") return new Native(name, ([key, value]) => plainSet(self, String(key), value));
  if (name === "__delattr__")
    return new Native(name, ([key]) => {
      self.attributes.delete(String(key));
      return null;
    });
  if ((name === "__str__" || name === "__repr__") && self.cls.isSubclassOf(exceptions.BaseException))
    return new Native(name, () => plainText(self, name));
  if (name === "__getattribute__") return new Native(name, ([key]) => self.attributes.get(String(key)) ?? null);
  return self instanceof PyModule && name !== "forward" ? moduleAttribute(self, name) : undefined;
}

/** An exception as it says itself where its class says nothing. */
function plainText(self: Instance, name: string): string {
  const args = self.attributes.get("args");
  const list = Array.isArray(args) ? args : [];
  if (name === "__repr__") return `${self.cls.name}(${list.map(repr).join(", ")})`;
  return list.length === 0 ? "" : list.length === 1 ? str(list[0]) : repr(args);
}

export function plainSet(self: Instance, name: string, value: unknown): null {
  if (self instanceof PyModule) self.expose(name, value);
  self.attributes.set(name, value);
  return null;
}

export const superOf = (cls: PyClass, self: unknown): Super => new Super(cls, self);
