/** @file What is asked of a run beside itself, and what is told: where its parameters went, what the loss is around there, where other starts end, what its components did. The page reads all of it, so nothing here computes. */
import * as v from "valibot";
import { bounds, count, finite, type Measure, real, share, shapeOf } from "../../inspect/bounds.ts";

/** Two directions from a point, all of them as many numbers as there are parameters; and how far the plane goes along each. */
export interface Plane {
  readonly origin: Float32Array;
  readonly across: Float32Array;
  readonly up: Float32Array;
  readonly x: Range;
  readonly y: Range;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is measured at a place. */
export interface Measured {
  /** Of a loss of several components, one of them; null for what is minimised, or their mean. */
  readonly component: number | null;
  /** A reference metric's name. */
  readonly metric: string;
}

/** How the loss stood at the end of its run. */
export interface Standing {
  readonly learned: readonly number[];
  readonly step: number;
  readonly epoch: number;
}

export type Survey =
  /** The run again, to a step, its parameters at moments: they come as `noted` numbers, row by row. */
  | { readonly kind: "path"; readonly until: number }
  | ({
      readonly kind: "surface";
      readonly plane: Plane;
      readonly side: number;
      readonly standing: Standing;
    } & Measured)
  /** A run from each of `side` times `side` places of the plane. */
  | ({ readonly kind: "basins"; readonly plane: Plane; readonly side: number } & Measured)
  /** The run again, to a step, and what its components were up to at moments. */
  | { readonly kind: "components"; readonly until: number };

export const surveyLimits = {
  /** Steps of a run that are looked at. */
  moments: 64,
  /** Parameters of all moments together. */
  numbers: 2 ** 21,
  /** Parameters of a plane. */
  parameters: 2 ** 19,
  /** In one message. */
  noted: 100_000,
  side: bounds.contourSide,
  basinSide: 9,
  /** Ends that are told from each other. */
  basins: 24,
  /** Components whose courses are told one by one; of more, the least, the median and the greatest. */
  courses: bounds.courses,
  learned: 4096,
  tensors: 200,
} as const;

const range = v.object({ from: finite, to: finite });

export const surveySchema = (measure: Measure) => {
  const { list, text } = measure;
  const cells = list(real, surveyLimits.side ** 2);
  const moments = list(count, surveyLimits.moments);
  const courses = list(list(real, surveyLimits.moments), surveyLimits.courses * surveyLimits.courses);
  const side = v.pipe(count, v.minValue(2), v.maxValue(surveyLimits.side));
  const failure = v.nullable(text(bounds.message));
  return v.variant("kind", [
    v.object({
      kind: v.literal("path"),
      steps: moments,
      width: v.pipe(count, v.maxValue(surveyLimits.parameters)),
      tensors: list(v.object({ name: text(bounds.name), shape: shapeOf(measure) }), surveyLimits.tensors),
      learned: list(real, surveyLimits.learned),
      epoch: count,
      /** The step that it was lost at, or failed. */
      lostAt: v.nullable(count),
      metrics: list(text(bounds.metricName), bounds.metrics),
    }),
    /** Row by row from the bottom. */
    v.object({
      kind: v.literal("surface"),
      side,
      loss: cells,
      metric: cells,
      unit: text(bounds.unit),
      /** Training rows; 0 where there are none. */
      rows: count,
      /** How many the loss returned there. */
      components: count,
      names: v.nullable(list(text(bounds.name), bounds.parts)),
      /** What the loss said where it failed, the first time. */
      failure,
    }),
    v.object({
      kind: v.literal("basins"),
      side,
      x: range,
      y: range,
      loss: cells,
      metric: cells,
      unit: text(bounds.unit),
      /** Where each ended, in the plane's coordinates; NaN where it was lost. */
      ends: v.object({ x: cells, y: cells }),
      /** Which end, from 0 in the order in which they were found; -1 where the run was lost, `basins` for those that are too many to be told apart. */
      basin: list(
        v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(surveyLimits.basins)),
        surveyLimits.side ** 2,
      ),
      steps: count,
      rows: count,
    }),
    v.object({
      kind: v.literal("components"),
      steps: moments,
      components: count,
      names: v.nullable(list(text(bounds.name), bounds.parts)),
      /** Each component is a course, or the three of them are the least, the median and the greatest of all. */
      isEach: v.boolean(),
      values: courses,
      /** Empty where the direction is no weighted sum. */
      weights: courses,
      /** Of pairs, in order (0 and 1, 0 and 2, ... 1 and 2, ...); or the least, the median and the greatest of all pairs. */
      cosines: courses,
      conflicts: list(share, surveyLimits.moments),
      lostAt: v.nullable(count),
    }),
    /** `size`: there are too many parameters, or fewer than two; `scalar`: there are no components; `failed`: the run could not be begun. */
    v.object({ kind: v.literal("none"), reason: v.picklist(["size", "scalar", "failed"]), failure }),
  ]);
};

export type Surveyed = v.InferOutput<ReturnType<typeof surveySchema>>;
export type SurveyOf<K extends Surveyed["kind"]> = Extract<Surveyed, { kind: K }>;

/** How far it is, and numbers that belong to the answer. */
export interface Noted {
  readonly share: number;
  readonly numbers: Float32Array | null;
}

export const notedSchema = v.nullable(
  v.custom<Float32Array>(
    (value) => value instanceof Float32Array && value.length <= surveyLimits.noted,
    "Invalid type: Expected a bounded Float32Array",
  ),
);
