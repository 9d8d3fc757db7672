/** @file torch.distributions.transforms: invertible functions, and by how much they stretch. */
import { add, div, mul, sub } from "../ops/arithmetic.ts";
import { clamp } from "../ops/clamp.ts";
import { cumprod, cumsum } from "../ops/cumulative.ts";
import { eq } from "../ops/compare.ts";
import { reshape } from "../ops/movement.ts";
import { pad } from "../ops/padding.ts";
import { pow } from "../ops/pow.ts";
import { logsigmoid, softplus } from "../ops/activations.ts";
import { amax, sum } from "../ops/reduction.ts";
import { sigmoid } from "../ops/sigmoid.ts";
import { narrow } from "../ops/slices.ts";
import { diag_embed, diagonal, tril } from "../ops/triangles.ts";
import { atanh, tanh } from "../ops/trigonometry.ts";
import { abs, exp, expm1, log, log1p, neg, sign } from "../ops/unary.ts";
import { epsilonOf, tinyOf } from "../random/families.ts";
import { broadcastShapes, numelOf, sameShape, type Shape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { broadcastAll, expanded, named, notThere, refused } from "./arguments.ts";
import * as constraints from "./constraints.ts";
import { areAllTrue, Distribution, sumRightmost } from "./distribution.ts";
import { everywhere } from "./formulas.ts";

const { independent, interval, positive, real, realVector, simplex, unitInterval } = constraints;
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

interface Plain {
  readonly name: string;
  readonly domain: Constraint;
  readonly codomain: Constraint;
  readonly forward: (x: Tensor) => Tensor;
  readonly inverse: (y: Tensor) => Tensor;
  readonly stretch?: (x: Tensor, y: Tensor) => Tensor;
  readonly sign?: 1;
  readonly isBijective?: false;
  /** By how many the last size grows. */
  readonly grows?: number;
}

type PlainClass = new () => Transform;

/** The class of a transform without parameters. */
function plain(record: Plain): PlainClass {
  const grown = (shape: Shape, by: number): Shape => {
    if (shape.length < record.domain.event_dim)
      throw refused(record.name, `needs ${record.domain.event_dim} dims`, "Too few dimensions on input");
    return by === 0 ? shape : [...shape.slice(0, -1), shape[shape.length - 1] + by];
  };
  const made = class extends Transform {
    get domain(): Constraint {
      return record.domain;
    }
    get codomain(): Constraint {
      return record.codomain;
    }
    override get bijective(): boolean {
      return record.isBijective ?? true;
    }
    override get sign(): Tensor | number {
      return record.sign ?? super.sign;
    }
    protected override get isPlain(): boolean {
      return true;
    }
    forward(x: Tensor): Tensor {
      return record.forward(x);
    }
    inverse(y: Tensor): Tensor {
      return record.inverse(y);
    }
    override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
      return record.stretch?.(x, y) ?? super.log_abs_det_jacobian(x, y);
    }
    override forward_shape(shape: Shape): Shape {
      return grown(shape, record.grows ?? 0);
    }
    override inverse_shape(shape: Shape): Shape {
      return grown(shape, -(record.grows ?? 0));
    }
  };
  Object.defineProperty(made, "name", { value: record.name });
  return made;
}

const clippedSigmoid = (x: Tensor): Tensor => clamp(sigmoid(x), tinyOf(x.dtype), 1 - epsilonOf(x.dtype));

export const ExpTransform = plain({
  name: "ExpTransform",
  domain: real,
  codomain: positive,
  sign: 1,
  forward: exp,
  inverse: log,
  stretch: (x) => x,
});

export const SigmoidTransform = plain({
  name: "SigmoidTransform",
  domain: real,
  codomain: unitInterval,
  sign: 1,
  forward: clippedSigmoid,
  inverse: (y) => {
    const clipped = clamp(y, tinyOf(y.dtype), 1 - epsilonOf(y.dtype));
    return sub(log(clipped), log1p(neg(clipped)));
  },
  stretch: (x) => sub(neg(softplus(neg(x))), softplus(x)),
});

export const SoftplusTransform = plain({
  name: "SoftplusTransform",
  domain: real,
  codomain: positive,
  sign: 1,
  forward: (x) => softplus(x),
  inverse: (y) => add(log(neg(expm1(neg(y)))), y),
  stretch: (x) => neg(softplus(neg(x))),
});

export const TanhTransform = plain({
  name: "TanhTransform",
  domain: real,
  codomain: interval(-1, 1),
  sign: 1,
  forward: tanh,
  inverse: atanh,
  stretch: (x) => mul(sub(sub(Math.LN2, x), softplus(mul(x, -2))), 2),
});

export const AbsTransform = plain({
  name: "AbsTransform",
  domain: real,
  codomain: positive,
  isBijective: false,
  forward: abs,
  inverse: (y) => y,
});

export const SoftmaxTransform = plain({
  name: "SoftmaxTransform",
  domain: realVector,
  codomain: simplex,
  isBijective: false,
  forward: (x) => {
    const raised = exp(sub(x, amax(x, -1, true)));
    return div(raised, sum(raised, -1, true));
  },
  inverse: log,
});

/** size + 1 - (1, 2, …): what is left to be broken off. */
const remaining = (x: Tensor, from: number): Tensor => sub(from, cumsum(everywhere(narrow1(x), 1), -1));
const narrow1 = (x: Tensor): Tensor => Tensor.zeros([x.shape[x.shape.length - 1]], x.dtype);
const cropped = (y: Tensor): Tensor => narrow(y, -1, 0, y.shape[y.shape.length - 1] - 1);

export const StickBreakingTransform = plain({
  name: "StickBreakingTransform",
  domain: realVector,
  codomain: simplex,
  grows: 1,
  forward: (x) => {
    const offset = remaining(x, x.shape[x.shape.length - 1] + 1);
    const z = clippedSigmoid(sub(x, log(offset)));
    return mul(pad(z, [0, 1], "constant", 1), pad(cumprod(sub(1, z), -1), [1, 0], "constant", 1));
  },
  inverse: (y) => {
    const head = cropped(y);
    const offset = remaining(head, y.shape[y.shape.length - 1]);
    const rest = clamp(sub(1, cumsum(head, -1)), tinyOf(y.dtype));
    return add(sub(log(head), log(rest)), log(offset));
  },
  stretch: (x, y) => {
    const shifted = sub(x, log(remaining(x, x.shape[x.shape.length - 1] + 1)));
    return sum(add(add(neg(shifted), logsigmoid(shifted)), log(cropped(y))), -1);
  },
});

export const LowerCholeskyTransform = plain({
  name: "LowerCholeskyTransform",
  domain: independent(real, 2),
  codomain: constraints.lowerCholesky,
  isBijective: false,
  forward: (x) => add(tril(x, -1), diag_embed(exp(diagonal(x, 0, -2, -1)))),
  inverse: (y) => add(tril(y, -1), diag_embed(log(diagonal(y, 0, -2, -1)))),
});

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

/** A distribution's own cdf. */
export class CumulativeDistributionTransform extends Transform {
  readonly distribution: Distribution;

  constructor(...args: unknown[]) {
    super();
    const names = ["distribution", "cache_size"];
    const { distribution } = named("CumulativeDistributionTransform", names, names.slice(0, 1), args);
    if (!(distribution instanceof Distribution))
      throw refused("CumulativeDistributionTransform", "takes a distribution", "distribution must be a Distribution");
    this.distribution = distribution;
  }

  get domain(): Constraint {
    return this.distribution.support;
  }

  get codomain(): Constraint {
    return unitInterval;
  }

  override get sign(): number {
    return 1;
  }

  forward(x: Tensor): Tensor {
    return this.distribution.cdf(x);
  }

  inverse(y: Tensor): Tensor {
    return this.distribution.icdf(y);
  }

  override log_abs_det_jacobian(x: Tensor): Tensor {
    return this.distribution.log_prob(x);
  }
}
