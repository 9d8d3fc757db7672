/** @file The Tensor a loss sees: data, shape, and its place on the tape. What it can do is installed from the registry (torch.ts). */
import { allocate, type DType, isFloating, type TypedData } from "./dtype.ts";
import { EngineError } from "./errors.ts";
import { contiguousStrides, numelOf, type Shape } from "./shape.ts";

/** How a tensor came about; autograd walks these backwards. */
export interface TapeNode {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  /** Where the gradient of each input goes: what made it, or the leaf itself. Fixed here, since an in-place op gives a tensor another node. */
  readonly edges: readonly (TapeNode | Tensor | null)[];
  output: Tensor;
  /** The gradient of the i-th input, given that of the output. */
  pullBack(grad: Tensor, input: number): Tensor | null;
  /** Backward went through and let go of what it needed. */
  isFreed: boolean;
  /** The tensor that asked for this gradient with retain_grad. */
  retainedBy: Tensor | null;
}

/** Shared by all views of one storage: how often an in-place op wrote to it. */
interface Writes {
  count: number;
}

export interface Layout {
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

export class Tensor {
  /** A private field can't be faked: an object has it only if this class made it. */
  readonly #isTensor = true;
  readonly data: TypedData;
  readonly dtype: DType;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
  grad: Tensor | null = null;
  /** The tensor that this one is a view of; views of views name the first. */
  readonly base: Tensor | null;
  /** A number of Python's, wrapped: it counts as a number in promotion. */
  isNumber = false;
  #node: TapeNode | null = null;
  #requiresGrad = false;
  readonly #writes: Writes;
  #followed: { readonly writes: Writes; readonly from: number } | null = null;
  /** How often in-place ops gave this tensor another node; views compare it with what they have seen. */
  #rewrites = 0;
  #seenRewrites = 0;
  static #renewView: ((view: Tensor, base: Tensor) => TapeNode | null) | null = null;

  private constructor(data: TypedData, dtype: DType, layout: Layout, base: Tensor | null, writes: Writes) {
    this.data = data;
    this.dtype = dtype;
    this.shape = layout.shape;
    this.strides = layout.strides;
    this.offset = layout.offset;
    this.base = base;
    this.#writes = writes;
    if (base !== null) this.#seenRewrites = base.#rewrites;
  }

  static isTensor(value: unknown): value is Tensor {
    return typeof value === "object" && value !== null && #isTensor in value && value.#isTensor;
  }

  /** Takes the data as they are: nobody else may write to them. */
  static of(data: TypedData, shape: Shape, dtype: DType): Tensor {
    if (data.length !== numelOf(shape))
      throw new Error(`internal: ${data.length} numbers for shape [${shape.join(", ")}]`);
    return new Tensor(data, dtype, { shape, strides: contiguousStrides(shape), offset: 0 }, null, { count: 0 });
  }

  static zeros(shape: Shape, dtype: DType): Tensor {
    return Tensor.of(allocate(dtype, numelOf(shape)), shape, dtype);
  }

  static scalar(value: number, dtype: DType): Tensor {
    const data = allocate(dtype, 1);
    data[0] = value;
    return Tensor.of(data, [], dtype);
  }

  /** Another look at the same data. */
  withLayout(layout: Layout): Tensor {
    return new Tensor(this.data, this.dtype, layout, this.base ?? this, this.#writes);
  }

  /** The same data under another name, for what autograd regards as a tensor of its own: detach, and the state before an in-place op. */
  alias(): Tensor {
    return new Tensor(this.data, this.dtype, this, null, this.#writes);
  }

  get node(): TapeNode | null {
    // An in-place op on the base, or on another view of it, changed what this view shows.
    if (this.base !== null && this.#seenRewrites !== this.base.#rewrites) {
      this.#seenRewrites = this.base.#rewrites;
      this.#node = Tensor.#renewView?.(this, this.base) ?? null;
    }
    return this.#node;
  }

  set node(node: TapeNode | null) {
    this.#node = node;
    if (this.base !== null) this.#seenRewrites = this.base.#rewrites;
  }

  /** After an in-place op: the node that describes what this tensor is now. */
  rewrite(node: TapeNode | null): void {
    this.#node = node;
    this.#rewrites++;
  }

  /** Counts the writes of in-place ops, PyTorch's `_version`. What backward needs must not have changed since. */
  get version(): number {
    const followed = this.#followed;
    return this.#writes.count + (followed === null ? 0 : followed.writes.count - followed.from);
  }

  wrote(): void {
    this.#writes.count++;
  }

  /** From now on a write to `other` counts as one to this: it is the same value, kept apart. */
  follow(other: Tensor): void {
    this.#followed = { writes: other.#writes, from: other.#writes.count };
  }

  static onStaleView(renew: (view: Tensor, base: Tensor) => TapeNode | null): void {
    Tensor.#renewView = renew;
  }

  get requires_grad(): boolean {
    return this.#requiresGrad || this.node !== null;
  }

  set requires_grad(value: boolean) {
    if (value && !isFloating(this.dtype)) {
      throw new EngineError({
        code: "dtype",
        op: "requires_grad",
        message: `requires_grad: only floating point tensors have gradients, got ${this.dtype}`,
        hint: "Convert first: x.float().",
        pytorch: "only Tensors of floating point and complex dtype can require gradients",
      });
    }
    if (!value && this.node !== null) {
      throw new EngineError({
        code: "leaf",
        op: "requires_grad",
        message: "requires_grad: can only be taken from a tensor that was not computed",
        hint: "Use x.detach() for a tensor without its history.",
        pytorch: "you can only change requires_grad flags of leaf variables.",
      });
    }
    this.#requiresGrad = value;
  }

  /** Made by hand, not computed: backward leaves its gradient in `grad`. */
  get is_leaf(): boolean {
    return this.node === null;
  }
}
