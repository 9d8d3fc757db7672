/** @file A model's outputs as distributions of the target, row by row: their middle, their quantiles, and their density where they have one. */
import type { Reading, SpreadKind } from "../data/reading.ts";
import { ndtriOf, ndtrOf } from "../kernels/further-special.ts";
import { log1pExp } from "../kernels/special.ts";

export interface Normal {
  readonly weight: number;
  readonly mean: number;
  readonly std: number;
}

export interface Distributions {
  /** The mean; of quantiles, the one nearest to the middle. */
  middle(row: number): number;
  quantile(row: number, level: number): number;
  /** log p(y); null where there is no density. */
  readonly logDensity: ((row: number, y: number) => number) | null;
  /** Components of a mixture; of a normal distribution, itself. */
  normals(row: number): readonly Normal[];
}

const stdOf: Readonly<Record<Exclude<SpreadKind, "mixture">, (raw: number) => number>> = {
  "log-variance": (raw) => Math.exp(raw / 2),
  "log-std": Math.exp,
  "softplus-std": log1pExp,
};

/** `outputs`: [rows, width], row by row. What the outputs are too few for is NaN. */
export function distributionsOf(outputs: ArrayLike<number>, width: number, reading: Reading): Distributions | null {
  const at = (row: number, i: number): number => (i < width ? outputs[row * width + i] : Number.NaN);
  switch (reading.kind) {
    case "quantiles":
      return ofQuantiles(at, reading.levels);
    case "mixture":
      return ofNormals((row) => components(at, row, Math.floor(width / 3)));
    case "embedding":
      return null;
    default: {
      const std = stdOf[reading.kind];
      return ofNormals((row) => [{ weight: 1, mean: at(row, 0), std: std(at(row, 1)) }]);
    }
  }
}

type At = (row: number, i: number) => number;

/** Logits, means and log σ. */
function components(at: At, row: number, count: number): readonly Normal[] {
  const logits = Array.from({ length: count }, (_, i) => at(row, i));
  const most = Math.max(...logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0);
  return logits.map((logit, i) => ({
    weight: Math.exp(logit - most) / total,
    mean: at(row, count + i),
    std: Math.exp(at(row, 2 * count + i)),
  }));
}

const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);
/** Halvings: float32 has no more digits. */
const HALVINGS = 30;

function ofNormals(normals: (row: number) => readonly Normal[]): Distributions {
  // The same few levels are asked of every row.
  const scores = new Map<number, number>();
  const scoreOf = (level: number): number => {
    const score = scores.get(level) ?? ndtriOf(level);
    scores.set(level, score);
    return score;
  };
  return {
    normals,
    middle: (row) => normals(row).reduce((sum, { weight, mean }) => sum + weight * mean, 0),
    quantile(row, level) {
      const all = normals(row);
      const score = scoreOf(level);
      const ends = all.map(({ mean, std }) => mean + score * std);
      // A mixture's lies between those of its components.
      let [low, high] = [Math.min(...ends), Math.max(...ends)];
      if (!(low < high)) return low;
      for (let i = 0; i < HALVINGS; i++) {
        const middle = (low + high) / 2;
        const below = all.reduce((sum, { weight, mean, std }) => sum + weight * ndtrOf((middle - mean) / std), 0);
        if (below < level) low = middle;
        else high = middle;
      }
      return (low + high) / 2;
    },
    logDensity(row, y) {
      const logs = normals(row).map(
        ({ weight, mean, std }) => Math.log(weight) - 0.5 * ((y - mean) / std) ** 2 - Math.log(std) - HALF_LOG_TAU,
      );
      const most = Math.max(...logs);
      return Number.isFinite(most) ? most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0)) : most;
    },
  };
}

/** Between two levels on a straight line; beyond the outermost, as those. */
function ofQuantiles(at: At, levels: readonly number[]): Distributions {
  const middle = levels.reduce(
    (best, level, i) => (Math.abs(level - 0.5) < Math.abs(levels[best] - 0.5) ? i : best),
    0,
  );
  return {
    normals: () => [],
    middle: (row) => at(row, middle),
    quantile(row, level) {
      const after = levels.findIndex((known) => known >= level);
      if (after < 0) return at(row, levels.length - 1);
      if (after === 0 || levels[after] === level) return at(row, after);
      const share = (level - levels[after - 1]) / (levels[after] - levels[after - 1]);
      return at(row, after - 1) * (1 - share) + at(row, after) * share;
    },
    logDensity: null,
  };
}

/** The levels that are measured and drawn, outermost first: those of the quantiles, or of 80 % and half of what may come. */
export function intervalsOf(reading: Reading): readonly (readonly [low: number, high: number])[] {
  if (reading.kind !== "quantiles")
    return [
      [0.1, 0.9],
      [0.25, 0.75],
    ];
  const { levels } = reading;
  return Array.from({ length: levels.length >> 1 }, (_, i) => [levels[i], levels[levels.length - 1 - i]]);
}
