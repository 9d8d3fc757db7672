/** @file Independent: the last dims of a batch taken for one event. */
import type { Shape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { named, notThere, refused } from "./arguments.ts";
import { type Constraint, independent } from "./constraints.ts";
import { Distribution, sumRightmost } from "./distribution.ts";
import { isValidated } from "./parametric.ts";

const names = ["base_distribution", "reinterpreted_batch_ndims", "validate_args"];

interface Parts {
  readonly base: Distribution;
  readonly count: number;
  readonly validates: boolean | null;
}

function partsOf(args: readonly unknown[]): Parts {
  const given = named("Independent", names, names.slice(0, 2), args);
  const base = given.base_distribution;
  if (!(base instanceof Distribution))
    throw refused("Independent", "takes a distribution first", "base_distribution must be a Distribution");
  const count = Number(given.reinterpreted_batch_ndims);
  const { length } = base.batch_shape;
  if (count > length)
    throw refused(
      "Independent",
      `takes at most the ${length} dims of the batch, got ${count}`,
      `Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual ${count} vs ${length}`,
    );
  return { base, count, validates: isValidated(given) };
}

export class Independent extends Distribution {
  readonly base_dist: Distribution;
  readonly reinterpreted_batch_ndims: number;

  constructor(...args: unknown[]) {
    const { base, count, validates } = partsOf(args);
    const { batch_shape: batch, event_shape: event } = base;
    const cut = batch.length - count;
    super({ batch: batch.slice(0, cut), event: [...batch.slice(cut), ...event] }, validates);
    this.base_dist = base;
    this.reinterpreted_batch_ndims = count;
  }

  override get has_rsample(): boolean {
    return this.base_dist.has_rsample;
  }

  override get has_enumerate_support(): boolean {
    return this.reinterpreted_batch_ndims === 0 && this.base_dist.has_enumerate_support;
  }

  override get support(): Constraint {
    const { support } = this.base_dist;
    return this.reinterpreted_batch_ndims === 0 ? support : independent(support, this.reinterpreted_batch_ndims);
  }

  override get mean(): Tensor {
    return this.base_dist.mean;
  }

  override get mode(): Tensor {
    return this.base_dist.mode;
  }

  override get variance(): Tensor {
    return this.base_dist.variance;
  }

  override sample(...args: readonly unknown[]): Tensor {
    return this.base_dist.sample(...args);
  }

  override rsample(...args: readonly unknown[]): Tensor {
    return this.base_dist.rsample(...args);
  }

  log_prob(value: Tensor): Tensor {
    return sumRightmost(this.base_dist.log_prob(value), this.reinterpreted_batch_ndims);
  }

  override entropy(): Tensor {
    return sumRightmost(this.base_dist.entropy(), this.reinterpreted_batch_ndims);
  }

  override enumerate_support(expand: boolean | { readonly expand: boolean } = true): Tensor {
    if (this.reinterpreted_batch_ndims === 0) return this.base_dist.enumerate_support(expand);
    const words = "Enumeration over cartesian product is not implemented";
    throw notThere("Independent", "enumerate_support", words);
  }

  expand(batchShape: Shape): Distribution {
    const inner = this.event_shape.slice(0, this.reinterpreted_batch_ndims);
    return new Independent(this.base_dist.expand([...batchShape, ...inner]), this.reinterpreted_batch_ndims);
  }

  override toString(): string {
    return `Independent(${this.base_dist}, ${this.reinterpreted_batch_ndims})`;
  }
}
