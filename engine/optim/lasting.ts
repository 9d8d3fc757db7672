/** @file Parameters, their gradients and what an optimiser remembers, each as one run of the engine's memory. */
import { Block } from "../tensor/block.ts";
import { releaseLasting, takeLasting } from "../tensor/memory.ts";
import { contiguousStrides, numelOf, type Shape } from "../tensor/shape.ts";
import { baseOf, blockOf, dataOf, gradHomeOf, setGradHome, Tensor, viewOf } from "../tensor/tensor.ts";

export class Lasting {
  readonly values: Tensor;
  readonly gradients: Tensor;
  readonly slots: readonly Tensor[];
  readonly #address: number;
  readonly #byteLength: number;
  readonly #offsets: readonly number[];
  #isDisposed = false;

  private constructor(
    parameters: readonly Tensor[],
    slots: number,
    start: number,
    address: number,
    byteLength: number,
  ) {
    this.#address = address;
    this.#byteLength = byteLength;
    const offsets: number[] = [];
    let length = 0;
    for (const tensor of parameters) {
      offsets.push(length);
      length += numelOf(tensor.shape);
    }
    this.#offsets = offsets;
    const run = (i: number) => Tensor.over(Block.at(address + i * length * 4, length), [length]);
    this.values = run(0);
    this.gradients = run(1);
    this.slots = Array.from({ length: slots }, (_, i) => run(2 + i));
    for (const slot of [this.gradients, ...this.slots]) dataOf(slot).fill(slot === this.gradients ? 0 : start);
    parameters.forEach((tensor, i) => {
      blockOf(tensor).moveTo(address + offsets[i] * 4);
      setGradHome(tensor, this.partOf(this.gradients, i, tensor.shape));
    });
  }

  /** null where they are not all whole float32 tensors, or there is no room. */
  static of(parameters: readonly Tensor[], slots: number, start: number): Lasting | null {
    const isPlain = parameters.every(
      (x) => x.dtype === "float32" && baseOf(x) === null && x.isContiguous && blockOf(x).length === numelOf(x.shape),
    );
    const length = parameters.reduce((sum, { shape }) => sum + numelOf(shape), 0);
    const byteLength = length * 4 * (2 + slots);
    const address = isPlain && length > 0 ? takeLasting(byteLength) : 0;
    return address === 0 ? null : new Lasting(parameters, slots, start, address, byteLength);
  }

  /** What a run has for the i-th parameter, in a shape. */
  partOf(run: Tensor, i: number, shape: Shape): Tensor {
    return viewOf(run, { shape, strides: contiguousStrides(shape), offset: this.#offsets[i] });
  }

  /** Another tensor of as many numbers in the place of one. */
  exchange(before: Tensor, after: Tensor): void {
    const { address } = blockOf(before);
    blockOf(before).moveOut();
    blockOf(after).moveTo(address);
    setGradHome(after, gradHomeOf(before));
    setGradHome(before, null);
  }

  dispose(parameters: readonly Tensor[]): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    for (const tensor of parameters) {
      blockOf(tensor).moveOut();
      setGradHome(tensor, null);
      tensor.grad = null;
    }
    releaseLasting(this.#address, this.#byteLength);
  }
}
