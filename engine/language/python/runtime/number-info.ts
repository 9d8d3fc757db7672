/** @file torch.finfo and torch.iinfo: the limits of a dtype. */
import { defaultDType } from "../../../tensor/dtype.ts";
import { PyClass, PyObject } from "./classes.ts";
import { DTypeObject } from "./constants.ts";
import { object, typeError } from "./exceptions.ts";
import { float } from "./floats.ts";
import { native } from "./native.ts";
import { floatText } from "./format.ts";
import { typeName } from "./type-name.ts";

/** Bits of the exponent and of the fraction. */
const floats: Readonly<Record<string, readonly [exponent: number, fraction: number, resolution: number]>> = {
  float16: [5, 10, 1e-3],
  bfloat16: [8, 7, 1e-2],
  float32: [8, 23, 1e-6],
  float64: [11, 52, 1e-15],
};

const integers: Readonly<Record<string, readonly [bits: number, isSigned: boolean]>> = {
  uint8: [8, false],
  int8: [8, true],
  int16: [16, true],
  int32: [32, true],
  int64: [64, true],
};

function infoClass(
  name: string,
  facts: (dtype: string) => Readonly<Record<string, unknown>> | null,
  refusal: string,
): PyClass {
  const cls = new PyClass(name, [object], "torch");
  cls.construct = ([given], keywords) => {
    const wanted = given ?? keywords?.type ?? keywords?.dtype ?? (name === "finfo" ? defaultDType() : undefined);
    const dtype = wanted instanceof DTypeObject ? wanted.name : wanted === defaultDType() ? defaultDType() : null;
    if (dtype === null)
      throw typeError(`${name}(): argument 'type' (position 1) must be torch.dtype, not ${typeName(wanted)}`);
    const found = facts(dtype);
    if (found === null) throw typeError(refusal);
    const made = new PyObject(cls);
    for (const [key, value] of Object.entries({ ...found, dtype })) made.attributes.set(key, value);
    return made;
  };
  cls.members.set(
    "__repr__",
    native("__repr__", ([self]) => {
      const { attributes } = self as PyObject;
      const shown = name === "finfo" ? ["resolution", "min", "max", "eps", "smallest_normal", "tiny"] : ["min", "max"];
      const said = shown.map((key) => `${key}=${short(Number(attributes.get(key)))}`);
      return `${name}(${[...said, `dtype=${String(attributes.get("dtype"))}`].join(", ")})`;
    }),
  );
  return cls;
}

/** Six digits, as C++ writes numbers. */
const short = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e6
    ? String(value)
    : floatText(Number(value.toPrecision(6))).replace(/\.0$/, "");

export const finfo = infoClass(
  "finfo",
  (dtype) => {
    if (!Object.hasOwn(floats, dtype)) return null;
    const [exponent, fraction, resolution] = floats[dtype];
    const most = 2 ** (exponent - 1) - 1;
    const max = (2 - 2 ** -fraction) * 2 ** most;
    const tiny = float(2 ** (1 - most));
    return {
      bits: 1 + exponent + fraction,
      eps: float(2 ** -fraction),
      max: float(max),
      min: float(-max),
      tiny,
      smallest_normal: tiny,
      resolution: float(resolution),
    };
  },
  "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'",
);

export const iinfo = infoClass(
  "iinfo",
  (dtype) => {
    if (!Object.hasOwn(integers, dtype)) return null;
    const [bits, isSigned] = integers[dtype];
    const span = 2 ** (isSigned ? bits - 1 : bits);
    return { bits, min: isSigned ? -span : 0, max: span - 1 };
  },
  "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'",
);
