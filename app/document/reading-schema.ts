/** @file What of a document says what a model's outputs mean. */
import * as v from "valibot";
import { type Reading, readingLimits, spreadKinds } from "../../engine/data/reading.ts";
import { exactly } from "../../engine/exactly.ts";
import { listOf } from "./list-schemas.ts";
import { between } from "./number-schemas.ts";

export const readingSchema = exactly<Reading>()(
  v.variant("kind", [
    v.object({ kind: v.picklist([...spreadKinds, "embedding"]) }),
    v.object({
      kind: v.literal("quantiles"),
      levels: v.pipe(
        listOf(between(readingLimits.level), readingLimits.levels),
        v.check((levels) => levels.every((level, i) => i === 0 || level > (levels[i - 1] ?? 0)), "levels out of order"),
      ),
    }),
  ]),
);
