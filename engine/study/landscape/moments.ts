/** @file Which steps of a run are looked at. */
import { surveyLimits } from "./facts.ts";

/** Evenly, the first and the last among them; fewer of what is large. */
export function momentsOf(until: number, width = 1): number[] {
  const most = Math.max(2, Math.min(surveyLimits.moments, Math.floor(surveyLimits.numbers / Math.max(1, width))));
  const all = Array.from({ length: most }, (_, i) => Math.round((i * until) / (most - 1)));
  return [...new Set(all)];
}
