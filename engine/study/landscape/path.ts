/** @file Takes a run again and keeps its parameters at moments. */
import type { Run } from "../../train/run.ts";
import { countOf, readFrom } from "../../train/parameters.ts";
import { toContiguousData } from "../../tensor/storage.ts";
import { type Noted, type Surveyed, surveyLimits } from "./facts.ts";
import { momentsOf } from "./moments.ts";
import { isLost } from "./lost.ts";

export function* pathOf(run: Run, until: number): Generator<Noted, Surveyed> {
  const width = countOf(run.named);
  if (width < 2 || width > surveyLimits.parameters) return { kind: "none", reason: "size", failure: null };
  const metrics = run.facts().metrics.training.map(({ name }) => name);
  const moments = momentsOf(until, width);
  const steps: number[] = [];
  let lostAt: number | null = null;
  for (const moment of moments) {
    try {
      while (run.step < moment) {
        run.takeStep();
        yield { share: run.step / until, numbers: null };
      }
    } catch (error) {
      if (!isLost(error)) throw error;
      lostAt = run.step;
    }
    const numbers = readFrom(run.named);
    // What is beyond all numbers is no place.
    if (!numbers.every(Number.isFinite)) lostAt ??= run.step;
    if (lostAt !== null && steps.length > 0 && !numbers.every(Number.isFinite)) break;
    steps.push(run.step);
    for (let from = 0; from < width; from += surveyLimits.noted)
      yield { share: run.step / Math.max(1, until), numbers: numbers.slice(from, from + surveyLimits.noted) };
    if (lostAt !== null) break;
  }
  return {
    kind: "path",
    steps,
    width,
    tensors: run.named.map(({ name, tensor }) => ({ name, shape: [...tensor.shape] })),
    learned: run.learned.flatMap((tensor) => Array.from(toContiguousData(tensor))),
    epoch: run.at.epoch,
    lostAt,
    metrics,
  };
}
