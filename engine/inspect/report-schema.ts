/** @file What a Report is made of, field by field: the same for who sends it and for who is told (bounds.ts). */
import * as v from "valibot";
import { exactly } from "../exactly.ts";
import type { ResultFacts } from "../vector/lens.ts";
import { bounds, count, dtype, finite, type Measure, place, probe, real, shapeOf, share } from "./bounds.ts";
import type { GradientsReport } from "./gradients-report.ts";
import { hazardCodes, hazardSchema } from "./hazards.ts";
import { type Failure, failureCodes, type Outcome, plainKinds, type Report } from "./report.ts";

const names = ({ text, list }: Measure) => v.nullable(list(text(bounds.name), bounds.parts));

const expression = (measure: Measure) =>
  v.object({
    shape: shapeOf(measure),
    dtype,
    min: v.nullable(finite),
    mean: v.nullable(real),
    max: v.nullable(finite),
    nanCount: count,
    infCount: count,
    probe: place,
    evaluations: count,
    gradNorm: v.nullable(real),
    requiresGrad: v.boolean(),
  });

const resultFacts = (measure: Measure) =>
  exactly<ResultFacts>()(
    v.object({
      kind: v.picklist(["tensor", "number", "tuple", "list", "dict", "none", "other"]),
      type: measure.text(bounds.name),
      shapes: measure.list(shapeOf(measure), bounds.parts),
      dtype: measure.text(bounds.name),
      requiresGrad: v.boolean(),
    }),
  );

const outcome = (measure: Measure) =>
  exactly<Outcome>()(
    v.variant("kind", [
      v.object({
        kind: v.literal("tensor"),
        shape: shapeOf(measure),
        dtype,
        numel: count,
        value: v.nullable(real),
        container: v.nullable(v.picklist(["tuple", "list", "dict"])),
        names: names(measure),
        probe,
      }),
      v.object({ kind: v.picklist(plainKinds), value: v.nullable(real), probe }),
    ]),
  );

export const failureSchema = (measure: Measure) => {
  const { text, list } = measure;
  return exactly<Failure>()(
    v.object({
      code: v.picklist(failureCodes),
      name: text(bounds.name),
      message: text(bounds.message),
      pytorch: v.nullable(text(bounds.message)),
      hint: v.nullable(text(bounds.message)),
      shapes: list(shapeOf(measure), bounds.failureShapes),
      probe,
      loop: v.nullable(count),
    }),
  );
};

export const gradientsSchema = (measure: Measure) => {
  const { text, list } = measure;
  const perComponent = v.nullable(list(real, bounds.components));
  return exactly<GradientsReport>()(
    v.pipe(
      v.object({
        components: count,
        names: names(measure),
        samples: v.nullable(list(count, bounds.components)),
        cosines: v.object({
          size: v.pipe(count, v.maxValue(bounds.cosineRows)),
          values: list(real, bounds.cosineRows ** 2),
          rows: list(list(count, bounds.components), bounds.cosineRows),
        }),
        pairsInConflict: share,
        signDisagreement: v.nullable(share),
        parameter: v.nullable(
          v.object({
            name: text(bounds.name),
            bins: list(count, bounds.bins),
            edges: list(finite, bounds.bins + 1),
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
    ),
  );
};

export const reportSchema = (measure: Measure) => {
  const { text, list } = measure;
  return exactly<Report>()(
    v.object({
      outcome: v.nullable(outcome(measure)),
      result: v.nullable(resultFacts(measure)),
      failure: v.nullable(failureSchema(measure)),
      expressions: list(expression(measure), bounds.expressions),
      hazards: list(hazardSchema(measure), bounds.hazards),
      omitted: list(v.object({ kind: v.picklist(hazardCodes), count }), hazardCodes.length),
      gradient: v.nullable(v.object({ norm: real, finite: v.boolean(), zero: v.boolean() })),
      gradients: v.nullable(gradientsSchema(measure)),
      terms: list(
        v.object({
          probe,
          value: real,
          share,
          gradNorm: v.nullable(real),
          reaches: list(text(bounds.name), bounds.parts),
        }),
        bounds.parts,
      ),
      fits: list(count, bounds.alternatives),
      trail: list(count, bounds.trail),
      console: v.object({
        lines: list(
          v.object({ level: v.picklist(["log", "warn", "error"]), text: text(bounds.consoleLine), count }),
          bounds.consoleLines,
        ),
        omitted: count,
      }),
      milliseconds: finite,
    }),
  );
};
