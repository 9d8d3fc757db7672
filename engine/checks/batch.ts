/** @file What the rest of a batch does to a sample: how many there are, in which order, and what is predicted for them. */
import type { CheckedOf } from "./kinds.ts";
import type { Studied } from "./studied.ts";
import { dot, largest } from "./vectors.ts";

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** The same rows once more: a mean stays, a sum doubles. */
export function batchSize({ subject, here }: Studied): CheckedOf<"batch-size"> | null {
  const { rows, isVector, isDouble } = subject;
  if (isVector) return null;
  const twice = subject.ask({ rows: [...range(rows), ...range(rows)] });
  if (twice === null || !Number.isFinite(twice.value)) return null;
  const tolerance = isDouble ? 1e-6 : 1e-4;
  // Of a value near 0 the gradient says it: a row's share halves in a mean.
  const own = twice.gradient.subarray(0, here.gradient.length);
  const hasValue = Math.abs(here.value) > 1e-9 * largest(here.gradient);
  const ratio = hasValue ? twice.value / here.value : (2 * dot(own, here.gradient)) / dot(here.gradient, here.gradient);
  if (!Number.isFinite(ratio)) return null;
  const near = (value: number): boolean => Math.abs(ratio - value) <= tolerance;
  return { code: "batch-size", reduction: near(1) ? "mean" : near(2) ? "sum" : "other", ratio, rows };
}

export function rows({ subject, here, coupling }: Studied): CheckedOf<"rows"> | null {
  const { rows: count, isDouble } = subject;
  if (count < 2) return null;
  const turned = subject.ask({ rows: range(count).reverse() });
  if (turned === null) return null;
  const isOrdered =
    Math.abs(turned.value - here.value) >
    (isDouble ? 1e-9 : 1e-4) * Math.max(Math.abs(here.value), largest(here.gradient));
  return { code: "rows", isOrdered, coupling };
}

/** How few rows bring half of the pull. */
export function dominance({ subject, here }: Studied): CheckedOf<"dominance"> | null {
  const { rows: count } = subject;
  if (count < 2) return null;
  const width = here.gradient.length / count;
  const sizes = range(count)
    .map((row) => Math.hypot(...here.gradient.subarray(row * width, (row + 1) * width)))
    .sort((a, b) => b - a);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!(total > 0)) return null;
  let [half, sum] = [0, 0];
  while (sum < total / 2 && half < count) sum += sizes[half++];
  return { code: "dominance", half, rows: count, most: Math.min(1, sizes[0] / total) };
}

/** What changes where nothing was changed. */
export function repeats({ subject, here }: Studied): CheckedOf<"repeats"> | null {
  const other = subject.ask({ seed: 12345 });
  if (other === null) return null;
  const isRandom = Math.abs(other.value - here.value) > 1e-6 * Math.abs(here.value);
  return { code: "repeats", isRandom, isStateful: subject.isStateful };
}
