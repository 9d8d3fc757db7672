/** @file Lines and powers: transforms whose parameters are tensors or numbers. */

import { eq } from "../../ops/comparison/compare.ts";
import { add, div, mul, sub } from "../../ops/pointwise/arithmetic.ts";
import { pow } from "../../ops/pointwise/pow.ts";
import { abs, log, sign } from "../../ops/pointwise/unary.ts";
import { broadcastShapes, type Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { broadcastAll, expanded, named } from "../arguments.ts";
import * as constraints from "../constraints.ts";
import { areAllTrue, sumRightmost } from "../distribution.ts";
import { everywhere } from "../formulas.ts";
import { Transform } from "./transform.ts";

const { independent, positive, real } = constraints;
type Constraint = constraints.Constraint;

const shapeOfOne = (value: Tensor | number): Shape => (typeof value === "number" ? [] : value.shape);
const operandOf = (value: unknown): Tensor | number => (Tensor.isTensor(value) ? value : Number(value));

/** loc + scale x. */
export class AffineTransform extends Transform {
  readonly loc: Tensor | number;
  readonly scale: Tensor | number;
  readonly #eventDim: number;

  constructor(...args: unknown[]) {
    super();
    const given = named("AffineTransform", ["loc", "scale", "event_dim", "cache_size"], ["loc", "scale"], args);
    this.loc = operandOf(given.loc);
    this.scale = operandOf(given.scale);
    this.#eventDim = Number(given.event_dim ?? 0);
  }

  override get event_dim(): number {
    return this.#eventDim;
  }

  get domain(): Constraint {
    return this.#eventDim === 0 ? real : independent(real, this.#eventDim);
  }

  get codomain(): Constraint {
    return this.domain;
  }

  override get sign(): Tensor | number {
    return typeof this.scale === "number" ? Math.sign(this.scale) : sign(this.scale);
  }

  forward(x: Tensor): Tensor {
    return add(this.loc, mul(this.scale, x));
  }

  inverse(y: Tensor): Tensor {
    return div(sub(y, this.loc), this.scale);
  }

  override log_abs_det_jacobian(x: Tensor): Tensor {
    const { scale } = this;
    const logs = typeof scale === "number" ? everywhere(x, Math.log(Math.abs(scale))) : log(abs(scale));
    const dims = this.#eventDim;
    const shape = x.shape.slice(0, x.shape.length - dims);
    return expanded(sumRightmost(logs, dims), shape);
  }

  override forward_shape(shape: Shape): Shape {
    const [loc, scale] = [shapeOfOne(this.loc), shapeOfOne(this.scale)];
    return broadcastShapes("AffineTransform", broadcastShapes("AffineTransform", shape, loc), scale);
  }

  override inverse_shape(shape: Shape): Shape {
    return this.forward_shape(shape);
  }

  override equals(other: Transform): boolean {
    if (!(other instanceof AffineTransform)) return false;
    return areSame(this.loc, other.loc) && areSame(this.scale, other.scale);
  }
}

function areSame(a: Tensor | number, b: Tensor | number): boolean {
  if (typeof a === "number" && typeof b === "number") return a === b;
  const compared = typeof a === "number" ? eq(operandTensor(b), a) : eq(a, b);
  return areAllTrue(compared);
}

const operandTensor = (value: Tensor | number): Tensor =>
  typeof value === "number" ? Tensor.scalar(value, "float64") : value;

/** x to the power of exponent, for positive x. */
export class PowerTransform extends Transform {
  readonly exponent: Tensor;

  constructor(...args: unknown[]) {
    super();
    const given = named("PowerTransform", ["exponent", "cache_size"], ["exponent"], args);
    [this.exponent] = broadcastAll("PowerTransform", [given.exponent]);
  }

  get domain(): Constraint {
    return positive;
  }

  get codomain(): Constraint {
    return positive;
  }

  override get sign(): Tensor | number {
    return sign(this.exponent);
  }

  forward(x: Tensor): Tensor {
    return pow(x, this.exponent);
  }

  inverse(y: Tensor): Tensor {
    return pow(y, div(1, this.exponent));
  }

  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    return log(abs(div(mul(this.exponent, y), x)));
  }

  override forward_shape(shape: Shape): Shape {
    return broadcastShapes("PowerTransform", shape, this.exponent.shape);
  }

  override inverse_shape(shape: Shape): Shape {
    return this.forward_shape(shape);
  }

  override equals(other: Transform): boolean {
    return other instanceof PowerTransform && areSame(this.exponent, other.exponent);
  }
}
