/** @file MixtureSameFamily: one of several distributions of a kind, chosen by a Categorical. */

import { log_softmax } from "../ops/functional/softmax.ts";
import { gather } from "../ops/indexing/gathering.ts";
import { reshape, squeeze, unsqueeze } from "../ops/indexing/movement.ts";
import { repeat } from "../ops/other/repeating.ts";
import { add, mul, sub } from "../ops/pointwise/arithmetic.ts";
import { pow } from "../ops/pointwise/pow.ts";
import { sum } from "../ops/reduction/reduction.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import type { Shape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { named, refused, sizesOf } from "./arguments.ts";
import { type Constraint, ofMixture } from "./constraints.ts";
import { Categorical } from "./counts.ts";
import { Distribution } from "./distribution.ts";
import { logSumOver } from "./formulas.ts";
import { isValidated, type Parametric, valuesOf } from "./parametric.ts";
import { sizeText } from "./words.ts";

const names = ["mixture_distribution", "component_distribution", "validate_args"];

interface Parts {
  readonly mixture: Parametric;
  readonly components: Distribution;
  readonly validates: boolean | null;
}

function partsOf(args: readonly unknown[]): Parts {
  const owner = "MixtureSameFamily";
  const given = named(owner, names, names.slice(0, 2), args);
  const [mixture, components] = [given.mixture_distribution, given.component_distribution];
  if (!(mixture instanceof Categorical))
    throw refused(
      owner,
      "chooses by a Categorical",
      " The Mixture distribution needs to be an  instance of torch.distributions.Categorical",
    );
  if (!(components instanceof Distribution))
    throw refused(
      owner,
      "is of distributions",
      "The Component distribution needs to be an instance of torch.distributions.Distribution",
    );
  const [choices, batch] = [mixture.batch_shape, components.batch_shape];
  const outer = batch.slice(0, -1);
  for (let i = 1; i <= Math.min(choices.length, outer.length); i++) {
    const [a, b] = [choices[choices.length - i], outer[outer.length - i]];
    if (a !== 1 && b !== 1 && a !== b)
      throw refused(
        owner,
        "the batch shapes of choice and components do not match",
        `\`mixture_distribution.batch_shape\` (${sizeText(choices)}) is not compatible with \`component_distribution.batch_shape\`(${sizeText(outer)})`,
      );
  }
  const { logits } = valuesOf(mixture);
  const [chosen, kinds] = [logits.shape[logits.shape.length - 1], batch[batch.length - 1]];
  if (chosen !== kinds)
    throw refused(
      owner,
      `chooses among ${chosen}, and has ${kinds} components`,
      `\`mixture_distribution component\` (${chosen}) does not equal \`component_distribution.batch_shape[-1]\` (${kinds})`,
    );
  return { mixture, components, validates: isValidated(given) };
}

export class MixtureSameFamily extends Distribution {
  readonly mixture_distribution: Parametric;
  readonly component_distribution: Distribution;

  constructor(...args: unknown[]) {
    const { mixture, components, validates } = partsOf(args);
    super({ batch: components.batch_shape.slice(0, -1), event: components.event_shape }, validates);
    this.mixture_distribution = mixture;
    this.component_distribution = components;
  }

  get #eventRank(): number {
    return this.event_shape.length;
  }

  override get support(): Constraint {
    return ofMixture(this.component_distribution.support);
  }

  /** Probabilities with a dim for each dim of an event. */
  get #weights(): Tensor {
    const { probs } = valuesOf(this.mixture_distribution);
    const own = this.mixture_distribution.batch_shape.length;
    const padding = own === 1 ? 0 : this.batch_shape.length - own;
    return reshape(probs, [
      ...probs.shape.slice(0, -1),
      ...Array.from({ length: padding }, () => 1),
      ...probs.shape.slice(-1),
      ...this.event_shape.map(() => 1),
    ]);
  }

  override get mean(): Tensor {
    return sum(mul(this.#weights, this.component_distribution.mean), -1 - this.#eventRank);
  }

  override get variance(): Tensor {
    const { mean, variance } = this.component_distribution;
    const weights = this.#weights;
    const dim = -1 - this.#eventRank;
    const within = sum(mul(weights, variance), dim);
    return add(within, sum(mul(weights, pow(sub(mean, this.#padded(this.mean)), 2)), dim));
  }

  #padded(x: Tensor): Tensor {
    return unsqueeze(x, -1 - this.#eventRank);
  }

  log_prob(value: Tensor): Tensor {
    this.checkValue(value);
    const logs = this.component_distribution.log_prob(this.#padded(value));
    return logSumOver(add(logs, log_softmax(valuesOf(this.mixture_distribution).logits, -1)), -1);
  }

  override cdf(value: Tensor): Tensor {
    const each = this.component_distribution.cdf(this.#padded(value));
    return sum(mul(each, valuesOf(this.mixture_distribution).probs), -1);
  }

  override sample(...args: readonly unknown[]): Tensor {
    const shape = sizesOf(args, "sample_shape");
    return withGradMode(false, () => {
      const dim = shape.length + this.batch_shape.length;
      const event = this.event_shape;
      const chosen = this.mixture_distribution.sample(shape);
      const drawn = this.component_distribution.sample(shape);
      const spread = reshape(chosen, [...chosen.shape, 1, ...event.map(() => 1)]);
      const index = repeat(spread, [...chosen.shape.map(() => 1), 1, ...event]);
      return squeeze(gather(drawn, dim, index), dim);
    });
  }

  expand(batchShape: Shape): Distribution {
    const { probs } = valuesOf(this.mixture_distribution);
    const components = this.component_distribution.expand([...batchShape, probs.shape[probs.shape.length - 1]]);
    return new MixtureSameFamily(this.mixture_distribution.expand(batchShape), components);
  }

  override toString(): string {
    return `MixtureSameFamily(\n  ${this.mixture_distribution},\n  ${this.component_distribution})`;
  }
}
