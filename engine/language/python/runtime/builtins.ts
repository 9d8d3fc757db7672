/** @file Python's built-in functions and types. */

import { complexAbs } from "../../../ops/complex/arithmetic.ts";
import { ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { pow } from "../../../ops/pointwise/pow.ts";
import { abs } from "../../../ops/pointwise/unary.ts";
import { Float } from "../../../tensor/dtype.ts";
import { numelOf } from "../../../tensor/shape.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { arrayUnary } from "./arrays/array-arithmetic.ts";
import { arrayNumber } from "./arrays/array-items.ts";
import { NdArray, NumpyFloat, plainFloat } from "./arrays/nd-array.ts";
import { attributeOr, delattr, getattr, hasattr, method, setattr } from "./attributes.ts";
import { call, none, special } from "./call.ts";
import { typeClass } from "./class-making.ts";
import { PyClass } from "./classes.ts";
import { compare, equals } from "./comparisons.ts";
import { ellipsis } from "./constants.ts";
import { Dict, PySet } from "./dicts.ts";
import { exception, exceptions, object, PythonError, typeError, valueError } from "./exceptions.ts";
import { float, isFloat, isInt } from "./floats.ts";
import { format } from "./format.ts";
import { ClassMethod, type Keywords, Native, Property, PyFunction, StaticMethod } from "./functions.ts";
import { hashOf, identity } from "./identity.ts";
import { isinstance, issubclass } from "./isinstance.ts";
import { PyIterator } from "./iterators.ts";
import { sortInPlace } from "./methods.ts";
import { isNumeric, round, toFloat, toInt } from "./numbers.ts";
import { binary, notImplemented, plainOf } from "./operators.ts";
import { iterate, iteratorOf, length, truth } from "./protocols.ts";
import { Range, Slice, Tuple } from "./sequences.ts";
import { stopIteration } from "./stop-iteration.ts";
import { superOf } from "./super.ts";
import { scalarOf } from "./tensors.ts";
import { custom, repr, str } from "./text.ts";
import { typeName } from "./type-name.ts";
import { types } from "./type-of.ts";

export type Print = (text: string) => void;

type Args = readonly unknown[];

function type(
  name: string,
  holds: (value: unknown) => boolean,
  construct: (args: Args, keywords: Keywords) => unknown,
): PyClass {
  const cls = new PyClass(name, [name === "bool" ? (types.get("int") ?? object) : object], "builtins");
  cls.holds = holds;
  cls.construct = construct;
  types.set(name, cls);
  return cls;
}

const number = (value: unknown): unknown => {
  if (value instanceof NdArray) return arrayNumber(value);
  if (!Tensor.isTensor(value)) return value;
  if (numelOf(value.shape) !== 1) throw valueError("only one element tensors can be converted to Python scalars");
  return scalarOf(value);
};

const builtinTypes: readonly PyClass[] = [
  type(
    "int",
    (v) => isInt(v) || typeof v === "boolean",
    ([value = 0, base]) => own("__int__", value) ?? toInt(number(plainOf(value)), base ?? 10),
  ),
  type("float", isFloat, ([value = 0]) => own("__float__", value) ?? toFloat(plainFloat(number(plainOf(value))))),
  type(
    "str",
    (v) => typeof v === "string",
    ([value = ""]) => str(value),
  ),
  type(
    "bool",
    (v) => typeof v === "boolean",
    ([value = false]) => truth(value),
  ),
  type(
    "list",
    (v) => Array.isArray(v) && !(v instanceof Tuple),
    ([items]) => (items === undefined ? [] : [...iterate(items)]),
  ),
  type(
    "tuple",
    (v) => v instanceof Tuple,
    ([items]) => Tuple.make(items === undefined ? [] : iterate(items)),
  ),
  type(
    "dict",
    (v) => v instanceof Dict,
    ([items], keywords) => {
      const dict = new Dict(
        items instanceof Dict
          ? items.entries()
          : items === undefined
            ? []
            : [...iterate(items)].map((pair) => [...iterate(pair)] as [unknown, unknown]),
      );
      for (const [key, value] of Object.entries(keywords ?? {})) dict.set(key, value);
      return dict;
    },
  ),
  type(
    "set",
    (v) => v instanceof PySet,
    ([items]) => new PySet(items === undefined ? [] : iterate(items)),
  ),
  type(
    "frozenset",
    (v) => v instanceof PySet,
    ([items]) => new PySet(items === undefined ? [] : iterate(items)),
  ),
  typeClass,
  type(
    "range",
    (v) => v instanceof Range,
    (args) => rangeOf(args),
  ),
  type(
    "slice",
    (v) => v instanceof Slice,
    ([a = null, b = null, c = null]) => new Slice(a, b, c),
  ),
  type(
    "property",
    (v) => v instanceof Property,
    ([get, set, del, doc], keywords) =>
      new Property(
        get ?? keywords?.fget ?? null,
        set ?? keywords?.fset ?? null,
        del ?? keywords?.fdel ?? null,
        doc ?? keywords?.doc ?? null,
      ),
  ),
  type(
    "NoneType",
    (v) => v === null,
    () => null,
  ),
  type(
    "function",
    (v) => v instanceof PyFunction,
    () => null,
  ),
];

function own(name: string, value: unknown): unknown {
  const method = special(value, name);
  return method === undefined ? undefined : call(method, [], none);
}

object.construct = null;
types.set("object", object);
types.set("type", typeClass);

function rangeOf(args: Args): Range {
  const whole = args.map((value) => {
    const plain = number(value);
    if (!isInt(plain)) throw typeError(`'${typeName(plain)}' object cannot be interpreted as an integer`);
    return plain;
  });
  const [start, stop, step] = whole.length === 1 ? [0, whole[0], 1] : [whole[0], whole[1], whole[2] ?? 1];
  if (step === 0) throw valueError("range() arg 3 must not be zero");
  return new Range(start, stop, step);
}

function extreme(name: "min" | "max") {
  return (args: Args, keywords: Keywords): unknown => {
    const items = args.length === 1 ? [...iterate(args[0])] : [...args];
    if (items.length === 0) {
      if (keywords !== null && "default" in keywords) return keywords.default;
      throw valueError(`${name}() arg is an empty sequence`);
    }
    const key = keywords?.key ?? null;
    const keyed = (value: unknown) => (key === null ? value : call(key, [value], none));
    let best = items[0];
    let bestKey = keyed(best);
    for (const item of items.slice(1)) {
      const itemKey = keyed(item);
      if (truth(compare(name === "max" ? "gt" : "lt", itemKey, bestKey))) [best, bestKey] = [item, itemKey];
    }
    return best;
  };
}

function* mapped(f: unknown, sources: readonly Iterable<unknown>[]): Iterable<unknown> {
  for (const items of zipped(sources)) yield call(f, [...items], none);
}

/** Nothing is asked of the others once one is over. */
function* zipped(sources: readonly Iterable<unknown>[], isStrict = false): Iterable<Tuple> {
  const iterators = sources.map((source) => source[Symbol.iterator]());
  if (iterators.length === 0) return;
  for (;;) {
    const steps: IteratorResult<unknown>[] = [];
    for (const iterator of iterators) {
      const step = iterator.next();
      if (step.done === true && !isStrict) return;
      steps.push(step);
    }
    if (steps.some((step) => step.done === true)) {
      checkEnd(steps);
      return;
    }
    yield Tuple.make(steps.map((step): unknown => step.value));
  }
}

/** zip(…, strict=True): all end at once. */
function checkEnd(steps: readonly IteratorResult<unknown>[]): void {
  const isFirstOver = steps[0].done === true;
  const at = steps.findIndex((step) => (step.done === true) !== isFirstOver);
  if (at < 0) return;
  const before = at === 1 ? "argument 1" : `arguments 1-${at}`;
  throw valueError(`zip() argument ${at + 1} is ${isFirstOver ? "longer" : "shorter"} than ${before}`);
}

function* filtered(f: unknown, source: Iterable<unknown>): Iterable<unknown> {
  for (const item of source) if (truth(f === null ? item : call(f, [item], none))) yield item;
}

function* numbered(source: Iterable<unknown>, start: number): Iterable<unknown> {
  let i = start;
  for (const item of source) yield Tuple.make([i++, item]);
}

function absolute(value: unknown): unknown {
  if (value instanceof NdArray) return arrayUnary("abs", value);
  if (value instanceof NumpyFloat) return new NumpyFloat(Math.abs(value.value), value.dtype);
  if (Tensor.isTensor(value)) return abs(value);
  if (ComplexTensor.isComplex(value)) return complexAbs(value);
  if (isNumeric(value))
    return value instanceof Float || !Number.isInteger(Number(value))
      ? float(Math.abs(Number(value)))
      : Math.abs(Number(value));
  const method = special(value, "__abs__");
  if (method === undefined) throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  return call(method, [], none);
}

function next([iterator, otherwise]: Args): unknown {
  const step = iterator instanceof PyIterator ? iterator.next() : null;
  if (step === null) {
    const method = special(iterator, "__next__");
    if (method === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
    try {
      return call(method, [], none);
    } catch (error) {
      const isOver = error instanceof PythonError && error.value.cls.isSubclassOf(exceptions.StopIteration);
      if (isOver && otherwise !== undefined) return otherwise;
      throw error;
    }
  }
  if (step.done !== true) return step.value;
  if (otherwise !== undefined) return otherwise;
  throw stopIteration(step.value);
}

/** iter(f, sentinel) */
function* calledUntil(f: unknown, sentinel: unknown): Iterable<unknown> {
  for (let value = call(f, [], none); !equals(value, sentinel); value = call(f, [], none)) yield value;
}

/** Stops at the first item that decides. */
function some(items: unknown, wanted: boolean): boolean {
  for (const item of iterate(items)) if (truth(item) === wanted) return true;
  return false;
}

const reversedItems = (items: unknown) => new PyIterator([...iterate(items)].reverse(), "list_reverseiterator");

/** What `print` writes. */
export function printed(args: Args, keywords: Keywords): string {
  const separator = keywords?.sep === undefined || keywords.sep === null ? " " : String(keywords.sep);
  const end = keywords?.end === undefined || keywords.end === null ? "\n" : String(keywords.end);
  return args.map(str).join(separator) + end;
}

const functions: Readonly<Record<string, (args: Args, keywords: Keywords) => unknown>> = {
  len: ([value]) => length(value),
  abs: ([value]) => absolute(value),
  sum: ([items, start = 0], keywords) => {
    let total: unknown = keywords?.start ?? start;
    for (const item of iterate(items)) total = binary("add", total, item);
    return total;
  },
  min: extreme("min"),
  max: extreme("max"),
  round: ([value, digits], keywords) => {
    if (Tensor.isTensor(value)) return round(toFloat(scalarOf(value)), digits ?? keywords?.ndigits);
    if (value instanceof NdArray) return method(value, "round", [digits ?? keywords?.ndigits ?? 0], none);
    if (value instanceof NumpyFloat)
      return digits === undefined || digits === null
        ? round(value, null)
        : new NumpyFloat(Number(round(value, digits)), value.dtype);
    if (!isNumeric(value)) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
    return round(value, digits ?? keywords?.ndigits);
  },
  pow: ([a, b]) => (Tensor.isTensor(a) && typeof b === "number" ? pow(a, b) : binary("pow", a, b)),
  divmod: ([a, b]) => Tuple.make([binary("floordiv", a, b), binary("mod", a, b)]),
  any: ([items]) => some(items, true),
  all: ([items]) => !some(items, false),
  sorted: ([items], keywords) => {
    const list = [...iterate(items)];
    sortInPlace(list, keywords);
    return list;
  },
  reversed: ([items]) => {
    if (items instanceof PyIterator || items instanceof PySet)
      throw typeError(`'${typeName(items)}' object is not reversible`);
    const own = special(items, "__reversed__");
    return own === undefined ? reversedItems(items) : call(own, [], none);
  },
  enumerate: ([items, start = 0], keywords) =>
    new PyIterator(numbered(iterate(items), Number(keywords?.start ?? start)), "enumerate"),
  zip: (args, keywords) => {
    return new PyIterator(zipped(args.map(iterate), keywords?.strict === true), "zip");
  },
  map: ([f, ...sources]) => new PyIterator(mapped(f, sources.map(iterate)), "map"),
  filter: ([f, source]) => new PyIterator(filtered(f, iterate(source)), "filter"),
  iter: ([items, ...sentinel]) =>
    sentinel.length === 0 ? iteratorOf(items) : new PyIterator(calledUntil(items, sentinel[0]), "callable_iterator"),
  next,
  isinstance: ([value, kind]) => isinstance(value, kind),
  issubclass: ([cls, kind]) => issubclass(cls, kind),
  delattr: ([owner, name]) => delattr(owner, String(name)),
  callable: ([value]) =>
    value instanceof PyFunction ||
    value instanceof Native ||
    value instanceof PyClass ||
    typeof value === "function" ||
    special(value, "__call__") !== undefined ||
    hasattr(value, "forward"),
  getattr: ([owner, name, otherwise]) =>
    otherwise === undefined ? getattr(owner, String(name)) : attributeOr(owner, String(name), otherwise),
  setattr: ([owner, name, value]) => setattr(owner, String(name), value),
  hasattr: ([owner, name]) => hasattr(owner, String(name)),
  repr: ([value]) => repr(value),
  format: ([value, spec = ""]) => format(value, String(spec), custom),
  id: ([value]) => identity(value),
  hash: ([value]) => hashOf(value),
  ord: ([letter]) => String(letter).codePointAt(0) ?? 0,
  chr: ([code]) => {
    if (!(Number(code) >= 0 && Number(code) < 0x110000)) throw valueError("chr() arg not in range(0x110000)");
    return String.fromCodePoint(Number(code));
  },
  vars: ([value]) => getattr(value, "__dict__"),
  staticmethod: ([f]) => new StaticMethod(f),
  classmethod: ([f]) => new ClassMethod(f),
  super: ([cls, self]) => {
    if (!(cls instanceof PyClass)) throw exception("RuntimeError", "super(): no arguments");
    return superOf(cls, self);
  },
};

const refused = [
  "open",
  "exec",
  "eval",
  "input",
  "compile",
  "__import__",
  "locals",
  "breakpoint",
  "memoryview",
  "bytes",
  "bytearray",
  "complex",
];

/** Everything that is there without an import; `print` writes to where the loss's own console is. */
export function builtins(print: Print): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const cls of builtinTypes) found.set(cls.name, cls);
  found.set("object", object);
  for (const [name, cls] of Object.entries(exceptions)) found.set(name, cls);
  for (const [name, run] of Object.entries(functions)) found.set(name, new Native(name, run));
  found.set(
    "print",
    new Native("print", (args, keywords) => {
      print(printed(args, keywords));
      return null;
    }),
  );
  found.set("Ellipsis", ellipsis);
  found.set("NotImplemented", notImplemented);
  found.set("__name__", "__main__");
  found.set("__debug__", true);
  found.set("__doc__", null);
  found.set("__file__", "loss.py");
  for (const name of refused)
    found.set(
      name,
      new Native(name, () => {
        throw exception(
          "NotImplementedError",
          `${name}() is not available here: a loss has neither files nor other code to run`,
        );
      }),
    );
  return found;
}
