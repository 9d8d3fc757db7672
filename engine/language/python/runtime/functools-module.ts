/** @file functools and warnings. */
import { warn } from "../../../tensor/warnings.ts";
import { attributeOr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { isInstance } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { exception, exceptions } from "./exceptions.ts";
import { Native, Property, PyFunction } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { Tuple } from "./sequences.ts";
import { str } from "./text.ts";

/** A wrapper goes by the name of what it wraps. */
function named(f: unknown, wrapped: unknown): unknown {
  if (!(f instanceof PyFunction) && !(f instanceof Native)) return f;
  for (const name of ["__name__", "__qualname__", "__doc__", "__module__"])
    f.attributes.set(name, attributeOr(wrapped, name, null));
  if (wrapped instanceof PyFunction) for (const [name, value] of wrapped.attributes) f.attributes.set(name, value);
  f.attributes.set("__wrapped__", wrapped);
  return f;
}

function remembered(f: unknown): Native {
  const results = new Dict();
  const wrapper = native(String(attributeOr(f, "__name__", "wrapper")), (args, keywords) => {
    const key = Tuple.make([...args, ...Object.entries(keywords ?? {}).flat()]);
    if (!results.has(key)) results.set(key, call(f, args, keywords));
    return results.get(key);
  });
  named(wrapper, f);
  return wrapper;
}

export const functools = namespace("functools", {
  partial: native("partial", ([f, ...first], fixed) =>
    native("partial", (args, keywords) =>
      call(f, [...first, ...args], fixed === null && keywords === null ? none : { ...fixed, ...keywords }),
    ),
  ),
  reduce: native("reduce", ([f, items, start]) => {
    const list = [...(items as Iterable<unknown>)];
    const first = start ?? list.shift();
    return list.reduce((total, item) => call(f, [total, item], none), first);
  }),
  wraps: native("wraps", ([wrapped]) => native("wraps", ([f]) => named(f, wrapped))),
  update_wrapper: native("update_wrapper", ([f, wrapped]) => named(f, wrapped)),
  lru_cache: native("lru_cache", ([f]) =>
    typeof f === "number" || f === null || f === undefined
      ? native("lru_cache", ([g]) => remembered(g))
      : remembered(f),
  ),
  cache: native("cache", ([f]) => remembered(f)),
  cached_property: native("cached_property", ([f]) => {
    const name = String(attributeOr(f, "__name__", ""));
    const key = `__cached_${name}__`;
    return new Property(
      native(name, ([self]) => {
        if (!isInstance(self)) return null;
        if (!self.attributes.has(key)) self.attributes.set(key, call(f, [self], none));
        return self.attributes.get(key);
      }),
    );
  }),
  singledispatch: native("singledispatch", () => {
    throw exception("NotImplementedError", "functools.singledispatch is not available here: ask isinstance instead");
  }),
});

export const warnings = namespace("warnings", {
  warn: native("warn", ([message, category]) => {
    warn(category === exceptions.DeprecationWarning ? "DeprecationWarning" : "UserWarning", str(message));
    return null;
  }),
  filterwarnings: native("filterwarnings", () => null),
  simplefilter: native("simplefilter", () => null),
});
