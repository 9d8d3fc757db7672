/** @file Transforms one after the other. */
import { add, mul } from "../../ops/pointwise/arithmetic.ts";
import type { Shape } from "../../tensor/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { named, refused } from "../arguments.ts";
import * as constraints from "../constraints.ts";
import { sumRightmost } from "../distribution.ts";
import { Transform } from "./transform.ts";

const { independent, real } = constraints;
type Constraint = constraints.Constraint;

const areTransforms = (value: unknown): value is Transform[] =>
  Array.isArray(value) && value.every((each) => each instanceof Transform);

/** One after the other. */
export class ComposeTransform extends Transform {
  readonly parts: readonly Transform[];

  constructor(...args: unknown[]) {
    super();
    const { parts } = named("ComposeTransform", ["parts", "cache_size"], ["parts"], args);
    if (!areTransforms(parts))
      throw refused("ComposeTransform", "takes a list of transforms", "parts must be a list of Transforms");
    this.parts = parts;
  }

  get domain(): Constraint {
    const { parts } = this;
    if (parts.length === 0) return real;
    const [{ domain }] = parts;
    let dims = parts[parts.length - 1].codomain.event_dim;
    for (const part of [...parts].reverse())
      dims = Math.max(dims + part.domain.event_dim - part.codomain.event_dim, part.domain.event_dim);
    return dims > domain.event_dim ? independent(domain, dims - domain.event_dim) : domain;
  }

  get codomain(): Constraint {
    const { parts } = this;
    if (parts.length === 0) return real;
    const { codomain } = parts[parts.length - 1];
    let dims = parts[0].domain.event_dim;
    for (const part of parts)
      dims = Math.max(dims + part.codomain.event_dim - part.domain.event_dim, part.codomain.event_dim);
    return dims > codomain.event_dim ? independent(codomain, dims - codomain.event_dim) : codomain;
  }

  override get bijective(): boolean {
    return this.parts.every((part) => part.bijective);
  }

  override get sign(): Tensor | number {
    return signOf(this.parts);
  }

  override get inv(): Transform {
    return new ComposeTransform([...this.parts].reverse().map((part) => part.inv));
  }

  forward(x: Tensor): Tensor {
    return this.parts.reduce((value, part) => part.forward(value), x);
  }

  inverse(y: Tensor): Tensor {
    return this.parts.reduceRight((value, part) => part.inverse(value), y);
  }

  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    const { parts } = this;
    if (parts.length === 0) return Tensor.zeros(x.shape, x.dtype);
    const stations = [x];
    for (const part of parts.slice(0, -1)) stations.push(part.forward(stations[stations.length - 1]));
    stations.push(y);
    let dims = this.domain.event_dim;
    const terms = parts.map((part, i) => {
      const term = sumRightmost(part.log_abs_det_jacobian(stations[i], stations[i + 1]), dims - part.domain.event_dim);
      dims += part.codomain.event_dim - part.domain.event_dim;
      return term;
    });
    return terms.reduce((a, b) => add(a, b));
  }

  override forward_shape(shape: Shape): Shape {
    return this.parts.reduce((value, part) => part.forward_shape(value), shape);
  }

  override inverse_shape(shape: Shape): Shape {
    return this.parts.reduceRight((value, part) => part.inverse_shape(value), shape);
  }

  override equals(other: Transform): boolean {
    return other instanceof ComposeTransform && areEqual(this.parts, other.parts);
  }

  override toString(): string {
    return `ComposeTransform(\n    ${this.parts.join(",\n    ")}\n)`;
  }
}

export const areEqual = (a: readonly Transform[], b: readonly Transform[]): boolean =>
  a.length === b.length && a.every((part, i) => part.equals(b[i]));

export const signOf = (parts: readonly Transform[]): Tensor | number =>
  parts.reduce<Tensor | number>((product, { sign: each }) => {
    if (typeof each === "number") return typeof product === "number" ? product * each : mul(product, each);
    return mul(each, product);
  }, 1);
