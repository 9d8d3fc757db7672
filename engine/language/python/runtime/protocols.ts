/** @file Truth, iteration and length. */
import { Module } from "../../../nn/module.ts";
import { unbind } from "../../../ops/indexing/splitting.ts";
import { label } from "../../../ops/node-name.ts";
import { truthOf } from "../../../ops/tensor-methods.ts";
import { Float } from "../../../tensor/dtype.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { arrayRows, arrayTruth } from "./arrays/array-items.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { bind, call, none } from "./call.ts";
import { isInstance, PyClass } from "./classes.ts";
import { Dict, DictView, PySet } from "./dicts.ts";
import { exception, exceptions, PythonError, typeError } from "./exceptions.ts";
import { PyIterator } from "./iterators.ts";
import { Range } from "./sequences.ts";
import { lengthOf } from "./tensors.ts";
import { typeName } from "./type-name.ts";

export function truth(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  if (value === null || value === undefined) return false;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") return value !== "";
  if (value instanceof Float) return value.value !== 0;
  if (Tensor.isTensor(value)) return truthOf(value);
  if (value instanceof NdArray) return arrayTruth(value);
  if (Array.isArray(value) || value instanceof Range || value instanceof DictView) return value.length > 0;
  if (value instanceof Dict || value instanceof PySet) return value.size > 0;
  if (isInstance(value)) {
    for (const name of ["__bool__", "__len__"]) {
      const own = value.cls.lookup(name);
      if (own !== undefined) return truth(call(bind(own, value, name), [], none));
    }
  }
  return true;
}

export function iterate(value: unknown): Iterable<unknown> {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return liveItems(value);
  if (value instanceof Range || value instanceof PyIterator) return value;
  if (value instanceof Dict) return watched(value, () => value.size, "dictionary");
  if (value instanceof PySet) return watched(value, () => value.size, "Set");
  if (value instanceof DictView) return watched(value, () => value.length, "dictionary");
  if (value instanceof NdArray) return arrayRows(value);
  if (Tensor.isTensor(value)) {
    if (value.shape.length === 0) throw typeError("iteration over a 0-d tensor");
    const rows = unbind(value, 0);
    label(rows, "UnbindBackward0");
    return rows;
  }
  if (isInstance(value)) {
    const own = value.cls.lookup("__iter__");
    if (own !== undefined) return stepsOf(call(bind(own, value, "__iter__"), [], none));
    const item = value.cls.lookup("__getitem__");
    if (item !== undefined)
      return steps(
        counted((i) => call(bind(item, value, "__getitem__"), [i], none)),
        exceptions.IndexError,
      );
  }
  if (value instanceof Module && Symbol.iterator in value) return value as Module & Iterable<unknown>;
  if (value instanceof PyClass && value.enumeration !== null) return value.enumeration.values();
  throw typeError(`'${typeName(value)}' object is not iterable`);
}

/** What `__iter__` gives has to be an iterator itself: of the runtime's, or an object with `__next__`, perhaps the same one. */
function stepsOf(iterator: unknown): Iterable<unknown> {
  if (iterator instanceof PyIterator) return iterator;
  const next = isInstance(iterator) ? iterator.cls.lookup("__next__") : undefined;
  if (!isInstance(iterator) || next === undefined)
    throw typeError(`iter() returned non-iterator of type '${typeName(iterator)}'`);
  return steps(() => call(bind(next, iterator, "__next__"), [], none));
}

/** iter(x): an object of the user's is its own iterator, where it says so. */
export function iteratorOf(value: unknown): unknown {
  if (value instanceof PyIterator) return value;
  const own = isInstance(value) ? value.cls.lookup("__iter__") : undefined;
  if (!isInstance(value) || own === undefined) return new PyIterator(iterate(value), iteratorName(value));
  const iterator = call(bind(own, value, "__iter__"), [], none);
  stepsOf(iterator);
  return iterator;
}

function iteratorName(value: unknown): string {
  if (typeof value === "string") return "str_iterator";
  if (value instanceof DictView) return `dict_${{ keys: "key", values: "value", items: "item" }[value.what]}iterator`;
  if (value instanceof Dict) return "dict_keyiterator";
  const name = typeName(value);
  return ["list", "tuple", "range", "set"].includes(name) ? `${name}_iterator` : "iterator";
}

/** A dict or a set may not grow or shrink while it is gone through. */
function* watched(items: Iterable<unknown>, size: () => number, what: string): Iterable<unknown> {
  const before = size();
  for (const item of items) {
    if (size() !== before) throw exception("RuntimeError", `${what} changed size during iteration`);
    yield item;
  }
}

/** A list may grow while it is gone through. */
function* liveItems(list: readonly unknown[]): Iterable<unknown> {
  for (let i = 0; i < list.length; i++) yield list[i];
}

function counted(get: (i: number) => unknown): () => unknown {
  let i = 0;
  return () => get(i++);
}

export function* steps(next: () => unknown, end = exceptions.StopIteration): Iterable<unknown> {
  for (;;) {
    let value: unknown;
    try {
      value = next();
    } catch (error) {
      if (error instanceof PythonError && error.value.cls.isSubclassOf(end)) return;
      throw error;
    }
    yield value;
  }
}

export function length(value: unknown): number {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value) || value instanceof Range || value instanceof DictView) return value.length;
  if (value instanceof Dict || value instanceof PySet) return value.size;
  if (Tensor.isTensor(value)) return lengthOf(value);
  if (value instanceof NdArray) {
    if (value.tensor.shape.length === 0) throw typeError("len() of unsized object");
    return value.tensor.shape[0];
  }
  if (isInstance(value)) {
    const own = value.cls.lookup("__len__");
    if (own !== undefined) return Number(call(bind(own, value, "__len__"), [], none));
  }
  if (value instanceof Module && "length" in value && typeof value.length === "number") return value.length;
  if (value instanceof PyClass && value.enumeration !== null) return value.enumeration.size;
  throw typeError(`object of type '${typeName(value)}' has no len()`);
}
