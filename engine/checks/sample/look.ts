/**
 * @file One sample's loss, drawn by asking it: along what is missing to its target where that is all that counts, along its prediction for a target
 * to choose where it is not, along the margin of a class, over mean and spread; and where samples depend on each other, with the others held.
 */
import { differences } from "../axis.ts";
import { batchSize } from "../batch.ts";
import { couplingOf } from "../coupling.ts";
import { isLeastAtTarget } from "../profile.ts";
import { type Origin, OutOfTime, type Point, type Subject, subjectOf } from "../subject.ts";
import { dot, largest } from "../vectors.ts";
import { contourOf } from "./contour.ts";
import type { SampleCurve, SampleFacts, SampleWish } from "./facts.ts";
import {
  byClassMargin,
  byDifference,
  byMargin,
  byOutput,
  byPrediction,
  extremes,
  type Path,
  type Place,
  slopeAlong,
} from "./path.ts";
import { measuredOver } from "./places.ts";
import { someOf } from "./thinned.ts";

/** Never throws but what is a fault of ours. */
export function sampleOf(origin: Origin, wish: SampleWish, mayKeep = true): SampleFacts {
  if (origin.batch.predictions.shape.length === 0) return { kind: "none", reason: "shape" };
  try {
    const subject = subjectOf(origin, mayKeep);
    const here = subject?.ask() ?? null;
    if (subject === null || here === null) return { kind: "none", reason: "silent" };
    const found = drawn(subject, here, wish);
    return subject.holds() || !mayKeep ? found : sampleOf(origin, wish, false);
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    return { kind: "none", reason: "time" };
  }
}

function drawn(subject: Subject, here: Point, wish: SampleWish): SampleFacts {
  const { rows, target, predictions, kind } = subject;
  const isOwn = kind === "numbers" || kind === "binary";
  const main = kind === "classes" ? 0 : isOwn ? Math.floor((differences(subject).main * rows) / predictions.length) : 0;
  const others = isAlone(subject, here, main) ? "alone" : "held";
  const row = others === "held" ? Math.min(wish.sample ?? main, rows - 1) : main;
  const place: Place = { row, target: wish.target, others, isWide: wish.isWide };
  const unaimed: Place = { ...place, target: null };
  switch (kind) {
    case "numbers": {
      const isOfDifference = others === "held" || dependsOnDifference(subject, place);
      if (isOfDifference) return curve(subject, here, unaimed, byDifference(subject, unaimed), null);
      if (predictions.length > rows)
        return curve(subject, here, unaimed, byOutput(subject, unaimed, wish.output), null);
      const choice = chosenOf(subject, wish.target, target[(row * target.length) / rows], false);
      const aimed = { ...place, target: choice.chosen };
      return curve(subject, here, aimed, byPrediction(subject, aimed, null), choice);
    }
    case "binary": {
      const choice = chosenOf(subject, wish.target, 1, true);
      const aimed = { ...place, target: choice.chosen };
      const isProbability = isProbabilityOf(subject, place);
      const path = isProbability ? byPrediction(subject, aimed, [0, 1]) : byMargin(subject, aimed);
      return curve(subject, here, aimed, path, choice);
    }
    case "classes": {
      const last = predictions.length / rows - 1;
      const choice = { ...chosenOf(subject, wish.target, target[row], true), from: 0, to: last };
      const aimed = { ...place, target: choice.chosen };
      return curve(subject, here, aimed, byClassMargin(subject, aimed), choice);
    }
    case "other": {
      const isSpread = predictions.length === 2 * rows && target.length === rows && others === "alone";
      if (isSpread) return contourOf(subject, place, chosenOf(subject, wish.target, target[row], false));
      return curve(subject, here, unaimed, byOutput(subject, unaimed, wish.output), null);
    }
  }
}

function chosenOf({ population }: Subject, wanted: number | null, otherwise: number, isWhole: boolean) {
  const [from = otherwise, to = otherwise] = extremes(population);
  const chosen = wanted === null ? otherwise : Math.min(to, Math.max(from, wanted));
  return { from, to, isWhole, chosen: isWhole ? Math.round(chosen) : chosen };
}

function curve(subject: Subject, here: Point, place: Place, path: Path, target: SampleCurve["target"]): SampleFacts {
  const { rows, predictions } = subject;
  const isMean = batchSize({ subject, here, coupling: "none", profile: null })?.reduction === "mean";
  const factor = place.others === "held" && isMean ? rows : 1;
  const places = measuredOver(path, (x) => {
    const found = subject.ask(path.question(x));
    return {
      x,
      value: found?.value ?? Number.NaN,
      slope: found === null ? Number.NaN : factor * slopeAlong(path, found.gradient),
    };
  });
  return {
    kind: "curve",
    axis: path.axis,
    others: place.others,
    factor,
    from: path.from,
    to: path.to,
    at: places.map(({ x }) => x),
    values: places.map(({ value }) => value),
    slopes: places.map(({ slope }) => slope),
    curvatures: places.map(({ x }) => {
      const change = subject.curvature(path.direction, path.question(x));
      return change === null ? Number.NaN : factor * dot(change, path.direction);
    }),
    rug: someOf(path.rug.length).map((i) => path.rug[i]),
    own: path.own,
    target,
    sample: place.row,
    samples: rows,
    output: path.output,
    outputs: predictions.length / rows,
  };
}

/** Some rows, asked by themselves, are told what they are told in the batch, but for one factor that all have; and nothing that the others do changes it. */
function isAlone(subject: Subject, here: Point, main: number): boolean {
  const { rows, predictions, isDouble } = subject;
  if (rows === 1) return true;
  if (couplingOf(subject, true) !== "none") return false;
  const width = predictions.length / rows;
  const own = (row: number): Float64Array => here.gradient.subarray(row * width, (row + 1) * width);
  const looked = [main, 0, Math.floor(rows / 2), rows - 1].filter((row) => largest(own(row)) > 0);
  let factor: number | null = null;
  for (const row of looked) {
    const alone = subject.ask({ rows: [row] });
    if (alone === null || alone.gradient.length !== width) return false;
    const size = dot(alone.gradient, alone.gradient);
    if (!(size > 0)) return false;
    const ratio = dot(own(row), alone.gradient) / size;
    const tolerance = isDouble ? 1e-6 : 1e-3;
    if (!(ratio > 0) || (factor !== null && Math.abs(ratio - factor) > tolerance * factor)) return false;
    factor = ratio;
  }
  return looked.length > 0;
}

/** Targets far from each other are told the same at the same distances. Several: the size of two may be the same. */
function dependsOnDifference(subject: Subject, place: Place): boolean {
  const slopes = (target: number): number[] => {
    const path = byDifference(subject, { ...place, isWide: false, target });
    return [-0.9, -0.4, -0.1, 0.1, 0.4, 0.9].map((share) => {
      const found = subject.ask(path.question(share * path.to));
      return found === null ? Number.NaN : slopeAlong(path, found.gradient);
    });
  };
  const sorted = subject.target.slice().sort();
  const [first, ...others] = [0, 0.3, 0.6, 1].map((share) => slopes(sorted[Math.floor(share * (sorted.length - 1))]));
  const tolerance = (subject.isDouble ? 1e-6 : 1e-3) * largest(first.map((value) => value || 0));
  return others.every((slopesThere) =>
    slopesThere.every((value, i) => Object.is(value, first[i]) || Math.abs(value - first[i]) <= tolerance),
  );
}

function isProbabilityOf(subject: Subject, place: Place): boolean {
  const path = byDifference(subject, { ...place, target: null, isWide: false });
  return isLeastAtTarget((x) => {
    const found = subject.ask(path.question(x));
    return found === null ? Number.NaN : slopeAlong(path, found.gradient);
  });
}
