/** @file What one call of a loss costs, and what would cost less. */
import { equivalents } from "./equivalents.ts";
import type { CheckedOf } from "./kinds.ts";
import type { Studied } from "./studied.ts";

const REPEATS = 16;

export function cost({ subject }: Studied): CheckedOf<"cost"> | null {
  const launches = subject.launches();
  if (launches === null) return null;
  // Together: a browser's clock has long ticks.
  const before = subject.now();
  for (let k = 0; k < REPEATS; k++) subject.ask({ dtype: "float32" });
  const milliseconds = (subject.now() - before) / REPEATS;
  const found = equivalents.findIndex(({ of: [after, before] }) =>
    launches.some(({ op, from }) => op === after && from.includes(before)),
  );
  return {
    code: "cost",
    ops: launches.length,
    microseconds: 1000 * milliseconds,
    bytes: launches.reduce((sum, { bytes }) => sum + bytes, 0),
    better: found < 0 ? null : found,
  };
}
