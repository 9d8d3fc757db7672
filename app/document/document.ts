/** @file What is saved and restored: the experiment and the lanes. */
import * as v from "valibot";
import { type Experiment, limits } from "../../engine/train/experiment.ts";

/** `python` is PyTorch as it is written everywhere. */
export type LaneLanguage = "typescript" | "python";

export const languageNames: Readonly<Record<LaneLanguage, string>> = { typescript: "TypeScript", python: "PyTorch" };

export interface Lane {
  /** "A", "B", ... */
  readonly id: string;
  readonly name: string;
  readonly language: LaneLanguage;
  readonly source: string;
}

export interface LossDocument {
  readonly version: 1;
  readonly experiment: Experiment;
  readonly lanes: readonly Lane[];
}

const MOST_SOURCE = 20_000;
const MOST_LANES = 4;

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

const schema = v.object({
  version: v.literal(1),
  experiment: v.object({
    dataset: v.pipe(v.string(), v.maxLength(40)),
    model,
    optimizer,
    lr: between(limits.lr),
    batchSize: integer(limits.batchSize),
    seed: integer(limits.seed),
    steps: integer(limits.steps),
  }),
  lanes: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.regex(/^[A-D]$/)),
        name: v.pipe(v.string(), v.maxLength(80)),
        language: v.picklist(["typescript", "python"]),
        source: v.pipe(v.string(), v.maxLength(MOST_SOURCE)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_LANES),
  ),
}) satisfies v.GenericSchema<unknown, LossDocument>;

export function parseDocument(value: unknown): LossDocument | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
