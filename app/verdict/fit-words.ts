/** @file What is said of data that a loss was found to fit. Pure. */
import type { Report } from "../../engine/inspect/report.ts";
import type { Fit } from "../store/fits.ts";

/** "This loss wants class labels, or tensors of its own." Each kind once. */
export function wantsWords(fits: readonly Fit[]): string {
  const wanted = [...new Set(fits.map(({ wants }) => (wants === "tensors" ? "tensors of its own" : wants)))];
  return wanted.length === 0 ? "" : `This loss wants ${wanted.join(", or ")}.`;
}

/** It may be the data: the loss fails with them, or learns nothing from them. */
export function misfits(report: Report | null): boolean {
  if (report === null) return false;
  if (report.failure !== null) return report.failure.code !== "timeout";
  return report.hazards.some(({ code }) => code === "zero-gradient" || code === "no-gradient");
}
