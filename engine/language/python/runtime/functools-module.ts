/** @file functools and warnings. */
import { warn } from "../../../tensor/warnings.ts";
import { attributeOr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { isInstance, PyClass } from "./classes.ts";
import { compare, equals } from "./comparisons.ts";
import { Manager } from "./constants.ts";
import { Dict } from "./dicts.ts";
import { exception, exceptions } from "./exceptions.ts";
import { Native, Property, PyFunction } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { iterate, truth } from "./protocols.ts";
import { NamedTuple, Tuple } from "./sequences.ts";
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

const cacheInfo = new PyClass("CacheInfo", [], "functools");

/** Everything is remembered, whatever `limit` says: that shows in nothing but memory and cache_info. */
function remembered(f: unknown, limit: unknown = 128): Native {
  const results = new Dict();
  let [hits, misses] = [0, 0];
  const wrapper = native(String(attributeOr(f, "__name__", "wrapper")), (args, keywords) => {
    const key = Tuple.make([...args, ...Object.entries(keywords ?? {}).flat()]);
    if (results.has(key)) {
      hits++;
      return results.get(key);
    }
    misses++;
    const value = call(f, args, keywords);
    results.set(key, value);
    return value;
  });
  named(wrapper, f);
  wrapper.attributes.set(
    "cache_info",
    native("cache_info", () =>
      NamedTuple.named(
        "CacheInfo",
        [
          ["hits", hits],
          ["misses", misses],
          ["maxsize", limit],
          ["currsize", results.size],
        ],
        cacheInfo,
      ),
    ),
  );
  wrapper.attributes.set(
    "cache_clear",
    native("cache_clear", () => {
      results.clear();
      [hits, misses] = [0, 0];
      return null;
    }),
  );
  return wrapper;
}

/** The comparisons that a class lacks, from __eq__ and the one it has. */
function ordered(cls: unknown): unknown {
  if (!(cls instanceof PyClass)) return cls;
  const known = ["__lt__", "__le__", "__gt__", "__ge__"].find((name) => cls.lookup(name) !== undefined);
  if (known === undefined) throw exception("ValueError", "must define at least one ordering operation: < > <= >=");
  const isLess = known === "__lt__" || known === "__le__";
  const less = (a: unknown, b: unknown) => {
    const [left, right] = isLess ? [a, b] : [b, a];
    const holds = truth(compare(known.slice(2, 4), left, right));
    return known === "__lt__" || known === "__gt__" ? holds : holds && !equals(a, b);
  };
  const rest: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
    __lt__: less,
    __le__: (a, b) => less(a, b) || equals(a, b),
    __gt__: (a, b) => !less(a, b) && !equals(a, b),
    __ge__: (a, b) => !less(a, b),
  };
  for (const [name, run] of Object.entries(rest))
    if (cls.lookup(name) === undefined)
      cls.members.set(
        name,
        native(name, ([a, b]) => run(a, b)),
      );
  return cls;
}

export const functools = namespace("functools", {
  partial: native("partial", ([f, ...first], fixed) => {
    const made = native("partial", (args, keywords) =>
      call(f, [...first, ...args], fixed === null && keywords === null ? none : { ...fixed, ...keywords }),
    );
    made.attributes.set("func", f);
    made.attributes.set("args", Tuple.make(first));
    made.attributes.set("keywords", new Dict(Object.entries(fixed ?? {})));
    return made;
  }),
  reduce: native("reduce", ([f, items, start]) => {
    const list = [...iterate(items)];
    if (list.length === 0 && start === undefined)
      throw exception("TypeError", "reduce() of empty iterable with no initial value");
    const first = start === undefined ? list.shift() : start;
    return list.reduce((total, item) => call(f, [total, item], none), first);
  }),
  wraps: native("wraps", ([wrapped]) => native("wraps", ([f]) => named(f, wrapped))),
  update_wrapper: native("update_wrapper", ([f, wrapped]) => named(f, wrapped)),
  lru_cache: native("lru_cache", ([f], keywords) =>
    typeof f === "number" || f === null || f === undefined
      ? native("lru_cache", ([g]) =>
          remembered(g, f !== undefined ? f : keywords !== null && "maxsize" in keywords ? keywords.maxsize : 128),
        )
      : remembered(f),
  ),
  cache: native("cache", ([f]) => remembered(f, null)),
  total_ordering: native("total_ordering", ([cls]) => ordered(cls)),
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
  resetwarnings: native("resetwarnings", () => null),
  catch_warnings: native("catch_warnings", (_, keywords) => {
    const caught: unknown[] = [];
    return new Manager(
      () => (keywords?.record === true ? caught : null),
      () => undefined,
    );
  }),
});
