/** @file What is known of an aggregator: one record of this kind each. */
import type { AggregationContext } from "../context.ts";

/** A number of the aggregator's own. */
export interface AggregatorParameter {
  readonly name: string;
  /** What it does, in a few words. */
  readonly about: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly isInteger?: true;
  /** Of a number that stands for one of a few words: the words, from 0 on. */
  readonly choices?: readonly string[];
}

export interface Source {
  readonly authors: string;
  readonly title: string;
  readonly year: number;
  /** Where it can be read. */
  readonly url: string;
}

interface Description {
  /** As people write it. The key in the registry is TorchJD's class. */
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  /** In plain text, over J (rows g_i), G = J Jᵀ, m components and weights w. */
  readonly formula: string;
  /** Whether the step never makes a component worse, to first order; or from which value of a parameter on. */
  readonly conflictFree: boolean | { readonly parameter: string; readonly atLeast: number };
  /** Draws random numbers. */
  readonly isRandom: boolean;
  /** Whether a step depends on the steps before it. */
  readonly remembers: boolean;
  readonly parameters: readonly AggregatorParameter[];
  readonly source: Source;
}

/** Needs inner products of gradients only: the step is Jᵀw, so one backward of the weighted loss takes it. G is [m, m]. */
export interface WeightedAggregator extends Description {
  readonly needs: "nothing" | "gramian";
  readonly weights: (gramian: Float64Array, m: number, context: AggregationContext) => Float64Array;
}

/** Looks at the components alone, as a function of them that is one number: the weights are its gradient. */
export interface Scalarizer extends Description {
  readonly needs: "values";
  readonly weights: (m: number, context: AggregationContext) => Float64Array;
}

/** Looks at every parameter by itself: needs J, [m, n], and gives the step. */
export interface DirectAggregator extends Description {
  readonly needs: "jacobian";
  readonly direction: (jacobian: Float64Array, m: number, n: number, context: AggregationContext) => Float64Array;
}

export type Aggregator = WeightedAggregator | DirectAggregator | Scalarizer;

export type Aggregators = Readonly<Record<string, Aggregator>>;

/** What most of them are. */
export const plain = { isRandom: false, remembers: false, parameters: [] } as const;
