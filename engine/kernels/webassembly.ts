/** @file The little of WebAssembly that the engine uses, declared here because its tsconfig knows no page and no Node. */

export interface Memory {
  /** Another object after every growth. */
  readonly buffer: ArrayBuffer;
  /** By pages of 64 KiB; gives the number of pages before. */
  grow(pages: number): number;
}

/** What a module was compiled to. */
export type Module = object;

declare const WebAssembly: {
  readonly Memory: new (size: { initial: number; maximum?: number }) => Memory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  readonly Instance: new <Exports>(
    module: Module,
    imports: { env: { memory: Memory } },
  ) => { readonly exports: Exports };
};

export function createMemory(initialPages: number, maximumPages?: number): Memory {
  return new WebAssembly.Memory(
    maximumPages === undefined ? { initial: initialPages } : { initial: initialPages, maximum: maximumPages },
  );
}

/** 0 to 9 are codes 48 to 57, a to f 97 to 102. Number.parseInt on slices would take longer than the compiler. */
function digit(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}

/** Compiles at once: neither workers nor Node limit the size of what may be compiled so. */
export function compile(hex: string): Module {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = 16 * digit(hex.charCodeAt(2 * i)) + digit(hex.charCodeAt(2 * i + 1));
  }
  return new WebAssembly.Module(bytes);
}

export function instantiate<Exports>(module: Module, memory: Memory): Exports {
  return new WebAssembly.Instance<Exports>(module, { env: { memory } }).exports;
}
