/** @file A run's series, every step of them, put together from the parts in which the sandbox tells them. What does not fit is not believed. */
import { bounds } from "../../engine/inspect/bounds.ts";
import { limits } from "../../engine/train/experiment.ts";
import type { SeriesPart } from "../../engine/train/progress.ts";

export interface WholeSeries {
  readonly name: string;
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

interface Growing {
  readonly name: string;
  readonly length: number;
  readonly steps: number[];
  readonly values: number[];
}

/** Training, validation, and the metrics that are charted. */
const MOST_SERIES = 2 + bounds.metrics;

export class SeriesCollector {
  readonly #series: Growing[] = [];
  /** What is asked for next; null when all of it has come. */
  next: { readonly of: number; readonly from: number } | null = { of: 0, from: 0 };

  get series(): readonly WholeSeries[] {
    return this.#series;
  }

  /** False for what was not asked for, or cannot be. */
  take({ of, count, name, from, length, steps, values }: SeriesPart): boolean {
    if (this.next === null || of !== this.next.of || from !== this.next.from) return false;
    const isPossible = count <= MOST_SERIES && length <= limits.steps.max + 1 && steps.length === values.length;
    const isShort = steps.length === 0 && from < length;
    if (!isPossible || isShort || from + steps.length > length) return false;
    // A run that goes on has grown meanwhile: it is told as it was first met.
    const growing = this.#series[of] ?? { name, length, steps: [], values: [] };
    this.#series[of] = growing;
    const room = growing.length - from;
    for (let i = 0; i < Math.min(room, steps.length); i++) {
      growing.steps.push(steps[i] ?? 0);
      growing.values.push(values[i] ?? 0);
    }
    const at = growing.steps.length;
    this.next = at < growing.length ? { of, from: at } : of + 1 < count ? { of: of + 1, from: 0 } : null;
    return true;
  }
}
