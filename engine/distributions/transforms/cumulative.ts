/** @file A distribution's cdf as a transform. */
import type { Tensor } from "../../tensor/tensor.ts";
import { named, refused } from "../arguments.ts";
import * as constraints from "../constraints.ts";
import { Distribution } from "../distribution.ts";
import { Transform } from "./transform.ts";

const { unitInterval } = constraints;
type Constraint = constraints.Constraint;

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
