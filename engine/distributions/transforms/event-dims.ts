/** @file Transforms that change which dims are one event's, or their shape. */
import { reshape } from "../../ops/indexing/movement.ts";
import { numelOf, type Shape, sameShape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { named, refused } from "../arguments.ts";
import * as constraints from "../constraints.ts";
import { sumRightmost } from "../distribution.ts";
import { Transform } from "./transform.ts";

const { independent, real } = constraints;
type Constraint = constraints.Constraint;

/** The last dims of a batch taken for one event. */
export class IndependentTransform extends Transform {
  readonly base_transform: Transform;
  readonly reinterpreted_batch_ndims: number;

  constructor(...args: unknown[]) {
    super();
    const names = ["base_transform", "reinterpreted_batch_ndims", "cache_size"];
    const given = named("IndependentTransform", names, names.slice(0, 2), args);
    if (!(given.base_transform instanceof Transform))
      throw refused("IndependentTransform", "takes a transform", "base_transform must be a Transform");
    this.base_transform = given.base_transform;
    this.reinterpreted_batch_ndims = Number(given.reinterpreted_batch_ndims);
  }

  get domain(): Constraint {
    return independent(this.base_transform.domain, this.reinterpreted_batch_ndims);
  }

  get codomain(): Constraint {
    return independent(this.base_transform.codomain, this.reinterpreted_batch_ndims);
  }

  override get bijective(): boolean {
    return this.base_transform.bijective;
  }

  override get sign(): Tensor | number {
    return this.base_transform.sign;
  }

  forward(x: Tensor): Tensor {
    return this.base_transform.forward(x);
  }

  inverse(y: Tensor): Tensor {
    return this.base_transform.inverse(y);
  }

  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    return sumRightmost(this.base_transform.log_abs_det_jacobian(x, y), this.reinterpreted_batch_ndims);
  }

  override toString(): string {
    return `IndependentTransform(${this.base_transform}, ${this.reinterpreted_batch_ndims})`;
  }
}

/** The last dims in another shape. */
export class ReshapeTransform extends Transform {
  readonly in_shape: Shape;
  readonly out_shape: Shape;

  constructor(...args: unknown[]) {
    super();
    const names = ["in_shape", "out_shape", "cache_size"];
    const given = named("ReshapeTransform", names, names.slice(0, 2), args);
    this.in_shape = Array.isArray(given.in_shape) ? given.in_shape.map(Number) : [];
    this.out_shape = Array.isArray(given.out_shape) ? given.out_shape.map(Number) : [];
    if (numelOf(this.in_shape) !== numelOf(this.out_shape))
      throw refused(
        "ReshapeTransform",
        "both shapes have as many elements",
        "in_shape, out_shape have different numbers of elements",
      );
  }

  get domain(): Constraint {
    return independent(real, this.in_shape.length);
  }

  get codomain(): Constraint {
    return independent(real, this.out_shape.length);
  }

  forward(x: Tensor): Tensor {
    return reshape(x, this.forward_shape(x.shape));
  }

  inverse(y: Tensor): Tensor {
    return reshape(y, this.inverse_shape(y.shape));
  }

  override log_abs_det_jacobian(x: Tensor): Tensor {
    return Tensor.zeros(x.shape.slice(0, x.shape.length - this.in_shape.length), x.dtype);
  }

  override forward_shape(shape: Shape): Shape {
    return exchanged(shape, this.in_shape, this.out_shape);
  }

  override inverse_shape(shape: Shape): Shape {
    return exchanged(shape, this.out_shape, this.in_shape);
  }
}

function exchanged(shape: Shape, from: Shape, to: Shape): Shape {
  if (shape.length < from.length)
    throw refused("ReshapeTransform", `needs ${from.length} dims`, "Too few dimensions on input");
  const cut = shape.length - from.length;
  if (!sameShape(shape.slice(cut), from))
    throw refused(
      "ReshapeTransform",
      `takes [${from.join(", ")}] last, got [${shape.join(", ")}]`,
      `Shape mismatch: expected torch.Size([${shape.slice(cut).join(", ")}]) but got torch.Size([${from.join(", ")}])`,
    );
  return [...shape.slice(0, cut), ...to];
}
