/** @file One sample's loss as numbers to be drawn: what may be wished, and what is told. Nothing here computes, so that the page can read what the sandbox sends. */
import * as v from "valibot";
import { bounds, count, finite, type Measure, real } from "../../inspect/bounds.ts";

/** null: what stands for all of the batch. */
export interface SampleWish {
  /** What the sample's target shall be. */
  readonly target: number | null;
  /** Whose loss it is, where the others are held. */
  readonly sample: number | null;
  /** Which of its outputs moves, where not all of them do. */
  readonly output: number;
  /** Farther out than the batch reaches. */
  readonly isWide: boolean;
}

export const plainWish: SampleWish = { target: null, sample: null, output: 0, isWide: false };

const range = v.object({ from: finite, to: finite });

/** Of targets that may be chosen. */
const choice = v.nullable(v.object({ from: finite, to: finite, isWhole: v.boolean(), chosen: finite }));

const numbersOf = ({ list }: Measure, most: number) => list(real, most);

/**
 * `curve`: along `axis`, prediction less target, or the prediction itself, or the logit of the right class. `others`: the loss is of a batch of this sample alone, or
 * of the whole batch with the others as they are. `factor`: what slopes and curvatures are multiplied by, the rows that a mean is over. Curvatures are NaN
 * where the gradient has none. `rug`: where the batch's samples are; `own`: where this one is.
 *
 * `contour`: over two outputs, row by row from the bottom.
 */
export const sampleSchema = (measure: Measure) =>
  v.variant("kind", [
    v.object({
      kind: v.literal("curve"),
      axis: v.picklist(["difference", "prediction", "margin"]),
      others: v.picklist(["alone", "held"]),
      factor: finite,
      from: finite,
      to: finite,
      at: measure.list(finite, bounds.profilePlaces),
      values: numbersOf(measure, bounds.profilePlaces),
      slopes: numbersOf(measure, bounds.profilePlaces),
      curvatures: numbersOf(measure, bounds.profilePlaces),
      rug: measure.list(finite, bounds.rug),
      own: v.nullable(finite),
      target: choice,
      sample: count,
      samples: count,
      output: v.nullable(count),
      outputs: count,
    }),
    v.object({
      kind: v.literal("contour"),
      across: range,
      up: range,
      side: v.pipe(count, v.minValue(2), v.maxValue(bounds.contourSide)),
      values: numbersOf(measure, bounds.contourSide ** 2),
      /** The batch's outputs. */
      places: measure.list(v.tuple([finite, finite]), bounds.rug),
      target: choice,
    }),
    /** `graph`: it goes on into the model; `silent`: no gradient reaches the predictions of the batch; `shape`: there are no rows; `time`. */
    v.object({ kind: v.literal("none"), reason: v.picklist(["graph", "silent", "shape", "time"]) }),
  ]);

export type SampleFacts = v.InferOutput<ReturnType<typeof sampleSchema>>;
export type SampleCurve = Extract<SampleFacts, { kind: "curve" }>;
export type SampleContour = Extract<SampleFacts, { kind: "contour" }>;
