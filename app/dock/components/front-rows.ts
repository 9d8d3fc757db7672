/** @file A front as rows: what each handling makes of two components, and which of them nothing beats. Pure. */
import { isOnFront } from "../../../engine/study/pareto.ts";
import { summaryOf } from "../../../engine/study/statistics.ts";
import type { VectorHandling } from "../../../engine/vector/handling.ts";
import { csvOf } from "../../files/csv.ts";
import type { FrontStudy } from "../../store/front.ts";
import { titleOf } from "../../verdict/handling-words.ts";

export interface FrontRow {
  readonly key: string;
  readonly lane: string;
  readonly handling: VectorHandling;
  readonly title: string;
  /** Medians over the seeds; NaN where one of them diverged. */
  readonly first: number;
  readonly second: number;
  readonly metric: number;
  readonly isOn: boolean;
}

/** Those that have come, each lane's own front; the first component's least first. */
export function frontRows({ runs, pair: [one, other], lanes }: FrontStudy, metric: string): FrontRow[] {
  return lanes.flatMap((lane) => {
    const rows = runs.flatMap((run, i) => {
      if (run.lane !== lane || run.came.length === 0) return [];
      const median = (of: (came: NonNullable<(typeof run.came)[number]>) => number | undefined): number => {
        const values = run.came.map((came) => (came === null ? Number.NaN : (of(came) ?? Number.NaN)));
        return values.every(Number.isFinite) ? summaryOf(values, "low").median : Number.NaN;
      };
      return [
        {
          key: `${lane} ${i}`,
          lane,
          handling: run.handling,
          title: handlingTitle(run.handling),
          first: median(({ values }) => values[one]),
          second: median(({ values }) => values[other]),
          metric: median(({ metrics }) => (metrics.find(({ name }) => name === metric) ?? metrics[0])?.value),
        },
      ];
    });
    const on = isOnFront(rows.map(({ first, second }) => [first, second]));
    const place = (value: number): number => (Number.isFinite(value) ? value : Number.POSITIVE_INFINITY);
    return rows
      .map((row, i): FrontRow => ({ ...row, isOn: on[i] === true }))
      .sort((a, b) => place(a.first) - place(b.first) || 0);
  });
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

export const handlingTitle = (handling: VectorHandling): string =>
  handling.kind === "weights" ? `weights ${handling.weights.map(short).join(", ")}` : titleOf(handling);

export function frontCsv(rows: readonly FrontRow[], names: readonly [string, string], metric: string): string {
  return csvOf(
    ["lane", "handling", ...names, metric, "on the front"],
    rows.map(({ lane, title, first, second, metric: value, isOn }) => [
      lane,
      title,
      first,
      second,
      value,
      isOn ? "yes" : "no",
    ]),
  );
}
