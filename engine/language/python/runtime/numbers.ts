/** @file Arithmetic of Python's ints and floats. */

import { Float } from "../../../tensor/dtype.ts";
import { exception, typeError } from "./exceptions.ts";
import { float, isInt } from "./floats.ts";
import { typeName } from "./type-name.ts";

export type Numeric = number | Float | boolean;

export const isNumeric = (value: unknown): value is Numeric =>
  typeof value === "number" || value instanceof Float || typeof value === "boolean";
export const isIntegral = (value: unknown): value is number | boolean => typeof value === "boolean" || isInt(value);

export function safe(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw exception("OverflowError", "integers beyond 2**53 are not supported here: use a float");
}

const zeroDivision = (message: string) => exception("ZeroDivisionError", message);

/** The result of floats stays a float, that of ints an int. */
function made(a: Numeric, b: Numeric, value: number): number | Float {
  return isIntegral(a) && isIntegral(b) ? safe(value) : float(value);
}

function shift(by: number): number {
  if (by < 0) throw exception("ValueError", "negative shift count");
  return by;
}

/** As CPython does it: 1.0 // 0.1 is 9.0, for 0.1 is a little more than a tenth. */
function floorDivided(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return Math.floor(x / y);
  const rest = x % y;
  const quotient = (x - rest) / y - (rest !== 0 && rest < 0 !== y < 0 ? 1 : 0);
  const whole = Math.floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

export const arithmetic: Readonly<Record<string, (a: Numeric, b: Numeric) => unknown>> = {
  add: (a, b) => made(a, b, Number(a) + Number(b)),
  sub: (a, b) => made(a, b, Number(a) - Number(b)),
  mul: (a, b) => made(a, b, Number(a) * Number(b)),
  div: (a, b) => {
    if (Number(b) === 0)
      throw zeroDivision(isIntegral(a) && isIntegral(b) ? "division by zero" : "float division by zero");
    return float(Number(a) / Number(b));
  },
  floordiv: (a, b) => {
    if (Number(b) === 0)
      throw zeroDivision(
        isIntegral(a) && isIntegral(b) ? "integer division or modulo by zero" : "float floor division by zero",
      );
    return made(a, b, floorDivided(Number(a), Number(b)));
  },
  mod: (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    if (y === 0) throw zeroDivision(isIntegral(a) && isIntegral(b) ? "integer modulo by zero" : "float modulo");
    const rest = x % y;
    return made(a, b, rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest);
  },
  pow: (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    if (x === 0 && y < 0) throw zeroDivision("0.0 cannot be raised to a negative power");
    const value = x ** y;
    if (isIntegral(a) && isIntegral(b) && y >= 0) return safe(value);
    if (Number.isNaN(value) && x < 0) throw valueOfComplex();
    if (!Number.isFinite(value) && Number.isFinite(x) && Number.isFinite(y))
      throw exception("OverflowError", "(34, 'Numerical result out of range')");
    return float(value);
  },
};

const valueOfComplex = () =>
  exception("ValueError", "a negative number to a fractional power is complex, which is not supported here");

/** Bits of ints; bools stay bools. */
export const bitwise: Readonly<Record<string, (a: number, b: number) => number>> = {
  and: (a, b) => Number(BigInt(a) & BigInt(b)),
  or: (a, b) => Number(BigInt(a) | BigInt(b)),
  xor: (a, b) => Number(BigInt(a) ^ BigInt(b)),
  lshift: (a, b) => safe(a * 2 ** shift(b)),
  rshift: (a, b) => Math.floor(a / 2 ** shift(b)),
};

/** round(): halves to the even one; without digits an int. */
export function round(value: Numeric, digits: unknown): unknown {
  const x = Number(value);
  if (digits === null || digits === undefined) {
    if (Number.isNaN(x)) throw exception("ValueError", "cannot convert float NaN to integer");
    if (!Number.isFinite(x)) throw exception("OverflowError", "cannot convert float infinity to integer");
    return halfEven(x);
  }
  if (!isIntegral(digits)) throw typeError("'float' object cannot be interpreted as an integer");
  if (isIntegral(value))
    return Number(digits) >= 0 ? Number(value) : halfEven(x * 10 ** Number(digits)) * 10 ** -Number(digits);
  const places = Number(digits);
  return float(places >= 0 ? Number(correctlyRounded(x, places)) : halfEven(x / 10 ** -places) * 10 ** -places);
}

export function halfEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}

/** toFixed is exact in JavaScript, but sends exact halves up; Python sends them to even. */
export function correctlyRounded(x: number, places: number): string {
  if (Object.is(x, -0)) return `-${(0).toFixed(places)}`;
  if (Math.abs(x) >= 1e21) return String(x);
  const text = x.toFixed(Math.min(100, places));
  // A double has few enough binary digits for a hundred decimal ones to be all of it.
  if (places > 40 || !/^50*$/.test(x.toFixed(100).split(".")[1]?.slice(places) ?? "")) return text;
  const down = x
    .toFixed(100)
    .split(".")
    .map((part, i) => (i === 0 ? part : part.slice(0, places)));
  const kept = places === 0 ? down[0] : down.join(".");
  const last = Number(kept.replaceAll(/\D/g, "").at(-1));
  if (last % 2 === 0) return kept;
  const step = 10 ** -places;
  return (Number(kept) + (x < 0 ? -step : step)).toFixed(places);
}

/** C's %.4e: exact halves go to even. */
export function exponentialText(x: number, places: number): string {
  const pad = (text: string) => text.replace(/e([-+])(\d)$/, "e$10$2");
  if (Object.is(x, -0)) return `-${exponentialText(0, places)}`;
  const rounded = x.toExponential(places);
  const [digits, exponent] = x.toExponential(100).split("e");
  const rest = digits
    .replace(".", "")
    .replace("-", "")
    .slice(places + 1);
  if (!/^50*$/.test(rest)) return pad(rounded);
  const kept = digits.slice(0, digits.length - rest.length).replace(/\.$/, "");
  return pad(Number(kept.at(-1)) % 2 === 0 ? `${kept}e${exponent}` : rounded);
}

/** int(): towards zero; text too. */
export function toInt(value: unknown, base: unknown = 10): number {
  if (typeof value === "string") {
    const text = value.trim().replaceAll("_", "");
    if (!/^[-+]?[0-9a-zA-Z]+$/.test(text) || Number.isNaN(Number.parseInt(text, Number(base))))
      throw exception("ValueError", `invalid literal for int() with base ${String(base)}: '${value}'`);
    return Number.parseInt(text, Number(base));
  }
  if (!isNumeric(value))
    throw typeError(`int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`);
  const x = Number(value);
  if (Number.isNaN(x)) throw exception("ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(x)) throw exception("OverflowError", "cannot convert float infinity to integer");
  return safe(Math.trunc(x));
}

export function toFloat(value: unknown): number | Float {
  if (typeof value === "string") {
    const text = value.trim().toLowerCase().replaceAll("_", "");
    const special = /^([-+]?)(inf|infinity|nan)$/.exec(text);
    if (special !== null)
      return special[2] === "nan" ? Number.NaN : (special[1] === "-" ? -1 : 1) * Number.POSITIVE_INFINITY;
    if (text === "" || Number.isNaN(Number(text)))
      throw exception("ValueError", `could not convert string to float: '${value}'`);
    return float(Number(text));
  }
  if (!isNumeric(value))
    throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
  return float(Number(value));
}
