/** @file A loss over a plane of its parameters: from the bottom left, row by row. */
import type { RunOptions } from "../../train/run.ts";
import { failureText } from "./failure-text.ts";
import type { Noted, Survey, Surveyed } from "./facts.ts";
import { LossAt } from "./loss-at.ts";
import { placeAt } from "./plane.ts";

export function* surfaceOf(
  options: RunOptions,
  { plane, side, standing, ...wanted }: Extract<Survey, { kind: "surface" }>,
): Generator<Noted, Surveyed> {
  const lossAt = new LossAt(options, standing, wanted, side * side);
  const [loss, metric]: [number[], number[]] = [[], []];
  if (lossAt.width !== plane.origin.length) return { kind: "none", reason: "size", failure: null };
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const found = lossAt.ask(placeAt(plane, i / (side - 1), j / (side - 1)));
      loss.push(found.loss);
      metric.push(found.metric);
      yield { share: loss.length / (side * side), numbers: null };
    }
  }
  const { unit, rows, components, names, failure } = lossAt;
  return {
    kind: "surface",
    side,
    loss,
    metric,
    unit,
    rows,
    components,
    names: names === null ? null : [...names],
    failure: failureText(failure),
  };
}
