/** @file Python's arithmetic operators: on numbers, on tensors (where they become the engine's ops), on sequences, on the user's objects. */
import { ModuleList } from "../../../nn/layers.ts";
import { Module } from "../../../nn/module.ts";
import { asOperand } from "../../../ops/bind.ts";
import { matmul } from "../../../ops/blas/linear-algebra.ts";
import { matmulLabel } from "../../../ops/blas/product-labels.ts";
import { logical_not } from "../../../ops/comparison/compare.ts";
import { overwrite } from "../../../ops/in-place.ts";
import { add, div, mul, sub } from "../../../ops/pointwise/arithmetic.ts";
import { bitwise_and, bitwise_not, bitwise_or, bitwise_xor } from "../../../ops/pointwise/bitwise.ts";
import { floor_divide } from "../../../ops/pointwise/floor-divide.ts";
import { pow } from "../../../ops/pointwise/pow.ts";
import { remainder } from "../../../ops/pointwise/remainder.ts";
import { neg, positive } from "../../../ops/pointwise/unary.ts";
import { Float, isFloating } from "../../../tensor/dtype.ts";
import { EngineError } from "../../../tensor/errors.ts";
import { nodeOf, Tensor } from "../../../tensor/tensor.ts";
import { seenByNumpy } from "./arrays/adapted.ts";
import { arrayAugmented, arrayOperator, arrayUnary, isNumpy } from "./arrays/array-arithmetic.ts";
import { NdArray, NumpyFloat } from "./arrays/nd-array.ts";
import { call, none, special } from "./call.ts";
import { isInstance, PyObject } from "./classes.ts";
import { complexNegative, complexOperator, isComplexValue } from "./complex-values.ts";
import { NotImplemented } from "./constants.ts";
import { Counter, Dict, PySet } from "./dicts.ts";
import { PythonError, typeError } from "./exceptions.ts";
import { float } from "./floats.ts";
import { percent } from "./format.ts";
import { arithmetic, bitwise, isIntegral, isNumeric } from "./numbers.ts";
import { iterate } from "./protocols.ts";
import { Size, Tuple } from "./sequences.ts";
import { custom } from "./text.ts";
import { typeName } from "./type-name.ts";
import { unionOf } from "./unions.ts";

/** What a special method returns that leaves the operands to the other one. */
export const notImplemented = new NotImplemented();

/** Members of an enum that are numbers or text as well, by their value. */
export function plainOf(value: unknown): unknown {
  if (!(value instanceof PyObject) || value.cls.enumeration === null) return value;
  return value.cls.mro.some(
    ({ name }) => name === "IntEnum" || name === "StrEnum" || name === "str" || name === "int" || name === "float",
  )
    ? value.attributes.get("value")
    : value;
}

type Operand = Tensor | number;

export type TensorOp = (a: Operand, b: Operand) => Tensor;

const symbols: Readonly<Record<string, string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  div: "/",
  floordiv: "//",
  mod: "%",
  pow: "** or pow()",
  matmul: "@",
  and: "&",
  or: "|",
  xor: "^",
  lshift: "<<",
  rshift: ">>",
};

const specials: Readonly<Record<string, string>> = { div: "truediv" };

const tensorOps: Readonly<Record<string, TensorOp>> = {
  add,
  sub,
  mul,
  div,
  floordiv: floor_divide,
  mod: remainder,
  pow,
  and: bitwise_and,
  or: bitwise_or,
  xor: bitwise_xor,
};

/** A number beside a tensor; undefined for what no tensor takes. */
export function operand(value: unknown, other: Tensor): Operand | undefined {
  if (Tensor.isTensor(value) || typeof value === "number") return value;
  if (value instanceof Float || typeof value === "boolean") return asOperand(value, isFloating(other.dtype));
  return undefined;
}

const unsupported = (name: string, a: unknown, b: unknown) =>
  typeError(`unsupported operand type(s) for ${symbols[name]}: '${typeName(a)}' and '${typeName(b)}'`);

/** `a + b` and the like. A tensor beside a tensor or a number, which is what losses are made of, goes straight to the op. */
export function operator(name: string): (a: unknown, b: unknown) => unknown {
  const op = tensorOps[name];
  // What a power is called on the tape depends on which side a number stands.
  if (op === undefined || name === "pow") return (a, b) => binary(name, a, b);
  // A number less a tensor has a name of its own on the tape.
  const takesNumberFirst = name !== "sub";
  return (a, b) => {
    if (Tensor.isTensor(a)) {
      if (typeof b === "number" || Tensor.isTensor(b)) return op(a, b);
    } else if (typeof a === "number" && takesNumberFirst && Tensor.isTensor(b)) return op(a, b);
    return binary(name, a, b);
  };
}

export function binary(name: string, a: unknown, b: unknown): unknown {
  const arePlain = typeof a === "number" && typeof b === "number";
  if (!arePlain && (isNumpy(a) || isNumpy(b)) && !isInstance(a) && !isInstance(b)) {
    const computed = numpyOperator(name, a, b);
    if (computed !== undefined) return computed;
  }
  if (isNumeric(a) && isNumeric(b)) {
    const compute = arithmetic[name];
    if (compute !== undefined) return compute(a, b);
    if (isIntegral(a) && isIntegral(b) && bitwise[name] !== undefined) {
      const value = bitwise[name](Number(a), Number(b));
      return typeof a === "boolean" && typeof b === "boolean" && !name.endsWith("shift") ? value !== 0 : value;
    }
    throw unsupported(name, a, b);
  }
  const union = name === "or" ? unionOf(a, b) : undefined;
  if (union !== undefined) return union;
  if (isInstance(a) || isInstance(b)) return ownOperator(name, a, b);
  if (isComplexValue(a) || isComplexValue(b)) {
    const computed = complexOperator(name, a, b);
    if (computed !== undefined) return computed;
    throw unsupported(name, a, b);
  }
  if (Tensor.isTensor(a)) return tensorOperator(name, a, b, a);
  if (Tensor.isTensor(b)) {
    if (typeof a === "string" && name === "add") throw typeError('can only concatenate str (not "Tensor") to str');
    if (typeof a === "string" && name === "mod") return percent(a, b, custom);
    return tensorOperator(name, a, b, b);
  }
  const other = sequenceOperator(name, a, b);
  if (other !== undefined) return other;
  if (name === "add" && typeof a === "string")
    throw typeError(`can only concatenate str (not "${typeName(b)}") to str`);
  if (name === "mul" && (Array.isArray(a) || typeof a === "string"))
    throw typeError(`can't multiply sequence by non-int of type '${typeName(b)}'`);
  if (name === "mul" && (Array.isArray(b) || typeof b === "string"))
    throw typeError(`can't multiply sequence by non-int of type '${typeName(a)}'`);
  throw unsupported(name, a, b);
}

/** Beside a tensor an array on the right is one too, for numbers are not compared across; undefined for scalars beside anything but numbers. */
function numpyOperator(name: string, a: unknown, b: unknown): unknown {
  if (Tensor.isTensor(a) && b instanceof NdArray) {
    seenByNumpy(a);
    return binary(name, a, b.tensor);
  }
  if (name === "mod" && typeof a === "string") return percent(a, b, custom);
  const computed = arrayOperator(name, a, b);
  if (computed !== undefined) return computed;
  if (a instanceof NdArray || b instanceof NdArray) throw unsupported(name, a, b);
  return undefined;
}

function tensorOperator(name: string, a: unknown, b: unknown, tensor: Tensor): Tensor {
  const [left, right] = [operand(a, tensor), operand(b, tensor)];
  if (left === undefined || right === undefined) {
    // A list asks the tensor how often it is to be repeated.
    if (name === "mul" && [a, b].some((each) => typeof each === "string" || Array.isArray(each)))
      throw typeError("only integer tensors of a single element can be converted to an index");
    throw unsupported(name, a, b);
  }
  if (name === "matmul") {
    if (Tensor.isTensor(left) && Tensor.isTensor(right)) {
      const product = matmul(left, right);
      const node = nodeOf(product);
      if (node !== null) node.label = matmulLabel(left, right);
      return product;
    }
    throw typeError(
      `matmul(): argument 'tensor2' (position 1) must be Tensor, not ${typeName(Tensor.isTensor(left) ? b : a)}`,
    );
  }
  const op = tensorOps[name];
  if (op === undefined) throw unsupported(name, a, b);
  const result = op(left, right);
  const node = nodeOf(result);
  if (node === null) return result;
  if (name === "pow")
    node.label = !Tensor.isTensor(left) ? "PowBackward2" : Tensor.isTensor(right) ? "PowBackward1" : "PowBackward0";
  else if (!Tensor.isTensor(left)) {
    if (name === "sub") node.label = "RsubBackward1";
    else if (name === "div") node.label = "MulBackward0";
  }
  return result;
}

/** __add__ of the left operand, else __radd__ of the right one. */
function ownOperator(name: string, a: unknown, b: unknown): unknown {
  const word = specials[name] ?? name;
  const own = special(a, `__${word}__`);
  if (own !== undefined) {
    const result = call(own, [b], none);
    if (result !== notImplemented) return result;
  }
  const reflected = special(b, `__r${word}__`);
  if (reflected !== undefined) {
    const result = call(reflected, [a], none);
    if (result !== notImplemented) return result;
  }
  const [left, right] = [plainOf(a), plainOf(b)];
  if (left !== a || right !== b) return binary(name, left, right);
  throw unsupported(name, a, b);
}

function sequenceOperator(name: string, a: unknown, b: unknown): unknown {
  if (name === "add") {
    if (typeof a === "string") {
      if (typeof b === "string") return a + b;
      throw typeError(`can only concatenate str (not "${typeName(b)}") to str`);
    }
    if (a instanceof Tuple && b instanceof Tuple)
      return a instanceof Size || b instanceof Size ? Size.make([...a, ...b]) : Tuple.make([...a, ...b]);
    if (Array.isArray(a) && Array.isArray(b) && !(a instanceof Tuple) && !(b instanceof Tuple)) return [...a, ...b];
    if (Array.isArray(a)) {
      if (a instanceof Size) throw typeError(`can only concatenate tuple (not ${typeName(b)}) to torch.Size`);
      const name = a instanceof Tuple ? "tuple" : typeName(a);
      throw typeError(`can only concatenate ${name} (not "${typeName(b)}") to ${name}`);
    }
  }
  if (name === "mul") {
    const [sequence, times] = isIntegral(b) ? [a, b] : [b, a];
    if (isIntegral(times)) {
      const count = Math.max(0, Number(times));
      if (typeof sequence === "string") return sequence.repeat(count);
      if (Array.isArray(sequence)) {
        const items = Array.from({ length: count }, (): unknown[] => [...sequence]).flat();
        return sequence instanceof Tuple ? Tuple.make(items) : items;
      }
    } else if (typeof sequence === "string" || Array.isArray(sequence))
      throw typeError(`can't multiply sequence by non-int of type '${typeName(times)}'`);
  }
  if (name === "mod" && typeof a === "string") return percent(a, b, custom);
  if (a instanceof Counter && b instanceof Counter && (name === "add" || name === "sub")) {
    const sum = new Counter(a.entries());
    for (const [key, value] of b.entries()) sum.set(key, binary(name, sum.get(key) ?? 0, value));
    return new Counter(sum.entries().filter(([, count]) => Number(count) > 0));
  }
  if (name === "or" && a instanceof Dict && b instanceof Dict) return new Dict([...a.entries(), ...b.entries()]);
  if (a instanceof PySet && b instanceof PySet) {
    if (name === "or") return new PySet([...a, ...b]);
    if (name === "and") return new PySet([...a].filter((item) => b.has(item)));
    if (name === "sub") return new PySet([...a].filter((item) => !b.has(item)));
    if (name === "xor")
      return new PySet([...[...a].filter((item) => !b.has(item)), ...[...b].filter((item) => !a.has(item))]);
  }
  return undefined;
}

/** `a += b`: tensors and lists are changed in place. */
export function augmented(name: string, a: unknown, b: unknown): unknown {
  if (a instanceof NdArray) {
    const written = arrayAugmented(name, a, b);
    return written === undefined ? binary(name, a, b) : written;
  }
  if (Tensor.isTensor(a) && b instanceof NdArray) {
    seenByNumpy(a);
    return augmented(name, a, b.tensor);
  }
  if (Tensor.isTensor(a) && name !== "matmul") {
    const right = operand(b, a);
    const op = tensorOps[name];
    if (right === undefined || op === undefined)
      throw typeError(
        unsupported(name, a, b).message.replace(
          `for ${symbols[name]}:`,
          `for ${name === "pow" ? "**" : symbols[name]}=:`,
        ),
      );
    return overwrite(`${name}_`, a, (before) => op(before, right));
  }
  const own = special(a, `__i${specials[name] ?? name}__`);
  if (own !== undefined) return call(own, [b], none);
  if (name === "add" && Array.isArray(a) && !(a instanceof Tuple)) {
    a.push(...iterate(b));
    return a;
  }
  if (name === "add" && a instanceof ModuleList)
    return a.extend([...iterate(b)].filter((each): each is Module => each instanceof Module));
  if (name === "or" && a instanceof Dict && b instanceof Dict) {
    for (const [key, value] of b.entries()) a.set(key, value);
    return a;
  }
  try {
    return binary(name, a, b);
  } catch (error) {
    throw error instanceof PythonError && error.type === "TypeError" && error.message.startsWith("unsupported operand")
      ? typeError(error.message.replace(`for ${symbols[name]}:`, `for ${name === "pow" ? "**" : symbols[name]}=:`))
      : error;
  }
}

export function negative(value: unknown): unknown {
  if (isComplexValue(value)) return complexNegative(value);
  if (value instanceof NdArray) return arrayUnary("neg", value);
  if (value instanceof NumpyFloat) return new NumpyFloat(-value.value, value.dtype);
  if (isNumeric(value))
    return value instanceof Float || !isIntegral(value) ? float(-Number(value)) : -Number(value) || 0;
  if (Tensor.isTensor(value)) {
    if (value.dtype === "bool")
      throw new EngineError({
        type: "RuntimeError",
        code: "dtype",
        op: "neg",
        message: "neg: bools have no negative",
        hint: "For the opposite of a mask use ~mask.",
        pytorch:
          "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
      });
    return neg(value);
  }
  return unarySpecial("-", "neg", value);
}

export function plus(value: unknown): unknown {
  if (value instanceof NdArray) return arrayUnary("pos", value);
  if (isNumeric(value)) return typeof value === "boolean" ? Number(value) : value;
  return Tensor.isTensor(value) ? positive(value) : unarySpecial("+", "pos", value);
}

export function invert(value: unknown): unknown {
  if (value instanceof NdArray) return arrayUnary("invert", value);
  if (Tensor.isTensor(value) && isFloating(value.dtype))
    throw typeError("~ (operator.invert) is only implemented on integer and Boolean-type tensors");
  if (isIntegral(value)) return -Number(value) - 1;
  if (Tensor.isTensor(value)) return value.dtype === "bool" ? logical_not(value) : bitwise_not(value);
  return unarySpecial("~", "invert", value);
}

function unarySpecial(symbol: string, name: string, value: unknown): unknown {
  const own = special(value, `__${name}__`);
  if (own !== undefined) return call(own, [], none);
  throw typeError(`bad operand type for unary ${symbol}: '${typeName(value)}'`);
}
