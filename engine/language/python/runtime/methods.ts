/** @file Methods of strings, lists, dicts and sets. */

import { Float } from "../../../tensor/dtype.ts";
import { getattr } from "./attributes.ts";
import { call, none } from "./call.ts";
import { Counter, DefaultDict, Dict, DictView, OrderedDict, PySet } from "./dicts.ts";
import { exception, typeError, valueError } from "./exceptions.ts";
import { format } from "./format.ts";
import type { Keywords } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { provideMethods } from "./method-tables.ts";
import { compareBy, equals } from "./operators.ts";
import { iterate } from "./protocols.ts";
import { Deque, NamedTuple, Range, Tuple } from "./sequences.ts";
import { getitem_ } from "./subscripts.ts";
import { custom, repr, str } from "./text.ts";
import { typeName } from "./type-name.ts";

type Method = (self: never, args: readonly unknown[], keywords: Keywords) => unknown;
type Table = Readonly<Record<string, (self: unknown, args: readonly unknown[], keywords: Keywords) => unknown>>;

function table<T>(
  methods: Readonly<Record<string, (self: T, args: readonly unknown[], keywords: Keywords) => unknown>>,
): Table {
  return methods as Readonly<Record<string, Method>> as Table;
}

const text = (value: unknown): string => {
  if (typeof value !== "string") throw typeError(`expected str, got ${typeName(value)}`);
  return value;
};

const stripped = (self: string, characters: unknown, sides: "both" | "left" | "right"): string => {
  const set = characters === undefined || characters === null ? null : new Set(text(characters));
  const isGone = (c: string) => (set === null ? /\s/.test(c) : set.has(c));
  let [from, to] = [0, self.length];
  if (sides !== "right") while (from < to && isGone(self[from])) from++;
  if (sides !== "left") while (to > from && isGone(self[to - 1])) to--;
  return self.slice(from, to);
};

const strings = table<string>({
  upper: (self) => self.toUpperCase(),
  lower: (self) => self.toLowerCase(),
  title: (self) => self.replaceAll(/[A-Za-z]+/g, (word) => word[0].toUpperCase() + word.slice(1).toLowerCase()),
  capitalize: (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  strip: (self, [characters]) => stripped(self, characters, "both"),
  lstrip: (self, [characters]) => stripped(self, characters, "left"),
  rstrip: (self, [characters]) => stripped(self, characters, "right"),
  split: (self, [separator, limit]) => {
    if (separator === undefined || separator === null) return self.trim() === "" ? [] : self.trim().split(/\s+/);
    const pieces = self.split(text(separator));
    const most = limit === undefined ? -1 : Number(limit);
    return most < 0 || pieces.length <= most + 1
      ? pieces
      : [...pieces.slice(0, most), pieces.slice(most).join(text(separator))];
  },
  rsplit: (self, [separator, limit]) => {
    const pieces =
      separator === undefined || separator === null ? self.trim().split(/\s+/) : self.split(text(separator));
    const most = limit === undefined ? -1 : Number(limit);
    const joint = separator === undefined || separator === null ? " " : text(separator);
    if (most < 0 || pieces.length <= most + 1) return pieces;
    return [pieces.slice(0, pieces.length - most).join(joint), ...pieces.slice(pieces.length - most)];
  },
  rpartition: (self, [separator]) => {
    const at = self.lastIndexOf(text(separator));
    return Tuple.make(
      at < 0 ? ["", "", self] : [self.slice(0, at), separator, self.slice(at + text(separator).length)],
    );
  },
  removeprefix: (self, [start]) => (self.startsWith(text(start)) ? self.slice(text(start).length) : self),
  removesuffix: (self, [end]) =>
    text(end) !== "" && self.endsWith(text(end)) ? self.slice(0, -text(end).length) : self,
  swapcase: (self) => [...self].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(""),
  casefold: (self) => self.toLowerCase(),
  isalnum: (self) => /^[\p{L}\p{N}]+$/u.test(self),
  isidentifier: (self) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(self),
  expandtabs: (self, [width = 8]) => self.replaceAll("\t", " ".repeat(Number(width))),
  format_map: (self, [values]) =>
    formatted(
      self,
      [],
      values instanceof Dict ? Object.fromEntries(values.entries().map(([key, value]) => [String(key), value])) : null,
    ),
  splitlines: (self) => self.split(/\r?\n/),
  join: (self, [items]) =>
    [...iterate(items)]
      .map((item, i) => {
        if (typeof item !== "string")
          throw typeError(`sequence item ${i}: expected str instance, ${typeName(item)} found`);
        return item;
      })
      .join(self),
  replace: (self, [from, to, limit]) => {
    if (limit === undefined || Number(limit) < 0) return self.split(text(from)).join(text(to));
    const pieces = self.split(text(from));
    const most = Number(limit);
    return (
      pieces.slice(0, most + 1).join(text(to)) +
      (pieces.length > most + 1 ? text(from) + pieces.slice(most + 1).join(text(from)) : "")
    );
  },
  startswith: (self, [start]) =>
    Array.isArray(start) ? start.some((each) => self.startsWith(text(each))) : self.startsWith(text(start)),
  endswith: (self, [end]) =>
    Array.isArray(end) ? end.some((each) => self.endsWith(text(each))) : self.endsWith(text(end)),
  find: (self, [part]) => self.indexOf(text(part)),
  rfind: (self, [part]) => self.lastIndexOf(text(part)),
  index: (self, [part]) => {
    const at = self.indexOf(text(part));
    if (at < 0) throw valueError("substring not found");
    return at;
  },
  count: (self, [part]) => self.split(text(part)).length - 1,
  format: (self, args, keywords) => formatted(self, args, keywords),
  ljust: (self, [width, fill]) => self.padEnd(Number(width), fill === undefined ? " " : text(fill)),
  rjust: (self, [width, fill]) => self.padStart(Number(width), fill === undefined ? " " : text(fill)),
  center: (self, [width, fill]) => {
    const space = Math.max(0, Number(width) - self.length);
    const mark = fill === undefined ? " " : text(fill);
    return mark.repeat(Math.floor(space / 2)) + self + mark.repeat(Math.ceil(space / 2));
  },
  zfill: (self, [width]) =>
    /^[-+]/.test(self) ? self[0] + self.slice(1).padStart(Number(width) - 1, "0") : self.padStart(Number(width), "0"),
  isdigit: (self) => /^\d+$/.test(self),
  isalpha: (self) => /^\p{L}+$/u.test(self),
  isnumeric: (self) => /^\p{N}+$/u.test(self),
  isspace: (self) => /^\s+$/.test(self),
  isupper: (self) => self !== self.toLowerCase() && self === self.toUpperCase(),
  islower: (self) => self !== self.toUpperCase() && self === self.toLowerCase(),
  partition: (self, [separator]) => {
    const at = self.indexOf(text(separator));
    return Tuple.make(
      at < 0 ? [self, "", ""] : [self.slice(0, at), separator, self.slice(at + text(separator).length)],
    );
  },
});

/** "{} {name:.3f} {0[1]}".format(…). */
function formatted(template: string, args: readonly unknown[], keywords: Keywords): string {
  let next = 0;
  return template.replaceAll(
    /\{\{|\}\}|\{([^{}]*?)(?:!([rsa]))?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g,
    (whole, path: string | undefined, conversion: string | undefined, spec: string | undefined) => {
      if (whole === "{{") return "{";
      if (whole === "}}") return "}";
      const [head] = (path ?? "").split(/[.[]/);
      const rest = (path ?? "").slice(head.length).match(/\.\w+|\[[^\]]*\]/g) ?? [];
      let value: unknown;
      if (head === "" || /^\d+$/.test(head)) {
        const at = head === "" ? next++ : Number(head);
        if (at >= args.length)
          throw exception("IndexError", `Replacement index ${at} out of range for positional args tuple`);
        value = args[at];
      } else {
        if (keywords === null || !(head in keywords)) throw exception("KeyError", head);
        value = keywords[head];
      }
      for (const step of rest) {
        const key = step.startsWith(".") ? step.slice(1) : step.slice(1, -1);
        if (step.startsWith(".")) value = getattr(value, key);
        else value = getitem_(value, /^\d+$/.test(key) ? Number(key) : key);
      }
      const plain = conversion === "r" ? repr(value) : conversion === "s" ? str(value) : value;
      return format(
        plain,
        (spec ?? "").replaceAll(/\{(\w*)\}/g, (_, name: string) => str(name === "" ? args[next++] : keywords?.[name])),
        custom,
      );
    },
  );
}

/** Its message is the key's repr. */
export function keyError(key: unknown): Error {
  const error = exception("KeyError", "");
  error.value.attributes.set("args", Tuple.make([key]));
  return error;
}

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

const dicts = table<Dict>({
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

const orderedDicts = table<OrderedDict>({
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

const counters = table<Counter>({
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

const sets = table<PySet>({
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

const floats = table<number | Float>({
  is_integer: (self) => Number.isInteger(Number(self)),
  bit_length: (self) => Math.abs(Number(self)).toString(2).length,
  conjugate: (self) => self,
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

const iterators = table<PyIterator>({
  close: (self) => {
    self.close();
    return null;
  },
  send: (self, [value]) => {
    const step = self.next(value);
    if (step.done === true) throw exception("StopIteration", "");
    return step.value;
  },
  __next__: (self) => {
    const step = self.next();
    if (step.done === true) throw exception("StopIteration", "");
    return step.value;
  },
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
