/** @file String literals: escapes, prefixes, f-strings. */
import { byName } from "../../by-name.ts";
import { type Emit, probe } from "./emit.ts";
import { parts, Refusal, type SyntaxNode } from "./syntax.ts";

/** `place` is the whole of strings that stand one after the other. */
export function stringLiteral(emit: Emit, node: SyntaxNode, place = node): string {
  if (node.type === "concatenated_string")
    return `(${parts(node)
      .map((part) => stringLiteral(emit, part, node))
      .join("+")})`;
  const opening = /^([a-zA-Z]*)('''|"""|'|")/.exec(node.text);
  if (opening === null) throw new Refusal(node, "unterminated string literal", "syntax");
  const prefix = opening[1].toLowerCase();
  if (prefix.includes("b")) throw new Refusal(node, "bytes are not supported: use a string");
  const isRaw = prefix.includes("r");
  const pieces: string[] = [];
  const start = node.startIndex + opening[0].length;
  const end = node.endIndex - opening[2].length;
  let at = start;
  const plain = (text: string) => {
    const unbraced = prefix.includes("f") ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
    if (unbraced !== "") pieces.push(JSON.stringify(isRaw ? unbraced : unescaped(unbraced, node)));
  };
  const interpolations = parts(node).filter(({ type }) => type === "interpolation");
  for (const part of interpolations) {
    plain(emit.source.slice(at, part.startIndex));
    pieces.push(interpolation(emit, part, place));
    at = part.endIndex;
  }
  plain(emit.source.slice(at, end));
  return pieces.length === 0
    ? '""'
    : `(${pieces.length === 1 && interpolations.length === 0 ? pieces[0] : `""+${pieces.join("+")}`})`;
}

/** `{value!r:>8.3f}`, and `{value=}`. */
function interpolation(emit: Emit, node: SyntaxNode, place: SyntaxNode): string {
  const value = node.childForFieldName("expression") ?? parts(node)[0];
  const conversion = node.childForFieldName("type_conversion")?.text.slice(1) ?? "";
  const spec = node.childForFieldName("format_specifier");
  const equals = node.children.find((child) => child?.type === "=") ?? null;
  const named = equals !== null;
  const label =
    equals === null
      ? '""'
      : JSON.stringify(
          emit.source.slice(node.startIndex + 1, equals.endIndex) + trailingSpace(emit.source, equals.endIndex),
        );
  const how = conversion === "" && named && spec === null ? "r" : conversion;
  const code = `py.format(${emit.expression(value)},${spec === null ? '""' : specifier(emit, spec)},"${how}")`;
  return `(${label}+${probe(emit, place, code)})`;
}

/** `{x + 1 = }` prints the spaces too. */
function trailingSpace(source: string, at: number): string {
  return /^\s*/.exec(source.slice(at))?.[0] ?? "";
}

function specifier(emit: Emit, node: SyntaxNode): string {
  const nested = parts(node).filter(({ type }) => type === "format_expression" || type === "interpolation");
  const pieces: string[] = [];
  let at = node.startIndex + 1;
  for (const part of nested) {
    pieces.push(
      JSON.stringify(emit.source.slice(at, part.startIndex)),
      `py.format(${emit.expression(parts(part)[0])},"","")`,
    );
    at = part.endIndex;
  }
  pieces.push(JSON.stringify(emit.source.slice(at, node.endIndex)));
  return pieces.join("+");
}

const simple: Readonly<Record<string, string>> = byName({
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\n": "",
});

export function unescaped(text: string, node: SyntaxNode): string {
  return text.replaceAll(
    /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[0-7]{1,3}|[\s\S])/g,
    (whole, code: string) => {
      const known = simple[code];
      if (known !== undefined) return known;
      if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
      if (code.startsWith("N")) throw new Refusal(node, "characters by name are not supported: write the character");
      if (/^[xuU]./.test(code)) return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
      return whole;
    },
  );
}
