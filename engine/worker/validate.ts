/** @file What the page believes of a reply: every field, its type and its size. A stranger's code may have had its hands on it. */
import * as v from "valibot";
import { type GradientsReport, MOST_COSINE_ROWS } from "../inspect/gradients-report.ts";
import { failureCodes, type Report } from "../inspect/report.ts";
import type { Progress } from "../train/progress.ts";
import type { Reply } from "./protocol.ts";

const MOST_EXPRESSIONS = 2000;
const MOST_PROBES = 100_000;
const MOST_POINTS = 160;
/** A batch's worth. */
const MOST_COMPONENTS = 4096;
const MOST_NAMES = 64;
const MOST_BINS = 60;

/** NaN and infinity are facts here: a loss's value may be either. */
const real = v.custom<number>((value) => typeof value === "number");
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const shape = v.pipe(v.array(count), v.maxLength(64));
const dtype = v.picklist(["float32", "float64", "int32", "int64", "bool"]);
const probe = v.nullable(v.pipe(count, v.maxValue(MOST_PROBES)));
const opName = text(60);

const expression = v.object({
  shape,
  dtype,
  min: v.nullable(finite),
  mean: v.nullable(real),
  max: v.nullable(finite),
  nanCount: count,
  infCount: count,
  probe: v.pipe(count, v.maxValue(MOST_PROBES)),
  evaluations: count,
  gradNorm: v.nullable(real),
  requiresGrad: v.boolean(),
});

const names = v.nullable(v.pipe(v.array(text(60)), v.maxLength(MOST_NAMES)));

const resultFacts = v.object({
  kind: v.picklist(["tensor", "number", "tuple", "list", "dict", "none", "other"]),
  type: text(60),
  shapes: v.pipe(v.array(shape), v.maxLength(MOST_NAMES)),
  dtype: v.pipe(v.string(), v.maxLength(20)),
  requiresGrad: v.boolean(),
});

const outcome = v.variant("kind", [
  v.object({
    kind: v.literal("tensor"),
    shape,
    dtype,
    numel: count,
    value: v.nullable(real),
    container: v.nullable(v.picklist(["tuple", "list", "dict"])),
    names,
    probe,
  }),
  v.object({
    kind: v.picklist(["number", "undefined", "null", "array", "promise", "boolean", "string", "function", "object"]),
    value: v.nullable(real),
    probe,
  }),
]);

const failure = v.object({
  code: v.picklist(failureCodes),
  name: text(60),
  message: text(500),
  pytorch: v.nullable(text(500)),
  hint: v.nullable(text(500)),
  shapes: v.pipe(v.array(shape), v.maxLength(8)),
  probe,
  loop: v.nullable(count),
});

const hazard = v.variant("code", [
  v.object({ code: v.literal("not-scalar"), probe, shape }),
  v.object({ code: v.literal("one-element"), probe, shape }),
  v.object({ code: v.literal("not-a-tensor"), probe, kind: text(20) }),
  v.object({ code: v.literal("no-gradient"), probe, cause: v.nullable(opName) }),
  v.object({ code: v.literal("zero-gradient"), probe, cause: v.nullable(opName) }),
  v.object({ code: v.literal("non-finite"), probe, nan: v.boolean() }),
  v.object({ code: v.literal("non-finite-gradient"), probe, cause: v.nullable(opName) }),
  v.object({ code: v.literal("warning"), probe, message: text(600) }),
  v.object({ code: v.literal("silent-broadcast"), probe, op: opName, left: shape, right: shape, result: shape }),
]);

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const perComponent = v.nullable(v.pipe(v.array(real), v.maxLength(MOST_COMPONENTS)));
const components = v.array(v.pipe(count, v.maxValue(MOST_COMPONENTS)));

const gradients = v.pipe(
  v.object({
    components: v.pipe(count, v.maxValue(MOST_COMPONENTS)),
    names,
    samples: v.nullable(v.pipe(v.array(count), v.maxLength(MOST_COMPONENTS))),
    cosines: v.object({
      size: v.pipe(count, v.maxValue(MOST_COSINE_ROWS)),
      values: v.pipe(v.array(real), v.maxLength(MOST_COSINE_ROWS ** 2)),
      rows: v.pipe(v.array(v.pipe(components, v.maxLength(MOST_COMPONENTS))), v.maxLength(MOST_COSINE_ROWS)),
    }),
    pairsInConflict: share,
    signDisagreement: v.nullable(share),
    parameter: v.nullable(
      v.object({
        name: text(60),
        bins: v.pipe(v.array(count), v.maxLength(MOST_BINS)),
        edges: v.pipe(v.array(finite), v.maxLength(MOST_BINS + 1)),
        chosen: v.nullable(real),
      }),
    ),
    weights: perComponent,
    predicted: perComponent,
    measured: perComponent,
  }),
  v.check(
    ({ cosines: { size, values, rows } }) => values.length === size * size && rows.length === size,
    "a matrix that is not square",
  ),
  v.check(({ parameter }) => parameter === null || parameter.edges.length === parameter.bins.length + 1, "bins"),
) satisfies v.GenericSchema<unknown, GradientsReport>;

const report = v.object({
  outcome: v.nullable(outcome),
  result: v.nullable(resultFacts),
  failure: v.nullable(failure),
  expressions: v.pipe(v.array(expression), v.maxLength(MOST_EXPRESSIONS)),
  hazards: v.pipe(v.array(hazard), v.maxLength(MOST_EXPRESSIONS)),
  gradient: v.nullable(v.object({ norm: real, finite: v.boolean(), zero: v.boolean() })),
  gradients: v.nullable(gradients),
  console: v.object({
    lines: v.pipe(
      v.array(v.object({ level: v.picklist(["log", "warn", "error"]), text: text(3000), count })),
      v.maxLength(200),
    ),
    omitted: count,
  }),
  milliseconds: finite,
}) satisfies v.GenericSchema<unknown, Report>;

const points = v.pipe(v.array(real), v.maxLength(MOST_POINTS));
const series = v.object({ steps: points, values: points });
const metrics = v.pipe(v.array(v.object({ name: text(60), value: real, unit: text(20) })), v.maxLength(20));

const progress = v.object({
  status: v.picklist(["running", "paused", "done", "failed"]),
  step: count,
  steps: count,
  stepsPerSecond: finite,
  trainingLoss: series,
  trainingMeans: series,
  validationLoss: series,
  seconds: series,
  metricHistory: v.pipe(v.array(v.object({ name: text(60), series })), v.maxLength(20)),
  metrics: v.object({ training: metrics, validation: metrics }),
  fit: v.object({ x: points, y: points }),
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{0,32}$/)),
  gradients: v.nullable(gradients),
  failure: v.nullable(failure),
}) satisfies v.GenericSchema<unknown, Progress>;

const reply = v.variant("type", [
  v.object({ type: v.literal("ready") }),
  v.object({ type: v.literal("heartbeat") }),
  v.object({ type: v.literal("report"), id: count, report }),
  v.object({ type: v.literal("progress"), id: count, progress }),
]) satisfies v.GenericSchema<unknown, Reply>;

/** The reply, made of nothing but its known fields; null for anything else. */
export function parseReply(message: unknown): Reply | null {
  const result = v.safeParse(reply, message);
  return result.success ? result.output : null;
}
