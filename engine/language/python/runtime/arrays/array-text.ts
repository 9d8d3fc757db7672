/** @file Arrays and scalars as NumPy prints them (numpy/_core/arrayprint.py, default options). */
import { type DType, isFloating } from "../../../../tensor/dtype.ts";
import { toContiguousData } from "../../../../tensor/storage.ts";
import type { Tensor } from "../../../../tensor/tensor.ts";
import type { NdArray, NumpyFloat } from "./nd-array.ts";

const PRECISION = 8;
const THRESHOLD = 1000;
const EDGE = 3;
const WIDTH = 75;

/** The shortest digits that give the number back in its dtype: digits and the exponent of the first. */
function shortest(size: number, dtype: DType): readonly [digits: string, exponent: number] {
  let text = size.toExponential();
  if (dtype === "float32")
    for (let digits = 0; digits < 9; digits++) {
      text = size.toExponential(digits);
      if (Math.fround(Number(text)) === size) break;
    }
  const [mantissa, exponent] = text.split("e");
  return [mantissa.replace(".", ""), Number(exponent)];
}

const signed = (value: number, body: string): string => (value < 0 || Object.is(value, -0) ? `-${body}` : body);

const special = (value: number): string => (Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");

/** At most `most` digits after the point, without zeros at the end: "1." for one. */
function positional(value: number, dtype: DType, most: number): string {
  const size = Math.abs(value);
  const [digits, exponent] = shortest(size, dtype);
  const needed = Math.max(0, digits.length - 1 - exponent);
  if (needed > most) return signed(value, size.toFixed(most).replace(/0+$/, ""));
  const whole = exponent < 0 ? "0" : digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const rest = exponent < 0 ? "0".repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
  return signed(value, `${whole}.${rest.replace(/0+$/, "")}`);
}

function scientific(value: number, dtype: DType, most: number): readonly [mantissa: string, exponent: string] {
  const size = Math.abs(value);
  const [digits] = shortest(size, dtype);
  const text = digits.length - 1 > most ? size.toExponential(most) : size.toExponential(digits.length - 1);
  const [mantissa, exponent] = text.split("e");
  const [whole, rest = ""] = mantissa.split(".");
  return [signed(value, `${whole}.${rest.replace(/0+$/, "")}`), `${exponent[0]}${exponent.slice(1).padStart(2, "0")}`];
}

type Formatter = (value: number) => string;

function floatFormatter(values: readonly number[], dtype: DType): Formatter {
  const finite = values.filter(Number.isFinite);
  const sizes = finite.filter((value) => value !== 0).map(Math.abs);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const isScientific = sizes.length > 0 && (most >= 1e8 || least < 1e-4 || most / least > 1000);
  const parts = finite.map((value) => {
    const [mantissa, exponent] = isScientific
      ? scientific(value, dtype, PRECISION)
      : [positional(value, dtype, PRECISION), ""];
    const [whole, rest] = mantissa.split(".");
    return { whole, rest, exponent };
  });
  const longest = (pick: (part: (typeof parts)[number]) => string) =>
    Math.max(0, ...parts.map((part) => pick(part).length));
  const [left, right, power] = [longest((p) => p.whole), longest((p) => p.rest), longest((p) => p.exponent)];
  const others = values.filter((value) => !Number.isFinite(value)).map((value) => special(value).length);
  const after = right + 1 + (isScientific ? power + 1 : 0);
  const before = Math.max(left, ...others.map((length) => length - after));
  return (value) => {
    if (!Number.isFinite(value)) return special(value).padStart(before + after);
    if (!isScientific) {
      const [whole, rest] = positional(value, dtype, PRECISION).split(".");
      return `${whole.padStart(before)}.${rest.padEnd(right)}`;
    }
    const [mantissa, exponent] = scientific(value, dtype, right);
    const [whole, rest] = mantissa.split(".");
    return `${whole.padStart(before)}.${rest.padEnd(right, "0")}e${exponent[0]}${exponent.slice(1).padStart(power - 1, "0")}`;
  };
}

function formatterOf(values: readonly number[], dtype: DType): Formatter {
  if (isFloating(dtype)) return floatFormatter(values, dtype);
  if (dtype === "bool") return (value) => (value === 0 ? "False" : " True");
  const width = Math.max(0, ...values.map((value) => String(value).length));
  return (value) => String(value).padStart(width);
}

/** The places along a dim that are shown; null stands for those between. */
function shownAlong(n: number, isCut: boolean): readonly (number | null)[] {
  if (!isCut || n <= 2 * EDGE) return Array.from({ length: n }, (_, i) => i);
  const first = Array.from({ length: EDGE }, (_, i) => i);
  return [...first, null, ...first.map((i) => n - EDGE + i)];
}

function body(x: Tensor, separator: string, prefix: number, suffix: number): string {
  const data = toContiguousData(x);
  const { shape, dtype } = x;
  if (data.length === 0) return "[]";
  const isCut = data.length > THRESHOLD;
  const steps = shape.map((_, d) => shape.slice(d + 1).reduce((a, b) => a * b, 1));
  const shown: number[] = [];
  const collect = (dim: number, at: number): void => {
    if (dim === shape.length) shown.push(data[at]);
    else for (const i of shownAlong(shape[dim], isCut)) if (i !== null) collect(dim + 1, at + i * steps[dim]);
  };
  collect(0, 0);
  const format = formatterOf(shown, dtype);
  const bare = separator.trimEnd();
  const level = (dim: number, at: number, indent: string, width: number): string => {
    const places = shownAlong(shape[dim], isCut);
    const left = shape.length - dim;
    let text = "";
    if (left === 1) {
      const room = width - Math.max(bare.length, 1);
      let line = indent;
      places.forEach((i, k) => {
        const word = i === null ? "..." : format(data[at + i * steps[dim]]);
        if (line.length + word.length > room && line.length > indent.length) {
          text += `${line.trimEnd()}\n`;
          line = indent;
        }
        line += word + (k < places.length - 1 ? separator : "");
      });
      text += line;
    } else {
      const rows = places.map((i) =>
        i === null ? "..." : level(dim + 1, at + i * steps[dim], `${indent} `, width - 1),
      );
      text = indent + rows.join(bare + "\n".repeat(left - 1) + indent);
    }
    return `[${text.slice(indent.length)}]`;
  };
  return level(0, 0, " ".repeat(prefix + 1), WIDTH - suffix);
}

export function arrayText({ tensor: x }: NdArray): string {
  if (x.shape.length > 0) return body(x, " ", 0, 0);
  const value = toContiguousData(x)[0];
  return isFloating(x.dtype)
    ? scalarDigits(value, x.dtype)
    : x.dtype === "bool"
      ? value === 0
        ? "False"
        : "True"
      : String(value);
}

const plainDTypes: ReadonlySet<DType> = new Set(["float64", "int64", "bool"]);

export function arrayRepr(array: NdArray): string {
  const { tensor: x } = array;
  const isEmpty = x.shape.includes(0);
  const text = `array(${x.shape.length > 0 ? body(x, ", ", 6, 1) : arrayText(array)}`;
  if (plainDTypes.has(x.dtype) && !isEmpty) return `${text})`;
  const dtype = `dtype=${x.dtype})`;
  const last = text.length + 1 - (text.lastIndexOf("\n") + 1);
  return `${text},${last + dtype.length + 1 > WIDTH ? `\n${" ".repeat(6)}` : " "}${dtype}`;
}

/** A scalar's own digits: scientific where Python's float would be. */
function scalarDigits(value: number, dtype: DType): string {
  if (!Number.isFinite(value)) return special(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [mantissa, exponent] = scientific(value, dtype, 17);
    return `${mantissa.replace(/\.$/, "")}e${exponent}`;
  }
  const text = positional(value, dtype, 20);
  return text.endsWith(".") ? `${text}0` : text;
}

export const scalarText = ({ value, dtype }: NumpyFloat): string => scalarDigits(value, dtype);
