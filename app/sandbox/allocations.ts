/** @file How much a loss may allocate by hand: every way to a buffer, and to a text that is long at once. */

export interface Budget {
  /** Another request: nothing was allocated for it yet. */
  reset(): void;
}

const MOST_BYTES = 512 * 1024 * 1024;

const typedArrays = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float16Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
] as const;

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Constructor = (new (
  ...args: unknown[]
) => ArrayBufferView | ArrayBuffer) & { readonly BYTES_PER_ELEMENT?: number };

// The engine's own, taken before they are replaced: what it allocates is bounded by what a tensor may have.
const { apply, construct, get } = Reflect;
const { isView } = ArrayBuffer;
const Buffers = ArrayBuffer;

/** Replaces what allocates by what counts first. Returns the count. */
export function limitAllocations(): Budget {
  let bytes = 0;
  const take = (wanted: number): void => {
    // NaN is nothing, as it is to those who allocate.
    if (!(wanted > 0)) return;
    if (bytes + wanted > MOST_BYTES) throw new RangeError("This loss allocates more than 512 MB by hand.");
    bytes += wanted;
  };

  /**
   * Does what allocates. What it took without being counted (a length that is another when it is read again, a constructor that was hidden) is counted
   * then: the result is thrown away.
   */
  const settled = <T>(wanted: number, allocate: () => T): T => {
    const before = bytes;
    take(wanted);
    const made = allocate();
    take(sizeOf(made) - (bytes - before));
    return made;
  };

  /** `wanted` says, from this and the arguments, how many bytes a call is about to take. */
  function limitMethod(owner: object, name: string, wanted: (self: unknown, args: readonly unknown[]) => number): void {
    const original: unknown = get(owner, name);
    if (typeof original !== "function") return;
    const limited = {
      [name](this: unknown, ...args: unknown[]): unknown {
        return settled(wanted(this, args), () => apply(original, this, args));
      },
    }[name];
    Object.defineProperty(owner, name, { value: limited satisfies Method, writable: true, configurable: true });
  }

  function limitConstructor(name: string, wanted: (args: readonly unknown[], width: number) => number): void {
    const original: unknown = get(globalThis, name);
    if (!isConstructor(original)) return;
    const width = original.BYTES_PER_ELEMENT ?? 1;
    const limited: Constructor = new Proxy(original, {
      construct(target, args: unknown[], newTarget): object {
        const make = (): object => construct(target, args, newTarget === limited ? target : newTarget);
        // A view of a buffer that is there.
        return args[0] instanceof Buffers ? make() : settled(wanted(args, width), make);
      },
    });
    Object.defineProperty(globalThis, name, { value: limited, writable: false, configurable: false });
    Object.defineProperty(original.prototype, "constructor", { value: limited, writable: false, configurable: false });
  }

  for (const name of typedArrays) limitConstructor(name, ([first], width) => countOf(first) * width);
  limitConstructor("ArrayBuffer", ([length, options]) =>
    Math.max(Number(length ?? 0), isObject(options) ? Number(get(options, "maxByteLength") ?? 0) : 0),
  );

  const all: object = Object.getPrototypeOf(Float64Array.prototype);
  for (const name of ["toReversed", "toSorted", "with"])
    limitMethod(all, name, (self) => (isView(self) ? self.byteLength : 0));
  // These ask the array's own constructor, if it says which that is.
  for (const name of ["slice", "map", "filter"]) limitMethod(all, name, () => 0);
  const bytesOfText = (_self: unknown, [text]: readonly unknown[]) => (typeof text === "string" ? text.length / 2 : 0);
  for (const name of ["fromHex", "fromBase64"]) limitMethod(get(globalThis, "Uint8Array"), name, bytesOfText);
  for (const name of ["resize", "transfer", "transferToFixedLength"])
    limitMethod(Buffers.prototype, name, (self, [length]) =>
      Number(length ?? (self instanceof Buffers ? self.byteLength : 0)),
    );
  limitMethod(Buffers.prototype, "slice", (self) => (self instanceof Buffers ? self.byteLength : 0));

  // Plain arrays of so many, and texts that are long at once.
  limitMethod(Array, "from", (_self, [from]) => (Array.isArray(from) ? 0 : countOf(from) * 8));
  limitMethod(Array.prototype, "fill", (self) => countOf(self) * 8);
  limitMethod(String.prototype, "repeat", (self, [times]) => String(self).length * Number(times));
  for (const name of ["padStart", "padEnd"]) limitMethod(String.prototype, name, (_self, [length]) => Number(length));
  return {
    reset() {
      bytes = 0;
    },
  };
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

const isConstructor = (value: unknown): value is Constructor => typeof value === "function";

/** Bytes of what was made. */
function sizeOf(made: unknown): number {
  if (isView(made)) return made.byteLength;
  if (made instanceof Buffers)
    return get(made, "resizable") === true ? Number(get(made, "maxByteLength")) : made.byteLength;
  return typeof made === "string" ? made.length : 0;
}

/** How many elements are asked for: by number, or by whatever has a length. */
function countOf(value: unknown): number {
  if (typeof value === "number" || typeof value === "string") return Number(value);
  return isObject(value) ? Number(get(value, "length") ?? 0) : 0;
}
