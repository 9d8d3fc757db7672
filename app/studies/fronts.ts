/** @file Trains lanes whose losses have several components with every handling, and with weights between two of them. */
import { chosenAggregators, type VectorHandling } from "../../engine/vector/handling.ts";
import type { FrontRun, FrontStudy } from "../store/front.ts";
import { seedsOf } from "../store/study.ts";
import type { Store } from "../store/store.ts";
import type { Task } from "./Pool.ts";
import type { StudyRunner } from "./StudyRunner.ts";

/** The first one's share of the weights of both. */
const SHARES = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.98];

type Source = Omit<Task, "seconds">;

/** Weights of 1 for all components but two, which share 2 between them; and all that chooses a direction. */
export function handlingsFor(
  components: number,
  [first, second]: readonly [number, number],
): readonly VectorHandling[] {
  const weights = SHARES.map(
    (share): VectorHandling => ({
      kind: "weights",
      weights: Array.from({ length: components }, (_, i) =>
        i === first ? 2 * share : i === second ? 2 - 2 * share : 1,
      ).map((weight) => Number(weight.toPrecision(12))),
    }),
  );
  return [
    ...weights,
    { kind: "mean" },
    ...chosenAggregators.map((name): VectorHandling => ({ kind: "aggregator", name, parameters: {} })),
  ];
}

/** Lanes whose last run came to so few components that they can be told apart. */
export function frontLanes({ document, training }: Pick<ReturnType<Store["getState"]>, "document" | "training">) {
  return document.lanes.flatMap(({ id }) => {
    const progress = training[id]?.progress ?? null;
    const components = progress?.components ?? null;
    if (progress === null || components === null) return [];
    const names = components.values.map((_, i) => components.names?.[i] ?? `component ${i}`);
    const seconds = progress.stepsPerSecond === 0 ? 0 : progress.steps / progress.stepsPerSecond;
    return [{ lane: id, names, seconds }];
  });
}

export function findFronts(
  store: Store,
  runner: StudyRunner,
  sourceOf: (lane: string) => Source | null,
  pair: readonly [number, number],
): void {
  const state = store.getState();
  const seeds = seedsOf(state.document);
  const [runs, tasks]: [FrontRun[], { readonly at: number; readonly task: Task }[]] = [[], []];
  const names: Record<string, readonly string[]> = {};
  for (const { lane, names: own, seconds } of frontLanes(state)) {
    const source = sourceOf(lane);
    if (source === null || pair.some((at) => at >= own.length)) continue;
    names[lane] = own;
    for (const handling of handlingsFor(own.length, pair)) {
      for (const seed of seeds) {
        const setup = { ...source.setup, experiment: { ...source.setup.experiment, seed } };
        tasks.push({ at: runs.length, task: { ...source, setup, handling, seconds } });
      }
      runs.push({ lane, handling, came: [] });
    }
  }
  const study: FrontStudy = { lanes: Object.keys(names), seeds: seeds.length, runs, pair, names };
  store.setState({ front: study });
  runner.begin(
    tasks.map(({ task }) => task),
    "ends",
    0,
    {
      onCame: (outcomes) => {
        const { front } = store.getState();
        if (front === null || front.names !== names) return;
        const next = [...front.runs];
        for (const [i, outcome] of outcomes) {
          const at = tasks[i]?.at ?? -1;
          const run = next[at];
          if (run === undefined) continue;
          const progress = outcome.kind === "trained" && outcome.progress.status === "done" ? outcome.progress : null;
          const values = progress?.components?.values ?? null;
          const one = progress === null || values === null ? null : { values, metrics: progress.metrics.validation };
          next[at] = { ...run, came: [...run.came, one] };
        }
        store.setState({ front: { ...front, runs: next } });
      },
      onOver: () => undefined,
    },
  );
}
