/** @file What is saved, restored and shared: the experiment, its lanes, and how they are looked at. */
import * as v from "valibot";
import { catalogue } from "../../engine/data/catalogue.ts";
import { knobRanges } from "../../engine/data/sets/toy.ts";
import { specLimits } from "../../engine/data/tensor-spec.ts";
import { exactly } from "../../engine/exactly.ts";
import { plainLine, plainText } from "../../engine/inspect/plain-text.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import { type SeedCount, seedCounts } from "../../engine/study/seeds.ts";
import { activationNames } from "../../engine/train/activations.ts";
import { type Experiment, limits } from "../../engine/train/experiment.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { handlingSchema } from "./handling.ts";
import { listOf } from "./list-schemas.ts";
import { migrated } from "./migrations.ts";
import { between, integer } from "./number-schemas.ts";
import { optimizerSchema, schedulerSchema } from "./option-schemas.ts";
import { OWN, type OwnData, ownDataSchema } from "./own-data.ts";
import { readingSchema } from "./reading-schema.ts";
import { isRunMark } from "./run-mark.ts";
import { type DocumentStudy, studySchema } from "./study.ts";
import { argumentsSchema, tensorSchema } from "./tensor-schemas.ts";
import { type DocumentView, viewSchema } from "./view.ts";

/** `python` is PyTorch as it is written everywhere. */
export type LaneLanguage = "typescript" | "python";

/** A lane keeps its letter, and with it its colour, wherever it stands. */
export const laneIds = ["A", "B", "C", "D"] as const;
export type LaneId = (typeof laneIds)[number];

export const isLaneId = (id: string): id is LaneId => laneIds.some((known) => known === id);

export const languageNames: Readonly<Record<LaneLanguage, string>> = { typescript: "TypeScript", python: "PyTorch" };

export interface Lane {
  readonly id: LaneId;
  readonly name: string;
  readonly language: LaneLanguage;
  readonly source: string;
  /** What its loss becomes where that is not a scalar. */
  readonly handling: VectorHandling;
  /** By the names of its parameters, what was chosen for those that are no data. */
  readonly arguments: Arguments;
  /** A learning rate of its own: losses of other scales want others. null for the experiment's. */
  readonly lr: number | null;
}

/** What `experiment.dataset` says where `experiment.tensors` are meant. */
export const TENSORS = "tensors";

export const VERSION = 11;

export interface LossDocument {
  readonly version: typeof VERSION;
  /** Empty until somebody gives it one. */
  readonly title: string;
  /** What to look at: Markdown with maths, read by `session/note/`. */
  readonly note: string;
  readonly experiment: Experiment;
  /** Over how many seeds lanes are compared: the experiment's own and those that follow it. */
  readonly seeds: SeedCount;
  /** What `experiment.dataset` means by `own`. */
  readonly data: OwnData | null;
  /** In the order they are shown; every letter once. */
  readonly lanes: readonly Lane[];
  readonly view: DocumentView;
  /** By lane, the mark (run-mark.ts) of the whole run that the author saw: whoever runs it again can tell whether it came out the same. */
  readonly runs: Readonly<Partial<Record<LaneId, string>>>;
  /** What was studied: over seeds, and over a grid of settings. */
  readonly study: DocumentStudy;
}

/** Characters. What is typed is held to the same constants; data have theirs in `own-data.ts`, numbers in the engine. */
export const documentLimits = { source: 20_000, laneName: 80, title: 80, note: 2000 } as const;

const line = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform(plainLine));

const model = v.variant("kind", [
  v.object({ kind: v.literal("linear") }),
  v.object({
    kind: v.literal("mlp"),
    widths: listOf(integer(limits.width), limits.layers),
    activation: v.picklist(activationNames),
  }),
]);

const toyKnobs = {
  noise: v.exactOptional(between(knobRanges.noise)),
  outliers: v.exactOptional(between(knobRanges.outliers)),
  imbalance: v.exactOptional(between(knobRanges.imbalance)),
  size: v.exactOptional(integer(knobRanges.size)),
};

const lane = v.object({
  id: v.picklist(laneIds),
  name: line(documentLimits.laneName),
  language: v.picklist(["typescript", "python"]),
  source: v.pipe(v.string(), v.maxLength(documentLimits.source)),
  handling: handlingSchema,
  arguments: argumentsSchema,
  lr: v.nullable(between(limits.lr)),
});

/** What links and files are held to. Exported for whoever puts its limits into words (`limits.ts`), or tests them. */
export const documentSchema = exactly<LossDocument>()(
  v.pipe(
    v.object({
      version: v.literal(VERSION),
      title: line(documentLimits.title),
      note: v.pipe(v.string(), v.maxLength(documentLimits.note), v.transform(plainText)),
      experiment: v.object({
        dataset: v.picklist([...catalogue.map(({ id }) => id), OWN, TENSORS]),
        toy: v.object(toyKnobs),
        tensors: listOf(tensorSchema, { min: 0, max: specLimits.tensors.max }),
        model,
        output: v.nullable(
          v.pipe(
            listOf(integer(limits.outputSize), limits.outputDims),
            v.check((shape) => shape.reduce((a, b) => a * b, 1) <= limits.outputs, "an output of too many numbers"),
          ),
        ),
        reading: v.nullable(readingSchema),
        optimizer: optimizerSchema,
        lr: between(limits.lr),
        scheduler: v.nullable(schedulerSchema),
        batchSize: integer(limits.batchSize),
        seed: integer(limits.seed),
        steps: integer(limits.steps),
        matchFirstStep: v.boolean(),
      }),
      seeds: v.picklist(seedCounts),
      data: v.nullable(ownDataSchema),
      lanes: v.pipe(
        listOf(lane, { min: 1, max: laneIds.length }),
        v.check((lanes) => new Set(lanes.map(({ id }) => id)).size === lanes.length, "two lanes of one letter"),
      ),
      view: viewSchema,
      runs: v.record(v.picklist(laneIds), v.pipe(v.string(), v.check(isRunMark, "no hash of a run"))),
      study: studySchema,
    }),
    v.check(
      ({ experiment: { dataset, tensors } }) => dataset !== TENSORS || tensors.length > 0,
      "no tensor is described",
    ),
    v.check(({ experiment, data }) => experiment.dataset !== OWN || data !== null, "its own data are missing"),
  ),
);

/** A document of this version or an older one; null for anything else. */
export function parseDocument(value: unknown): LossDocument | null {
  // The first thing that is wrong decides: a stranger may have put half a million of them into a link.
  const result = v.safeParse(documentSchema, migrated(value), { abortEarly: true });
  return result.success ? result.output : null;
}
