/** @file Described tensors and arguments as documents hold them. */
import * as v from "valibot";
import { specDtypes, specLimits, type TensorSpec } from "../../engine/data/tensor-spec.ts";
import { exactly } from "../../engine/exactly.ts";
import { plainLine } from "../../engine/inspect/plain-text.ts";
import { heldLimits, parseHeld } from "../../engine/language/held.ts";
import type { Argument } from "../../engine/language/roles.ts";
import { listOf } from "./list-schemas.ts";
import { between, integer } from "./number-schemas.ts";

const fill = v.variant("kind", [
  v.object({ kind: v.literal("normal") }),
  v.object({ kind: v.literal("uniform") }),
  v.object({ kind: v.literal("integers"), below: integer(specLimits.below) }),
  v.object({ kind: v.literal("one-hot") }),
  v.object({ kind: v.literal("zeros") }),
  v.object({ kind: v.literal("ones") }),
  v.object({ kind: v.literal("list"), values: listOf(between(specLimits.value), specLimits.values) }),
  v.object({ kind: v.literal("mask"), p: between(specLimits.p) }),
  v.object({ kind: v.literal("simplex") }),
  v.object({ kind: v.literal("boxes") }),
]);

export const tensorSchema = exactly<TensorSpec>()(
  v.pipe(
    v.object({
      shape: listOf(integer(specLimits.size), specLimits.dims),
      dtype: v.picklist(specDtypes),
      fill,
      seed: integer(specLimits.seed),
    }),
    v.check(({ shape }) => shape.reduce((a, b) => a * b, 1) <= specLimits.numel, "a tensor of too many elements"),
    v.check(
      ({ shape, fill: { kind } }) => kind !== "boxes" || shape.at(-1) === 4,
      "boxes have four numbers in the last dim",
    ),
  ),
);

/** Characters of what a setting says, and of a parameter's name; parameters of a lane. */
export const argumentLimits = {
  text: 200,
  name: 60,
  value: { min: -1e12, max: 1e12 },
  values: { min: 1, max: 64 },
} as const;

const argumentSchema = exactly<Argument>()(
  v.variant("kind", [
    v.object({
      kind: v.literal("setting"),
      value: v.nullable(
        v.union([
          between(argumentLimits.value),
          v.boolean(),
          listOf(between(argumentLimits.value), argumentLimits.values),
          v.pipe(v.string(), v.maxLength(argumentLimits.text), v.transform(plainLine)),
        ]),
      ),
    }),
    v.object({ kind: v.literal("tensor"), tensor: tensorSchema }),
    v.object({ kind: v.literal("data") }),
    v.object({ kind: v.literal("predictions") }),
    v.object({
      kind: v.literal("several"),
      as: v.pipe(
        v.string(),
        v.maxLength(heldLimits.text),
        v.check((text) => parseHeld(text) !== null, "no way to hold tensors"),
      ),
    }),
  ]),
);

export const argumentsSchema = v.record(v.pipe(v.string(), v.maxLength(argumentLimits.name)), argumentSchema);
