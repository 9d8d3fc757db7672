/** @file functools and warnings. */
import { warn } from "../../../tensor/warnings.ts";
import { call, none } from "./call.ts";
import { exceptions } from "./exceptions.ts";
import { namespace, native } from "./native.ts";
import { str } from "./text.ts";

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
  wraps: native("wraps", () => native("wraps", ([f]) => f)),
  lru_cache: native("lru_cache", ([f]) => f ?? native("lru_cache", ([g]) => g)),
});

export const warnings = namespace("warnings", {
  warn: native("warn", ([message, category]) => {
    warn(category === exceptions.DeprecationWarning ? "DeprecationWarning" : "UserWarning", str(message));
    return null;
  }),
  filterwarnings: native("filterwarnings", () => null),
  simplefilter: native("simplefilter", () => null),
});
