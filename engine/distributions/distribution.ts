/** @file What all distributions answer to, and what they check. */
import { reshape } from "../ops/indexing/movement.ts";
import { exp, sqrt } from "../ops/pointwise/unary.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { type Shape, sameShape } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import { notThere, refused, sizesOf } from "./arguments.ts";
import type { Constraint } from "./constraints.ts";
import { sumOver } from "./formulas.ts";
import { sizeText, textOf, tupleText } from "./words.ts";

export const areAllTrue = (checked: Tensor): boolean => toContiguousData(checked).every((value) => value !== 0);

/** The sum over the last `count` dims. */
export const sumRightmost = (value: Tensor, count: number): Tensor =>
  count === 0 ? value : sumOver(reshape(value, [...value.shape.slice(0, value.shape.length - count), -1]), -1);

let validatesByDefault = true;

export const isValidatingByDefault = (): boolean => validatesByDefault;

export interface Shapes {
  readonly batch: Shape;
  readonly event: Shape;
}

export abstract class Distribution {
  /** Whether distributions check what they are given, where they are not told by validate_args. */
  static readonly set_default_validate_args = (on: boolean): void => {
    validatesByDefault = on;
  };

  readonly #shapes: Shapes;
  readonly #validates: boolean;

  constructor(shapes: Shapes, validates: boolean | null) {
    this.#shapes = shapes;
    this.#validates = validates ?? validatesByDefault;
  }

  /** One distribution for each. */
  get batch_shape(): Shape {
    return this.#shapes.batch.slice();
  }

  /** The shape of one draw. */
  get event_shape(): Shape {
    return this.#shapes.event.slice();
  }

  get has_rsample(): boolean {
    return false;
  }

  get has_enumerate_support(): boolean {
    return false;
  }

  /** Whether values and parameters are checked. */
  protected get validates(): boolean {
    return this.#validates;
  }

  protected get title(): string {
    return this.constructor.name;
  }

  get support(): Constraint {
    throw this.missing("support");
  }

  get mean(): Tensor {
    throw this.missing("mean");
  }

  get mode(): Tensor {
    throw this.missing("mode", ` does not implement mode`);
  }

  get variance(): Tensor {
    throw this.missing("variance");
  }

  get stddev(): Tensor {
    return sqrt(this.variance);
  }

  /** Draws without a gradient. */
  sample(...args: readonly unknown[]): Tensor {
    return withGradMode(false, () => this.rsample(...args));
  }

  /** Draws through which a gradient flows to the parameters. */
  rsample(..._args: readonly unknown[]): Tensor {
    throw this.missing("rsample");
  }

  /** The logarithm of the density, or of the probability, at each value. */
  abstract log_prob(value: Tensor): Tensor;

  cdf(_value: Tensor): Tensor {
    throw this.missing("cdf");
  }

  icdf(_value: Tensor): Tensor {
    throw this.missing("icdf");
  }

  entropy(): Tensor {
    throw this.missing("entropy");
  }

  perplexity(): Tensor {
    return exp(this.entropy());
  }

  enumerate_support(_expand: boolean | { readonly expand: boolean } = true): Tensor {
    throw this.missing("enumerate_support");
  }

  /** The same with another batch shape. */
  abstract expand(batchShape: Shape): Distribution;

  protected missing(what: string, words = ""): Error {
    const title = this.title;
    return notThere(
      title,
      what,
      words === "" ? "" : `<class 'torch.distributions.${title.toLowerCase()}.${title}'>${words}`,
    );
  }

  /** The shape of draws. */
  protected extended(args: readonly unknown[]): Shape {
    return [...sizesOf(args, "sample_shape"), ...this.#shapes.batch, ...this.#shapes.event];
  }

  protected checkParameter(name: string, value: Tensor, constraint: Constraint): void {
    if (areAllTrue(withGradMode(false, () => constraint.check(value)))) return;
    throw refused(
      this.title,
      `${name} must satisfy ${constraint}, and does not everywhere`,
      `Expected parameter ${name} (Tensor of shape ${tupleText(value.shape)}) of distribution ${this.toString()} to satisfy the constraint ${constraint}, but found invalid values:\n${textOf(value)}`,
    );
  }

  /** PyTorch's _validate_sample. */
  checkValue(value: Tensor): void {
    if (!this.#validates) return;
    const { title } = this;
    const { batch, event } = this.#shapes;
    if (!Tensor.isTensor(value))
      throw refused(title, "values are tensors", "The value argument to log_prob must be a Tensor");
    const rank = value.shape.length;
    const tail = value.shape.slice(Math.max(0, rank - event.length));
    if (!sameShape(tail, event) && event.length > 0)
      throw refused(
        title,
        `a value ends in the event shape [${event.join(", ")}], got [${value.shape.join(", ")}]`,
        `The right-most size of value must match event_shape: ${sizeText(value.shape)} vs ${sizeText(event)}.`,
      );
    const expected = [...batch, ...event];
    for (let i = 1; i <= Math.min(rank, expected.length); i++) {
      const [actual, wanted] = [value.shape[rank - i], expected[expected.length - i]];
      if (actual !== 1 && wanted !== 1 && actual !== wanted)
        throw refused(
          title,
          `values broadcast to [${expected.join(", ")}], got [${value.shape.join(", ")}]`,
          `Value is not broadcastable with batch_shape+event_shape: ${sizeText(value.shape)} vs ${sizeText(expected)}.`,
        );
    }
    const { support } = this;
    if (areAllTrue(withGradMode(false, () => support.check(value)))) return;
    throw refused(
      title,
      `values must lie in ${support}, and do not everywhere`,
      `Expected value argument (Tensor of shape ${tupleText(value.shape)}) to be within the support (${support}) of the distribution ${this.toString()}, but found invalid values:\n${textOf(value)}`,
    );
  }
}
