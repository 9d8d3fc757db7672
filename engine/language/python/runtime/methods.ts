/** @file Methods of lists, tuples, numbers and iterators, and which values have which methods. */
import { Float } from "../../../tensor/dtype.ts";
import { call, none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { compareBy, equals } from "./comparisons.ts";
import { counters, dicts, orderedDicts, sets } from "./dict-methods.ts";
import { Counter, Dict, DictView, OrderedDict, PySet } from "./dicts.ts";
import { exception, PythonError, typeError, valueError } from "./exceptions.ts";
import type { Keywords } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { type Table, table } from "./method-builder.ts";
import { provideMethods } from "./method-tables.ts";
import { float } from "./floats.ts";
import { round } from "./numbers.ts";
import { iterate } from "./protocols.ts";
import { Deque, NamedTuple, Range, Tuple } from "./sequences.ts";
import { stopIteration } from "./stop-iteration.ts";
import { strings } from "./string-methods.ts";
import { repr } from "./text.ts";
import { typeName } from "./type-name.ts";

function without(list: unknown[], at: number): unknown {
  if (list.length === 0) throw exception("IndexError", "pop from empty list");
  const index = at < 0 ? at + list.length : at;
  if (index < 0 || index >= list.length) throw exception("IndexError", "pop index out of range");
  return list.splice(index, 1)[0];
}

const sequences = {
  index: (self: readonly unknown[], [item]: readonly unknown[]) => {
    const at = self.findIndex((each) => equals(each, item));
    if (at < 0) throw valueError(`${repr(item)} is not in ${typeName(self)}`);
    return at;
  },
  count: (self: readonly unknown[], [item]: readonly unknown[]) => self.filter((each) => equals(each, item)).length,
};

const lists = table<unknown[]>({
  ...sequences,
  append: (self, [item]) => {
    self.push(item);
    return null;
  },
  extend: (self, [items]) => {
    self.push(...iterate(items));
    return null;
  },
  insert: (self, [at, item]) => {
    self.splice(Number(at), 0, item);
    return null;
  },
  pop: (self, [at]) => without(self, at === undefined ? -1 : Number(at)),
  remove: (self, [item]) => {
    const at = self.findIndex((each) => equals(each, item));
    if (at < 0) throw valueError("list.remove(x): x not in list");
    self.splice(at, 1);
    return null;
  },
  clear: (self) => {
    self.length = 0;
    return null;
  },
  copy: (self) => [...self],
  reverse: (self) => {
    self.reverse();
    return null;
  },
  sort: (self, _args, keywords) => {
    sortInPlace(self, keywords);
    return null;
  },
});

export function sortInPlace(list: unknown[], keywords: Keywords): void {
  const key = keywords?.key ?? null;
  const keyed = list.map((item, i) => ({ item, i, key: key === null ? item : call(key, [item], none) }));
  const sign = keywords?.reverse === true ? -1 : 1;
  keyed.sort((a, b) => sign * compareBy(a.key, b.key) || a.i - b.i);
  list.splice(0, list.length, ...keyed.map(({ item }) => item));
}

const tuples = table<Tuple>({
  ...sequences,
  numel: (self) => self.reduce((product: number, size) => product * Number(size), 1),
  _replace: (self, _args, keywords) =>
    self instanceof NamedTuple
      ? NamedTuple.named(
          self.typeName,
          self.names.map(
            (name, i) => [name, keywords !== null && name in keywords ? keywords[name] : self[i]] as const,
          ),
          self.owner,
        )
      : self,
  _asdict: (self) => new Dict(self instanceof NamedTuple ? self.names.map((name, i) => [name, self[i]] as const) : []),
});

const floats = table<number | Float>({
  is_integer: (self) => Number.isInteger(Number(self)),
  bit_length: (self) => Math.abs(Number(self)).toString(2).length,
  conjugate: (self) => self,
  __round__: (self, [digits]) => round(self, digits),
  __int__: (self) => Math.trunc(Number(self)),
  __float__: (self) => float(Number(self)),
  __abs__: (self) => (self instanceof Float ? float(Math.abs(self.value)) : Math.abs(self)),
  as_integer_ratio: (self) => {
    let [top, bottom] = [Number(self), 1];
    while (!Number.isInteger(top)) [top, bottom] = [top * 2, bottom * 2];
    return Tuple.make([top, bottom]);
  },
});

const deques = table<Deque>({
  append: (self, [item]) => {
    self.add(item);
    return null;
  },
  appendleft: (self, [item]) => {
    self.addLeft(item);
    return null;
  },
  extend: (self, [items]) => {
    for (const item of iterate(items)) self.add(item);
    return null;
  },
  extendleft: (self, [items]) => {
    for (const item of iterate(items)) self.addLeft(item);
    return null;
  },
  rotate: (self, [by = 1]) => {
    const n = self.length;
    const shift = n === 0 ? 0 : ((Number(by) % n) + n) % n;
    self.splice(0, n, ...self.slice(n - shift), ...self.slice(0, n - shift));
    return null;
  },
  popleft: (self) => without(self, 0),
  pop: (self) => without(self, -1),
});

function yielded(step: IteratorResult<unknown>): unknown {
  if (step.done === true) throw stopIteration(step.value);
  return step.value;
}

const iterators = table<PyIterator>({
  close: (self) => {
    self.close();
    return null;
  },
  send: (self, [value]) => {
    return yielded(self.next(value));
  },
  throw: (self, [error]) => {
    const raised = error instanceof PyClass ? call(error, [], none) : error;
    if (!(raised instanceof PyObject))
      throw typeError("exceptions must be classes or instances deriving from BaseException");
    return yielded(self.throw(new PythonError(raised)));
  },
  __next__: (self) => yielded(self.next()),
});

const nothing: Table = {};

function methodsOf(value: unknown): Table | null {
  if (typeof value === "string") return strings;
  if (value instanceof Tuple) return tuples;
  if (value instanceof Deque) return { ...lists, ...deques };
  if (Array.isArray(value)) return lists;
  if (value instanceof OrderedDict) return { ...dicts, ...orderedDicts };
  if (value instanceof Counter) return { ...dicts, ...counters };
  if (value instanceof Dict) return dicts;
  if (value instanceof PySet) return sets;
  if (typeof value === "number" || value instanceof Float) return floats;
  if (value instanceof PyIterator) return iterators;
  if (typeof value === "boolean") return floats;
  return value instanceof Range || value instanceof DictView ? nothing : null;
}

provideMethods(methodsOf);
