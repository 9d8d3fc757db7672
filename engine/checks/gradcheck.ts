/** @file Whether the gradient is the value's slope: in random directions, by central differences. */
import type { CheckedOf } from "./kinds.ts";
import type { Studied } from "./studied.ts";
import type { Subject } from "./subject.ts";
import { dot, largest, moved, uniform } from "./vectors.ts";

const DIRECTIONS = 10;

/** How far to move, in sizes of the predictions, and what relative error that leaves. */
interface Stride {
  readonly by: number;
  readonly tolerance: number;
}

const fine: readonly Stride[] = [
  { by: 1e-6, tolerance: 1e-5 },
  { by: 1e-4, tolerance: 1e-5 },
];
const coarse: readonly Stride[] = [{ by: 1e-2, tolerance: 5e-2 }];

interface Slope {
  readonly claimed: number;
  readonly measured: number;
  readonly error: number;
  readonly isKink: boolean;
  readonly isRight: boolean;
}

/**
 * A direction in which the slopes on both sides differ from each other crosses a kink, where the gradient is one of them: counted, not held
 * against the loss. Nor is what rounding does to short strides, where a longer one agrees.
 */
export function gradcheck({ subject }: Pick<Studied, "subject">): CheckedOf<"gradcheck"> | null {
  const { predictions } = subject;
  const here = subject.ask();
  if (here === null || !Number.isFinite(here.value) || !here.gradient.every(Number.isFinite)) return null;
  const trail = subject.trail();
  const isDouble = subject.isDouble && !trail.narrows;
  const strides = subject.isDouble ? (trail.narrows ? [...fine, ...coarse] : fine) : coarse;
  const random = uniform(1);
  let [worst, kinks, directions, isRight] = [0, 0, 0, true];
  const ratios: number[] = [];
  for (let k = 0; k < DIRECTIONS; k++) {
    const direction = Float64Array.from(predictions, () => 2 * random() - 1);
    let best: Slope | null = null;
    for (const stride of strides) {
      const slope = slopeAlong(subject, here, direction, stride);
      if (slope === null) continue;
      if (best === null || slope.isRight || slope.error < best.error) best = slope;
      if (slope.isRight || slope.isKink) break;
    }
    if (best === null) continue;
    directions++;
    if (best.isKink && !best.isRight) {
      kinks++;
      continue;
    }
    isRight &&= best.isRight;
    worst = Math.max(worst, best.error);
    ratios.push(best.claimed / best.measured);
  }
  if (directions === 0) return null;
  const { isCut, functions } = trail;
  return {
    code: "gradcheck",
    directions,
    worst,
    kinks,
    isRight,
    isDouble,
    isCut,
    function: functions[0] ?? null,
    factor: isRight ? null : factorOf(ratios),
  };
}

function slopeAlong(
  subject: Subject,
  here: { readonly value: number; readonly gradient: Float64Array },
  direction: Float64Array,
  { by, tolerance }: Stride,
): Slope | null {
  const { predictions, isDouble } = subject;
  const h = by * Math.max(largest(predictions), 1e-3);
  const [ahead, behind] = [h, -h].map(
    (step) => subject.ask({ predictions: moved(predictions, direction, step) })?.value,
  );
  if (ahead === undefined || behind === undefined || !Number.isFinite(ahead - behind)) return null;
  // What a value's last bits make of a difference quotient.
  const noise = ((isDouble ? 2e-15 : 1e-8) * Math.abs(here.value)) / h;
  const claimed = dot(here.gradient, direction);
  const measured = (ahead - behind) / (2 * h);
  const scale = Math.max(Math.abs(claimed), spread(here.gradient, direction), noise);
  const off = Math.abs(measured - claimed);
  const error = Math.max(0, off - noise) / scale;
  const sides = Math.abs((ahead - here.value) / h - (here.value - behind) / h) / scale;
  return {
    claimed,
    measured,
    error,
    // A kink between the two misleads by half of its jump at most.
    isKink: error > tolerance && sides > tolerance && error <= 0.6 * sides,
    isRight: error <= tolerance,
  };
}

/** By which the gradient is too large in every direction alike; null where it is something else altogether. */
function factorOf(ratios: readonly number[]): number | null {
  const sorted = [...ratios].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined || !Number.isFinite(middle) || middle === 0) return null;
  return sorted.every((ratio) => Math.abs(ratio / middle - 1) < 1e-2) ? middle : null;
}

/** As large as the slope is where nothing cancels. */
function spread(gradient: Float64Array, direction: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) sum += (gradient[i] * direction[i]) ** 2;
  return Math.sqrt(sum);
}
