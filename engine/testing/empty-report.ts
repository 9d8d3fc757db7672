/** @file A report of nothing, for tests that say of one only what matters to them. */
import type { Report } from "../inspect/report.ts";

export const emptyReport: Report = {
  outcome: null,
  result: null,
  failure: null,
  expressions: [],
  hazards: [],
  omitted: [],
  gradient: null,
  gradients: null,
  terms: [],
  fits: [],
  trail: [],
  console: { lines: [], omitted: 0 },
  milliseconds: 1,
};
