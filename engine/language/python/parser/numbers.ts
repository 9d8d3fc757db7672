/** @file Numbers of a source, and what CPython says of those that are none. */
import type { Value } from "./tree.ts";

/** What is wrong with a number: the words, and the offsets of the last character that was read and, where they are told, of the first. */
export interface NumberProblem {
  readonly message: string;
  readonly at: number;
  readonly end?: number;
}

const isDigit = (character: string): boolean => character >= "0" && character <= "9";
const isName = (character: string): boolean => /\w/.test(character);

/** Keywords that may come at once after a number: `1if x else 2`. */
const followers = /^(?:and|else|for|i[fns]|or|not)/;

/** Where the number that begins at `start` ends. */
export function endOfNumber(source: string, start: number): number | NumberProblem {
  let at = start;
  const current = () => source.charAt(at);
  const closed = (kind: string): number | NumberProblem =>
    isName(current()) && !followers.test(source.slice(at, at + 4))
      ? { message: `invalid ${kind} literal`, at: at - 1 }
      : at;
  /** Digits, perhaps with underscores among them; false where an underscore has none after it. */
  const digits = (): boolean => {
    for (;;) {
      while (isDigit(current())) at++;
      if (current() !== "_") return true;
      at++;
      if (!isDigit(current())) return false;
    }
  };
  const broken = {
    message: "invalid decimal literal",
    get at() {
      return at - 1;
    },
  };
  const based = (kind: string, isOwn: (character: string) => boolean): number | NumberProblem => {
    at += 2;
    do {
      if (current() === "_") at++;
      if (!isOwn(current())) {
        if (kind !== "hexadecimal" && isDigit(current()))
          return { message: `invalid digit '${current()}' in ${kind} literal`, at };
        return { message: `invalid ${kind} literal`, at: at - 1 };
      }
      while (isOwn(current())) at++;
    } while (current() === "_");
    if (kind !== "hexadecimal" && isDigit(current()))
      return { message: `invalid digit '${current()}' in ${kind} literal`, at };
    return closed(kind);
  };
  if (current() === "0") {
    const base = source.charAt(at + 1);
    if (base === "x" || base === "X") return based("hexadecimal", (character) => /[0-9a-fA-F]/.test(character));
    if (base === "o" || base === "O") return based("octal", (character) => character >= "0" && character <= "7");
    if (base === "b" || base === "B") return based("binary", (character) => character === "0" || character === "1");
  }
  let leading = -1;
  if (current() === "0") {
    while (current() === "0" || current() === "_") {
      if (current() === "_" && !isDigit(source.charAt(at + 1))) {
        at++;
        return { message: broken.message, at: broken.at };
      }
      at++;
    }
    if (isDigit(current())) leading = at;
  }
  if (isDigit(current()) && !digits()) return { message: broken.message, at: broken.at };
  let isWhole = true;
  if (current() === ".") {
    isWhole = false;
    at++;
    if (isDigit(current()) && !digits()) return { message: broken.message, at: broken.at };
  }
  if (current() === "e" || current() === "E") {
    const letter = at;
    at++;
    const isSigned = current() === "+" || current() === "-";
    if (isSigned) at++;
    if (isDigit(current())) {
      isWhole = false;
      if (!digits()) return { message: broken.message, at: broken.at };
    } else if (isSigned) return { message: broken.message, at: broken.at };
    else {
      at = letter;
      return closed("decimal");
    }
  }
  if (current() === "j" || current() === "J") {
    at++;
    return closed("imaginary");
  }
  if (leading >= 0 && isWhole)
    return {
      message: "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      at: start,
      end: leading,
    };
  return closed("decimal");
}

export function numberValue(text: string): Value {
  const plain = text.includes("_") ? text.replaceAll("_", "") : text;
  if (/^0[xXoObB]/.test(plain)) return { type: "int", value: BigInt(plain), text };
  if (/[jJ]$/.test(plain)) return { type: "complex", value: Number(plain.slice(0, -1)), text };
  if (/[.eE]/.test(plain)) return { type: "float", value: Number(plain), text };
  return { type: "int", value: BigInt(plain), text };
}
