/** @file x[key]: reading, setting and deleting. */

import { ModuleList, Sequential } from "../../../nn/layers.ts";
import { Module } from "../../../nn/module.ts";
import { asOperand } from "../../../ops/bind.ts";
import { ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { setitem as setTensorItem } from "../../../ops/in-place.ts";
import { indexLabel } from "../../../ops/indexing/index-label.ts";
import { getitem } from "../../../ops/indexing/indexing.ts";
import { label } from "../../../ops/node-name.ts";
import { Float, isFloating } from "../../../tensor/dtype.ts";
import { dataOf, nodeOf, Tensor } from "../../../tensor/tensor.ts";
import { arrayItem, setArrayItem } from "./arrays/array-items.ts";
import { NdArray } from "./arrays/nd-array.ts";
import { Grid } from "./arrays/numpy-creation.ts";
import { bind, call, none, special } from "./call.ts";
import { isInstance, PyClass, PyObject } from "./classes.ts";
import { Namespace } from "./constants.ts";
import { Counter, DefaultDict, Dict } from "./dicts.ts";
import { exception, typeError } from "./exceptions.ts";
import { isInt } from "./floats.ts";
import { ClassMethod } from "./functions.ts";
import { iterate } from "./protocols.ts";
import { Range, Size, Slice, Tuple } from "./sequences.ts";
import { indexOf } from "./tensors.ts";
import { str } from "./text.ts";
import { typeName } from "./type-name.ts";

const outOfRange = (what: string) => exception("IndexError", `${what} index out of range`);

function place(list: ArrayLike<unknown>, key: unknown, what: string): number {
  // A member of an IntEnum is its number.
  if (key instanceof PyObject && key.cls.enumeration !== null && typeof key.attributes.get("value") === "number")
    if (key.cls.lookup("__eq__") !== undefined) return place(list, key.attributes.get("value"), what);
  const own = special(key, "__index__");
  if (own !== undefined) return place(list, call(own, [], none), what);
  const index = Tensor.isTensor(key) && key.shape.length === 0 ? dataOf(key)[key.offset] : key;
  if (typeof index === "boolean") return place(list, Number(index), what);
  if (typeof index !== "number" || !Number.isInteger(index))
    throw typeError(`${what} indices must be integers or slices, not ${typeName(key)}`);
  const at = index < 0 ? index + list.length : index;
  if (at < 0 || at >= list.length) throw outOfRange(what);
  return at;
}

function sliced(size: number, { start, stop, step }: Slice): number[] {
  for (const each of [start, stop, step])
    if (each !== null && !isInt(each) && typeof each !== "boolean" && !Tensor.isTensor(each))
      throw typeError("slice indices must be integers or None or have an __index__ method");
  const by = step === null ? 1 : Number(step);
  if (by === 0) throw exception("ValueError", "slice step cannot be zero");
  const clip = (value: unknown, otherwise: number) => {
    if (value === null) return otherwise;
    const at = Number(value) < 0 ? Number(value) + size : Number(value);
    return by > 0 ? Math.min(Math.max(at, 0), size) : Math.min(Math.max(at, -1), size - 1);
  };
  const [from, to] = [clip(start, by > 0 ? 0 : size - 1), clip(stop, by > 0 ? size : -1)];
  const found: number[] = [];
  for (let i = from; by > 0 ? i < to : i > to; i += by) found.push(i);
  return found;
}

export function getitem_(owner: unknown, key: unknown): unknown {
  if (Tensor.isTensor(owner)) {
    const indices = indexOf(key);
    const chosen = getitem(owner, indices);
    if (chosen !== owner && nodeOf(chosen) !== null) label(chosen, indexLabel(indices));
    return chosen;
  }
  if (owner instanceof NdArray) return arrayItem(owner, key);
  if (owner instanceof Grid) return owner.at(key);
  if (ComplexTensor.isComplex(owner)) {
    const indices = indexOf(key);
    const part = (x: Tensor) => {
      const chosen = getitem(x, indices);
      if (nodeOf(chosen) !== null) label(chosen, indexLabel(indices));
      return chosen;
    };
    return new ComplexTensor(part(owner.real), part(owner.imag));
  }
  if (typeof owner === "string") {
    const letters = [...owner];
    return key instanceof Slice
      ? sliced(letters.length, key)
          .map((i) => letters[i])
          .join("")
      : letters[place(letters, key, "string")];
  }
  if (Array.isArray(owner)) {
    const what = owner instanceof Tuple ? "tuple" : "list";
    if (!(key instanceof Slice)) return owner[place(owner, key, what)];
    const items = sliced(owner.length, key).map((i): unknown => owner[i]);
    return owner instanceof Size ? Size.make(items) : owner instanceof Tuple ? Tuple.make(items) : items;
  }
  if (owner instanceof Dict) {
    if (owner instanceof Counter && !owner.has(key)) return 0;
    if (!owner.has(key)) {
      if (owner instanceof DefaultDict && owner.make !== null) owner.set(key, owner.make());
    }
    if (!owner.has(key)) {
      const error = exception("KeyError", "");
      error.value.attributes.set("args", Tuple.make([key]));
      throw error;
    }
    return owner.get(key);
  }
  if (owner instanceof Range) {
    const items = [...owner];
    return key instanceof Slice
      ? sliced(items.length, key).map((i) => items[i])
      : items[place(items, key, "range object")];
  }
  if (isInstance(owner)) {
    const own = owner.cls.lookup("__getitem__");
    if (own !== undefined) return call(bind(own, owner, "__getitem__"), [key], none);
  }
  if (owner instanceof PyClass && owner.enumeration !== null) {
    const member = typeof key === "string" ? owner.enumeration.get(key) : undefined;
    if (member === undefined) throw exception("KeyError", str(key));
    return member;
  }
  const subscripted = owner instanceof PyClass ? owner.lookup("__class_getitem__") : undefined;
  if (subscripted !== undefined)
    return call(subscripted instanceof ClassMethod ? subscripted.method : subscripted, [owner, key], none);
  // list[int], Optional[Tensor]: annotations.
  if (owner instanceof PyClass || owner instanceof Namespace) return owner;
  if (owner instanceof Module && Symbol.iterator in owner) {
    const children = [...(owner as Module & Iterable<Module>)];
    if (key instanceof Slice) {
      const chosen = sliced(children.length, key).map((i) => children[i]);
      return owner instanceof Sequential ? new Sequential(...chosen) : new ModuleList(chosen);
    }
    if (typeof key === "number" && (key >= children.length || key < -children.length))
      throw exception("IndexError", `index ${key} is out of range`);
    return children[place(children, key, "list")];
  }
  throw typeError(`'${typeName(owner)}' object is not subscriptable`);
}

export function setitem(owner: unknown, key: unknown, value: unknown): null {
  if (Tensor.isTensor(owner)) setTensorItem(owner, indexOf(key), tensorValue(owner, value));
  else if (owner instanceof NdArray) setArrayItem(owner, key, value);
  else if (owner instanceof Dict) owner.set(key, value);
  else if (owner instanceof Tuple) throw typeError(`'${typeName(owner)}' object does not support item assignment`);
  else if (Array.isArray(owner)) {
    if (key instanceof Slice) {
      const items = [...iterate(value)];
      const places = sliced(owner.length, key);
      if (key.step === null || Number(key.step) === 1)
        owner.splice(places[0] ?? Number(key.start ?? owner.length), places.length, ...items);
      else for (const [i, at] of places.entries()) owner[at] = items[i];
    } else owner[place(owner, key, "list assignment")] = value;
  } else if (isInstance(owner) && owner.cls.lookup("__setitem__") !== undefined)
    call(bind(owner.cls.lookup("__setitem__"), owner, "__setitem__"), [key, value], none);
  else throw typeError(`'${typeName(owner)}' object does not support item assignment`);
  return null;
}

function tensorValue(owner: Tensor, value: unknown): Tensor | number {
  if (Tensor.isTensor(value) || typeof value === "number") return value;
  if (value instanceof NdArray) return value.tensor;
  if (value instanceof Float || typeof value === "boolean") return asOperand(value, isFloating(owner.dtype));
  throw typeError(
    `can't assign a ${typeName(value)} to a torch.${owner.dtype === "float32" ? "Float" : owner.dtype === "float64" ? "Double" : "Long"}Tensor`,
  );
}

export function delitem(owner: unknown, key: unknown): null {
  if (owner instanceof Dict) {
    if (!owner.delete(key)) {
      const error = exception("KeyError", "");
      error.value.attributes.set("args", Tuple.make([key]));
      throw error;
    }
  } else if (Array.isArray(owner) && !(owner instanceof Tuple)) {
    if (key instanceof Slice) for (const at of sliced(owner.length, key).sort((a, b) => b - a)) owner.splice(at, 1);
    else owner.splice(place(owner, key, "list assignment"), 1);
  } else throw typeError(`'${typeName(owner)}' object doesn't support item deletion`);
  return null;
}
