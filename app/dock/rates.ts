/** @file The lr of a step, where a scheduler sets it. */
import { useMemo } from "react";
import { learningRates } from "../../engine/train/learning-rates.ts";
import { formatNumber } from "../verdict/format.ts";
import type { ShownRun } from "./shown-runs.ts";

/** ` · lr 0.0043` after a step's number; nothing where lr stays as it is, or runs differ in it. */
export function useRates(runs: readonly ShownRun[]): (step: number) => string {
  const [first] = runs;
  const experiment = first?.experiment ?? null;
  const areAlike = runs.every((run) => run.experiment === experiment);
  const rates = useMemo(
    () => (experiment === null || experiment.scheduler === null ? null : learningRates(experiment).rates),
    [experiment],
  );
  return (step) => {
    const rate = areAlike ? rates?.[step] : undefined;
    return rate === undefined || Number.isNaN(rate) ? "" : ` · lr ${formatNumber(rate)}`;
  };
}
