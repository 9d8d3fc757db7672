/** @file A run of numbers that tensors look at: an array of JavaScript's, or a place in the engine's memory. */
import { allocate, type DType, type TypedData } from "./dtype.ts";
import { EngineError } from "./errors.ts";
import { beforeScopeEnds, currentEpoch, isScopeOpen, memory, takeRoom } from "./memory.ts";

// The engine's own, taken when it loads (see dtype.ts).
const Floats = Float32Array;
const Bytes = Uint8Array;

/** Those that lie in memory are float32 or bool: the kernels know no other. */
export class Block {
  readonly dtype: DType;
  readonly length: number;
  /** How often in-place ops wrote to it: PyTorch's `_version`, shared by all views. */
  writes = 0;
  #address: number;
  /** The scope it lies in; 0 for one that lasts. */
  #epoch: number;
  #array: TypedData | null;
  #isKept = false;

  private constructor(dtype: DType, length: number, address: number, epoch: number, array: TypedData | null) {
    this.dtype = dtype;
    this.length = length;
    this.#address = address;
    this.#epoch = epoch;
    this.#array = array;
  }

  /** Takes the array as it is: nobody else may write to it. */
  static over(array: TypedData, dtype: DType): Block {
    return new Block(dtype, array.length, 0, 0, array);
  }

  /** For a result that is written in full: where it lies in memory, it begins with whatever was there. */
  static make(dtype: DType, length: number): Block {
    if (dtype === "float32" || dtype === "bool") {
      const address = takeRoom(dtype === "bool" ? length : length * 4);
      if (address !== 0) return new Block(dtype, length, address, currentEpoch(), null);
    }
    return new Block(dtype, length, 0, 0, allocate(dtype, length));
  }

  /** float32 at a place that somebody took for good. */
  static at(address: number, length: number): Block {
    return new Block("float32", length, address, 0, null);
  }

  /** Byte address in memory, 0 for an array of JavaScript's. Error `stale` for a block of an earlier step. */
  get address(): number {
    if (this.#epoch !== 0 && this.#epoch !== currentEpoch()) throw stale();
    return this.#address;
  }

  get data(): TypedData {
    if (this.#epoch !== 0 && this.#epoch !== currentEpoch()) throw stale();
    this.#array ??=
      this.dtype === "bool"
        ? new Bytes(memory.buffer, this.#address, this.length)
        : new Floats(memory.buffer, this.#address, this.length);
    return this.#array;
  }

  /** Outlives the scope that it lies in: moves to an array of its own when that ends. */
  keep(): void {
    if (this.#isKept || this.#epoch === 0 || !isScopeOpen()) return;
    this.#isKept = true;
    beforeScopeEnds(() => this.moveOut());
  }

  /** Back to an array of its own: the place it has is about to be given to somebody else. */
  moveOut(): void {
    this.#array = this.data.slice();
    this.#address = 0;
    this.#epoch = 0;
  }

  /** Its numbers, and those who look at them, go to a place that lasts. */
  moveTo(address: number): void {
    new Floats(memory.buffer, address, this.length).set(this.data);
    this.#address = address;
    this.#epoch = 0;
    this.#array = null;
  }
}

function stale(): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "stale",
    message: "This tensor belongs to the graph of an earlier step, which is gone",
    hint: "Keep values from step to step with .detach() or .item().",
    pytorch:
      "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.",
  });
}
