/** @file Methods of dicts, counters and sets. */
import { Counter, DefaultDict, Dict, DictView, OrderedDict, PySet } from "./dicts.ts";
import { exception } from "./exceptions.ts";
import { PyIterator } from "./iterators.ts";
import { table } from "./method-builder.ts";
import { iterate } from "./protocols.ts";
import { Tuple } from "./sequences.ts";

/** Its message is the key's repr. */
export function keyError(key: unknown): Error {
  const error = exception("KeyError", "");
  error.value.attributes.set("args", Tuple.make([key]));
  return error;
}

export const dicts = table<Dict>({
  keys: (self) => new DictView(self, "keys", () => self.keys()),
  values: (self) => new DictView(self, "values", () => self.values()),
  items: (self) => new DictView(self, "items", () => self.entries().map((pair) => Tuple.make(pair))),
  popitem: (self) => {
    const entry = self.entries().at(-1);
    if (entry === undefined) throw exception("KeyError", "popitem(): dictionary is empty");
    self.delete(entry[0]);
    return Tuple.make(entry);
  },
  fromkeys: (_, [keys, value = null]) => new Dict([...iterate(keys)].map((key) => [key, value] as const)),
  get: (self, [key, otherwise]) => (self.has(key) ? self.get(key) : (otherwise ?? null)),
  pop: (self, [key, otherwise]) => {
    if (!self.has(key)) {
      if (otherwise === undefined) throw keyError(key);
      return otherwise;
    }
    const value = self.get(key);
    self.delete(key);
    return value;
  },
  update: (self, [other], keywords) => {
    if (other instanceof Dict) for (const [key, value] of other.entries()) self.set(key, value);
    else if (other !== undefined)
      for (const pair of iterate(other)) {
        const [key, value] = [...iterate(pair)];
        self.set(key, value);
      }
    for (const [key, value] of Object.entries(keywords ?? {})) self.set(key, value);
    return null;
  },
  setdefault: (self, [key, value]) => {
    if (!self.has(key)) self.set(key, value ?? null);
    return self.get(key);
  },
  copy: (self) => {
    if (self instanceof OrderedDict) return new OrderedDict(self.entries());
    if (self instanceof Counter) return new Counter(self.entries());
    if (self instanceof DefaultDict) return new DefaultDict(self.make, self.factory, self.entries());
    return new Dict(self.entries());
  },
  clear: (self) => {
    self.clear();
    return null;
  },
});

export const orderedDicts = table<OrderedDict>({
  move_to_end: (self, [key, last = true], keywords) => {
    if (!self.has(key)) throw keyError(key);
    self.moveToEnd(key, (keywords?.last ?? last) === true);
    return null;
  },
  popitem: (self, [last = true], keywords) => {
    const entry = self.entries().at((keywords?.last ?? last) === true ? -1 : 0);
    if (entry === undefined) throw exception("KeyError", "dictionary is empty");
    self.delete(entry[0]);
    return Tuple.make(entry);
  },
});

export const counters = table<Counter>({
  most_common: (self, [count]) =>
    self
      .mostCommon()
      .slice(0, count === undefined || count === null ? undefined : Number(count))
      .map((pair) => Tuple.make(pair)),
  elements: (self) =>
    new PyIterator(self.entries().flatMap(([key, count]) => Array.from({ length: Number(count) }, () => key))),
  total: (self) => self.values().reduce((sum: number, count) => sum + Number(count), 0),
  update: (self, [items]) => {
    if (items instanceof Dict)
      for (const [key, count] of items.entries()) self.set(key, Number(self.get(key) ?? 0) + Number(count));
    else self.count(iterate(items));
    return null;
  },
});

const setOf = (value: unknown) => (value instanceof PySet ? value : new PySet(iterate(value)));

export const sets = table<PySet>({
  add: (self, [item]) => {
    self.add(item);
    return null;
  },
  discard: (self, [item]) => {
    self.delete(item);
    return null;
  },
  remove: (self, [item]) => {
    if (!self.delete(item)) throw keyError(item);
    return null;
  },
  update: (self, [items]) => {
    for (const item of iterate(items)) self.add(item);
    return null;
  },
  union: (self, [other]) => new PySet([...self, ...iterate(other)]),
  intersection: (self, [other]) => new PySet([...self].filter((item) => setOf(other).has(item))),
  difference: (self, [other]) => new PySet([...self].filter((item) => !setOf(other).has(item))),
  symmetric_difference: (self, [other]) =>
    new PySet([
      ...[...self].filter((item) => !setOf(other).has(item)),
      ...[...setOf(other)].filter((item) => !self.has(item)),
    ]),
  isdisjoint: (self, [other]) => ![...iterate(other)].some((item) => self.has(item)),
  issuperset: (self, [other]) => [...iterate(other)].every((item) => self.has(item)),
  issubset: (self, [other]) => [...self].every((item) => setOf(other).has(item)),
  pop: (self) => {
    const [first] = self;
    if (first === undefined) throw exception("KeyError", "pop from an empty set");
    self.delete(first);
    return first;
  },
  clear: (self) => {
    for (const item of [...self]) self.delete(item);
    return null;
  },
  copy: (self) => new PySet(self),
});
