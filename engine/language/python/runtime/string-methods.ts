/** @file Methods of strings. */
import { getattr } from "./attributes.ts";
import { Dict } from "./dicts.ts";
import { exception, typeError, valueError } from "./exceptions.ts";
import { format } from "./format.ts";
import type { Keywords } from "./functions.ts";
import { table } from "./method-builder.ts";
import { iterate } from "./protocols.ts";
import { Tuple } from "./sequences.ts";
import { getitem_ } from "./subscripts.ts";
import { custom, repr, str } from "./text.ts";
import { typeName } from "./type-name.ts";

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

export const strings = table<string>({
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
