/** @file What a document holds of its studies: what was swept, and the hashes of what all runs came to. */
import * as v from "valibot";
import { exactly } from "../../engine/exactly.ts";
import { plainLine } from "../../engine/inspect/plain-text.ts";
import { axisKinds, type SweepAxis, type SweepValue, sweepLimits } from "../../engine/study/sweep.ts";
import { listOf } from "./list-schemas.ts";
import { between } from "./number-schemas.ts";
import { isRunMark } from "./run-mark.ts";

export interface DocumentStudy {
  /** The mark (run-mark.ts) of all lanes' runs over all seeds; null where they were not run to their end. */
  readonly seeds: string | null;
  /** null where nothing was swept. */
  readonly sweep: { readonly axes: readonly SweepAxis[]; readonly mark: string | null } | null;
}

export const noStudy: DocumentStudy = { seeds: null, sweep: null };

/** As far as the numbers of losses go. */
const numbers = { min: -1e6, max: 1e6 } as const;

const line = v.pipe(v.string(), v.maxLength(sweepLimits.name), v.transform(plainLine));
const mark = v.nullable(v.pipe(v.string(), v.check(isRunMark, "no hash of runs")));
const value: v.GenericSchema<unknown, SweepValue> = v.union([between(numbers), line]);
const isEachOnce = (values: readonly SweepValue[]): boolean => new Set(values).size === values.length;

const axis = exactly<SweepAxis>()(
  v.object({
    kind: v.picklist(axisKinds),
    name: line,
    values: v.pipe(
      listOf(value, sweepLimits.values),
      v.check((values) => isEachOnce(values), "one value twice"),
    ),
  }),
);

export const studySchema = exactly<DocumentStudy>()(
  v.object({ seeds: mark, sweep: v.nullable(v.object({ axes: listOf(axis, sweepLimits.axes), mark })) }),
);
