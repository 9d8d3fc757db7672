/** @file str(), repr(), and format specs. */

import { ComplexNumber, ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { Float } from "../../../tensor/dtype.ts";
import { toContiguousData } from "../../../tensor/storage.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { arrayRepr, arrayText, scalarText } from "./arrays/array-text.ts";
import { ArrayDType, NdArray, NumpyFloat, scalarOfArray } from "./arrays/nd-array.ts";
import { PyClass } from "./classes.ts";
import { complexNumberText } from "./complex-values.ts";
import { DTypeObject, Ellipsis, Namespace, NotImplemented, NumpyType } from "./constants.ts";
import { Device } from "./device.ts";
import { Counter, DefaultDict, Dict, DictView, OrderedDict, PySet } from "./dicts.ts";
import { exception, typeError, valueError } from "./exceptions.ts";
import { isFloat, isInt } from "./floats.ts";
import { BoundMethod, Native, PyFunction } from "./functions.ts";
import { GradNode } from "./grad-node.ts";
import { PyIterator } from "./iterators.ts";
import { correctlyRounded } from "./numbers.ts";
import { Deque, NamedTuple, Range, Size, Slice, Tuple } from "./sequences.ts";
import { complexText, tensorText } from "./tensor-text.ts";
import { typeName } from "./type-name.ts";
import { UnionType } from "./unions.ts";

/** The shortest digits that give the number back, as Python writes them. */
export function floatText(x: number): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  if (Object.is(x, -0)) return "-0.0";
  const size = Math.abs(x);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) return exponential(x.toExponential());
  const text = String(x);
  if (text.includes("e")) return Number(text).toFixed(20).replace(/0+$/, "");
  return text.includes(".") ? text : `${text}.0`;
}

/** 1e-7 is 1e-07 in Python. */
function exponential(text: string): string {
  return text.replace(/e([-+])(\d)$/, "e$10$2");
}

export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r")
    .replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

function dictText(dict: Dict, custom: Custom): string {
  const pairs = (entries: readonly (readonly [unknown, unknown])[]) =>
    `{${entries.map(([key, item]) => `${repr(key, custom)}: ${repr(item, custom)}`).join(", ")}}`;
  if (dict instanceof OrderedDict)
    return dict.size === 0
      ? "OrderedDict()"
      : `OrderedDict([${dict
          .entries()
          .map(([key, item]) => `(${repr(key, custom)}, ${repr(item, custom)})`)
          .join(", ")}])`;
  if (dict instanceof Counter) return dict.size === 0 ? "Counter()" : `Counter(${pairs(dict.mostCommon())})`;
  if (dict instanceof DefaultDict)
    return `defaultdict(${dict.factory === null ? "None" : repr(dict.factory, custom)}, ${pairs(dict.entries())})`;
  return pairs(dict.entries());
}

/** Objects of the user's are left to the caller, who can run their __repr__. */
export type Custom = (value: unknown, how: "str" | "repr") => string | null;

export function repr(value: unknown, custom: Custom): string {
  if (typeof value === "string") return quoted(value);
  return text(value, custom, "repr");
}

export function str(value: unknown, custom: Custom): string {
  return typeof value === "string" ? value : text(value, custom, "str");
}

function text(value: unknown, custom: Custom, how: "str" | "repr"): string {
  const all = (items: Iterable<unknown>) => [...items].map((item) => repr(item, custom)).join(", ");
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (value instanceof NumpyFloat) return how === "str" ? scalarText(value) : `np.${value.dtype}(${scalarText(value)})`;
  if (isFloat(value)) return floatText(Number(value));
  if (typeof value === "number") return String(value);
  if (Tensor.isTensor(value)) return tensorText(value);
  if (ComplexTensor.isComplex(value)) return complexText(value);
  if (value instanceof NdArray) return how === "str" ? arrayText(value) : arrayRepr(value);
  if (value instanceof ArrayDType) return how === "str" ? value.name : `dtype('${value.name}')`;
  if (value instanceof GradNode) return value.toString();
  if (value instanceof ComplexNumber) return complexNumberText(value);
  if (value instanceof Size) return `torch.Size([${all(value)}])`;
  if (value instanceof NamedTuple && value.typeName === "_IncompatibleKeys") return "<All keys matched successfully>";
  if (value instanceof NamedTuple && value.isOwn)
    return `${value.typeName}(${value.names.map((name, i) => `${name}=${repr(value[i], custom)}`).join(", ")})`;
  if (value instanceof NamedTuple)
    return `torch.return_types.${value.typeName}(\n${value.names.map((name, i) => `${name}=${repr(value[i], custom)}`).join(",\n")})`;
  if (value instanceof Tuple) return value.length === 1 ? `(${all(value)},)` : `(${all(value)})`;
  if (value instanceof Dict) return dictText(value, custom);
  if (value instanceof DictView) return `dict_${value.what}([${all(value)}])`;
  if (value instanceof Deque) return `deque([${all(value)}]${value.most === null ? "" : `, maxlen=${value.most}`})`;
  if (Array.isArray(value)) return `[${all(value)}]`;
  if (value instanceof PySet) {
    const name = value.isFrozen ? "frozenset" : "set";
    if (value.size === 0) return `${name}()`;
    return value.isFrozen ? `frozenset({${all(value)}})` : `{${all(value)}}`;
  }
  if (value instanceof Range)
    return value.step === 1
      ? `range(${value.start}, ${value.stop})`
      : `range(${value.start}, ${value.stop}, ${value.step})`;
  if (value instanceof Slice) return `slice(${all([value.start, value.stop, value.step])})`;
  if (value instanceof Ellipsis) return "Ellipsis";
  if (value instanceof NotImplemented) return "NotImplemented";
  if (value instanceof UnionType)
    return value.members
      .map((each) => (each instanceof PyClass && each.module === "builtins" ? each.name : repr(each, custom)))
      .join(" | ");
  if (value instanceof NumpyType) return `<class 'numpy.${value.name}'>`;
  if (value instanceof DTypeObject) return `torch.${value.name}`;
  if (value instanceof Device && how === "str") return value.toString();
  if (value instanceof Device)
    return `device(type='${value.type}'${value.index === null ? "" : `, index=${value.index}`})`;
  const own = custom(value, how);
  if (own !== null) return own;
  if (value instanceof PyClass)
    return `<class '${value.module === "builtins" ? "" : `${value.module}.`}${value.name}'>`;
  if (value instanceof PyFunction) return `<function ${String(value.attributes.get("__qualname__") ?? value.name)}>`;
  if (value instanceof Native) return `<built-in function ${value.name}>`;
  if (value instanceof BoundMethod) return `<bound method ${value.name}>`;
  if (value instanceof Namespace) return `<module '${value.name}'>`;
  if (value instanceof PyIterator) return `<${value.typeName} object>`;
  if (typeof value === "function") return `<built-in function ${value.name}>`;
  return `<${typeName(value)} object>`;
}

const pattern = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su;

/** What `#` puts before an int in another base. */
const prefixes: Readonly<Record<string, string>> = { b: "0b", o: "0o", x: "0x", X: "0X" };

/** format(value, spec). */
export function format(value: unknown, spec: string, custom: Custom): string {
  if (Tensor.isTensor(value) && value.shape.length === 0) return format(scalarOf(value), spec, custom);
  if (value instanceof NdArray && value.tensor.shape.length === 0)
    return format(scalarOfArray(value.tensor), spec, custom);
  if (spec === "") return str(value, custom);
  const match = pattern.exec(spec);
  if (match === null)
    throw valueError(
      `Invalid format specifier${spec.length > 0 ? ` '${spec}' for object of type '${typeName(value)}'` : ""}`,
    );
  const [, fill, align, sign, alternate, zero, width, comma, precision, type] = match;
  const isNumber = typeof value === "number" || value instanceof Float || typeof value === "boolean";
  if (Tensor.isTensor(value)) throw typeError("unsupported format string passed to Tensor.__format__");
  if (!isNumber && typeof value !== "string")
    throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
  if (typeof value === "string" && type !== undefined && type !== "s")
    throw valueError(`Unknown format code '${type}' for object of type 'str'`);
  let body = isNumber
    ? numberText(value, type, precision === undefined ? null : Number(precision), comma)
    : precision === undefined
      ? String(value)
      : String(value).slice(0, Number(precision));
  let lead = "";
  if (isNumber) {
    const isNegative = body.startsWith("-");
    if (isNegative) body = body.slice(1);
    lead = isNegative ? "-" : sign === "+" ? "+" : sign === " " ? " " : "";
    if (alternate !== undefined) lead += prefixes[type ?? ""] ?? "";
  }
  const padding = Math.max(0, Number(width ?? 0) - lead.length - body.length);
  const filler = fill ?? (zero === undefined || align !== undefined ? " " : "0");
  const side = align ?? (zero !== undefined ? "=" : isNumber ? ">" : "<");
  if (side === "=") return lead + filler.repeat(padding) + body;
  if (side === ">") return filler.repeat(padding) + lead + body;
  if (side === "<") return lead + body + filler.repeat(padding);
  const left = Math.floor(padding / 2);
  return filler.repeat(left) + lead + body + filler.repeat(padding - left);
}

function scalarOf(x: Tensor): unknown {
  const value = toContiguousData(x)[0];
  if (x.dtype === "bool") return value !== 0;
  return x.dtype === "float32" || x.dtype === "float64" ? (Number.isInteger(value) ? new Float(value) : value) : value;
}

function numberText(
  value: number | Float | boolean,
  type: string | undefined,
  precision: number | null,
  comma: string | undefined,
): string {
  const x = Number(value);
  const grouped = (digits: string) =>
    comma === undefined
      ? digits
      : digits.replace(/^(-?\d+)/, (whole) => whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, comma));
  if (!Number.isFinite(x)) {
    const word = Number.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
    return type === "F" || type === "E" || type === "G" ? word.toUpperCase() : type === "%" ? `${word}%` : word;
  }
  switch (type) {
    case "d":
    case "n":
      if (!isInt(value) && typeof value !== "boolean")
        throw exception("ValueError", `Unknown format code '${type}' for object of type 'float'`);
      return grouped(String(x));
    case "b":
      return x.toString(2);
    case "o":
      return x.toString(8);
    case "x":
      return x.toString(16);
    case "X":
      return x.toString(16).toUpperCase();
    case "e":
    case "E": {
      const body = exponential(x.toExponential(precision ?? 6));
      return type === "E" ? body.toUpperCase() : body;
    }
    case "f":
    case "F":
      return grouped(correctlyRounded(x, precision ?? 6));
    case "%":
      return `${correctlyRounded(x * 100, precision ?? 6)}%`;
    case "g":
    case "G":
      return grouped(general(x, precision ?? 6));
    case "s":
      throw exception("ValueError", `Unknown format code 's' for object of type '${typeName(value)}'`);
    case undefined:
      if (precision !== null) {
        const body = general(x, precision);
        return grouped(isFloat(value) && !/[.e]/.test(body) ? `${body}.0` : body);
      }
      return grouped(isFloat(value) ? floatText(x) : String(x));
    default:
      throw exception("ValueError", `Unknown format code '${type}' for object of type '${typeName(value)}'`);
  }
}

/** C's %g. */
function general(x: number, precision: number): string {
  const digits = Math.max(1, precision);
  if (x === 0) return "0";
  const exponent = Number(x.toExponential(digits - 1).split("e")[1]);
  if (exponent < -4 || exponent >= digits) return exponential(x.toExponential(digits - 1).replace(/\.?0+e/, "e"));
  const body = x.toFixed(Math.max(0, digits - 1 - exponent));
  return body.includes(".") ? body.replace(/\.?0+$/, "") : body;
}

/** "%d of %s" % values. */
export function percent(template: string, values: unknown, custom: Custom): string {
  const items = values instanceof Tuple ? [...values] : [values];
  let at = 0;
  const result = template.replaceAll(
    /%(?:\((\w+)\))?([-+ #0]*)(\d+|\*)?(?:\.(\d+))?([diouxXeEfFgGrsac%])/g,
    (
      _,
      key: string | undefined,
      flags: string,
      width: string | undefined,
      precision: string | undefined,
      type: string,
    ) => {
      if (type === "%") return "%";
      const value = key !== undefined && values instanceof Dict ? values.get(key) : items[at++];
      if (value === undefined) throw typeError("not enough arguments for format string");
      const plain = Tensor.isTensor(value)
        ? scalarOf(value)
        : value instanceof NdArray
          ? scalarOf(value.tensor)
          : value;
      const sized = `${flags.includes("-") ? "<" : type === "s" || type === "r" ? ">" : ""}${flags.includes("+") ? "+" : ""}${flags.includes("0") && !flags.includes("-") ? "0" : ""}${width ?? ""}`;
      if (type === "s" || type === "r")
        return format(
          type === "s" ? str(value, custom) : repr(value, custom),
          `${sized}${precision === undefined ? "" : `.${precision}`}`,
          custom,
        );
      if ("diu".includes(type)) {
        if (typeof plain === "string" || plain === null)
          throw typeError(`%d format: a real number is required, not ${typeName(value)}`);
        return format(Math.trunc(Number(plain)), `${sized}d`, custom);
      }
      if (typeof plain === "string" || plain === null) throw typeError(`must be real number, not ${typeName(value)}`);
      return format(plain, `${sized}${precision === undefined ? "" : `.${precision}`}${type}`, custom);
    },
  );
  if (values instanceof Tuple && at < items.length && !/%\(/.test(template))
    throw typeError("not all arguments converted during string formatting");
  if (!(values instanceof Tuple) && !(values instanceof Dict) && at === 0)
    throw typeError("not all arguments converted during string formatting");
  return result;
}
