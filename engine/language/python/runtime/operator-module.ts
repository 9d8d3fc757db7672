/** @file operator: the operators as functions. */
import { getattr, method } from "./attributes.ts";
import { compare, contains } from "./comparisons.ts";
import { namespace, native } from "./native.ts";
import { binary, invert, negative, plus } from "./operators.ts";
import { truth } from "./protocols.ts";
import { Tuple } from "./sequences.ts";
import { delitem, getitem_, setitem } from "./subscripts.ts";

/** Names of operators, and what the runtime calls them. */
const binaries: Readonly<Record<string, string>> = {
  add: "add",
  sub: "sub",
  mul: "mul",
  truediv: "div",
  floordiv: "floordiv",
  mod: "mod",
  pow: "pow",
  matmul: "matmul",
  and_: "and",
  or_: "or",
  xor: "xor",
  lshift: "lshift",
  rshift: "rshift",
};

const one = (values: readonly unknown[]): unknown => (values.length === 1 ? values[0] : Tuple.make(values));

export const operator = namespace("operator", {
  ...Object.fromEntries(
    Object.entries(binaries).map(([name, own]) => [name, native(name, ([a, b]) => binary(own, a, b))]),
  ),
  ...Object.fromEntries(
    ["lt", "le", "gt", "ge", "ne"].map((name) => [name, native(name, ([a, b]) => compare(name, a, b))]),
  ),
  eq: native("eq", ([a, b]) => compare("eq", a, b)),
  neg: native("neg", ([a]) => negative(a)),
  pos: native("pos", ([a]) => plus(a)),
  inv: native("inv", ([a]) => invert(a)),
  not_: native("not_", ([a]) => !truth(a)),
  truth: native("truth", ([a]) => truth(a)),
  is_: native("is_", ([a, b]) => a === b),
  contains: native("contains", ([a, b]) => contains(b, a)),
  getitem: native("getitem", ([a, key]) => getitem_(a, key)),
  setitem: native("setitem", ([a, key, value]) => setitem(a, key, value)),
  delitem: native("delitem", ([a, key]) => delitem(a, key)),
  itemgetter: native("itemgetter", (keys) =>
    native("itemgetter", ([owner]) => one(keys.map((key) => getitem_(owner, key)))),
  ),
  attrgetter: native("attrgetter", (names) =>
    native("attrgetter", ([owner]) =>
      one(
        names.map((name) =>
          String(name)
            .split(".")
            .reduce((found, each) => getattr(found, each), owner),
        ),
      ),
    ),
  ),
  methodcaller: native("methodcaller", ([name, ...args], keywords) =>
    native("methodcaller", ([owner]) => method(owner, String(name), args, keywords)),
  ),
});
