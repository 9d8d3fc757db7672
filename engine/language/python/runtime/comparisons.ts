/** @file Comparisons, equality, containment and identity. */
import { eq, ge, gt, le, lt, ne } from "../../../ops/comparison/compare.ts";
import { Float } from "../../../tensor/dtype.ts";
import { dataOf, Tensor } from "../../../tensor/tensor.ts";
import { dtypeOfArray } from "./array-dtype.ts";
import { arrayOperator } from "./arrays/array-arithmetic.ts";
import { ArrayDType, NdArray } from "./arrays/nd-array.ts";
import { call, none, special } from "./call.ts";
import { isInstance } from "./classes.ts";
import { complexComparison, isComplexValue } from "./complex-values.ts";
import { DTypeObject, NumpyType } from "./constants.ts";
import { Dict, PySet } from "./dicts.ts";
import { typeError } from "./exceptions.ts";
import { isNumeric } from "./numbers.ts";
import { notImplemented, operand, plainOf, type TensorOp } from "./operators.ts";
import { iterate, truth } from "./protocols.ts";
import { Range, Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

const reflections: Readonly<Record<string, string>> = { lt: "gt", le: "ge", gt: "lt", ge: "le", eq: "eq", ne: "ne" };

const comparisonSymbols: Readonly<Record<string, string>> = { lt: "<", le: "<=", gt: ">", ge: ">=" };

const tensorComparisons: Readonly<Record<string, TensorOp>> = { lt, le, gt, ge, eq, ne };

/** `a < b` and the like, as `operator`. */
export function comparison(name: string): (a: unknown, b: unknown) => unknown {
  const op = tensorComparisons[name];
  return (a, b) =>
    Tensor.isTensor(a) && (typeof b === "number" || Tensor.isTensor(b)) ? op(a, b) : compare(name, a, b);
}

export function compare(name: string, a: unknown, b: unknown): unknown {
  if (isComplexValue(a) || isComplexValue(b)) return complexComparison(name, a, b);
  if ((a instanceof NdArray || b instanceof NdArray) && !isInstance(a) && !isInstance(b)) {
    const compared = arrayOperator(name, a, b);
    if (compared !== undefined) return compared;
    if (name === "eq" || name === "ne") return name === "ne";
    throw typeError(
      `'${comparisonSymbols[name]}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`,
    );
  }
  if (Tensor.isTensor(a) || Tensor.isTensor(b)) {
    const tensor = Tensor.isTensor(a) ? a : b;
    const [left, right] = Tensor.isTensor(tensor) ? [operand(a, tensor), operand(b, tensor)] : [undefined, undefined];
    if (left !== undefined && right !== undefined) return tensorComparisons[name](left, right);
    if (name === "eq") return a === b;
    if (name === "ne") return a !== b;
    throw typeError(
      `'${comparisonSymbols[name]}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`,
    );
  }
  const own = special(a, `__${name}__`);
  if (own !== undefined) {
    const result = call(own, [b], none);
    if (result !== notImplemented) return result;
  }
  const reflected = special(b, `__${reflections[name]}__`);
  if (reflected !== undefined) {
    const result = call(reflected, [a], none);
    if (result !== notImplemented) return result;
  }
  if (name === "eq") return equals(a, b);
  if (name === "ne") {
    const equal = special(a, "__eq__");
    return equal === undefined ? !equals(a, b) : !truth(call(equal, [b], none));
  }
  const [left, right] = [plainOf(a), plainOf(b)];
  if (left !== a || right !== b) return compare(name, left, right);
  if (a instanceof PySet && b instanceof PySet) return setOrder(name, a, b);
  const order = ordered(a, b, name);
  if (Number.isNaN(order)) return false;
  return name === "lt" ? order < 0 : name === "le" ? order <= 0 : name === "gt" ? order > 0 : order >= 0;
}

/** For sets, less is being contained. */
function setOrder(name: string, a: PySet, b: PySet): boolean {
  const [small, large] = name === "lt" || name === "le" ? [a, b] : [b, a];
  const isWithin = [...small].every((item) => large.has(item));
  return isWithin && (name === "le" || name === "ge" || small.size < large.size);
}

function ordered(a: unknown, b: unknown, name: string): number {
  if (isNumeric(a) && isNumeric(b))
    return (
      Number(a) - Number(b) ||
      (Number(a) === Number(b)
        ? 0
        : Number.isNaN(Number(a)) || Number.isNaN(Number(b))
          ? Number.NaN
          : Number(a) < Number(b)
            ? -1
            : 1)
    );
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) if (!equals(a[i], b[i])) return ordered(a[i], b[i], name);
    return a.length - b.length;
  }
  throw typeError(
    `'${comparisonSymbols[name] ?? "<"}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`,
  );
}

/** For sorting: by `<`, of tensors too. */
export function compareBy(a: unknown, b: unknown): number {
  if (truth(compare("lt", a, b))) return -1;
  return truth(compare("lt", b, a)) ? 1 : 0;
}

export function equals(a: unknown, b: unknown): boolean {
  if (a === b) return !(typeof a === "number" && Number.isNaN(a));
  if (isNumeric(a) && isNumeric(b)) return Number(a) === Number(b);
  if (a instanceof ArrayDType || b instanceof ArrayDType || (a instanceof NumpyType && b instanceof NumpyType))
    return sameDType(a, b);
  if (a instanceof NdArray || b instanceof NdArray) return truth(compare("eq", a, b));
  if (Tensor.isTensor(a) || Tensor.isTensor(b) || isInstance(a) || isInstance(b)) {
    if (isInstance(a) && special(a, "__eq__") === undefined) return false;
    if (!isInstance(a) && !Tensor.isTensor(a) && isInstance(b) && special(b, "__eq__") === undefined) return false;
    return truth(compare("eq", a, b));
  }
  if (Array.isArray(a) && Array.isArray(b))
    return (
      a instanceof Tuple === b instanceof Tuple && a.length === b.length && a.every((item, i) => equals(item, b[i]))
    );
  if (a instanceof Dict && b instanceof Dict)
    return a.size === b.size && a.entries().every(([key, value]) => b.has(key) && equals(value, b.get(key)));
  if (a instanceof PySet && b instanceof PySet) return a.size === b.size && [...a].every((item) => b.has(item));
  if (a instanceof Range && b instanceof Range) return a.start === b.start && a.stop === b.stop && a.step === b.step;
  return false;
}

/** An array's dtype equals whatever NumPy takes for the same. */
function sameDType(a: unknown, b: unknown): boolean {
  const named = (value: unknown) =>
    value instanceof ArrayDType ||
    typeof value === "string" ||
    value instanceof NumpyType ||
    !(value instanceof DTypeObject);
  return named(a) && named(b) && a !== null && b !== null && dtypeOfArray(a) === dtypeOfArray(b);
}

export function contains(item: unknown, container: unknown): boolean {
  if (typeof container === "string") {
    if (typeof item !== "string")
      throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
    return container.includes(item);
  }
  if (container instanceof Dict || container instanceof PySet) return container.has(item);
  const own = special(container, "__contains__");
  if (own !== undefined) return truth(call(own, [item], none));
  if (container instanceof NdArray) {
    const same = compare("eq", container, item);
    return same instanceof NdArray && Array.from(dataOf(same.tensor)).some((each) => each !== 0);
  }
  if (Tensor.isTensor(container)) {
    const same = compare("eq", container, item);
    return Tensor.isTensor(same) && Array.from(dataOf(same)).some((each) => each !== 0);
  }
  for (const each of iterate(container)) if (equals(each, item)) return true;
  return false;
}

export function identical(a: unknown, b: unknown): boolean {
  return (
    a === b || (a instanceof Float && b instanceof Float && a.value === b.value) || (Number.isNaN(a) && Number.isNaN(b))
  );
}
