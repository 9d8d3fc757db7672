/** @file Variables, attributes and results that are numbers here and tensors there: they become tensors, and the numbers are written so. */
import type { Variable } from "./bindings.ts";
import type { ClassDefinition, FunctionDefinition, Lambda } from "./tree.ts";
import { isTensorOrNumber, type Type, tensor } from "./types.ts";

export class Promotions {
  readonly #attributes = new Map<ClassDefinition, Set<string>>();
  readonly #returns = new Set<FunctionDefinition | Lambda>();

  hasAttribute(owner: ClassDefinition, name: string): boolean {
    return this.#attributes.get(owner)?.has(name) ?? false;
  }

  hasReturn(definition: FunctionDefinition | Lambda): boolean {
    return this.#returns.has(definition);
  }

  /** Promotes what was learned; true if there was anything to promote. */
  find(
    variables: readonly Variable[],
    attributes: ReadonlyMap<ClassDefinition, Map<string, Type>>,
    returns: Map<FunctionDefinition | Lambda, Type>,
  ): boolean {
    let found = false;
    for (const variable of variables) {
      if (variable.parameter !== null || !isTensorOrNumber(variable.type)) continue;
      variable.isPromoted = true;
      variable.type = tensor;
      found = true;
    }
    for (const [owner, types] of attributes) {
      for (const [name, type] of types) {
        if (!isTensorOrNumber(type)) continue;
        const names = this.#attributes.get(owner) ?? new Set();
        this.#attributes.set(owner, names.add(name));
        types.set(name, tensor);
        found = true;
      }
    }
    for (const [definition, type] of returns) {
      if (!isTensorOrNumber(type)) continue;
      this.#returns.add(definition);
      returns.set(definition, tensor);
      found = true;
    }
    return found;
  }
}
