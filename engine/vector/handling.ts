/** @file What a loss that is not a scalar becomes, so that a gradient can start from it. Plain data: a lane's choice, part of its document. */

export type VectorHandling =
  /** PyTorch: an error, and training does not start. */
  | { readonly kind: "refuse" }
  /** TensorFlow's tape, `backward(torch.ones_like(loss))`. */
  | { readonly kind: "sum" }
  /** Keras, `loss.mean().backward()`. */
  | { readonly kind: "mean" }
  /** `backward(weights)`: one weight for each component, in the order of the flattened loss. */
  | { readonly kind: "weights"; readonly weights: readonly number[] }
  /** An aggregator of Jacobian descent, by its name in the registry. */
  | { readonly kind: "aggregator"; readonly name: string; readonly parameters: Readonly<Record<string, number>> };

export const refuse: VectorHandling = { kind: "refuse" };

/** Ranges that a handling is held to, wherever it comes from. */
export const handlingLimits = {
  weight: { min: -1e6, max: 1e6 },
  weights: { min: 1, max: 4096 },
  parameter: { min: -1e6, max: 1e6 },
} as const;

export function sameHandling(a: VectorHandling, b: VectorHandling): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
