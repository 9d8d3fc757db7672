/** @file Which of several outcomes of two losses are on the Pareto front: no other is at least as good in both and better in one. Pure. */

export type Outcome = readonly [first: number, second: number];

/** For each outcome; one that is not finite is on no front. */
export function isOnFront(outcomes: readonly Outcome[]): readonly boolean[] {
  return outcomes.map(
    (one) =>
      one.every(Number.isFinite) && !outcomes.some((other) => other.every(Number.isFinite) && dominates(other, one)),
  );
}

const dominates = ([a, b]: Outcome, [first, second]: Outcome): boolean =>
  a <= first && b <= second && (a < first || b < second);
