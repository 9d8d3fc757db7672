/** @file A Python tree as text, the same that engine/testdata/python-syntax/record.py makes of CPython's. */
import { isNode } from "../language/python/parser/children.ts";
import type { Parsed } from "../language/python/parser/parse.ts";
import type { Value } from "../language/python/parser/tree.ts";

/** Fields in CPython's order; those with a place of their own carry it. */
const plain = new Set(["Module", "comprehension", "arguments", "withitem", "match_case"]);
const passedOver = new Set(["kind", "start", "end", "at", "begin"]);
const words = new Set(["ctx", "op"]);

export function treeText(source: string, { module }: Pick<Parsed, "module">): string {
  const lines = [0];
  for (const match of source.matchAll(/\r\n?|\n/g)) lines.push(match.index + match[0].length);
  const encoder = new TextEncoder();
  const bytes = (text: string) => encoder.encode(text).length;
  const placeOf = (offset: number): string => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    const from = low === 0 && source.charCodeAt(0) === 0xfeff ? 1 : lines[low];
    return `${low + 1}:${bytes(source.slice(from, offset))}`;
  };
  const textOf = (value: unknown, name: string): string => {
    if (value === null || value === undefined) return "-";
    if (typeof value === "string") {
      if (words.has(name)) return value;
      if (name === "conversion") return String(value === "" ? -1 : value.charCodeAt(0));
      return json(value);
    }
    if (typeof value === "number") return String(value);
    if (typeof value === "boolean")
      return name === "simple" || name === "is_async" ? (value ? "1" : "0") : String(value);
    if (Array.isArray(value)) return `[${value.map((each) => textOf(each, name === "ops" ? "op" : name)).join(",")}]`;
    if (!isNode(value)) throw new Error(`internal: ${name} is no node`);
    const { kind, start, end } = value;
    const place = plain.has(kind) ? "" : `@${placeOf(start)}-${placeOf(end)}`;
    if (value.kind === "Constant" || value.kind === "MatchSingleton")
      return `${kind}${place}(${constant(value.value)})`;
    const fields = Object.entries(value).filter(([field]) => !passedOver.has(field));
    return `${kind}${place}(${fields.map(([field, inner]) => textOf(inner, field)).join(",")})`;
  };
  return textOf(module, "");
}

const json = (text: string): string =>
  JSON.stringify(text).replaceAll(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

function constant(value: Value): string {
  switch (value.type) {
    case "None":
    case "Ellipsis":
      return value.type;
    case "bool":
      return value.value ? "True" : "False";
    case "str":
      return json(value.value) + (value.isUnicode ? "u" : "");
    case "bytes":
      return `b${json(value.value)}`;
    case "int":
      return `0x${value.value.toString(16)}`;
    case "float":
      return `f${bits(value.value)}`;
    case "complex":
      return `j${bits(value.value)}`;
  }
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}
