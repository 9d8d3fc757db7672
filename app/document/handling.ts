/** @file A lane's choice of what becomes of a vector, as documents hold it. */
import * as v from "valibot";
import { exactly } from "../../engine/exactly.ts";
import { chosenAggregators, handlingLimits, type VectorHandling } from "../../engine/vector/handling.ts";
import { listOf } from "./list-schemas.ts";

const { components, weight } = handlingLimits;
/** Wider than any aggregator's own range, which the page and the engine hold parameters to. */
const parameter = v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6));

export const handlingSchema = exactly<VectorHandling>()(
  v.variant("kind", [
    v.object({ kind: v.literal("refuse") }),
    v.object({ kind: v.literal("sum") }),
    v.object({ kind: v.literal("mean") }),
    v.object({
      kind: v.literal("weights"),
      weights: listOf(v.pipe(v.number(), v.finite(), v.minValue(weight.min), v.maxValue(weight.max)), components),
    }),
    v.object({
      kind: v.literal("aggregator"),
      name: v.picklist(chosenAggregators),
      parameters: v.record(v.pipe(v.string(), v.maxLength(40)), parameter),
    }),
  ]),
);

export function sameHandling(a: VectorHandling, b: VectorHandling): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
