/** @file The Tensor a loss sees: data, shape, and its place on the tape. What it can do is installed from the registry (torch.ts). */
import { Block } from "./block.ts";
import { allocate, type DType, isFloating, type TypedData } from "./dtype.ts";
import { EngineError } from "./errors.ts";
import { contiguousStrides, isContiguous, numelOf, type Shape } from "./shape.ts";

/** How a tensor came about; autograd walks these backwards. */
export abstract class TapeNode {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  /** Where the gradient of each input goes: what made it, or the leaf itself. Fixed here, since an in-place op gives a tensor another node. */
  readonly edges: readonly (TapeNode | Tensor | null)[];
  output: Tensor;
  /** Backward went through and let go of what it needed. */
  isFreed = false;
  /** The tensor that asked for this gradient with retain_grad. */
  retainedBy: Tensor | null = null;
  /** What PyTorch calls it, where that is not the name of the op. */
  label: string | null = null;
  /** The walk that saw this node last, and the gradient it brought so far. */
  walk = 0;
  pulled: Tensor | null = null;

  constructor(op: string, inputs: readonly Tensor[], output: Tensor) {
    this.op = op;
    this.inputs = inputs;
    this.output = output;
    // Literals for what is nearly always: an array that grows takes more room than it needs.
    this.edges =
      inputs.length === 1
        ? [inputs[0].edge]
        : inputs.length === 2
          ? [inputs[0].edge, inputs[1].edge]
          : inputs.map((input) => input.edge);
  }

  /** The gradient of the i-th input, given that of the output. */
  abstract pullBack(grad: Tensor, input: number): Tensor | null;
}

export interface Layout {
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

export class Tensor {
  /** A private field can't be faked: an object has it only if this class made it. */
  readonly #isTensor = true;
  /** The numbers it looks at, which views share. */
  readonly block: Block;
  readonly dtype: DType;
  readonly shape: Shape;
  readonly offset: number;
  grad: Tensor | null = null;
  /** Where backward puts the first gradient of this leaf: a place that an optimiser reads. */
  gradHome: Tensor | null = null;
  /** The tensor that this one is a view of; views of views name the first. */
  readonly base: Tensor | null;
  /** A number of Python's, wrapped: it counts as a number in promotion. */
  isNumber = false;
  /** What a walk of backward brought to this leaf so far. */
  pulled: Tensor | null = null;
  /** null for rows one after the other, which nearly every tensor has. */
  readonly #strides: readonly number[] | null;
  #node: TapeNode | null = null;
  #requiresGrad = false;
  #followed: { readonly block: Block; readonly from: number } | null = null;
  /** How often in-place ops gave this tensor another node; views compare it with what they have seen. */
  #rewrites = 0;
  #seenRewrites = 0;
  static #renewView: ((view: Tensor, base: Tensor) => TapeNode | null) | null = null;

  private constructor(
    block: Block,
    shape: Shape,
    strides: readonly number[] | null,
    offset: number,
    base: Tensor | null,
  ) {
    this.block = block;
    this.dtype = block.dtype;
    this.shape = shape;
    this.#strides = strides;
    this.offset = offset;
    this.base = base;
    if (base !== null) this.#seenRewrites = base.#rewrites;
  }

  static isTensor(value: unknown): value is Tensor {
    return typeof value === "object" && value !== null && #isTensor in value && value.#isTensor;
  }

  /** Takes the data as they are: nobody else may write to them. */
  static of(data: TypedData, shape: Shape, dtype: DType): Tensor {
    if (data.length !== numelOf(shape))
      throw new Error(`internal: ${data.length} numbers for shape [${shape.join(", ")}]`);
    return new Tensor(Block.over(data, dtype), shape, null, 0, null);
  }

  /** For a result that is about to be written in full. */
  static make(shape: Shape, dtype: DType): Tensor {
    return new Tensor(Block.make(dtype, numelOf(shape)), shape, null, 0, null);
  }

  static over(block: Block, shape: Shape): Tensor {
    return new Tensor(block, shape, null, 0, null);
  }

  static zeros(shape: Shape, dtype: DType): Tensor {
    return Tensor.of(allocate(dtype, numelOf(shape)), shape, dtype);
  }

  static scalar(value: number, dtype: DType): Tensor {
    const data = allocate(dtype, 1);
    data[0] = value;
    return Tensor.of(data, [], dtype);
  }

  /** All numbers of the storage, also those that this tensor doesn't show. */
  get data(): TypedData {
    return this.block.data;
  }

  get strides(): readonly number[] {
    return this.#strides ?? contiguousStrides(this.shape);
  }

  /** Rows one after the other. */
  get isContiguous(): boolean {
    return this.#strides === null || isContiguous(this.shape, this.#strides);
  }

  /** Shows one number everywhere, as what was expanded from a scalar. */
  get isUniform(): boolean {
    const strides = this.#strides;
    if (strides === null) return false;
    for (let i = 0; i < strides.length; i++) if (strides[i] !== 0) return false;
    return true;
  }

  /** Another look at the same data. */
  withLayout(layout: Layout): Tensor {
    return new Tensor(this.block, layout.shape, layout.strides, layout.offset, this.base ?? this);
  }

  /** The same data under another name, for what autograd regards as a tensor of its own: detach, and the state before an in-place op. */
  alias(): Tensor {
    return new Tensor(this.block, this.shape, this.#strides, this.offset, null);
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

  /** Where its gradient goes: what made it, or itself; null where none is wanted. */
  get edge(): TapeNode | Tensor | null {
    return this.node ?? (this.#requiresGrad ? this : null);
  }

  /** After an in-place op: the node that describes what this tensor is now. */
  rewrite(node: TapeNode | null): void {
    this.#node = node;
    this.#rewrites++;
  }

  /** Counts the writes of in-place ops, PyTorch's `_version`. What backward needs must not have changed since. */
  get version(): number {
    const followed = this.#followed;
    return this.block.writes + (followed === null ? 0 : followed.block.writes - followed.from);
  }

  wrote(): void {
    this.block.writes++;
  }

  /** From now on a write to `other` counts as one to this: it is the same value, kept apart. */
  follow(other: Tensor): void {
    this.#followed = { block: other.block, from: other.block.writes };
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
        type: "RuntimeError",
        code: "dtype",
        op: "requires_grad",
        message: `requires_grad: only floating point tensors have gradients, got ${this.dtype}`,
        hint: "Convert first: x.float().",
        pytorch: "only Tensors of floating point and complex dtype can require gradients",
      });
    }
    if (!value && this.node !== null) {
      throw new EngineError({
        type: "RuntimeError",
        code: "leaf",
        op: "requires_grad",
        message: "requires_grad: can only be taken from a tensor that was not computed",
        hint: "Use x.detach() for a tensor without its history.",
        pytorch:
          "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      });
    }
    this.#requiresGrad = value;
  }

  /** Made by hand, not computed: backward leaves its gradient in `grad`. */
  get is_leaf(): boolean {
    return this.node === null;
  }
}
