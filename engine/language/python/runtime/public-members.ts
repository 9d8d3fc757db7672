/** @file The engine's namespaces as Python sees them. */
import { namespace } from "./native.ts";
import { dtypeObjects } from "./tensors.ts";

/** A member of the engine's namespaces as Python sees it: inf and pi are floats, dtypes objects. */
/** `path` is what the namespace is called. */
export function publicMembers(owner: object, path: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(owner)) {
    if (typeof value === "string") found.set(name, dtypeObjects.get(value) ?? value);
    else if (typeof value === "object" && value !== null)
      found.set(name, namespace(`${path}.${name}`, publicMembers(value, `${path}.${name}`)));
    else {
      // Functions go by the name they are found under.
      if (typeof value === "function" && Object.isExtensible(value) && value.name === "")
        Object.defineProperty(value, "name", { value: name });
      found.set(name, value);
    }
  }
  return found;
}
