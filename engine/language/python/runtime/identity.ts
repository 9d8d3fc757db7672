/** @file id(x) and hash(x): objects are told apart, and what is equal has one hash. Texts have other numbers in CPython, at each start. */
import { Float } from "../../../tensor/dtype.ts";
import { call, none, special } from "./call.ts";
import { isInstance } from "./classes.ts";
import { Dict, keyOf, PySet } from "./dicts.ts";
import { typeError } from "./exceptions.ts";
import { Tuple } from "./sequences.ts";
import { typeName } from "./type-name.ts";

const FIRST = 139_000_000_000_000;
const STEP = 16;

let given = 0;
const ofObjects = new WeakMap<object, number>();
/** Numbers and texts are the same object wherever they are equal. */
const ofValues = new Map<unknown, number>();

const fresh = (): number => FIRST + STEP * given++;

export function identity(value: unknown): number {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  const found = isObject ? ofObjects.get(value) : ofValues.get(value);
  if (found !== undefined) return found;
  const id = fresh();
  if (isObject) ofObjects.set(value, id);
  else ofValues.set(value, id);
  return id;
}

const LARGEST = 2 ** 52;

function hashOfText(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (hash * 1000003 + text.charCodeAt(i)) % LARGEST;
  return hash;
}

export function hashOf(value: unknown): number {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Float) return hashOf(value.value);
  if (typeof value === "number") {
    if (value === -1) return -2;
    if (Number.isInteger(value)) return value;
    return Number.isFinite(value) ? hashOfText(String(value)) : value > 0 ? 314159 : value < 0 ? -314159 : 0;
  }
  if (typeof value === "string") return hashOfText(`s${value}`);
  if (value instanceof Tuple) return hashOfText([...value].map((item) => String(hashOf(item))).join(","));
  if (Array.isArray(value) || value instanceof Dict || (value instanceof PySet && !value.isFrozen))
    throw typeError(`unhashable type: '${typeName(value)}'`);
  if (value instanceof PySet) return hashOfText(String(keyOf(value)));
  if (isInstance(value)) {
    const own = special(value, "__hash__");
    const hash = own === undefined || own === null ? undefined : call(own, [], none);
    if (hash !== undefined) return typeof hash === "string" ? hashOfText(hash) : Number(hash);
    if (own === null || (value.cls.lookup("__eq__") !== undefined && value.cls.enumeration === null))
      throw typeError(`unhashable type: '${typeName(value)}'`);
  }
  return identity(value) / STEP;
}
