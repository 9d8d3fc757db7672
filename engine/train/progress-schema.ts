/** @file What a Progress is made of, as report-schema.ts has it for a Report. */
import * as v from "valibot";
import { exactly } from "../exactly.ts";
import { bounds, count, finite, type Measure, real } from "../inspect/bounds.ts";
import { failureSchema, gradientsSchema } from "../inspect/report-schema.ts";
import type { Progress, SeriesPart } from "./progress.ts";

export const seriesPartSchema = ({ text, list }: Measure) =>
  exactly<SeriesPart>()(
    v.object({
      of: count,
      count,
      name: text(bounds.metricName),
      from: count,
      length: count,
      steps: list(real, bounds.seriesPart),
      values: list(real, bounds.seriesPart),
    }),
  );

export const progressSchema = (measure: Measure) => {
  const { text, list } = measure;
  const points = list(real, bounds.points);
  const series = v.object({ steps: points, values: points });
  const name = text(bounds.metricName);
  const metrics = list(v.object({ name, value: real, unit: text(bounds.unit) }), bounds.metrics);
  return exactly<Progress>()(
    v.object({
      status: v.picklist(["running", "paused", "done", "failed"]),
      step: count,
      steps: count,
      stepsPerSecond: finite,
      trainingLoss: series,
      trainingMeans: series,
      validationLoss: series,
      seconds: series,
      metricHistory: list(v.object({ name, series }), bounds.metrics),
      metrics: v.object({ training: metrics, validation: metrics }),
      fit: v.object({ x: points, y: points }),
      fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{0,32}$/)),
      gradients: v.nullable(gradientsSchema(measure)),
      failure: v.nullable(failureSchema(measure)),
    }),
  );
};
