/**
 * @file The aggregators of Jacobian descent, after TorchJD: what becomes of m gradients when a loss has m components. Everything that knows
 * aggregators (the lane's choice, its words, validation, the tests) is derived from this registry.
 */
import type { Aggregator, Aggregators } from "./records/aggregator.ts";
import { bargains } from "./records/bargains.ts";
import { drawnWeights } from "./records/drawn-weights.ts";
import { givenWeights } from "./records/given-weights.ts";
import { gradientAggregators } from "./records/gradients.ts";
import { robustAggregators } from "./records/robust.ts";
import { scalarizers } from "./records/scalarizers.ts";

/** In the order in which they are offered. */
export const aggregators = {
  ...givenWeights,
  ...gradientAggregators,
  ...bargains,
  ...robustAggregators,
  ...scalarizers,
  ...drawnWeights,
} as const satisfies Aggregators;

export type AggregatorName = keyof typeof aggregators;

export const aggregatorNames = Object.keys(aggregators).filter(isAggregatorName);

export function isAggregatorName(name: string): name is AggregatorName {
  return Object.hasOwn(aggregators, name);
}

/** The record of one aggregator, as any of them. */
export const aggregatorOf = (name: AggregatorName): Aggregator => aggregators[name];

/** Whether the step never makes a component worse, with these parameters. */
export function isConflictFree(aggregator: Aggregator, parameters: Readonly<Record<string, number>>): boolean {
  const { conflictFree } = aggregator;
  return typeof conflictFree === "boolean" ? conflictFree : parameters[conflictFree.parameter] >= conflictFree.atLeast;
}

export function defaultParameters(aggregator: Aggregator): Readonly<Record<string, number>> {
  return Object.fromEntries(aggregator.parameters.map((parameter) => [parameter.name, parameter.default]));
}
