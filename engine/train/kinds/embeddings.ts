/** @file Embeddings: int64 [B] labels, and a place in a space for each row. */
import { numelOf } from "../../tensor/shape.ts";
import { type Metric, unitless } from "../progress.ts";
import { classes } from "./classes.ts";
import type { KindRecord, Measured } from "./kind.ts";

const NEIGHBOURS = 5;
/** Rows that are looked at: each is compared to every other. */
const MOST_ROWS = 600;

/**
 * kNN accuracy = share of rows whose label is the commonest among their 5 nearest other rows of the same split (of equally common ones, the
 * nearest's); distance ratio = mean distance of rows of one label over that of rows of different ones. Both by Euclidean distance, of the first 600 rows.
 */
function metrics({ predictions, output, part: { targets } }: Measured): Metric[] {
  const [labels] = targets;
  const width = numelOf(output);
  const rows = Math.min(MOST_ROWS, labels.length);
  let [hits, within, between, pairsWithin, pairsBetween] = [0, 0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const nearest: { readonly label: number; readonly distance: number }[] = [];
    for (let other = 0; other < rows; other++) {
      if (other === row) continue;
      let squares = 0;
      for (let i = 0; i < width; i++) squares += (predictions[row * width + i] - predictions[other * width + i]) ** 2;
      const distance = Math.sqrt(squares);
      if (labels[row] === labels[other]) [within, pairsWithin] = [within + distance, pairsWithin + 1];
      else [between, pairsBetween] = [between + distance, pairsBetween + 1];
      let at = nearest.length;
      while (at > 0 && nearest[at - 1].distance > distance) at--;
      if (at < NEIGHBOURS) nearest.splice(at, 0, { label: labels[other], distance });
      nearest.length = Math.min(nearest.length, NEIGHBOURS);
    }
    if (commonest(nearest.map(({ label }) => label)) === labels[row]) hits++;
  }
  return [
    unitless("kNN accuracy", hits / rows),
    unitless("distance ratio", within / pairsWithin / (between / pairsBetween)),
  ];
}

function commonest(labels: readonly number[]): number | undefined {
  const counts = labels.map((label) => labels.filter((other) => other === label).length);
  return labels[counts.indexOf(Math.max(...counts))];
}

export const embeddings: KindRecord = {
  targets: classes.targets,
  probabilities: null,
  metrics,
  isCharted: () => true,
};
