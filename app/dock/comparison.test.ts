import { describe, expect, test } from "vitest";
import type { Progress } from "../../engine/train/progress.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { defaultDocument } from "../document/defaults.ts";
import { laneIds } from "../document/document.ts";
import { noResult, type State } from "../store/store.ts";
import { comparisonNotes } from "./comparison.ts";

const none = { steps: [], values: [] };
const [lane] = defaultDocument.lanes;
const { experiment } = defaultDocument;

function progress(fingerprint: string, step = 10): Progress {
  return {
    status: "done",
    step,
    steps: 10,
    stepsPerSecond: 1,
    trainingLoss: none,
    trainingMeans: none,
    validationLoss: none,
    seconds: none,
    metricHistory: [],
    metrics: { training: [], validation: [] },
    picture: { kind: "curves", curves: [] },
    fingerprint,
    gradients: null,
    components: null,
    failure: null,
    lost: null,
  };
}

interface Given {
  readonly handling?: VectorHandling;
  readonly components?: number;
  readonly fingerprint?: string;
  readonly step?: number;
}

function notes(given: Readonly<Record<string, Given>>, change: Partial<typeof experiment> = {}): string[] {
  if (lane === undefined) throw new Error("no lane");
  const entries = laneIds.flatMap((id) => {
    const of = given[id];
    return of === undefined ? [] : [[id, of] as const];
  });
  const state: Pick<State, "document" | "results" | "training"> = {
    document: {
      ...defaultDocument,
      experiment: { ...experiment, ...change },
      lanes: entries.map(([id, { handling = lane.handling }]) => ({ ...lane, id, handling })),
    },
    results: Object.fromEntries(entries.map(([id, { components = 1 }]) => [id, { ...noResult, components }])),
    training: Object.fromEntries(
      entries.flatMap(([id, { fingerprint, step }]) =>
        fingerprint === undefined
          ? []
          : [
              [
                id,
                {
                  lane: id,
                  progress: progress(fingerprint, step),
                  stopped: null,
                  isRunning: false,
                  source: "",
                  language: "typescript" as const,
                  arguments: {},
                  data: null,
                  isSwapped: false,
                  handling: lane.handling,
                  experiment,
                },
              ],
            ],
      ),
    ),
  };
  return comparisonNotes(state);
}

describe("notes on a comparison", () => {
  test("say which runs are the same to the last bit", () => {
    expect(notes({ A: { fingerprint: "ab" }, B: { fingerprint: "cd" }, C: { fingerprint: "ab" } })).toEqual([
      "A and C are the same run, to the last bit.",
    ]);
    expect(notes({ A: { fingerprint: "ab" }, B: { fingerprint: "cd" } })).toEqual([]);
    expect(notes({ A: { fingerprint: "", step: 0 }, B: { fingerprint: "", step: 0 } })).toEqual([]);
  });

  const both = {
    A: { handling: { kind: "sum" }, components: 64 },
    B: { handling: { kind: "mean" }, components: 64 },
  } as const;

  test("say how much longer a sum's gradient is than a mean's, and what the optimiser makes of that", () => {
    expect(notes(both)[0]).toMatch(/^A sums what B averages: its gradient is 64 times as long, though Adam divides/);
    expect(notes(both, { optimizer: { name: "SGD", momentum: 0 } })[0]).toMatch(/and so are its steps/);
  });

  test("say nothing where first steps are matched, counts differ, or there is no such pair", () => {
    expect(notes(both, { matchFirstStep: true })).toEqual([]);
    expect(notes({ ...both, B: { ...both.B, components: 32 } })).toEqual([]);
    expect(notes({ A: both.A })).toEqual([]);
    expect(notes({ A: { handling: { kind: "sum" }, components: 1 }, B: both.B })).toEqual([]);
  });
});
