/** @file Where a run ends from other starts: one from each place of a grid, with the same batches. Ends that lie close together are one basin. */
import { readFrom } from "../../train/parameters.ts";
import { Run, type RunOptions } from "../../train/run.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { type Noted, type Survey, type Surveyed, surveyLimits } from "./facts.ts";
import { type Found, LossAt } from "./loss-at.ts";
import { isLost } from "./lost.ts";
import { distance, placeAt, projected } from "./plane.ts";

/** Of the distance between the outermost starts: ends closer than this are one. */
const CLOSE = 0.02;

export function* basinsOf(
  options: RunOptions,
  { plane, side, ...wanted }: Extract<Survey, { kind: "basins" }>,
): Generator<Noted, Surveyed> {
  const close = CLOSE * distance(placeAt(plane, 0, 0), placeAt(plane, 1, 1));
  const found: { readonly at: Found; readonly x: number; readonly y: number; readonly basin: number }[] = [];
  const ends: Float32Array[] = [];
  const total = side * side;
  let [unit, rows] = ["", 0];
  for (let k = 0; k < total; k++) {
    const start = placeAt(plane, (k % side) / (side - 1), Math.floor(k / side) / (side - 1));
    const run = new Run({ ...options, start });
    try {
      if (start.length !== readFrom(run.named).length) return { kind: "none", reason: "size", failure: null };
      const isThere = yield* trained(run, k, total);
      const end = readFrom(run.named);
      const standing = { learned: run.learned.flatMap((tensor) => Array.from(toContiguousData(tensor))), ...run.at };
      const lossAt = new LossAt(options, standing, wanted, total);
      const at = isThere ? lossAt.ask(end) : { loss: Number.NaN, metric: Number.NaN };
      [unit, rows] = [lossAt.unit, lossAt.rows];
      const place = isThere ? projected(plane, end) : { x: Number.NaN, y: Number.NaN };
      found.push({ at, ...place, basin: isThere ? basinOf(ends, end, close) : -1 });
    } finally {
      run.dispose();
    }
  }
  return {
    kind: "basins",
    side,
    x: plane.x,
    y: plane.y,
    loss: found.map(({ at }) => at.loss),
    metric: found.map(({ at }) => at.metric),
    unit,
    ends: { x: found.map(({ x }) => x), y: found.map(({ y }) => y) },
    basin: found.map(({ basin }) => basin),
    steps: options.experiment.steps,
    rows,
  };
}

/** False where it was lost on the way. */
function* trained(run: Run, before: number, total: number): Generator<Noted, boolean> {
  try {
    while (!run.isDone) {
      run.takeStep();
      yield { share: (before + run.step / Math.max(1, run.step + 1)) / total, numbers: null };
    }
    return true;
  } catch (error) {
    if (!isLost(error)) throw error;
    return false;
  }
}

/** The first end that it lies close to; a new one where there is none, as long as there is room. */
function basinOf(ends: Float32Array[], end: Float32Array, close: number): number {
  const known = ends.findIndex((each) => distance(each, end) <= close);
  if (known >= 0 || ends.length === surveyLimits.basins) return known >= 0 ? known : surveyLimits.basins;
  ends.push(end);
  return ends.length - 1;
}
