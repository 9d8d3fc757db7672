/** @file Declarations of torch.distributions: constructors come from the records of the distributions. */
import { catalogue, type Documented } from "../distributions/index.ts";

const value = "Tensor | number";

function constructorsOf({ parameters, either }: Documented): string {
  const named = parameters.map(({ name, default: otherwise, isOptional: isLeftOut }) => {
    const isOptional = otherwise !== undefined || isLeftOut === true || either?.includes(name) === true;
    return { name, isOptional };
  });
  const positional = named.map(
    ({ name, isOptional }) => `${name}${isOptional ? "?" : ""}: ${value}${isOptional ? " | null" : ""}`,
  );
  const options = named.map(({ name, isOptional }) => `${name}${isOptional ? "?" : ""}: ${value}`);
  return [
    `    constructor(${positional.join(", ")}, options?: { validate_args?: boolean });`,
    `    constructor(options: { ${[...options, "validate_args?: boolean"].join("; ")} });`,
  ].join("\n");
}

function classText(kind: Documented): string {
  const names = [...new Set([...kind.parameters.map(({ name }) => name), ...(kind.either ?? [])])];
  return `    /** ${kind.summary} \`${kind.formula}\` */
    class ${kind.name} extends Distribution {
  ${constructorsOf(kind).replaceAll("\n", "\n  ")}
${names.map((name) => `      readonly ${name}: Tensor;`).join("\n")}
    }`;
}

/** What transforms without parameters do. */
const transforms: Readonly<Record<string, string>> = {
  ExpTransform: "eˣ",
  SigmoidTransform: "1/(1 + e⁻ˣ), clipped",
  SoftplusTransform: "ln(1 + eˣ)",
  TanhTransform: "tanh x",
  AbsTransform: "|x|",
  SoftmaxTransform: "softmax of the last dim",
  StickBreakingTransform: "shares of a stick, broken off one after the other",
  LowerCholeskyTransform: "a matrix's lower triangle, its diagonal raised by exp",
};

export function distributionTypings(): string {
  return `declare namespace torch {
  /** Distributions: densities as losses, draws as PyTorch draws them. */
  namespace distributions {
    class Constraint {
      check(value: Tensor): Tensor;
      readonly event_dim: number;
      readonly is_discrete: boolean;
    }
    abstract class Distribution {
      static set_default_validate_args(on: boolean): void;
      /** One distribution for each. */
      readonly batch_shape: readonly number[];
      /** The shape of one draw. */
      readonly event_shape: readonly number[];
      readonly has_rsample: boolean;
      readonly support: Constraint;
      readonly mean: Tensor;
      readonly mode: Tensor;
      readonly variance: Tensor;
      readonly stddev: Tensor;
      /** Draws without a gradient. */
      sample(sample_shape?: readonly number[]): Tensor;
      /** Draws through which a gradient flows to the parameters. */
      rsample(sample_shape?: readonly number[]): Tensor;
      /** The logarithm of the density, or of the probability. */
      log_prob(value: Tensor): Tensor;
      cdf(value: Tensor): Tensor;
      icdf(value: Tensor): Tensor;
      entropy(): Tensor;
      perplexity(): Tensor;
      enumerate_support(expand?: boolean): Tensor;
      expand(batch_shape: readonly number[]): Distribution;
    }
${catalogue.map(classText).join("\n")}
    /** Gamma(df/2, ½). */
    class Chi2 extends Gamma {
      constructor(df: Tensor | number, options?: { validate_args?: boolean });
      readonly df: Tensor;
    }
    /** The last dims of a batch taken for one event. */
    class Independent extends Distribution {
      constructor(base_distribution: Distribution, reinterpreted_batch_ndims: number);
      readonly base_dist: Distribution;
    }
    /** One of several distributions of a kind, chosen by a Categorical. */
    class MixtureSameFamily extends Distribution {
      constructor(mixture_distribution: Categorical, component_distribution: Distribution);
      readonly mixture_distribution: Categorical;
      readonly component_distribution: Distribution;
    }
    /** What becomes of the draws of another. */
    class TransformedDistribution extends Distribution {
      constructor(base_distribution: Distribution, transforms: Transform | readonly Transform[]);
      readonly base_dist: Distribution;
    }
    /** An invertible function, and by how much it stretches. */
    abstract class Transform {
      forward(x: Tensor): Tensor;
      inverse(y: Tensor): Tensor;
      log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor;
      readonly inv: Transform;
      readonly bijective: boolean;
    }
${Object.entries(transforms)
  .map(([name, words]) => `    /** ${words} */\n    class ${name} extends Transform { constructor(); }`)
  .join("\n")}
    /** loc + scale x */
    class AffineTransform extends Transform { constructor(loc: Tensor | number, scale: Tensor | number, event_dim?: number); }
    /** x to the power of exponent, for positive x */
    class PowerTransform extends Transform { constructor(exponent: Tensor | number); }
    class ComposeTransform extends Transform { constructor(parts: readonly Transform[]); }
    class IndependentTransform extends Transform { constructor(base_transform: Transform, reinterpreted_batch_ndims: number); }
    class ReshapeTransform extends Transform { constructor(in_shape: readonly number[], out_shape: readonly number[]); }
    class CumulativeDistributionTransform extends Transform { constructor(distribution: Distribution); }
    /** How many nats p needs beyond its own when it is coded as q. */
    function kl_divergence(p: Distribution, q: Distribution): Tensor;
  }
}`;
}
