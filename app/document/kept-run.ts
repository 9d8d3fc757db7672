/** @file A run that was made, as it is kept with a document: all that it is a function of, and what it came to. */
import * as v from "valibot";
import { exactly } from "../../engine/exactly.ts";
import { bounds } from "../../engine/inspect/bounds.ts";
import { plainLine, plainText } from "../../engine/inspect/plain-text.ts";
import type { Metric, Series } from "../../engine/train/progress.ts";
import { defaultDocument } from "./defaults.ts";
import type { Lane, LossDocument } from "./document.ts";
import { openKept } from "./kept.ts";
import { experimentOf } from "./lanes.ts";
import type { OwnData } from "./own-data.ts";
import { isRunMark } from "./run-mark.ts";

export interface RunOutcome {
  /** `failed`: it diverged. */
  readonly status: "done" | "failed";
  readonly step: number;
  readonly stepsPerSecond: number;
  /** The hash of its losses, and of which engine (run-mark.ts). */
  readonly mark: string;
  readonly metrics: { readonly training: readonly Metric[]; readonly validation: readonly Metric[] };
  readonly ownLoss: { readonly training: number; readonly validation: number };
  readonly curves: {
    /** Of every step's batch, the ends of stretches, and their means, which smoothing starts from. */
    readonly training: Series;
    readonly means: Series;
    readonly validation: Series;
    readonly metrics: readonly { readonly name: string; readonly series: Series }[];
  };
}

export interface KeptRun {
  readonly id: string;
  /** Milliseconds since 1970, when it last came to its end. */
  readonly made: number;
  /** Empty until somebody gives it one. */
  readonly name: string;
  readonly note: string;
  readonly isPinned: boolean;
  /** The run alone: a document of its one lane, which a link can hold. */
  readonly document: LossDocument;
  readonly outcome: RunOutcome;
}

export const keptRunLimits = { name: 80, note: 500 } as const;

/** A document of one lane and what it is trained with. A learning rate of its own is then the experiment's. */
export function documentOfRun(document: LossDocument, lane: Lane, data: OwnData | null, mark: string): LossDocument {
  return {
    ...defaultDocument,
    experiment: experimentOf(document, lane),
    data,
    lanes: [{ ...lane, lr: null }],
    runs: { [lane.id]: mark },
  };
}

/** Its lane. */
export function laneOfRun({ document }: Pick<KeptRun, "document">): Lane {
  const [lane] = document.lanes;
  if (lane === undefined) throw new Error("internal: a run is kept with its lane");
  return lane;
}

/** JSON knows no number that is not finite, and curves have some. */
const words = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, "-Infinity": Number.NEGATIVE_INFINITY } as const;

/** Curves are drawn: more digits than a float32 has are nobody's. Metrics stay as they are. */
const shortened = (series: Series): Series => ({
  steps: series.steps,
  values: series.values.map((value) => Number(value.toPrecision(7))),
});

export const reducedCurves = ({
  training,
  means,
  validation,
  metrics,
}: RunOutcome["curves"]): RunOutcome["curves"] => ({
  training: shortened(training),
  means: shortened(means),
  validation: shortened(validation),
  metrics: metrics.map(({ name, series }) => ({ name, series: shortened(series) })),
});

/** What JSON can say: numbers that are not finite as words. */
export function plainOf(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]));
}

const real = v.union([
  v.number(),
  v.pipe(
    v.picklist(["NaN", "Infinity", "-Infinity"]),
    v.transform((word) => words[word]),
  ),
]);
const series = v.pipe(
  v.object({
    steps: v.pipe(v.array(v.number()), v.maxLength(bounds.points)),
    values: v.pipe(v.array(real), v.maxLength(bounds.points)),
  }),
  v.check(({ steps, values }) => steps.length === values.length, "steps without values"),
);
const metricName = v.pipe(v.string(), v.maxLength(bounds.metricName));
const metrics = v.pipe(
  v.array(v.object({ name: metricName, value: real, unit: v.pipe(v.string(), v.maxLength(bounds.unit)) })),
  v.maxLength(bounds.metrics),
);

const outcomeSchema = exactly<RunOutcome>()(
  v.object({
    status: v.picklist(["done", "failed"]),
    step: v.number(),
    stepsPerSecond: v.number(),
    mark: v.pipe(v.string(), v.check(isRunMark, "no hash of a run")),
    metrics: v.object({ training: metrics, validation: metrics }),
    ownLoss: v.object({ training: real, validation: real }),
    curves: v.object({
      training: series,
      means: series,
      validation: series,
      metrics: v.pipe(v.array(v.object({ name: metricName, series })), v.maxLength(bounds.metrics)),
    }),
  }),
);

/** Its document is not looked at here: it may be of any version. */
const recordSchema = v.object({
  id: v.string(),
  made: v.number(),
  name: v.pipe(v.string(), v.maxLength(keptRunLimits.name), v.transform(plainLine)),
  note: v.pipe(v.string(), v.maxLength(keptRunLimits.note), v.transform(plainText)),
  isPinned: v.boolean(),
  document: v.unknown(),
  outcome: outcomeSchema,
});

/** A run as this browser kept it, of this version or an older one; null for anything else. */
export function parseKeptRun(value: unknown): KeptRun | null {
  const read = v.safeParse(recordSchema, value, { abortEarly: true });
  if (!read.success) return null;
  const opened = openKept(read.output.document);
  // What was brought into range would be another run.
  if (opened.kind !== "document" || opened.mended.length > 0 || opened.document.lanes.length !== 1) return null;
  return { ...read.output, document: opened.document };
}
