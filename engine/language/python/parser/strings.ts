/** @file String literals: prefixes, escapes, and what stands in braces, as CPython 3.11 reads them: the string first, its expressions after it. */
import { byName } from "../../../by-name.ts";
import type { Token } from "./tokenizer.ts";
import type { Constant, Expression, FormattedValue, JoinedStr, Place } from "./tree.ts";

export interface StringContext {
  /** Says no, where CPython does: at the token after the strings. */
  refuse(message: string, place?: Place): never;
  /** An expression in braces, `text` standing at `start`. */
  expression(text: string, start: number): Expression;
  /** A character by its name, which is not known here: the text has it as it is written. */
  named(): void;
}

type Piece = string | FormattedValue;

/** Strings one after the other are one. */
export function stringsOf(context: StringContext, tokens: readonly Token[]): Expression {
  const whole = { start: tokens[0].start, end: tokens[tokens.length - 1].end };
  const pieces: Piece[] = [];
  let formatted = false;
  const isUnicode = tokens[0].text.startsWith("u");
  const areBytes = /^[rR]?[bB]/.test(tokens[0].text);
  for (const token of tokens) {
    const opening = /^([a-zA-Z]*)('''|"""|'|")/.exec(token.text);
    const [prefix, quote] = [opening?.[1].toLowerCase() ?? "", opening?.[2] ?? ""];
    const isBytes = prefix.includes("b");
    const text = token.text.slice(prefix.length + quote.length, token.text.length - quote.length);
    const start = token.start + prefix.length + quote.length;
    const plain = text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
    if (prefix.includes("f")) {
      formatted = true;
      pieces.push(...new Formatted(context, text, start, whole, token, prefix.includes("r")).pieces());
    } else if (isBytes) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII.
      if (!/^[\x00-\x7f]*$/.test(text)) context.refuse("bytes can only contain ASCII literal characters", token);
      pieces.push(prefix.includes("r") ? plain : bytesOf(context, plain));
    } else pieces.push(prefix.includes("r") ? plain : unescaped(context, plain));
    if (isBytes !== areBytes) context.refuse("cannot mix bytes and nonbytes literals");
  }
  if (!formatted) return constant(pieces.join(""), whole, areBytes ? "bytes" : isUnicode ? "unicode" : "str");
  return joined(pieces, whole, isUnicode);
}

function constant(value: string, { start, end }: Place, type: "str" | "unicode" | "bytes"): Constant {
  return {
    kind: "Constant",
    start,
    end,
    value: type === "bytes" ? { type, value } : { type: "str", value, isUnicode: type === "unicode" },
  };
}

/** Text between values is one constant, however it was written. */
function joined(pieces: readonly Piece[], place: Place, isUnicode = false): JoinedStr {
  const values: Expression[] = [];
  let text = "";
  const close = () => {
    if (text !== "") values.push(constant(text, place, isUnicode ? "unicode" : "str"));
    text = "";
  };
  for (const piece of pieces) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    close();
    values.push(piece);
  }
  close();
  return { kind: "JoinedStr", start: place.start, end: place.end, values };
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

const lengths: Readonly<Record<string, number>> = byName({ x: 2, u: 4, U: 8 });

function unescaped(context: StringContext, text: string): string {
  if (!text.includes("\\")) return text;
  return text.replaceAll(
    /\\(x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|N(?:\{[^}]*\}?)?|[0-7]{1,3}|[\s\S])/g,
    (whole, code: string, at: number) => {
      const known = simple[code];
      if (known !== undefined) return known;
      if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
      const letter = code.charAt(0);
      const wanted = lengths[letter];
      if (wanted !== undefined && code.length < wanted + 1)
        return undecodable(context, text, at, whole.length, `truncated \\${letter}${"X".repeat(wanted)} escape`);
      if (letter === "N") return named(context, text, code, at);
      if (wanted === undefined) return whole;
      const point = Number.parseInt(code.slice(1), 16);
      if (point > 0x10ffff) return undecodable(context, text, at, whole.length, "illegal Unicode character");
      return String.fromCodePoint(point);
    },
  );
}

function undecodable(context: StringContext, text: string, at: number, length: number, why: string): never {
  const bytes = (part: string) =>
    [...part].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 128 ? 1 : 10), 0);
  const from = bytes(text.slice(0, at));
  const to = from + length - 1;
  const where = length === 1 ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`;
  return context.refuse(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${why}`);
}

/** Unicode has 33,000 names, which no page needs. */
function named(context: StringContext, text: string, code: string, at: number): string {
  if (!/^N\{[^}]+\}$/.test(code))
    return undecodable(context, text, at, code === "N{}" ? 3 : code.length + 1, "malformed \\N character escape");
  context.named();
  return `\\${code}`;
}

function bytesOf(context: StringContext, text: string): string {
  return text.replaceAll(/\\(x[0-9a-fA-F]{0,2}|[0-7]{1,3}|[\s\S])/g, (whole, code: string, at: number) => {
    const known = simple[code];
    if (known !== undefined) return known;
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    if (!code.startsWith("x")) return whole;
    if (code.length < 3) return context.refuse(`(value error) invalid \\x escape at position ${at}`);
    return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  });
}

const closes: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** What is between the quotes of an f-string. */
class Formatted {
  readonly #context: StringContext;
  readonly #text: string;
  readonly #start: number;
  readonly #whole: Place;
  readonly #own: Place;
  readonly #isRaw: boolean;
  #at = 0;

  constructor(context: StringContext, text: string, start: number, whole: Place, own: Place, isRaw: boolean) {
    this.#context = context;
    this.#text = text;
    this.#start = start;
    this.#whole = whole;
    this.#own = own;
    this.#isRaw = isRaw;
  }

  /** `depth` is 1 in the format of a value, and 2 in the format of a value there. */
  pieces(depth = 0): Piece[] {
    const found: Piece[] = [];
    for (;;) {
      const literal = this.#literal(depth);
      if (literal !== "") found.push(literal);
      if (this.#at >= this.#text.length) break;
      const character = this.#text.charAt(this.#at);
      if (character === "}") break;
      found.push(...this.#value(depth));
    }
    return found;
  }

  #literal(depth: number): string {
    const text = this.#text;
    let literal = "";
    let from = this.#at;
    let at = from;
    const flush = (to: number) => {
      const part = text.slice(from, to).replaceAll(/\r\n?/g, "\n");
      literal += this.#isRaw ? part : unescaped(this.#context, part);
    };
    while (at < text.length) {
      const character = text.charAt(at);
      if (character === "\\" && !this.#isRaw) {
        if (text.startsWith("\\N{", at)) {
          const end = text.indexOf("}", at);
          at = end < 0 ? text.length : end + 1;
        } else at += /[{}]/.test(text.charAt(at + 1)) ? 1 : 2;
        continue;
      }
      if (character === "{" || character === "}") {
        if (depth === 0) {
          if (text.charAt(at + 1) === character) {
            flush(at + 1);
            at += 2;
            from = at;
            continue;
          }
          if (character === "}") {
            this.#context.refuse("f-string: single '}' is not allowed");
          }
        }
        break;
      }
      at++;
    }
    flush(at);
    this.#at = at;
    return literal;
  }

  #value(depth: number): Piece[] {
    const context = this.#context;
    const text = this.#text;
    if (depth >= 2) context.refuse("f-string: expressions nested too deeply");
    const from = this.#at + 1;
    const end = this.#endOfExpression(from);
    const written = text.slice(from, end);
    const next = text.charAt(end);
    if (/^[ \t\n\f\r]*$/.test(written))
      context.refuse(
        next === "!" || next === ":" || next === "="
          ? `f-string: expression required before '${next}'`
          : "f-string: empty expression not allowed",
      );
    const value = context.expression(written, this.#start + from);
    this.#at = end;
    /** `x = ` of `{x = }`. */
    let label: string | null = null;
    if (next === "=") {
      this.#at++;
      while (/[ \t\n\f\r\v]/.test(text.charAt(this.#at))) this.#at++;
      label = text.slice(from, this.#at);
    }
    let conversion: FormattedValue["conversion"] = "";
    if (text.charAt(this.#at) === "!") {
      const letter = text.charAt(this.#at + 1);
      if (letter === "") this.#unclosed();
      if (letter !== "s" && letter !== "r" && letter !== "a")
        context.refuse("f-string: invalid conversion character: expected 's', 'r', or 'a'");
      else conversion = letter;
      this.#at += 2;
    }
    if (this.#at >= text.length) this.#unclosed();
    let format: JoinedStr | null = null;
    if (text.charAt(this.#at) === ":") {
      this.#at++;
      format = joined(this.pieces(depth + 1), { start: this.#own.start, end: this.#whole.end });
    }
    if (text.charAt(this.#at) !== "}") this.#unclosed();
    this.#at++;
    const { start, end: last } = this.#whole;
    const made: FormattedValue = {
      kind: "FormattedValue",
      start,
      end: last,
      value,
      conversion: label !== null && format === null && conversion === "" ? "r" : conversion,
      format_spec: format,
    };
    return label === null ? [made] : [label, made];
  }

  #unclosed(): never {
    return this.#context.refuse("f-string: expecting '}'");
  }

  #endOfExpression(from: number): number {
    const context = this.#context;
    const text = this.#text;
    const open: string[] = [];
    let quote = "";
    let at = from;
    for (; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === "\\") context.refuse("f-string expression part cannot include a backslash");
      if (quote !== "") {
        if (!text.startsWith(quote, at)) continue;
        at += quote.length - 1;
        quote = "";
        continue;
      }
      if (character === "'" || character === '"') {
        quote = text.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
        at += quote.length - 1;
        continue;
      }
      if (character === "#") context.refuse("f-string expression part cannot include '#'");
      if ("([{".includes(character)) {
        open.push(character);
        continue;
      }
      if (open.length === 0 && "!:}=<>".includes(character)) {
        if ("!=<>".includes(character) && text.charAt(at + 1) === "=") {
          at++;
          continue;
        }
        if (character === "<" || character === ">") continue;
        break;
      }
      if (!")]}".includes(character)) continue;
      const last = open.pop();
      if (last === undefined) context.refuse(`f-string: unmatched '${character}'`);
      if (last !== closes[character])
        context.refuse(`f-string: closing parenthesis '${character}' does not match opening parenthesis '${last}'`);
    }
    if (quote !== "") context.refuse("f-string: unterminated string");
    const last = open.pop();
    if (last !== undefined) context.refuse(`f-string: unmatched '${last}'`);
    if (at >= text.length) this.#unclosed();
    return at;
  }
}
