/** @file What lanes came to over a grid of settings. */
import { cellsOf, type SweepAxis } from "../../engine/study/sweep.ts";
import type { Progress } from "../../engine/train/progress.ts";
import type { OwnData } from "../document/own-data.ts";
import type { State } from "./store.ts";

/** What one run came to, and nothing of how it got there. */
export interface SweepRun {
  /** `failed`: it diverged. `stopped`: it was ended. */
  readonly status: "done" | "failed" | "stopped";
  readonly metrics: Progress["metrics"];
  readonly fingerprint: string;
}

export interface Sweep {
  readonly axes: readonly SweepAxis[];
  readonly lanes: readonly string[];
  readonly seeds: readonly number[];
  /** By lane: of each cell, the run with each of the seeds; null for one that has not come. */
  readonly runs: Readonly<Record<string, readonly (readonly (SweepRun | null)[])[]>>;
  /** Lanes that take no part, and why. */
  readonly left: readonly { readonly lane: string; readonly why: string }[];
  /** What it was swept of (`subjectOf`). */
  readonly of: string;
}

/** What was found to be a lane's own best learning rate. */
export interface FairRate {
  readonly lane: string;
  /** null where every one that was tried diverged. */
  readonly lr: number | null;
  readonly metric: string;
  /** The median over so many seeds. */
  readonly value: number;
  readonly seeds: number;
  readonly runs: number;
  /** Better ones may lie beyond what was tried. */
  readonly isAtEdge: boolean;
}

export interface FairRates {
  readonly found: readonly FairRate[];
  /** What they were found for (`subjectOf`). */
  readonly of: string;
}

/** All that a sweep's numbers are a function of, besides its grid. */
export const subjectOf = ({ document: { experiment, data, lanes, seeds } }: Pick<State, "document">): string =>
  JSON.stringify([experiment, seeds, data === null ? null : numberOf(data), lanes.map(({ name, ...lane }) => lane)]);

/** Own data may be a million numbers: they are told apart by which object they are. */
const numbers = new WeakMap<OwnData, number>();
let last = 0;
function numberOf(data: OwnData): number {
  const known = numbers.get(data) ?? ++last;
  numbers.set(data, known);
  return known;
}

export const emptyRuns = (axes: readonly SweepAxis[], seeds: number): readonly (readonly (SweepRun | null)[])[] =>
  cellsOf(axes).map(() => Array.from({ length: seeds }, () => null));

/** A run's metric in a cell; NaN where it diverged or was ended. Those that have not come are none. */
export const sweptValues = (
  runs: readonly (SweepRun | null)[],
  metric: string,
  split: keyof Progress["metrics"],
): number[] =>
  runs.flatMap((run) => {
    if (run === null) return [];
    if (run.status !== "done") return Number.NaN;
    return run.metrics[split].find(({ name }) => name === metric)?.value ?? Number.NaN;
  });
