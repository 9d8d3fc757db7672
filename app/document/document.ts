/** @file What is saved and restored: the experiment and the lanes. */
import * as v from "valibot";
import { type Experiment, limits } from "../../engine/train/experiment.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { handlingSchema } from "./handling.ts";
import { migrated } from "./migrations.ts";

/** `python` is PyTorch as it is written everywhere. */
export type LaneLanguage = "typescript" | "python";

/** A lane keeps its letter, and with it its colour, wherever it stands. */
export const laneIds = ["A", "B", "C", "D"] as const;

export const languageNames: Readonly<Record<LaneLanguage, string>> = { typescript: "TypeScript", python: "PyTorch" };

export interface Lane {
  /** One of `laneIds`. */
  readonly id: string;
  readonly name: string;
  readonly language: LaneLanguage;
  readonly source: string;
  /** What its loss becomes where that is not a scalar. */
  readonly handling: VectorHandling;
}

export interface LossDocument {
  readonly version: 2;
  readonly experiment: Experiment;
  /** In the order they are shown; every letter once. */
  readonly lanes: readonly Lane[];
}

const MOST_SOURCE = 20_000;

const between = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));
const integer = (range: { readonly min: number; readonly max: number }) => v.pipe(between(range), v.integer());

const model = v.variant("kind", [
  v.object({ kind: v.literal("linear") }),
  v.object({
    kind: v.literal("mlp"),
    widths: v.pipe(v.array(integer(limits.width)), v.minLength(limits.layers.min), v.maxLength(limits.layers.max)),
    activation: v.picklist(["tanh", "relu", "sigmoid", "silu"]),
  }),
]);

const optimizer = v.variant("name", [
  v.object({ name: v.literal("SGD"), momentum: between(limits.momentum) }),
  v.object({ name: v.literal("Adam") }),
]);

const lane = v.object({
  id: v.picklist(laneIds),
  name: v.pipe(v.string(), v.maxLength(80)),
  language: v.picklist(["typescript", "python"]),
  source: v.pipe(v.string(), v.maxLength(MOST_SOURCE)),
  handling: handlingSchema,
});

const schema = v.object({
  version: v.literal(2),
  experiment: v.object({
    dataset: v.pipe(v.string(), v.maxLength(40)),
    model,
    optimizer,
    lr: between(limits.lr),
    batchSize: integer(limits.batchSize),
    seed: integer(limits.seed),
    steps: integer(limits.steps),
    matchFirstStep: v.boolean(),
  }),
  lanes: v.pipe(
    v.array(lane),
    v.minLength(1),
    v.maxLength(laneIds.length),
    v.check((lanes) => new Set(lanes.map(({ id }) => id)).size === lanes.length, "two lanes of one letter"),
  ),
}) satisfies v.GenericSchema<unknown, LossDocument>;

/** A document of this version or an older one; null for anything else. */
export function parseDocument(value: unknown): LossDocument | null {
  const result = v.safeParse(schema, migrated(value));
  return result.success ? result.output : null;
}
