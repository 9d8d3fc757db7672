/** @file What a lane makes of a loss with several components: PyTorch's refusal, a reduction, or an aggregator. */

/** Aggregators that a lane names; sum, mean and weights are kinds of their own. */
export const chosenAggregators = [
  "UPGrad",
  "MGDA",
  "DualProj",
  "PCGrad",
  "CAGrad",
  "IMTLG",
  "AlignedMTL",
  "ConFIG",
  "GradDrop",
  "Random",
] as const;

export type ChosenAggregator = (typeof chosenAggregators)[number];

/** Plain data, part of the document that a link holds. */
export type VectorHandling =
  /** PyTorch: an error, and training does not start. */
  | { readonly kind: "refuse" }
  /** TensorFlow's tape, `backward(torch.ones_like(loss))`. */
  | { readonly kind: "sum" }
  /** Keras, `loss.mean().backward()`. */
  | { readonly kind: "mean" }
  /** `backward(weights)`: one weight for each component, in the order of the flattened loss. */
  | { readonly kind: "weights"; readonly weights: readonly number[] }
  | {
      readonly kind: "aggregator";
      readonly name: ChosenAggregator;
      /** By name, each within the range that its aggregator states; what is absent has its default. */
      readonly parameters: Readonly<Record<string, number>>;
    };

/** PyTorch's own: a vector cannot start a backward. */
export const defaultHandling: VectorHandling = { kind: "refuse" };

/** Ranges that every source of a handling (form, link, worker message) is held to. Those of parameters stand with their aggregator. */
export const handlingLimits = {
  components: { min: 1, max: 4096 },
  weight: { min: -1e6, max: 1e6 },
} as const;
