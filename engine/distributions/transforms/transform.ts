/** @file What every transform is: an invertible function, and by how much it stretches. */
import { neg } from "../../ops/pointwise/unary.ts";
import type { Shape } from "../../tensor/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { notThere, refused } from "../arguments.ts";
import type * as constraints from "../constraints.ts";

type Constraint = constraints.Constraint;

/** y = f(x); `forward` is what PyTorch does when a transform is called. */
export abstract class Transform {
  #inverse: Transform | null = null;

  abstract get domain(): Constraint;
  abstract get codomain(): Constraint;
  abstract forward(x: Tensor): Tensor;
  abstract inverse(y: Tensor): Tensor;

  /** ln |dy/dx|, summed over the dims of an event. */
  log_abs_det_jacobian(_x: Tensor, _y: Tensor): Tensor {
    throw notThere(this.constructor.name, "log_abs_det_jacobian");
  }

  get bijective(): boolean {
    return true;
  }

  /** Whether it rises (1) or falls (-1). */
  get sign(): Tensor | number {
    throw notThere(this.constructor.name, "sign");
  }

  get event_dim(): number {
    if (this.domain.event_dim === this.codomain.event_dim) return this.domain.event_dim;
    throw refused(
      this.constructor.name,
      "event_dim differs between domain and codomain",
      "Please use either .domain.event_dim or .codomain.event_dim",
    );
  }

  get inv(): Transform {
    this.#inverse ??= new Inverse(this);
    return this.#inverse;
  }

  forward_shape(shape: Shape): Shape {
    return shape;
  }

  inverse_shape(shape: Shape): Shape {
    return shape;
  }

  /** Whether another transform is the same function. */
  equals(other: Transform): boolean {
    return this === other || (this.isPlain && this.constructor === other.constructor);
  }

  /** Has no parameters: all of its class are one. */
  protected get isPlain(): boolean {
    return false;
  }

  toString(): string {
    return `${this.constructor.name}()`;
  }
}

class Inverse extends Transform {
  readonly #of: Transform;

  constructor(of: Transform) {
    super();
    this.#of = of;
  }

  get domain(): Constraint {
    return this.#of.codomain;
  }

  get codomain(): Constraint {
    return this.#of.domain;
  }

  override get bijective(): boolean {
    return this.#of.bijective;
  }

  override get sign(): Tensor | number {
    return this.#of.sign;
  }

  override get inv(): Transform {
    return this.#of;
  }

  forward(x: Tensor): Tensor {
    return this.#of.inverse(x);
  }

  inverse(y: Tensor): Tensor {
    return this.#of.forward(y);
  }

  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    return neg(this.#of.log_abs_det_jacobian(y, x));
  }

  override forward_shape(shape: Shape): Shape {
    return this.#of.inverse_shape(shape);
  }

  override inverse_shape(shape: Shape): Shape {
    return this.#of.forward_shape(shape);
  }

  override equals(other: Transform): boolean {
    return other instanceof Inverse && this.#of.equals(other.inv);
  }

  override toString(): string {
    return `_InverseTransform(${this.#of})`;
  }
}
