/** @file Wilcoxon's signed-rank test. */

export interface SignedRanks {
  /** Two-sided. */
  readonly p: number;
  /** Pairs that differ. */
  readonly pairs: number;
  /** Sum of the ranks of positive differences, and of negative ones. */
  readonly positive: number;
  readonly negative: number;
}

/**
 * Whether differences of pairs lie about zero: p = 2 P(W ≤ min(W₊, W₋)), at most 1, where W sums the ranks of |d| that get a plus when every sign is
 * a coin's. Exact for any number of pairs: the sums of ranks are counted, ties included, whose ranks are the mean of their places. Differences of 0
 * are left out (SciPy's zero_method="wilcox"). Infinite ones rank above all others; NaN is no difference that can be ranked, and throws.
 * Equals scipy.stats.wilcoxon(method="exact") without ties, and its permutation test with them.
 * Source: F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945).
 */
export function signedRanks(differences: readonly number[]): SignedRanks {
  if (differences.some(Number.isNaN)) throw new Error("internal: a difference of NaN has no rank");
  const counted = differences.filter((d) => d !== 0).sort((a, b) => Math.abs(a) - Math.abs(b));
  // Twice the ranks: whole numbers, ties included.
  const doubled = counted.map((d) => {
    const first = counted.findIndex((other) => Math.abs(other) === Math.abs(d));
    const last = counted.findLastIndex((other) => Math.abs(other) === Math.abs(d));
    return first + last + 2;
  });
  const sumOf = (isCounted: (d: number) => boolean): number =>
    doubled.reduce((sum, rank, i) => sum + (isCounted(counted[i] ?? 0) ? rank : 0), 0);
  const [positive, negative] = [sumOf((d) => d > 0), sumOf((d) => d < 0)];
  return {
    p: Math.min(1, 2 * shareUpTo(doubled, Math.min(positive, negative))),
    pairs: counted.length,
    positive: positive / 2,
    negative: negative / 2,
  };
}

/** Of all choices of signs, the share whose sum of ranks is at most this. */
function shareUpTo(ranks: readonly number[], most: number): number {
  let shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (const rank of ranks) {
    // Halved at each rank: shares stay numbers that a double holds, however many pairs there are.
    const next = shares.map((share) => share / 2);
    for (let sum = rank; sum <= most; sum++) next[sum] += (shares[sum - rank] ?? 0) / 2;
    shares = next;
  }
  return shares.reduce((a, b) => a + b, 0);
}

/** The least p that so many pairs can come to: all signs alike. */
export const leastP = (pairs: number): number => Math.min(1, 2 / 2 ** pairs);

/** Holm's correction: each p as it is where several were looked for. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979). */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ps.map((_, i) => i).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0));
  const corrected = [...ps];
  let least = 0;
  order.forEach((i, place) => {
    least = Math.max(least, Math.min(1, (ps.length - place) * (ps[i] ?? 0)));
    corrected[i] = least;
  });
  return corrected;
}
