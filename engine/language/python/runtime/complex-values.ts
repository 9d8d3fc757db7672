/** @file Complex numbers and complex tensors in Python. */
import { ComplexNumber, ComplexTensor, nameComplex } from "../../../ops/complex/complex-tensor.ts";
import { Float } from "../../../tensor/dtype.ts";
import { numelOf } from "../../../tensor/shape.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { torch } from "../../../torch.ts";
import { exception } from "./exceptions.ts";
import { float } from "./floats.ts";
import { Native } from "./functions.ts";
import { Size } from "./sequences.ts";
import { callEngine, dtypeObjects } from "./tensors.ts";

export const isComplexValue = (value: unknown): value is ComplexTensor | ComplexNumber =>
  ComplexTensor.isComplex(value) || value instanceof ComplexNumber;

type Function_ = (...args: never[]) => unknown;
const torchFunction = (name: string): Function_ | undefined => {
  const found: unknown = Reflect.get(torch, name);
  return typeof found === "function" ? (found as Function_) : undefined;
};

const numberOf = (value: unknown): ComplexNumber | null => {
  if (value instanceof ComplexNumber) return value;
  return typeof value === "number" || value instanceof Float ? new ComplexNumber(Number(value), 0) : null;
};

/** Two numbers of which one is complex. */
function ofNumbers(name: string, a: ComplexNumber, b: ComplexNumber): ComplexNumber | undefined {
  switch (name) {
    case "add":
      return new ComplexNumber(a.re + b.re, a.im + b.im);
    case "sub":
      return new ComplexNumber(a.re - b.re, a.im - b.im);
    case "mul":
      return new ComplexNumber(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
    case "div": {
      const size = b.re * b.re + b.im * b.im;
      return new ComplexNumber((a.re * b.re + a.im * b.im) / size, (a.im * b.re - a.re * b.im) / size);
    }
    default:
      return undefined;
  }
}

/** undefined where there is no such operator. */
export function complexOperator(name: string, a: unknown, b: unknown): unknown {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return ofNumbers(name, x, y);
  const f = torchFunction(name);
  if (
    f === undefined ||
    ![a, b].every((each) => isComplexValue(each) || Tensor.isTensor(each) || numberOf(each) !== null)
  )
    return undefined;
  const result = callEngine(f, undefined, [a, b], null);
  // PyTorch multiplies by the reciprocal.
  if (name === "div" && x !== null && ComplexTensor.isComplex(result)) nameComplex(result, "MulBackward0");
  return result;
}

export function complexNegative(value: ComplexTensor | ComplexNumber): unknown {
  if (value instanceof ComplexNumber) return new ComplexNumber(-value.re, -value.im);
  return callEngine(torchFunction("neg") as Function_, undefined, [value], null);
}

/** z == w, and the refusals of what has no order. */
export function complexComparison(name: string, a: unknown, b: unknown): unknown {
  if (a instanceof ComplexNumber || b instanceof ComplexNumber) {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (x !== null && y !== null) {
      const isSame = x.re === y.re && x.im === y.im;
      if (name === "eq" || name === "ne") return (name === "eq") === isSame;
    }
  }
  return callEngine(torchFunction(name) as Function_, undefined, [a, b], null);
}

/** What a complex tensor answers to. */
export function complexAttribute(z: ComplexTensor, name: string): unknown {
  switch (name) {
    case "shape":
      return Size.make(z.shape);
    case "dtype":
      return dtypeObjects.get(z.dtype);
    case "real":
    case "imag":
      return callEngine(torchFunction(name) as Function_, undefined, [z], null);
    case "grad":
    case "requires_grad":
    case "is_leaf":
    case "ndim":
    case "device":
      return z[name];
    case "T":
    case "mT":
      return callEngine(torchFunction("transpose") as Function_, undefined, [z, -2, -1], null);
    case "backward":
      return new Native(name, () => {
        throw exception(
          "RuntimeError",
          numelOf(z.shape) === 1
            ? `grad can be implicitly created only for real scalar outputs but got torch.${z.dtype}`
            : "grad can be implicitly created only for scalar outputs",
        );
      });
    case "is_complex":
      return new Native(name, () => true);
    case "is_floating_point":
      return new Native(name, () => false);
    case "requires_grad_":
      return new Native(name, ([on]) => {
        z.requires_grad = on !== false;
        return z;
      });
    case "size":
      return new Native(name, ([dim]) =>
        dim === undefined ? Size.make(z.shape) : z.shape[Number(dim) < 0 ? Number(dim) + z.shape.length : Number(dim)],
      );
    case "item":
      return new Native(name, () => new ComplexNumber(Number(itemOf(z.real)), Number(itemOf(z.imag))));
  }
  if (name.startsWith("_") || name === "constructor") return undefined;
  const method: unknown = Reflect.get(z, name);
  if (typeof method !== "function") return undefined;
  return new Native(name, (args, keywords) => callEngine(method as Function_, z, args, keywords));
}

const itemOf = (x: Tensor): unknown => Reflect.apply(Reflect.get(x, "item"), x, []);

/** A part of a complex number. */
export function numberAttribute(value: ComplexNumber, name: string): unknown {
  if (name === "real") return float(value.re);
  if (name === "imag") return float(value.im);
  return name === "conjugate" ? new Native(name, () => new ComplexNumber(value.re, -value.im)) : undefined;
}

/** (1+2j), and 2j where there is no real part. */
export function complexNumberText({ re, im }: ComplexNumber): string {
  const plain = (x: number) => (Number.isInteger(x) ? String(x) : String(x));
  if (re === 0 && !Object.is(re, -0)) return `${plain(im)}j`;
  return `(${plain(re)}${im < 0 ? "" : "+"}${plain(im)}j)`;
}
