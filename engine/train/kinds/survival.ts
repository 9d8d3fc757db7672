/** @file Survival: time and event, float [B, 1] each, and a model of log risk: the higher, the sooner. */
import { numelOf } from "../../tensor/shape.ts";
import { type Metric, unitless } from "../progress.ts";
import { coxNll, concordance } from "../survival.ts";
import type { KindRecord, Measured } from "./kind.ts";
import { column } from "./numbers.ts";

function metrics({ predictions, output, part: { targets, rows } }: Measured): Metric[] {
  const [time, event] = targets;
  const width = numelOf(output);
  const risks = Float64Array.from(rows, (_, row) => predictions[row * width]);
  return [unitless("concordance", concordance(risks, time, event)), unitless("Cox NLL", coxNll(risks, time, event))];
}

export const survival: KindRecord = {
  targets: (values, rows) => values.map((target) => column(target, rows)),
  probabilities: null,
  metrics,
  isCharted: () => true,
};
