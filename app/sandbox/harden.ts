/** @file Leaves of a worker's global scope only the language itself, frozen. */
import { type Budget, limitAllocations } from "./allocations.ts";
import { limitRejections } from "./rejections.ts";

/** ECMAScript, without what shares memory, compiles code or outlives a run. */
const kept: ReadonlySet<string> = new Set(
  `Object Function Array Number Boolean String Symbol BigInt Math Date RegExp JSON Reflect Proxy Promise Map Set WeakMap WeakSet WeakRef Iterator
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array
  globalThis undefined NaN Infinity eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape`.split(
    /\s+/,
  ),
);

/** Whether the document's origin is nobody's and its policy holds here. Where they don't, strangers' code must not run. */
export async function isIsolated(): Promise<boolean> {
  if (globalThis.origin !== "null") return false;
  try {
    // biome-ignore lint/security/noGlobalEval: that this throws is what is tested
    globalThis.eval("1");
    return false;
  } catch {
    return fetch("data:text/plain,x").then(
      () => false,
      () => true,
    );
  }
}

/**
 * Removes, replaces and freezes. What the language itself has stays, by names that nobody can give to anything else; it and the `entrances`, which a loss is
 * given, are frozen with all that can be reached from them, before the first stranger's line runs. Returns the budget of what a run may allocate and reject.
 */
export function harden(entrances: readonly object[]): Budget {
  const budgets = [limitAllocations(), limitRejections()];
  for (
    let owner: object | null = globalThis;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (kept.has(name)) continue;
      // What cannot be deleted is at least made worthless.
      if (!Reflect.deleteProperty(owner, name)) Reflect.set(owner, name, undefined);
    }
  }
  const roots: object[] = [...entrances, ...unnamed()];
  for (const name of kept) {
    const value: unknown = Reflect.get(globalThis, name);
    if (value === undefined && name !== "undefined") continue;
    // The engine looks its Math and Array up when it runs: another in their place would be asked instead.
    if (name !== "undefined" && name !== "NaN" && name !== "Infinity")
      Object.defineProperty(globalThis, name, { value, writable: false, enumerable: false, configurable: false });
    if (value !== globalThis && isObject(value)) roots.push(value);
  }
  freezeAll(roots);
  return {
    reset() {
      for (const budget of budgets) budget.reset();
    },
  };
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** Functions that no global name leads to, and iterators. */
function unnamed(): object[] {
  return [
    async () => undefined,
    function* () {},
    async function* () {},
    [][Symbol.iterator](),
    ""[Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    "".matchAll(/x/g),
  ].map((value) => Object.getPrototypeOf(value));
}

/** Everything on the way: values, getters, setters, prototypes. Views of memory hold numbers, and cannot be frozen. Plain loops: these are thousands. */
function freezeAll(roots: readonly object[]): void {
  const seen = new Set<object>([globalThis]);
  const waiting = [...roots];
  const reach = (value: unknown): void => {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    waiting.push(value);
  };
  for (const root of roots) seen.add(root);
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    if (ArrayBuffer.isView(target)) continue;
    reach(Object.getPrototypeOf(target));
    for (const key of Reflect.ownKeys(target)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(target, key);
      if (descriptor === undefined) continue;
      reach(descriptor.value);
      reach(descriptor.get);
      reach(descriptor.set);
    }
    freeze(target);
  }
}

/**
 * A frozen prototype would forbid `error.name = "…"` on every object below it, since a property that is inherited and cannot be written
 * cannot be shadowed by assignment. Data properties therefore become accessors that define an own property on whoever is assigned to.
 */
function freeze(target: object): void {
  const isShadowed =
    target === Object.prototype ||
    target === Function.prototype ||
    target === Error.prototype ||
    Object.getPrototypeOf(target) === Error.prototype;
  if (isShadowed) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
      if (!descriptor.configurable || !("value" in descriptor)) continue;
      const { value, enumerable } = descriptor;
      const { get, set } = {
        get: () => value,
        set(this: object, next: unknown) {
          if (this !== target)
            Object.defineProperty(this, name, { value: next, writable: true, enumerable: true, configurable: true });
        },
      };
      Object.defineProperty(target, name, {
        configurable: false,
        enumerable: enumerable ?? false,
        get: Object.freeze(get),
        set: Object.freeze(set),
      });
    }
  }
  Object.freeze(target);
}
