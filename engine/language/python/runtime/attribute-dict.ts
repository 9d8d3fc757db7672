/** @file obj.__dict__: the attributes themselves, not a copy of them. */
import { type Instance, PyModule } from "./classes.ts";
import { Dict } from "./dicts.ts";

export class AttributeDict extends Dict {
  readonly #owner: Instance;
  constructor(owner: Instance) {
    super();
    this.#owner = owner;
  }
  override get size(): number {
    return this.#owner.attributes.size;
  }
  override get(key: unknown): unknown {
    return this.#owner.attributes.get(String(key));
  }
  override has(key: unknown): boolean {
    return typeof key === "string" && this.#owner.attributes.has(key);
  }
  override set(key: unknown, value: unknown): void {
    if (this.#owner instanceof PyModule) this.#owner.expose(String(key), value);
    this.#owner.attributes.set(String(key), value);
  }
  override delete(key: unknown): boolean {
    if (this.#owner instanceof PyModule) this.#owner.expose(String(key), null);
    return this.#owner.attributes.delete(String(key));
  }
  override clear(): void {
    for (const key of this.keys()) this.delete(key);
  }
  override keys(): unknown[] {
    return [...this.#owner.attributes.keys()];
  }
  override values(): unknown[] {
    return [...this.#owner.attributes.values()];
  }
  override entries(): [unknown, unknown][] {
    return [...this.#owner.attributes];
  }
}
