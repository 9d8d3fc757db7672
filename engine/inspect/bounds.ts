/**
 * @file How much of everything the sandbox may tell the page. One schema serves both sides: the sandbox cuts what is over a bound before it
 * is sent, and the page, which may be talking to somebody else's code, refuses what is over it all the same.
 */

import * as v from "valibot";
import { clip, LONGEST, MOST } from "../bounded.ts";
import { allDTypes } from "../tensor/dtype.ts";
import { plainText } from "./plain-text.ts";

/** Each stated here and nowhere else. */
export const bounds = {
  ofAKind: MOST,
  text: LONGEST,
  /** The editor shows each behind its place. */
  expressions: 2000,
  /** Some are of a kind that can only come once. */
  hazards: 4 * MOST,
  probes: 100_000,
  dims: 64,
  /** Tensors of a result, and names of components. */
  parts: MOST,
  /** Shapes that did not go together. */
  failureShapes: 8,
  /** Points of a series: a chart costs its points, and more than this cannot be told apart. */
  points: 150,
  /** Points of a series that is asked for whole, in one message. */
  seriesPart: 50_000,
  /** A batch's worth of numbers. */
  components: 4096,
  /** Components of a loss that are told one by one. */
  courses: 8,
  /** Rows that a matrix of cosines is reduced to. */
  cosineRows: 64,
  bins: 60,
  /** Where one sample's loss is known along its axis; marks of the batch's samples there; rows and columns of a contour. */
  profilePlaces: 320,
  rug: 256,
  contourSide: 41,
  /** Reference metrics: five of each target. */
  metrics: 40,
  /** Data that a loss is tried on. */
  alternatives: 400,
  trail: 32,
  /** Classes by classes. */
  confusion: 400,
  /** Of a class, an op, a component, a parameter. */
  name: 60,
  /** What stands before a column's name, the name, and what follows it. */
  metricName: 80,
  /** A column's own, squared. */
  unit: 24,
  message: 500,
  /** PyTorch's are long. */
  warning: 600,
  consoleLines: MOST,
  consoleLine: LONGEST,
} as const;

/** What is done about texts and lists that are over their bound. */
export interface Measure {
  text(longest: number): v.GenericSchema<unknown, string>;
  list<T>(item: v.GenericSchema<unknown, T>, most: number): v.GenericSchema<unknown, T[]>;
}

/** Of whoever sends. */
export const cutting: Measure = {
  text: (longest) =>
    v.pipe(
      v.string(),
      v.transform((text) => clip(text, longest)),
    ),
  list: (item, most) =>
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) => list.slice(0, most)),
      v.array(item),
    ),
};

/** Of whoever is told. */
export const refusing: Measure = {
  // A stranger's text neither hides, nor reorders, what stands beside it.
  text: (longest) => v.pipe(v.string(), v.maxLength(longest), v.transform(plainText)),
  list: (item, most) => v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item)),
};

/** NaN and infinity are facts here: a loss's value may be either. */
export const real = v.custom<number>((value) => typeof value === "number", "Invalid type: Expected a number");
export const finite = v.pipe(v.number(), v.finite());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const place = v.pipe(count, v.maxValue(bounds.probes));
export const probe = v.nullable(place);
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const dtype = v.picklist(allDTypes);

export const shapeOf = ({ list }: Measure): v.GenericSchema<unknown, number[]> => list(count, bounds.dims);
