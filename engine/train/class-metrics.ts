/** @file What probabilities of classes are worth, whatever loss trained them. */
import { type Metric, unitless } from "./progress.ts";

/** Equal stretches of confidence that ECE looks at. */
const BINS = 10;
/** A probability of 0 for what is so would cost infinitely much: float32 has none closer to 0 beside 1. */
const LEAST = 2 ** -24;

export const isClassMetricCharted = (name: string): boolean => name === "log loss" || name === "accuracy";

/**
 * accuracy = share of rows whose likeliest class is theirs; macro F1 = mean over classes that are there, or taken to be, of 2 tp / (2 tp + fp + fn); log loss = mean −log p of
 * the class that is so; Brier = mean Σ (p − 1[class])² (over both classes of two); ECE = Σ over ten stretches of confidence, each by its share of
 * rows, of |accuracy − confidence|; ROC AUC of two classes = probability that a positive row is above a negative one, ties a half.
 * `shares`: [rows, count].
 */
export function classMetrics(shares: ArrayLike<number>, labels: ArrayLike<number>, count: number): Metric[] {
  const rows = labels.length;
  const confusion = confusionOf(shares, labels, count);
  let [hits, cost, brier] = [0, 0, 0];
  const bins = Array.from({ length: BINS }, () => ({ rows: 0, hits: 0, confidence: 0 }));
  for (let row = 0; row < rows; row++) {
    const label = labels[row];
    const top = likeliest(shares, row, count);
    const isHit = top === label;
    if (isHit) hits++;
    cost -= Math.log(Math.max(LEAST, shares[row * count + label]));
    for (let c = 0; c < count; c++) brier += (shares[row * count + c] - (c === label ? 1 : 0)) ** 2;
    const confidence = shares[row * count + top];
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.floor((confidence || 0) * BINS)))];
    bin.rows++;
    bin.hits += isHit ? 1 : 0;
    bin.confidence += confidence;
  }
  const ece = bins.reduce((sum, bin) => sum + Math.abs(bin.hits - bin.confidence), 0) / rows;
  return [
    unitless("accuracy", hits / rows),
    unitless("macro F1", macroF1(confusion, count)),
    unitless("log loss", cost / rows),
    unitless("Brier", brier / rows),
    unitless("ECE", ece),
    ...(count === 2
      ? [
          unitless(
            "ROC AUC",
            rocAuc(
              Array.from(labels, (_, i) => shares[2 * i + 1]),
              labels,
            ),
          ),
        ]
      : []),
  ];
}

/**
 * Of labels that may hold at once, each taken to hold where its logit is above 0. micro F1 = 2 tp / (2 tp + fp + fn) over all labels together; macro F1 = the
 * mean of each label's own (0 where it neither holds nor is taken to); exact match = share of rows with every label right; Hamming loss = share
 * of labels that are wrong; log loss = mean −log p of what is so, over rows and labels. A label without a logit is NaN. `logits`: [rows, width].
 */
export function labelMetrics(logits: ArrayLike<number>, width: number, labels: readonly ArrayLike<number>[]): Metric[] {
  const rows = labels[0].length;
  const found = labels.map((truth, k) => {
    let [both, taken, there, cost] = [0, 0, 0, 0];
    for (let row = 0; row < rows; row++) {
      const logit = k < width ? logits[row * width + k] : Number.NaN;
      const [isTaken, isThere] = [logit > 0, truth[row] === 1];
      if (isTaken) taken++;
      if (isThere) there++;
      if (isTaken && isThere) both++;
      const share = 1 / (1 + Math.exp(isThere ? -logit : logit));
      cost -= Math.log(share < LEAST ? LEAST : share);
    }
    return { both, taken, there, cost, f1: taken + there === 0 ? 0 : (2 * both) / (taken + there) };
  });
  const sum = (of: (label: (typeof found)[number]) => number): number =>
    found.reduce((total, label) => total + of(label), 0);
  const wrong = sum(({ both, taken, there }) => taken + there - 2 * both);
  let exact = 0;
  for (let row = 0; row < rows; row++)
    if (labels.every((truth, k) => logits[row * width + k] > 0 === (truth[row] === 1))) exact++;
  const isWhole = width >= labels.length;
  const known = (value: number): number => (isWhole ? value : Number.NaN);
  return [
    unitless(
      "micro F1",
      known(
        (2 * sum(({ both }) => both)) /
          Math.max(
            1,
            sum(({ taken, there }) => taken + there),
          ),
      ),
    ),
    unitless("macro F1", known(sum(({ f1 }) => f1) / labels.length)),
    unitless("exact match", known(exact / rows)),
    unitless("Hamming loss", known(wrong / (rows * labels.length))),
    unitless("log loss", sum(({ cost }) => cost) / (rows * labels.length)),
  ];
}

/** The class with the greatest probability; the first of equal ones. */
export function likeliest(shares: ArrayLike<number>, row: number, count: number): number {
  let top = 0;
  for (let c = 1; c < count; c++) if (shares[row * count + c] > shares[row * count + top]) top = c;
  return top;
}

/** Rows of each class (first dim) that were taken for each class (second dim). */
export function confusionOf(shares: ArrayLike<number>, labels: ArrayLike<number>, count: number): Float64Array {
  const confusion = new Float64Array(count * count);
  for (let row = 0; row < labels.length; row++) confusion[labels[row] * count + likeliest(shares, row, count)]++;
  return confusion;
}

function macroF1(confusion: Float64Array, count: number): number {
  let [sum, classes] = [0, 0];
  for (let c = 0; c < count; c++) {
    let [taken, there] = [0, 0];
    for (let other = 0; other < count; other++) {
      taken += confusion[other * count + c];
      there += confusion[c * count + other];
    }
    if (taken + there === 0) continue;
    sum += (2 * confusion[c * count + c]) / (taken + there);
    classes++;
  }
  return sum / classes;
}

function rocAuc(scores: readonly number[], labels: ArrayLike<number>): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let [ranks, positives, at] = [0, 0, 0];
  while (at < order.length) {
    let end = at;
    while (end < order.length && scores[order[end]] === scores[order[at]]) end++;
    if (end === at) return Number.NaN;
    for (let i = at; i < end; i++) {
      if (labels[order[i]] !== 1) continue;
      positives++;
      ranks += (at + 1 + end) / 2;
    }
    at = end;
  }
  const negatives = order.length - positives;
  return positives === 0 || negatives === 0
    ? Number.NaN
    : (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}
