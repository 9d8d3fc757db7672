/** @file Leaves of a worker's global scope only the language itself, frozen. */

/** ECMAScript, without what shares memory, compiles code or outlives a run. */
const kept: ReadonlySet<string> = new Set(
  `Object Function Array Number Boolean String Symbol BigInt Math Date RegExp JSON Reflect Proxy Promise Map Set WeakMap WeakSet WeakRef Iterator
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array
  globalThis undefined NaN Infinity eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape`.split(
    /\s+/,
  ),
);

const buffers = [
  "ArrayBuffer",
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
] as const;

const MOST_BYTES = 512 * 1024 * 1024;

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

/** Removes, replaces and freezes. Returns the budget of bytes that a run may allocate by hand. */
export function harden(): { reset(): void } {
  const budget = limitBuffers();
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
  freezeIntrinsics();
  return budget;
}

function limitBuffers(): { reset(): void } {
  let bytes = 0;
  for (const name of buffers) {
    const original = globalThis[name];
    const width = "BYTES_PER_ELEMENT" in original ? original.BYTES_PER_ELEMENT : 1;
    const limited: object = new Proxy(original, {
      construct(target, args: unknown[], newTarget): object {
        const [first] = args;
        const length = typeof first === "number" ? first : Array.isArray(first) ? first.length : 0;
        bytes += length * width;
        if (bytes > MOST_BYTES) throw new RangeError("This loss allocates more than 512 MB of arrays.");
        return Reflect.construct(target, args, newTarget === limited ? target : newTarget);
      },
    });
    Object.defineProperty(globalThis, name, { value: limited, writable: false, configurable: false });
    Object.defineProperty(original.prototype, "constructor", { value: limited, writable: false, configurable: false });
  }
  return {
    reset() {
      bytes = 0;
    },
  };
}

function freezeIntrinsics(): void {
  const seen = new Set<object>();
  for (const name of kept) {
    const value: unknown = Reflect.get(globalThis, name);
    if ((typeof value !== "object" && typeof value !== "function") || value === null || value === globalThis) continue;
    freeze(value, seen);
    const prototype: unknown = Reflect.get(value, "prototype");
    if (typeof prototype === "object" && prototype !== null) freeze(prototype, seen);
  }
  // Functions that are not named globally, and iterators.
  const unnamed = [
    async () => undefined,
    function* () {},
    async function* () {},
    [][Symbol.iterator](),
    ""[Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
  ];
  for (const value of unnamed) freeze(Object.getPrototypeOf(value), seen);
}

/**
 * A frozen prototype would forbid `error.name = "…"` on every object below it, since a property that is inherited and cannot be written
 * cannot be shadowed by assignment. Data properties therefore become accessors that define an own property on whoever is assigned to.
 */
function freeze(target: object, seen: Set<object>): void {
  if (seen.has(target)) return;
  seen.add(target);
  const isShadowed =
    target === Object.prototype ||
    target === Function.prototype ||
    target === Error.prototype ||
    Object.getPrototypeOf(target) === Error.prototype;
  if (isShadowed) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
      if (!descriptor.configurable || !("value" in descriptor)) continue;
      const { value, enumerable } = descriptor;
      Object.defineProperty(target, name, {
        configurable: false,
        enumerable: enumerable ?? false,
        get: () => value,
        set(this: object, next: unknown) {
          if (this !== target)
            Object.defineProperty(this, name, { value: next, writable: true, enumerable: true, configurable: true });
        },
      });
    }
  }
  Object.freeze(target);
}
