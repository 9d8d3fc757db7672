/** @file super(). */
import { bind } from "./call.ts";
import { type Instance, isInstance, PyClass, PyModule } from "./classes.ts";
import { Namespace } from "./constants.ts";
import { BoundMethod, ClassMethod, Native, Property } from "./functions.ts";

export function superOf(cls: PyClass, self: unknown): unknown {
  const own = isInstance(self) ? self.cls : self instanceof PyClass ? self : cls;
  const rest = own.mro.slice(own.mro.indexOf(cls) + 1);
  const members = new Map<string, unknown>();
  for (const ancestor of [...rest].reverse())
    for (const [name, member] of ancestor.members)
      members.set(
        name,
        isInstance(self)
          ? boundLater(member, self, name)
          : member instanceof ClassMethod
            ? new BoundMethod(self, member.method, name)
            : member,
      );
  if (!members.has("__init__")) members.set("__init__", new Native("__init__", () => null));
  if (isInstance(self) && !members.has("__setattr__"))
    members.set("__setattr__", new Native("__setattr__", ([name, value]) => plainSet(self, String(name), value)));
  return new Namespace("super", members);
}

function plainSet(self: Instance, name: string, value: unknown): null {
  if (self instanceof PyModule) self.expose(name, value);
  self.attributes.set(name, value);
  return null;
}

function boundLater(member: unknown, self: Instance, name: string): unknown {
  return member instanceof Property ? bind(member, self, name) : bind(member, self, name);
}
