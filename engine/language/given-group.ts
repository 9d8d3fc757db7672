/** @file Tensors in the lists, tuples, dicts and objects that a loss takes them in: Python's, or JavaScript's arrays and plain objects. */
import type { Group } from "./held.ts";
import { PyObject } from "./python/runtime/classes.ts";
import { Dict } from "./python/runtime/dicts.ts";
import { Tuple } from "./python/runtime/sequences.ts";
import { simpleNamespace } from "./python/runtime/system-modules.ts";

export function given({ kind, parts }: Group, values: readonly unknown[], isPython: boolean): unknown {
  const named = parts.map(({ name }, i): [string, unknown] => [name, values[i]]);
  switch (kind) {
    case "list":
      return [...values];
    case "tuple":
      return isPython ? Tuple.make(values) : [...values];
    case "dict":
      return isPython ? new Dict(named) : Object.fromEntries(named);
    case "object": {
      if (!isPython) return Object.fromEntries(named);
      const made = new PyObject(simpleNamespace);
      for (const [name, value] of named) made.attributes.set(name, value);
      return made;
    }
  }
}
