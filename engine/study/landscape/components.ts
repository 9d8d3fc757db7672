/** @file Takes a run again and keeps, at moments, what its loss's components were up to: values, weights, cosines, conflicts. */
import { conflictSummary, cosinesOf } from "../../vector/conflict.ts";
import type { Looked, Run } from "../../train/run.ts";
import { type Noted, type SurveyOf, type Surveyed, surveyLimits } from "./facts.ts";
import { isLost } from "./lost.ts";
import { momentsOf } from "./moments.ts";

type Courses = SurveyOf<"components">["values"];

export function* componentsOf(run: Run, until: number): Generator<Noted, Surveyed> {
  const steps: number[] = [];
  const looked: Facts[] = [];
  let lostAt: number | null = null;
  try {
    for (const moment of momentsOf(Math.max(0, until - 1))) {
      while (run.step <= moment) {
        const isLooked = run.step === moment;
        run.takeStep(isLooked);
        if (isLooked && run.looked === null) return { kind: "none", reason: "scalar", failure: null };
        if (isLooked && run.looked !== null) {
          steps.push(moment);
          looked.push(factsOf(run.looked));
        }
        yield { share: run.step / until, numbers: null };
      }
    }
  } catch (error) {
    if (!isLost(error)) throw error;
    lostAt = run.step;
  }
  const [first] = looked;
  if (first === undefined) return { kind: "none", reason: "failed", failure: null };
  const isEach = looked.every(({ count }) => count === first.count && count <= surveyLimits.courses);
  const over = (of: (facts: Facts) => readonly number[]): Courses => courses(looked.map(of), isEach);
  return {
    kind: "components",
    steps,
    components: first.count,
    names: first.names === null ? null : [...first.names],
    isEach,
    values: over(({ values }) => values),
    weights: looked.every(({ weights }) => weights.length > 0) ? over(({ weights }) => weights) : [],
    cosines: over(({ cosines }) => cosines),
    conflicts: looked.map(({ conflicts }) => conflicts),
    lostAt,
  };
}

interface Facts {
  readonly count: number;
  readonly names: readonly string[] | null;
  readonly values: readonly number[];
  readonly weights: readonly number[];
  /** Of every pair. */
  readonly cosines: readonly number[];
  readonly conflicts: number;
}

function factsOf({ before: { count, names, chosen, values, gramian }, weights }: Looked): Facts {
  const m = chosen.length;
  const matrix = cosinesOf(gramian, m);
  const cosines: number[] = [];
  for (let i = 0; i < m; i++) for (let j = i + 1; j < m; j++) cosines.push(matrix[i * m + j]);
  const { pairs, conflicting } = conflictSummary(gramian, m);
  return {
    count,
    names,
    values: Array.from(values),
    weights: weights === null ? [] : Array.from(weights),
    cosines,
    conflicts: pairs === 0 ? 0 : conflicting / pairs,
  };
}

/** Rows of moments as a course for each component, or as three courses that all lie between. */
function courses(rows: readonly (readonly number[])[], isEach: boolean): Courses {
  if (isEach) return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? Number.NaN));
  const sorted = rows.map((row) => row.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b));
  return [0, 0.5, 1].map((share) => sorted.map((row) => row[Math.round(share * (row.length - 1))] ?? Number.NaN));
}
