/** @file Methods of strings, lists, dicts and sets. */

import { Float } from "../../../tensor/dtype.ts";
import { call, none } from "./call.ts";
import { Dict, PySet } from "./dicts.ts";
import { exception, typeError, valueError } from "./exceptions.ts";
import { format } from "./format.ts";
import type { Keywords } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { provideMethods } from "./method-tables.ts";
import { compareBy, equals } from "./operators.ts";
import { iterate } from "./protocols.ts";
import { Deque, NamedTuple, Range, Tuple } from "./sequences.ts";
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
  splitlines: (self) => self.split(/\r?\n/),
  join: (self, [items]) =>
    [...iterate(items)]
      .map((item, i) => {
        if (typeof item !== "string")
          throw typeError(`sequence item ${i}: expected str instance, ${typeName(item)} found`);
        return item;
      })
      .join(self),
  replace: (self, [from, to]) => self.replaceAll(text(from), text(to)),
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
      const [head, ...rest] = (path ?? "").split(/[.[]/);
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
        const key = step.replace(/\]$/, "");
        value = Array.isArray(value) ? value[Number(key)] : value instanceof Dict ? value.get(key) : value;
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
  _asdict: (self) => new Dict(self instanceof NamedTuple ? self.names.map((name, i) => [name, self[i]] as const) : []),
});

const dicts = table<Dict>({
  keys: (self) => self.keys(),
  values: (self) => self.values(),
  items: (self) => self.entries().map((pair) => Tuple.make(pair)),
  get: (self, [key, otherwise]) => (self.has(key) ? self.get(key) : (otherwise ?? null)),
  pop: (self, [key, otherwise]) => {
    if (!self.has(key)) {
      if (otherwise === undefined) throw exception("KeyError", str(key));
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
  copy: (self) => new Dict(self.entries()),
  clear: (self) => {
    self.clear();
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
    if (!self.delete(item)) throw exception("KeyError", str(item));
    return null;
  },
  update: (self, [items]) => {
    for (const item of iterate(items)) self.add(item);
    return null;
  },
  union: (self, [other]) => new PySet([...self, ...iterate(other)]),
  intersection: (self, [other]) => new PySet([...self].filter((item) => setOf(other).has(item))),
  difference: (self, [other]) => new PySet([...self].filter((item) => !setOf(other).has(item))),
  issubset: (self, [other]) => [...self].every((item) => setOf(other).has(item)),
  copy: (self) => new PySet(self),
});

const floats = table<number | Float>({
  is_integer: (self) => Number.isInteger(Number(self)),
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
  popleft: (self) => without(self, 0),
  pop: (self) => without(self, -1),
});

const iterators = table<PyIterator>({
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
  if (value instanceof Dict) return dicts;
  if (value instanceof PySet) return sets;
  if (typeof value === "number" || value instanceof Float) return floats;
  if (value instanceof PyIterator) return iterators;
  return value instanceof Range ? nothing : null;
}

provideMethods(methodsOf);
