/**
 * @file The engine's one WebAssembly memory, which the kernels compute in.
 *
 *   | kernels' own | lasting blocks: parameters, their gradients, what optimisers remember | arena, then scratch |
 *
 * While a scope is open (a training step), results lie in the arena, one after the other, and all of it is taken back at once when the
 * scope ends. Otherwise tensors are JavaScript's own arrays, collected as usual, and pass through scratch when a kernel computes with them.
 * The size is fixed: a memory that grows would detach every array over it.
 */
import { EngineError } from "./errors.ts";

const MEGABYTE = 2 ** 20;
/** What the kernels keep for themselves at the bottom. */
const KERNELS = MEGABYTE / 16;
const LASTING = 64 * MEGABYTE;
/** Room that the arena leaves to scratch, so that a full arena still computes. */
const SCRATCH = 64 * MEGABYTE;

/** Reserved, not used: an operating system gives pages when they are first written to. Less where so much is refused (phones). */
function reserve(): WebAssembly.Memory {
  for (const megabytes of [640, 384]) {
    try {
      const pages = (megabytes * MEGABYTE) / 65536;
      return new WebAssembly.Memory({ initial: pages, maximum: pages });
    } catch {
      // The next size.
    }
  }
  const pages = (192 * MEGABYTE) / 65536;
  return new WebAssembly.Memory({ initial: pages, maximum: pages });
}

export const memory = reserve();
const size = memory.buffer.byteLength;

// Views of the whole: kernels take addresses, everybody else indices into these.
export const floats = new Float32Array(memory.buffer);
export const wides = new Float64Array(memory.buffer);
export const bytes = new Uint8Array(memory.buffer);
export const words = new Int32Array(memory.buffer);

const BOTTOM = KERNELS + LASTING;

let top = BOTTOM;
let epoch = 1;
let isOpen = false;
/** A scope is open round this, and set aside: none may begin, for it would take the room of the other. */
let isApart = false;

/** Which scope is open, or was last: what was made in an earlier one is gone. */
export function currentEpoch(): number {
  return epoch;
}

export function isScopeOpen(): boolean {
  return isOpen;
}

/** 16-byte aligned room in the arena for a result; 0 where there is none: no scope is open, or it is full. */
export function takeRoom(byteLength: number): number {
  if (!isOpen) return 0;
  const next = top + ((byteLength + 15) & ~15);
  if (next > size - SCRATCH) return 0;
  const address = top;
  top = next;
  return address;
}

/** Where scratch stands; handed back to `releaseScratch` when a kernel is done. */
export function scratchMark(): number {
  return top;
}

/** Room until `releaseScratch`. */
export function takeScratch(byteLength: number): number {
  const address = top;
  const next = top + ((byteLength + 15) & ~15);
  if (next > size) {
    throw new EngineError({
      type: "RuntimeError",
      code: "memory",
      message: `A computation may use at most ${Math.round((size - BOTTOM) / MEGABYTE)} MB here`,
      hint: "Check the shapes: was something broadcast?",
    });
  }
  top = next;
  return address;
}

export function releaseScratch(mark: number): void {
  top = mark;
}

/** What has to happen to those who stay before a scope's room is taken back. */
type Leaving = () => void;
let leaving: Leaving[] = [];

export function beforeScopeEnds(work: Leaving): void {
  leaving.push(work);
}

/** Runs `work` with an arena. Scopes do not nest: inside another one, `work` is part of that. */
export function withScope<T>(work: () => T): T {
  if (isOpen || isApart) return work();
  isOpen = true;
  try {
    return work();
  } finally {
    if (leaving.length > 0) {
      for (const leave of leaving) leave();
      leaving = [];
    }
    isOpen = false;
    top = BOTTOM;
    epoch++;
  }
}

/** Runs `work` as if no scope were open: what it makes are arrays, which live as long as somebody holds them. */
export function withoutScope<T>(work: () => T): T {
  const [wasOpen, wasApart] = [isOpen, isApart];
  isOpen = false;
  isApart = true;
  try {
    return work();
  } finally {
    isOpen = wasOpen;
    isApart = wasApart;
  }
}

let keeps = false;

/** Whether results that carry no graph outlive the scope, as they do in PyTorch: on while a user's code runs, off within the engine. */
export function isKeeping(): boolean {
  return keeps;
}

/** Returns what it was before. */
export function setKeeping(on: boolean): boolean {
  const before = keeps;
  keeps = on;
  return before;
}

/** Runs a user's code. */
export function withKeeping<T>(work: () => T): T {
  const before = setKeeping(true);
  try {
    return work();
  } finally {
    keeps = before;
  }
}

interface Gap {
  readonly address: number;
  readonly byteLength: number;
}

let gaps: Gap[] = [{ address: KERNELS, byteLength: LASTING }];

/** Room that lasts until it is given back; 0 where there is none. First fit. */
export function takeLasting(byteLength: number): number {
  const wanted = Math.max(16, (byteLength + 15) & ~15);
  const at = gaps.findIndex((gap) => gap.byteLength >= wanted);
  if (at < 0) return 0;
  const gap = gaps[at];
  const rest = { address: gap.address + wanted, byteLength: gap.byteLength - wanted };
  gaps = rest.byteLength > 0 ? gaps.with(at, rest) : gaps.toSpliced(at, 1);
  return gap.address;
}

export function releaseLasting(address: number, byteLength: number): void {
  const returned = { address, byteLength: Math.max(16, (byteLength + 15) & ~15) };
  const sorted = [...gaps, returned].sort((a, b) => a.address - b.address);
  const merged: Gap[] = [];
  for (const gap of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && last.address + last.byteLength === gap.address) {
      merged[merged.length - 1] = { address: last.address, byteLength: last.byteLength + gap.byteLength };
    } else merged.push(gap);
  }
  gaps = merged;
}
