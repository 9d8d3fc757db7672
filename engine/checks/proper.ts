/** @file Whether a loss of classes is least where the prediction is the true probability. */
import type { AxisName } from "./axis.ts";
import { doubles } from "../tensor/dtype.ts";
import type { CheckedOf } from "./kinds.ts";
import type { Studied } from "./studied.ts";
import type { Subject } from "./subject.ts";
import { bisect, filled, numbers } from "./vectors.ts";

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const TRUTHS = [0.1, 0.3, 0.5, 0.8, 0.95];
/** What is asked of a loss that is not proper. */
const TRUTH = 0.9;
const FARTHEST = 30;
/** As near to 0 and 1 as a probability is asked about. */
const sure = [1e-6, 1 - 1e-6];

export function proper({ subject, coupling, profile }: Studied): CheckedOf<"proper"> | null {
  if (coupling !== "none") return null;
  if (subject.kind === "binary") return ofTwo(subject, profile?.axis.name ?? "margin");
  return subject.kind === "classes" ? ofClasses(subject) : null;
}

/** The expected slope under a true probability, as a function of what is predicted. */
function expected({ ask, predictions }: Subject): (z: number, truth: number) => { slope: number; size: number } {
  const slopeAt = (z: number, target: number): number =>
    ask({ predictions: filled(predictions.length, z), target: filled(predictions.length, target) })?.gradient[0] ??
    Number.NaN;
  return (z, truth) => {
    const [one, zero] = [truth * slopeAt(z, 1), (1 - truth) * slopeAt(z, 0)];
    return { slope: one + zero, size: Math.abs(one) + Math.abs(zero) };
  };
}

function ofTwo(subject: Subject, axis: AxisName): CheckedOf<"proper"> | null {
  const at = expected(subject);
  const tolerance = subject.isDouble ? 1e-6 : 1e-3;
  const isLeast = (z: number, truth: number): boolean => {
    const { slope, size } = at(z, truth);
    return size > 0 && Math.abs(slope) <= tolerance * size;
  };
  const of = (link: "logit" | "probability", isProper: boolean, answer: number) =>
    ({ code: "proper", isProper, link, truth: TRUTH, answer }) as const;
  if (TRUTHS.every((truth) => isLeast(Math.log(truth / (1 - truth)), truth))) return of("logit", true, TRUTH);
  if (TRUTHS.every((truth) => isLeast(truth, truth))) return of("probability", true, TRUTH);
  const isProbability = axis === "difference";
  const [low, high] = isProbability ? sure : [-FARTHEST, FARTHEST];
  const falls = (z: number): boolean => at(z, TRUTH).slope < 0;
  const { slope: first } = at(low, TRUTH);
  const { slope: last } = at(high, TRUTH);
  if (!Number.isFinite(first + last)) return null;
  const answer = first > 0 ? low : last < 0 ? high : bisect(low, high, falls, 40);
  return of(
    isProbability ? "probability" : "logit",
    false,
    isProbability ? Math.round(answer * 1e4) / 1e4 : sigmoid(answer),
  );
}

function ofClasses(subject: Subject): CheckedOf<"proper"> | null {
  const { rows, shape, isDouble } = subject;
  const width = shape[1];
  if (width < 2) return null;
  /** The expected gradient of a row, where all rows are alike. */
  const at = (logits: readonly number[], truth: readonly number[]) => {
    const predictions = numbers(rows * width, (i) => logits[i % width]);
    const slope = doubles(width);
    let size = 0;
    for (const [c, share] of truth.entries()) {
      const found = subject.ask({ predictions, target: filled(rows, c) });
      for (let i = 0; i < width; i++) {
        slope[i] += share * (found?.gradient[i] ?? Number.NaN);
        size += Math.abs(share * (found?.gradient[i] ?? Number.NaN));
      }
    }
    return { slope, size };
  };
  const tolerance = isDouble ? 1e-6 : 1e-3;
  const truths = [0.5, 0.9].map((most) => Array.from({ length: width }, (_, c) => uneven(c, width, most)));
  const isProper = truths.every((truth) => {
    const { slope, size } = at(truth.map(Math.log), truth);
    return size > 0 && slope.every((each) => Math.abs(each) <= tolerance * size);
  });
  if (isProper) return { code: "proper", isProper, link: "logit", truth: TRUTH, answer: TRUTH };
  const even = Array.from({ length: width }, (_, c) => (c === 0 ? TRUTH : (1 - TRUTH) / (width - 1)));
  const slopeAt = (logit: number): number =>
    at(
      even.map((_, c) => (c === 0 ? logit : 0)),
      even,
    ).slope[0];
  const [first, last] = [slopeAt(-FARTHEST), slopeAt(FARTHEST)];
  if (!Number.isFinite(first + last)) return null;
  const logit = first > 0 ? -FARTHEST : last < 0 ? FARTHEST : bisect(-FARTHEST, FARTHEST, (z) => slopeAt(z) < 0, 30);
  const answer = 1 / (1 + (width - 1) * Math.exp(-logit));
  return { code: "proper", isProper, link: "logit", truth: TRUTH, answer };
}

/** The others share what is left, each less than the one before. */
function uneven(c: number, width: number, most: number): number {
  if (c === 0) return most;
  const total = ((width - 1) * width) / 2;
  return ((1 - most) * (width - c)) / total;
}
