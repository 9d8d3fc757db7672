/** @file All words about what becomes of a vector: the choices, what each does, what it equals. Pure. */
import { aggregators } from "../../engine/vector/aggregators.ts";
import type { Aggregator } from "../../engine/vector/records/aggregator.ts";
import {
  chosenAggregators,
  defaultHandling,
  handlingLimits,
  type VectorHandling,
} from "../../engine/vector/handling.ts";
import { formatCount, formatNumber } from "./format.ts";

export interface HandlingChoice {
  readonly value: string;
  readonly title: string;
}

export interface HandlingGroup {
  readonly title: string;
  readonly choices: readonly HandlingChoice[];
}

/** The registry's records that are kinds of their own, since frameworks do these. */
const kinds = { sum: "Sum", mean: "Mean", weights: "Constant" } as const;

export const handlingGroups: readonly HandlingGroup[] = [
  {
    title: "As frameworks do",
    choices: [
      { value: "refuse", title: "Refuse" },
      { value: "sum", title: "Sum" },
      { value: "mean", title: "Mean" },
      { value: "weights", title: "Weights" },
    ],
  },
  { title: "Jacobian descent", choices: choicesThat((needs) => needs !== "values") },
  { title: "Scalarizers", choices: choicesThat((needs) => needs === "values") },
];

function choicesThat(isMeant: (needs: Aggregator["needs"]) => boolean): readonly HandlingChoice[] {
  return chosenAggregators
    .filter((name) => isMeant(aggregators[name].needs))
    .map((name) => ({ value: name, title: aggregators[name].title }));
}

export function choiceOf(handling: VectorHandling): string {
  return handling.kind === "aggregator" ? handling.name : handling.kind;
}

/** A choice with what it begins with: equal weights, the parameters' defaults. Refuses what it does not know. */
export function handlingOf(choice: string, components: number): VectorHandling {
  if (choice === "sum" || choice === "mean") return { kind: choice };
  if (choice === "weights") {
    const { min, max } = handlingLimits.components;
    return { kind: choice, weights: Array.from({ length: Math.min(max, Math.max(min, components)) }, () => 1) };
  }
  const name = chosenAggregators.find((known) => known === choice);
  if (name === undefined) return defaultHandling;
  const parameters: Aggregator["parameters"] = aggregators[name].parameters;
  return {
    kind: "aggregator",
    name,
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default])),
  };
}

/** The registry's record of a handling; null for refusing. */
export function recordOf(handling: VectorHandling): Aggregator | null {
  if (handling.kind === "refuse") return null;
  return aggregators[handling.kind === "aggregator" ? handling.name : kinds[handling.kind]];
}

export function titleOf(handling: VectorHandling): string {
  return recordOf(handling)?.title ?? "Refuse";
}

export const refusal = {
  about: "Starts no gradient and does not train, as PyTorch and JAX: a gradient starts from one number.",
  property: "You decide what the loss is, by reducing it or by choosing here.",
} as const;

/** Whether a component may get worse. */
export function propertyOf(handling: VectorHandling): string {
  const record = recordOf(handling);
  if (record === null) return refusal.property;
  const { conflictFree } = record;
  const may = "Not conflict-free: the step may make components worse.";
  if (typeof conflictFree === "boolean")
    return conflictFree ? "Conflict-free: to first order, the step makes no component worse." : may;
  const value = handling.kind === "aggregator" ? (handling.parameters[conflictFree.parameter] ?? 0) : 0;
  const bound = `${conflictFree.parameter} ≥ ${formatNumber(conflictFree.atLeast)}`;
  return value >= conflictFree.atLeast
    ? `Conflict-free, since ${bound}: to first order, the step makes no component worse.`
    : `Conflict-free only for ${bound}: as it is, the step may make components worse.`;
}

/** What it is the same as, to the last bit. */
export function equivalentOf(handling: VectorHandling, components: number): string | null {
  if (handling.kind === "sum")
    return `The same as loss.sum(), backward(torch.ones_like(loss)), and TensorFlow's tape. ${times(components)} the mean's gradient.`;
  if (handling.kind === "mean") return "The same as loss.mean() before backward, and Keras' default.";
  if (handling.kind === "weights") return "The same as backward(weights).";
  return null;
}

/** Goes on with "Vector [64, 1] · ": what it becomes. */
export function handledReason(handling: VectorHandling, components: number): string {
  const count = formatCount(components);
  switch (handling.kind) {
    case "refuse":
      return "";
    case "sum":
      return `trains on the sum of ${count}: as TensorFlow and backward(ones), ×${count} the mean's.`;
    case "mean":
      return `trains on the mean of ${count}, as Keras and loss.mean() do.`;
    case "weights":
      return `trains on ${count} numbers weighted by yours, as backward(weights) does.`;
    case "aggregator":
      return `${titleOf(handling)} makes one step of it`;
  }
}

function times(components: number): string {
  return `${formatCount(components)} times`;
}

/** Numbers separated by commas or spaces; null where something else stands between them. */
export function parseWeights(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const numbers = parts.map(Number);
  return parts.length > 0 && numbers.every(Number.isFinite) ? numbers : null;
}

/** Why typed weights are not taken; null where they are. */
export function weightsProblem(text: string, components: number): string | null {
  const weights = parseWeights(text);
  if (weights === null) return "Numbers are needed, such as 1, 0.5";
  const { max } = handlingLimits.components;
  if (components > max)
    return `At most ${formatCount(max)} components can have a weight each, got ${formatCount(components)}`;
  if (weights.length !== components) return `${components} weights are needed, one a component, got ${weights.length}`;
  if (weights.some((weight) => Math.abs(weight) > handlingLimits.weight.max))
    return `From ${handlingLimits.weight.min} to ${handlingLimits.weight.max}`;
  return null;
}
