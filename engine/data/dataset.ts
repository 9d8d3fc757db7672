/** @file A data set for regression with one input column and one or more target columns. */

export interface Column {
  /** As shown on an axis: "horsepower". */
  readonly name: string;
  /** "hp", "mpg"; empty where there is none. */
  readonly unit: string;
  readonly values: Float64Array;
}

export interface Dataset {
  readonly id: string;
  readonly title: string;
  readonly input: Column;
  /** Fed to forward in this order: `targets` where there is one, `targets1, targets2` where there are two. */
  readonly targets: readonly Column[];
  /** Real-world units are standardised with the training split's mean and (unbiased) std; toy data are not. */
  readonly standardize: boolean;
}
