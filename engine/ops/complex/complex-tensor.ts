/**
 * @file A complex tensor: two real ones of one shape, each with its own place on the tape. So every gradient is that of real functions, and the
 * pair of gradients is PyTorch's own convention for a complex one: ∂L/∂Re + i ∂L/∂Im.
 */
import type { Shape } from "../../tensor/shape.ts";
import { nodeOf, type Tensor } from "../../tensor/tensor.ts";
import { nodeName } from "../node-name.ts";

/** PyTorch's name of what made it, null for a leaf. */
export let complexName: (z: ComplexTensor) => string | null;
export let nameComplex: (z: ComplexTensor, name: string) => void;

export class ComplexTensor {
  readonly #real: Tensor;
  readonly #imag: Tensor;
  #name: string | null = null;

  static {
    complexName = (z) => {
      const node = nodeOf(z.#real) ?? nodeOf(z.#imag);
      return node === null ? null : (z.#name ?? nodeName(node));
    };
    nameComplex = (z, name) => {
      z.#name = name;
    };
  }

  constructor(real: Tensor, imag: Tensor) {
    this.#real = real;
    this.#imag = imag;
  }

  static isComplex(value: unknown): value is ComplexTensor {
    return typeof value === "object" && value !== null && #real in value;
  }

  get real(): Tensor {
    return this.#real;
  }

  get imag(): Tensor {
    return this.#imag;
  }

  get dtype(): "complex64" | "complex128" {
    return this.#real.dtype === "float64" ? "complex128" : "complex64";
  }

  get shape(): Shape {
    return this.#real.shape;
  }

  get ndim(): number {
    return this.#real.shape.length;
  }

  get device(): "cpu" {
    return "cpu";
  }

  get requires_grad(): boolean {
    return this.#real.requires_grad || this.#imag.requires_grad;
  }

  set requires_grad(value: boolean) {
    this.#real.requires_grad = value;
    this.#imag.requires_grad = value;
  }

  get is_leaf(): boolean {
    return this.#real.is_leaf && this.#imag.is_leaf;
  }

  get grad(): ComplexTensor | null {
    const [real, imag] = [this.#real.grad, this.#imag.grad];
    return real === null || imag === null ? null : new ComplexTensor(real, imag);
  }
}

/** A number beside tensors: Python's 2 + 3j. */
export class ComplexNumber {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}
}
