/** @file Whether the gradient is the value's slope: in random directions, by central differences. */
import type { CheckedOf } from "./kinds.ts";
import type { Studied } from "./studied.ts";
import { dot, largest, moved, uniform } from "./vectors.ts";

const DIRECTIONS = 10;

/**
 * A direction in which the slopes on both sides differ from each other crosses a kink, where the gradient is one of them: counted, not held
 * against the loss.
 */
export function gradcheck({ subject }: Pick<Studied, "subject">): CheckedOf<"gradcheck"> | null {
  const { predictions, isDouble } = subject;
  const here = subject.ask();
  if (here === null || !Number.isFinite(here.value) || !here.gradient.every(Number.isFinite)) return null;
  const size = Math.max(largest(predictions), 1e-3);
  const h = (isDouble ? 1e-6 : 1e-2) * size;
  const tolerance = isDouble ? 1e-5 : 5e-2;
  const random = uniform(1);
  // What a value's last bits make of a difference quotient.
  const noise = ((isDouble ? 1e-15 : 1e-7) * Math.abs(here.value)) / h;
  let [worst, kinks, directions, isRight] = [0, 0, 0, true];
  for (let k = 0; k < DIRECTIONS; k++) {
    const direction = Float64Array.from(predictions, () => 2 * random() - 1);
    const [ahead, behind] = [h, -h].map((by) => subject.ask({ predictions: moved(predictions, direction, by) })?.value);
    if (ahead === undefined || behind === undefined || !Number.isFinite(ahead - behind)) continue;
    directions++;
    const claimed = dot(here.gradient, direction);
    const scale = Math.max(Math.abs(claimed), spread(here.gradient, direction), noise);
    const error = Math.abs((ahead - behind) / (2 * h) - claimed) / scale;
    if (error <= tolerance) {
      worst = Math.max(worst, error);
      continue;
    }
    const sides = Math.abs((ahead - here.value) / h - (here.value - behind) / h) / scale;
    // A kink between the two misleads by half of its jump at most.
    if (sides > tolerance && error <= 0.6 * sides) kinks++;
    else {
      isRight = false;
      worst = Math.max(worst, error);
    }
  }
  return directions === 0 ? null : { code: "gradcheck", directions, worst, kinks, isRight, isDouble };
}

/** As large as the slope is where nothing cancels. */
function spread(gradient: Float64Array, direction: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) sum += (gradient[i] * direction[i]) ** 2;
  return Math.sqrt(sum);
}
