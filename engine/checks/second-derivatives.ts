/** @file Whether the gradient can be differentiated once more, and rightly: for gradient penalties, meta learning, Newton's steps. */
import type { CheckedOf } from "./kinds.ts";
import type { Studied } from "./studied.ts";
import { dot, largest, moved, uniform } from "./vectors.ts";

export function secondDerivatives({ subject, here }: Studied): CheckedOf<"second-derivatives"> | null {
  const { predictions, isDouble } = subject;
  const random = uniform(3);
  const direction = Float64Array.from(predictions, () => 2 * random() - 1);
  const claimed = subject.curvature(direction);
  if (claimed === null) return null;
  const size = Math.max(largest(predictions), 1e-3);
  const h = (isDouble ? 1e-5 : 1e-2) * size;
  const [ahead, behind] = [h, -h].map(
    (by) => subject.ask({ predictions: moved(predictions, direction, by) })?.gradient,
  );
  if (ahead === undefined || behind === undefined) return null;
  const seen = ahead.map((value, i) => (value - behind[i]) / (2 * h));
  const scale = Math.max(largest(seen), largest(claimed));
  // What the gradient's last bits make of a difference quotient.
  const noise = ((isDouble ? 1e-15 : 1e-6) * largest(here.gradient)) / h;
  const apart = largest(seen.map((value, i) => value - claimed[i]));
  if (!Number.isFinite(apart)) return null;
  const isZero = largest(claimed) <= noise && largest(seen) <= noise;
  const isRight = apart <= (isDouble ? 1e-4 : 0.1) * scale + noise;
  return {
    code: "second-derivatives",
    isZero,
    isRight,
    curvature: dot(claimed, direction) / dot(direction, direction),
  };
}
