/** @file What a Progress is made of, as report-schema.ts has it for a Report. */
import * as v from "valibot";
import { exactly } from "../exactly.ts";
import { bounds, count, finite, type Measure, real } from "../inspect/bounds.ts";
import { failureSchema, gradientsSchema, reportSchema } from "../inspect/report-schema.ts";
import { lineRoles, type Picture, pictureLimits } from "./picture.ts";
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

const pictureSchema = ({ text, list }: Measure) => {
  const points = list(real, bounds.points);
  const cells = pictureLimits.map ** 2;
  const end = v.tuple([finite, finite]);
  const ofRows = list(real, pictureLimits.rows);
  const along = list(real, pictureLimits.plotPoints);
  const plotLine = v.object({ role: v.picklist(lineRoles), x: along, y: along });
  const numbers = list(real, pictureLimits.values);
  return exactly<Picture>()(
    v.variant("kind", [
      v.object({
        kind: v.literal("curves"),
        curves: list(
          v.object({
            x: points,
            lines: list(points, pictureLimits.lines),
            bands: list(v.object({ low: points, high: points }), pictureLimits.bands),
          }),
          pictureLimits.inputs,
        ),
      }),
      v.object({
        kind: v.literal("map"),
        size: v.pipe(count, v.maxValue(pictureLimits.map)),
        x: end,
        y: end,
        winners: list(count, cells),
        shares: list(real, cells),
        confusion: list(count, bounds.confusion),
      }),
      v.object({
        kind: v.literal("scatter"),
        dims: count,
        x: ofRows,
        y: ofRows,
        labels: list(count, pictureLimits.rows),
        training: count,
      }),
      v.object({
        kind: v.literal("images"),
        side: count,
        targets: numbers,
        predictions: numbers,
      }),
      v.object({
        kind: v.literal("boxes"),
        targets: list(real, 4 * pictureLimits.boxes),
        predictions: list(real, 4 * pictureLimits.boxes),
      }),
      v.object({
        kind: v.literal("plots"),
        plots: list(
          v.object({ title: text(bounds.metricName), lines: list(plotLine, pictureLimits.plotLines) }),
          pictureLimits.plots,
        ),
      }),
      v.object({
        kind: v.literal("tensor"),
        shape: list(count, bounds.dims),
        values: numbers,
        before: numbers,
      }),
    ]),
  );
};

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
      picture: pictureSchema(measure),
      fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{0,32}$/)),
      gradients: v.nullable(gradientsSchema(measure)),
      components: v.nullable(
        v.object({
          names: v.nullable(list(text(bounds.name), bounds.courses)),
          values: list(real, bounds.courses),
        }),
      ),
      failure: v.nullable(failureSchema(measure)),
      lost: v.nullable(
        v.object({ step: count, samples: list(count, bounds.components), report: reportSchema(measure) }),
      ),
    }),
  );
};
