/** @file What may be a key, and what objects of the user's are found by. */
import { call, none, special } from "./call.ts";
import { isInstance } from "./classes.ts";
import { Dict, keyOf, PySet, provideKeys } from "./dicts.ts";
import { typeError } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { typeName } from "./type-name.ts";

function keyOfObject(key: object): unknown {
  if (isInstance(key)) {
    const isValue = key.cls.enumeration !== null && key.cls.lookup("__eq__") instanceof Native;
    if (isValue) return keyOf(key.attributes.get("value"));
    if (special(key, "__hash__") !== undefined)
      return `${key.cls.name}#${String(call(special(key, "__hash__"), [], none))}`;
    const isPlain = key.cls.lookup("__eq__") === undefined || key.cls.enumeration !== null;
    if (isPlain) return key;
    throw typeError(`unhashable type: '${typeName(key)}'`);
  }
  if (Array.isArray(key) || key instanceof Dict || key instanceof PySet)
    throw typeError(`unhashable type: '${typeName(key)}'`);
  return key;
}

provideKeys(keyOfObject);
