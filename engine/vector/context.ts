/** @file What an aggregator gets besides the gradients. */
import type { AggregatorMemory } from "./memory.ts";

/** Where random numbers come from: PyTorch's generator (random/generator.ts) is one. */
export interface RandomSource {
  /** torch.randperm(n). */
  permutation(n: number): ArrayLike<number>;
  /** torch.randn, in float32. */
  normal(out: Float32Array): void;
  /** torch.rand, in float32. */
  uniform(out: Float32Array): void;
}

export interface AggregationContext {
  readonly random: RandomSource;
  /** How many parameters the gradients are of: n, the columns of the Jacobian. */
  readonly columns: number;
  /** The aggregator's own numbers by name, each within its range; what is absent has its default. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What Constant multiplies the components with: as many as there are components. */
  readonly constants: readonly number[];
  /** The components themselves. */
  readonly values: ArrayLike<number>;
  /** Passes through the training rows before this one; where there are no rows every step is one. */
  readonly epoch: number;
  readonly memory: AggregatorMemory;
}
