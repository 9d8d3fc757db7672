/** @file Numbers within a range, as documents hold them. */
import * as v from "valibot";

interface Range {
  readonly min: number;
  readonly max: number;
}

export const between = ({ min, max }: Range) =>
  v.pipe(
    v.number(),
    v.finite(),
    v.minValue(min),
    v.maxValue(max),
    // There is one zero in a text.
    v.transform((value) => value + 0),
  );

export const integer = (range: Range) => v.pipe(between(range), v.integer());
