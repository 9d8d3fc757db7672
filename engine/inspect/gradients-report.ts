/**
 * @file The many gradients of a loss that is not a scalar: component i has a gradient of its own for every parameter. Plain data, like the
 * Report; a matrix too large to be looked at is reduced before it is sent.
 */

export interface GradientsReport {
  /** How many numbers the loss returned, in the order of the flattened tensor. */
  readonly components: number;
  /** Names of the components, where the loss gave them any. */
  readonly names: readonly string[] | null;
  /** Row in the data set behind each component, where there is one component a sample. */
  readonly samples: readonly number[] | null;
  readonly cosines: CosineMatrix;
  /** Share of the pairs of components whose gradients point against each other (cosine < 0), 0 to 1. */
  readonly pairsInConflict: number;
  /** Share of the parameters whose components disagree in sign, 0 to 1. */
  readonly signDisagreement: number | null;
  readonly parameter: ParameterGradients | null;
  /** The weight of each component in the direction that was taken; null where there is none, as in GradDrop. */
  readonly weights: readonly number[] | null;
  /**
   * Change of each component that its gradient predicts for the last step, and the one that came. Where not all components were looked
   * at, of those that stand in `cosines.rows`, from the least number to the largest.
   */
  readonly predicted: readonly number[] | null;
  readonly measured: readonly number[] | null;
}

/** Row-major, `size` by `size`, at most 64 by 64. */
export interface CosineMatrix {
  readonly size: number;
  /** NaN where a gradient is zero or not finite. */
  readonly values: readonly number[];
  /** Which components each row stands for. Rows that agree are neighbours; named components stand in their own order. */
  readonly rows: readonly (readonly number[])[];
}

/** One parameter's gradients, one of each component. */
export interface ParameterGradients {
  readonly name: string;
  /** How many components lie in each bin; one edge more than bins. */
  readonly bins: readonly number[];
  readonly edges: readonly number[];
  /** The gradient the step took; null where none was taken. */
  readonly chosen: number | null;
}
