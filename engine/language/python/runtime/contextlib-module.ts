/** @file contextlib: context managers that are written as generators, and two ready ones. */
import { attributeOr, getattr } from "./attributes.ts";
import { call, special } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { caught, exception, object, PythonError } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { isinstance } from "./isinstance.ts";
import { PyIterator } from "./iterators.ts";
import { namespace, native } from "./native.ts";
import { Tuple } from "./sequences.ts";
import { Manager } from "./constants.ts";
import { truth } from "./protocols.ts";

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

/** A manager of the user's that decorates a function: entered round every call. */
const contextDecorator = new PyClass("ContextDecorator", [object], "contextlib");
contextDecorator.members.set(
  "__call__",
  new Native("__call__", ([self, f]) =>
    native(String(attributeOr(f, "__name__", "wrapper")), (args, keywords) => {
      call(special(self, "__enter__"), [], null);
      let raised: PyObject | null = null;
      try {
        return call(f, args, keywords);
      } catch (error) {
        raised = caught(error);
        if (raised === null || !truth(call(special(self, "__exit__"), [raised.cls, raised, null], null))) throw error;
        return null;
      } finally {
        if (raised === null) call(special(self, "__exit__"), [null, null, null], null);
      }
    }),
  ),
);

const nothing = managerClass(
  "nullcontext",
  (self) => self.attributes.get("__held__") ?? null,
  () => false,
);

const closing = managerClass(
  "closing",
  (self) => self.attributes.get("__held__") ?? null,
  (self) => {
    call(getattr(self.attributes.get("__held__"), "close"), [], null);
    return false;
  },
);

/** Managers that are entered one by one, and left in the other order. */
const stack = managerClass(
  "ExitStack",
  (self) => self,
  (self, raised) => {
    const held = self.attributes.get("__held__");
    let open = raised;
    for (const leave of Array.isArray(held) ? held.reverse() : []) {
      const told = open === null ? [null, null, null] : [open.cls, open, null];
      if (truth(call(leave, told, null))) open = null;
    }
    return raised !== null && open === null;
  },
);
stack.construct = () => instanceOf(stack, []);
stack.members.set(
  "enter_context",
  new Native("enter_context", ([self, manager]) => {
    const held = self instanceof PyObject ? self.attributes.get("__held__") : null;
    const isNative = manager instanceof Manager;
    const value = isNative ? manager.enter() : call(special(manager, "__enter__"), [], null);
    const leave = isNative
      ? native("__exit__", () => {
          manager.exit();
          return false;
        })
      : special(manager, "__exit__");
    if (Array.isArray(held)) held.push(leave);
    return value;
  }),
);
stack.members.set(
  "callback",
  new Native("callback", ([self, f, ...args], keywords) => {
    const held = self instanceof PyObject ? self.attributes.get("__held__") : null;
    const leave = native("callback", () => {
      call(f, args, keywords);
      return false;
    });
    if (Array.isArray(held)) held.push(leave);
    return f;
  }),
);

export const contextlib = namespace("contextlib", {
  contextmanager: native("contextmanager", ([f]) =>
    native(String(attributeOr(f, "__name__", "helper")), (args, keywords) =>
      instanceOf(generatorManager, call(f, args, keywords)),
    ),
  ),
  ExitStack: stack,
  ContextDecorator: contextDecorator,
  suppress: native("suppress", (kinds) => instanceOf(suppressor, Tuple.make(kinds))),
  closing: native("closing", ([held]) => instanceOf(closing, held)),
  nullcontext: native("nullcontext", ([held = null], keywords) => instanceOf(nothing, keywords?.enter_result ?? held)),
});
