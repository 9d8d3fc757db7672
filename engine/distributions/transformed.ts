/** @file TransformedDistribution: what becomes of the draws of another. */
import { add, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { type Shape, sameShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { named, refused } from "./arguments.ts";
import { type Constraint, independent } from "./constraints.ts";
import { Distribution, type Shapes, sumRightmost } from "./distribution.ts";
import { Independent } from "./independent.ts";
import { isValidated } from "./parametric.ts";
import { ComposeTransform, signOf } from "./transforms/composed.ts";
import { Transform } from "./transforms/transform.ts";
import { sizeText } from "./words.ts";

const names = ["base_distribution", "transforms", "validate_args"];

interface Parts {
  readonly base: Distribution;
  readonly transforms: readonly Transform[];
  readonly shapes: Shapes;
  readonly validates: boolean | null;
}

function listOf(value: unknown): readonly Transform[] {
  if (value instanceof Transform) return [value];
  if (!Array.isArray(value))
    throw refused(
      "TransformedDistribution",
      "takes a transform or a list",
      `transforms must be a Transform or list, but was ${String(value)}`,
    );
  return value.map((each: unknown) => {
    if (each instanceof Transform) return each;
    const words = "transforms must be a Transform or a list of Transforms";
    throw refused("TransformedDistribution", "takes transforms alone", words);
  });
}

/** The base in the shape that the transforms make of it. */
function fitted(given: Distribution, transforms: readonly Transform[], validates: boolean | null): Parts {
  const shape = [...given.batch_shape, ...given.event_shape];
  const own = given.event_shape.length;
  const transform = new ComposeTransform([...transforms]);
  const { domain, codomain } = transform;
  if (shape.length < domain.event_dim)
    throw refused(
      "TransformedDistribution",
      `needs a base of ${domain.event_dim} dims`,
      `base_distribution needs to have shape with size at least ${domain.event_dim}, but got ${sizeText(shape)}.`,
    );
  const forward = transform.forward_shape(shape);
  const back = transform.inverse_shape(forward);
  let base = sameShape(shape, back) ? given : given.expand(back.slice(0, back.length - own));
  if (domain.event_dim > own) base = new Independent(base, domain.event_dim - own);
  const rank = Math.max(codomain.event_dim, own + codomain.event_dim - domain.event_dim);
  const cut = forward.length - rank;
  return { base, transforms, shapes: { batch: forward.slice(0, cut), event: forward.slice(cut) }, validates };
}

function partsOf(args: readonly unknown[]): Parts {
  const given = named("TransformedDistribution", names, names.slice(0, 2), args);
  if (!(given.base_distribution instanceof Distribution))
    throw refused("TransformedDistribution", "takes a distribution", "base_distribution must be a Distribution");
  return fitted(given.base_distribution, listOf(given.transforms), isValidated(given));
}

export class TransformedDistribution extends Distribution {
  readonly base_dist: Distribution;
  readonly transforms: readonly Transform[];

  constructor(...args: unknown[]) {
    const { base, transforms, shapes, validates } = partsOf(args);
    super(shapes, validates);
    this.base_dist = base;
    this.transforms = transforms;
  }

  override get has_rsample(): boolean {
    return this.base_dist.has_rsample;
  }

  override get support(): Constraint {
    const last = this.transforms.at(-1);
    if (last === undefined) return this.base_dist.support;
    const { codomain } = last;
    const missing = this.event_shape.length - codomain.event_dim;
    return missing > 0 ? independent(codomain, missing) : codomain;
  }

  override sample(...args: readonly unknown[]): Tensor {
    return withGradMode(false, () => this.#forward(this.base_dist.sample(...args)));
  }

  override rsample(...args: readonly unknown[]): Tensor {
    return this.#forward(this.base_dist.rsample(...args));
  }

  #forward(x: Tensor): Tensor {
    return this.transforms.reduce((value, transform) => transform.forward(value), x);
  }

  log_prob(value: Tensor): Tensor {
    this.checkValue(value);
    let dims = this.event_shape.length;
    let [sum, y]: [Tensor | null, Tensor] = [null, value];
    for (const transform of [...this.transforms].reverse()) {
      const x = transform.inverse(y);
      dims += transform.domain.event_dim - transform.codomain.event_dim;
      const term = sumRightmost(transform.log_abs_det_jacobian(x, y), dims - transform.domain.event_dim);
      sum = sub(sum ?? 0, term);
      y = x;
    }
    const base = sumRightmost(this.base_dist.log_prob(y), dims - this.base_dist.event_shape.length);
    return sum === null ? base : add(sum, base);
  }

  /** Turned round where the transforms fall. */
  #monotone(value: Tensor): Tensor {
    const sign = signOf(this.transforms);
    return sign === 1 ? value : add(mul(sub(value, 0.5), sign), 0.5);
  }

  override cdf(value: Tensor): Tensor {
    const x = this.transforms.reduceRight((y, transform) => transform.inverse(y), value);
    return this.#monotone(this.base_dist.cdf(x));
  }

  override icdf(value: Tensor): Tensor {
    return this.#forward(this.base_dist.icdf(this.#monotone(value)));
  }

  expand(batchShape: Shape): Distribution {
    const shape = this.transforms.reduceRight((each, transform) => transform.inverse_shape(each), [
      ...batchShape,
      ...this.event_shape,
    ] as Shape);
    const base = this.base_dist.expand(shape.slice(0, shape.length - this.base_dist.event_shape.length));
    return new TransformedDistribution(base, [...this.transforms]);
  }

  override toString(): string {
    return `${this.title}()`;
  }
}
