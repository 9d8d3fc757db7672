/** @file contextlib: context managers that are written as generators, and two ready ones. */

import { attributeOr } from "./attributes.ts";
import { call } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { caught, exception, object, PythonError } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { isinstance } from "./isinstance.ts";
import { PyIterator } from "./iterators.ts";
import { namespace, native } from "./native.ts";
import { Tuple } from "./sequences.ts";

/** A class of the runtime's with __enter__ and __exit__. */
function managerClass(
  name: string,
  enter: (self: PyObject) => unknown,
  exit: (self: PyObject, raised: PyObject | null) => boolean,
): PyClass {
  const cls = new PyClass(name, [object], "contextlib");
  const own = (value: unknown): PyObject => (value instanceof PyObject ? value : new PyObject(cls));
  cls.members.set("__enter__", new Native("__enter__", ([self]) => enter(own(self))));
  cls.members.set(
    "__exit__",
    new Native("__exit__", ([self, , raised]) => exit(own(self), raised instanceof PyObject ? raised : null)),
  );
  return cls;
}

function instanceOf(cls: PyClass, held: unknown): PyObject {
  const made = new PyObject(cls);
  made.attributes.set("__held__", held);
  return made;
}

const generatorOf = (self: PyObject): PyIterator => {
  const held = self.attributes.get("__held__");
  if (held instanceof PyIterator) return held;
  throw exception("TypeError", "'contextmanager' takes a function that yields");
};

const generatorManager = managerClass(
  "_GeneratorContextManager",
  (self) => {
    const step = generatorOf(self).next();
    if (step.done === true) throw exception("RuntimeError", "generator didn't yield");
    return step.value;
  },
  (self, raised) => {
    const generator = generatorOf(self);
    if (raised === null) {
      if (generator.next().done !== true) throw exception("RuntimeError", "generator didn't stop");
      return false;
    }
    try {
      if (generator.throw(new PythonError(raised)).done !== true)
        throw exception("RuntimeError", "generator didn't stop after throw()");
      return true;
    } catch (error) {
      if (caught(error) === raised) return false;
      throw error;
    }
  },
);

const suppressor = managerClass(
  "suppress",
  () => null,
  (self, raised) => raised !== null && isinstance(raised, self.attributes.get("__held__")),
);

const nothing = managerClass(
  "nullcontext",
  (self) => self.attributes.get("__held__") ?? null,
  () => false,
);

export const contextlib = namespace("contextlib", {
  contextmanager: native("contextmanager", ([f]) =>
    native(String(attributeOr(f, "__name__", "helper")), (args, keywords) =>
      instanceOf(generatorManager, call(f, args, keywords)),
    ),
  ),
  suppress: native("suppress", (kinds) => instanceOf(suppressor, Tuple.make(kinds))),
  nullcontext: native("nullcontext", ([held = null], keywords) => instanceOf(nothing, keywords?.enter_result ?? held)),
});
