/** @file Whether what one sample is told depends on the other samples of its batch. */
import type { Subject } from "./subject.ts";
import { dot, largest } from "./vectors.ts";

/** `scaled`: all gradients get one common factor, as of a root of a mean; their directions and shares stay. */
export type Coupling = "none" | "scaled" | "coupled";

/**
 * Half of the predictions are moved, in the manner of a chessboard, to where others of the batch are; the gradients of the other half are
 * compared. Then the other half. `byRow`: the outputs of one row may depend on each other.
 */
export function couplingOf(subject: Subject, byRow = false): Coupling {
  const { predictions, rows, isDouble } = subject;
  const width = predictions.length / rows;
  // A row of logits belongs together.
  const isApart = !byRow && (subject.kind === "numbers" || subject.kind === "binary");
  const parity = (i: number): number => (Math.floor(i / width) + (isApart ? i % width : 0)) % 2;
  const before = subject.ask();
  const [low, high] = [Math.min(...predictions), Math.max(...predictions)];
  let coupling: Coupling = "none";
  for (const moved of [0, 1]) {
    const moves = [
      predictions.map((value, i) => (parity(i) === moved ? predictions[(i + 2 * width) % predictions.length] : value)),
      predictions.map((value, i) => (parity(i) === moved ? (Math.floor(i / 2) % 2 === 0 ? low : high) : value)),
    ];
    for (const predicted of moves) {
      const after = subject.ask({ predictions: predicted });
      if (before === null || after === null) return "coupled";
      const [was, is] = [before, after].map(({ gradient }) => gradient.filter((_, i) => parity(i) !== moved));
      const tolerance = (isDouble ? 1e-9 : 1e-4) * largest(before.gradient);
      const apart = (factor: number): number => largest(was.map((value, i) => is[i] - factor * value));
      if (apart(1) <= tolerance) continue;
      const factor = dot(was, is) / dot(was, was);
      if (!(factor > 0 && apart(factor) <= 100 * tolerance * Math.max(1, factor))) return "coupled";
      coupling = "scaled";
    }
  }
  return coupling;
}
