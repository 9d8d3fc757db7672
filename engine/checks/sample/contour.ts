/** @file One sample's loss over two outputs, for a target to choose: a distribution's mean and spread. */
import { bounds } from "../../inspect/bounds.ts";
import type { Subject } from "../subject.ts";
import { numbers } from "../vectors.ts";
import type { SampleContour } from "./facts.ts";
import { around, extremes, type Place } from "./path.ts";
import { someOf } from "./thinned.ts";

/** The second output of a model that has learned nothing is near 0, and goes some units from there. */
const UNITS = 3;

export function contourOf(
  subject: Subject,
  { row, isWide }: Place,
  target: NonNullable<SampleContour["target"]>,
): SampleContour {
  const { predictions, population, rows } = subject;
  const column = (c: number): Float64Array => numbers(rows, (i) => predictions[2 * i + c]);
  const [means, spreads] = [column(0), column(1)];
  const across = around([...extremes(means), ...extremes(population)], isWide);
  const up = around([...extremes(spreads), -UNITS, UNITS], isWide);
  const side = bounds.contourSide;
  const at = ([from, to]: readonly [number, number], k: number): number => from + ((to - from) * k) / (side - 1);
  const wanted = numbers(1, () => target.chosen);
  const values: number[] = [];
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const pair = [at(across, i), at(up, j)];
      const found = subject.ask({ rows: [row], target: wanted, predictions: numbers(2, (c) => pair[c]) });
      values.push(found?.value ?? Number.NaN);
    }
  }
  return {
    kind: "contour",
    across: { from: across[0], to: across[1] },
    up: { from: up[0], to: up[1] },
    side,
    values,
    places: someOf(rows).map((row): [number, number] => [means[row], spreads[row]]),
    target,
  };
}
