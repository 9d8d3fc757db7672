/** @file Pictures of validation rows: what is so beside what is predicted. */
import { sideOf } from "../data/default-output.ts";
import type { Part } from "../data/split.ts";
import { numelOf } from "../tensor/shape.ts";
import { insides } from "./kinds/masks.ts";
import type { Learned } from "./learned.ts";
import { type Picture, type Plot, type PlotLine, pictureLimits } from "./picture.ts";
import { breslow, kaplanMeier, predictedSurvival, type Steps } from "./survival.ts";

/** So many of the rows, evenly spread over them. */
function chosen(count: number, most: number): number[] {
  const length = Math.min(count, most);
  return Array.from({ length }, (_, i) => Math.floor((i * count) / length));
}

/** [rows, outputs] of some rows of a part. */
function predicted({ predict, dataset }: Learned, { x }: Part, rows: readonly number[]): ArrayLike<number> {
  const width = dataset.inputs.length;
  const inputs = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    inputs.set(x.subarray(row * width, (row + 1) * width), i * width);
  });
  return predict(inputs, rows.length);
}

export function images(learned: Learned): Picture {
  const { validation } = learned.split;
  const pixels = validation.targets.length;
  const rows = chosen(
    validation.rows.length,
    Math.min(pictureLimits.images, Math.floor(pictureLimits.values / pixels)),
  );
  const predictions = insides(predicted(learned, validation, rows), rows.length, learned.output, pixels);
  return {
    kind: "images",
    side: sideOf(pixels),
    targets: rows.flatMap((row) => validation.targets.map((pixel) => pixel[row])),
    predictions: Array.from(predictions),
  };
}

export function boxesOf(learned: Learned): Picture {
  const { validation } = learned.split;
  const rows = chosen(validation.rows.length, pictureLimits.boxes);
  const width = numelOf(learned.output);
  const values = predicted(learned, validation, rows);
  return {
    kind: "boxes",
    targets: rows.flatMap((row) => validation.targets.map((corner) => corner[row])),
    predictions: rows.flatMap((_, i) =>
      [0, 1, 2, 3].map((corner) => (corner < width ? values[i * width + corner] : Number.NaN)),
    ),
  };
}

/** As much of the season before is drawn. */
const HISTORY = 20;

export function forecasts(learned: Learned): Picture {
  const { dataset, split, output } = learned;
  const { validation, inputUnits, targetUnits } = split;
  const rows = chosen(validation.rows.length, pictureLimits.plots);
  const [width, season, steps] = [numelOf(output), dataset.inputs.length, dataset.targets.length];
  const values = predicted(learned, validation, rows);
  const plots = rows.map((row, i): Plot => {
    const before = Array.from({ length: Math.min(HISTORY, season) }, (_, k) => season - Math.min(HISTORY, season) + k);
    const past = before.map((k) => validation.x[row * season + k] * inputUnits[k].scale + inputUnits[k].mean);
    const ahead = Array.from({ length: steps }, (_, step) => step);
    const own = (value: number, step: number): number => value * targetUnits[step].scale + targetUnits[step].mean;
    const from = past.at(-1) ?? 0;
    // What is to come goes on where the past ends.
    const next = (role: PlotLine["role"], of: (step: number) => number): PlotLine => ({
      role,
      x: [0, ...ahead.map((step) => step + 1)],
      y: [from, ...ahead.map((step) => own(of(step), step))],
    });
    return {
      title: `row ${validation.rows[row] + 1}`,
      lines: [
        { role: "history", x: before.map((k) => k - season + 1), y: past },
        next("target", (step) => validation.targets[step][row]),
        next("prediction", (step) => (step < width ? values[i * width + step] : Number.NaN)),
      ],
    };
  });
  return { kind: "plots", plots };
}

/** As a staircase, thinned to what can be drawn. */
function staircase(role: PlotLine["role"], { times, shares }: Steps): PlotLine {
  const kept = chosen(times.length, pictureLimits.plotPoints / 2 - 1);
  if (kept.at(-1) !== times.length - 1) kept.push(times.length - 1);
  return {
    role,
    x: kept.flatMap((at, i) => (i === 0 ? [times[at]] : [times[at], times[at]])),
    y: kept.flatMap((at, i) => (i === 0 ? [shares[at]] : [shares[kept[i - 1]], shares[at]])),
  };
}

/** Of the safer and the riskier half of the validation rows: by Kaplan and Meier, and as predicted with Breslow's baseline of the training rows. */
export function survivalCurves({ split, output, predict }: Learned): Picture {
  const width = numelOf(output);
  const risksOf = ({ x, rows }: Part): number[] => {
    const values = predict(x, rows.length);
    return Array.from(rows, (_, row) => values[row * width]);
  };
  const { training, validation } = split;
  const baseline = breslow(risksOf(training), training.targets[0], training.targets[1]);
  const risks = risksOf(validation);
  const order = risks.map((_, row) => row).sort((a, b) => risks[a] - risks[b]);
  const half = order.length >> 1;
  const plots = [["safer half", order.slice(0, half)] as const, ["riskier half", order.slice(half)] as const].map(
    ([title, rows]): Plot => {
      const [time, event] = validation.targets.map((values) => rows.map((row) => values[row]));
      const last = Math.max(0, ...time);
      const seen = predictedSurvival(
        baseline,
        rows.map((row) => risks[row]),
      );
      const count = Math.max(1, seen.times.filter((at) => at <= last).length);
      return {
        title,
        lines: [
          staircase("target", kaplanMeier(time, event)),
          staircase("prediction", { times: seen.times.slice(0, count), shares: seen.shares.slice(0, count) }),
        ],
      };
    },
  );
  return { kind: "plots", plots };
}
