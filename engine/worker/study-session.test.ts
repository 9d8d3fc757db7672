import { describe, expect, test } from "vitest";
import { setAnomalyDetection } from "../autograd/backward.ts";
import { toyDataset } from "../data/catalogue.ts";
import { type Define, instantiate } from "../language/loss.ts";
import { LossRuntime } from "../language/loss-runtime.ts";
import { mul, sub } from "../ops/pointwise/arithmetic.ts";
import { mean } from "../ops/reduction/reduction.ts";
import { setGradMode } from "../tensor/grad-mode.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { plainProgram as program, smallExperiment } from "../testing/small-run.ts";
import type { Experiment } from "../train/experiment.ts";
import { Run } from "../train/run.ts";
import { defaultHandling } from "../vector/handling.ts";
import type { Host } from "./host.ts";
import type { Reply } from "./protocol.ts";
import { parametersOf, scope } from "./scope.ts";
import { serve } from "./serve.ts";

const experiment: Experiment = { ...smallExperiment, steps: 100 };

function dataset() {
  const found = toyDataset("line");
  if (found === null) throw new Error("a toy data set is missing");
  return found;
}

const square = (predictions: Tensor, targets: Tensor): Tensor => {
  const difference = sub(predictions, targets);
  return mean(mul(difference, difference));
};

/** A run as it is alone, without a worker. */
function alone(define: Define, of: Experiment): string {
  const runtime = new LossRuntime({ budget: 1000, now: () => 0 });
  const makeLoss = () => instantiate(define, program.entry, { ...scope, console }, runtime, parametersOf);
  const run = new Run({
    experiment: of,
    dataset: dataset(),
    entry: program.entry,
    makeLoss,
    handling: defaultHandling,
    onForward: () => runtime.begin(),
  });
  while (!run.isDone) run.takeStep();
  const { fingerprint } = run.facts();
  run.dispose();
  return fingerprint;
}

type Trained = Extract<Reply, { type: "trained" }>;

/** What a realm tells of runs with these settings. */
async function told(define: Define, experiments: readonly Experiment[], tells: "curves" | "ends" = "ends", from = 0) {
  const replies: Reply[] = [];
  const tasks: (() => void)[] = [];
  let loads = 0;
  const host: Host = {
    distrust: () => undefined,
    post: (reply) => replies.push(reply),
    load: () => {
      loads++;
      return define;
    },
    now: () => performance.now(),
    yield: (callback) => tasks.push(callback),
    consoleFor: () => ({ console: {}, text: () => ({ lines: [], omitted: 0 }) }),
  };
  const handle = serve(host);
  handle({ type: "setup", setup: { experiment, dataset: dataset() } });
  handle({ type: "trainEach", id: 7, program, handling: defaultHandling, experiments, from, tells });
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    task();
    await Promise.resolve();
  }
  return {
    loads,
    types: replies.map(({ type }) => type),
    trained: replies.filter((reply): reply is Trained => reply.type === "trained"),
  };
}

const seeds = (...of: readonly number[]): Experiment[] => of.map((seed) => ({ ...experiment, seed }));

describe("several runs in one realm", () => {
  test("are each the run that their settings give alone, bit for bit", async () => {
    const experiments = [...seeds(0, 1, 2), { ...experiment, lr: 0.1 }, { ...experiment, steps: 10 }, ...seeds(0)];
    const { trained, loads } = await told(() => square, experiments);
    expect(trained.map(({ progress }) => progress.fingerprint)).toEqual(
      experiments.map((of) => alone(() => square, of)),
    );
    expect(trained.map(({ run, progress }) => [run, progress.status, progress.step])).toEqual(
      experiments.map(({ steps }, run) => [run, "done", steps]),
    );
    expect(trained.every(({ isClean }) => isClean)).toBe(true);
    expect(loads).toBe(1);
  });

  test("are told once each, without what lies between", async () => {
    const { types } = await told(() => square, seeds(0, 1));
    expect(types.filter((type) => type !== "heartbeat")).toEqual(["begun", "trained", "trained"]);
  });

  test("begin where they are told to", async () => {
    const { trained } = await told(() => square, seeds(0, 1, 2), "ends", 1);
    expect(trained.map(({ run }) => run)).toEqual([1, 2]);
  });

  test("tell their curves where they are asked for, and else only what they came to", async () => {
    const [curves] = (await told(() => square, seeds(0), "curves")).trained;
    const [end] = (await told(() => square, seeds(0))).trained;
    expect(curves?.progress.validationLoss.values.length).toBeGreaterThan(50);
    expect(curves?.progress.picture.kind).toBe("curves");
    expect(end?.progress.validationLoss.values).toEqual([]);
    expect(end?.progress.metrics).toEqual(curves?.progress.metrics);
    expect(JSON.stringify(end).length).toBeLessThan(2000);
  });

  test("of which one fails go on: the others are none the worse", async () => {
    const { trained } = await told(() => square, [{ ...experiment, lr: 1e4, optimizer: { name: "SGD" } }, ...seeds(3)]);
    expect(trained.map(({ progress }) => progress.status)).toEqual(["failed", "done"]);
    expect(trained[1]?.progress.fingerprint).toBe(alone(() => square, { ...experiment, seed: 3 }));
  });
});

describe("a program that leaves something behind", () => {
  test("that its own next run meets has no other run in its realm", async () => {
    let calls = 0;
    const leaky: Define = () => (predictions: Tensor, targets: Tensor) =>
      mul(square(predictions, targets), 1 + calls++ / 1000);
    const { trained } = await told(leaky, seeds(0, 1, 2));
    expect(trained.map(({ run, isClean }) => [run, isClean])).toEqual([[0, false]]);
  });

  test.each<[string, () => void, () => void]>([
    ["a look out for NaN", () => setAnomalyDetection(true), () => setAnomalyDetection(false)],
    ["no gradients", () => setGradMode(false), () => setGradMode(true)],
  ])("in the engine (%s) has none either", async (_title, leave, mend) => {
    let isLast = false;
    let calls = 0;
    const leaky: Define = () => (predictions: Tensor, targets: Tensor) => {
      const loss = square(predictions, targets);
      // Late in the run, so that its first steps are no proof of it.
      if (++calls > 90) isLast = true;
      return loss;
    };
    try {
      const { trained } = await told(
        (...given) => {
          if (isLast) leave();
          return leaky(...given);
        },
        seeds(0, 1),
      );
      expect(trained.map(({ run, isClean }) => [run, isClean])).toEqual([[0, false]]);
    } finally {
      mend();
    }
  });
});
