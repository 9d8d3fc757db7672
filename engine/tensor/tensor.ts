/** @file The Tensor a loss sees: data, shape, and its place on the tape. What it can do is installed from the registry (torch.ts). */
import { allocate, type DType, isFloating, type TypedData } from "./dtype.ts";
import { EngineError } from "./errors.ts";
import { contiguousStrides, numelOf, type Shape } from "./shape.ts";

/** How a tensor came about; autograd walks these backwards. */
export interface TapeNode {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  /** The gradient of the i-th input, given that of the output. */
  pullBack(grad: Tensor, input: number): Tensor | null;
  /** Backward went through and let go of what it needed. */
  isFreed: boolean;
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
  node: TapeNode | null = null;
  grad: Tensor | null = null;
  retainsGrad = false;
  #requiresGrad = false;

  private constructor(data: TypedData, dtype: DType, layout: Layout) {
    this.data = data;
    this.dtype = dtype;
    this.shape = layout.shape;
    this.strides = layout.strides;
    this.offset = layout.offset;
  }

  static isTensor(value: unknown): value is Tensor {
    return typeof value === "object" && value !== null && #isTensor in value && value.#isTensor;
  }

  /** Takes the data as they are: nobody else may write to them. */
  static of(data: TypedData, shape: Shape, dtype: DType): Tensor {
    if (data.length !== numelOf(shape))
      throw new Error(`internal: ${data.length} numbers for shape [${shape.join(", ")}]`);
    return new Tensor(data, dtype, { shape, strides: contiguousStrides(shape), offset: 0 });
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
    return new Tensor(this.data, this.dtype, layout);
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
