/** @file torch.distributions, assembled. */
import * as constraintKinds from "./constraints.ts";
import * as counts from "./counts.ts";
import { Distribution } from "./distribution.ts";
import * as gammas from "./gamma-family.ts";
import { Independent } from "./independent.ts";
import { klDivergence } from "./kl.ts";
import * as places from "./location-scale.ts";
import { MixtureSameFamily } from "./mixture.ts";
import { MultivariateNormal } from "./multivariate-normal.ts";
import { TransformedDistribution } from "./transformed.ts";
import * as transformedKinds from "./transformed-kinds.ts";
import * as transformKinds from "./transforms/index.ts";
import { VonMises } from "./von-mises.ts";

export { Constraint } from "./constraints.ts";
export { Distribution } from "./distribution.ts";
export { type Divergence, registerKl } from "./kl.ts";
export { catalogue, type Documented } from "./parametric.ts";
export { Transform } from "./transforms/transform.ts";
export { provideTensorText } from "./words.ts";

export const transforms: Readonly<Record<string, unknown>> = Object.freeze({
  ...transformKinds,
  identity_transform: new transformKinds.ComposeTransform([]),
});

const { Constraint, ...kinds } = constraintKinds;

/** In PyTorch's spelling. */
export const constraints: Readonly<Record<string, unknown>> = Object.freeze({
  Constraint,
  ...Object.fromEntries(
    Object.entries(kinds).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  ),
});

export const distributions: Readonly<Record<string, unknown>> = Object.freeze({
  Distribution,
  ...places,
  ...gammas,
  ...counts,
  ...transformedKinds,
  Independent,
  MixtureSameFamily,
  MultivariateNormal,
  TransformedDistribution,
  VonMises,
  ...transformKinds,
  kl_divergence: klDivergence,
  constraints,
  transforms,
});

// Losses share these with the losses loaded after them.
for (const value of [...Object.values(distributions), ...Object.values(transforms)]) {
  if (typeof value !== "function") continue;
  Object.freeze(value);
  Object.freeze(value.prototype);
}
