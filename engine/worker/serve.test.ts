import { describe, expect, test } from "vitest";
import { toyDataset } from "../data/catalogue.ts";
import type { Define } from "../language/loss.ts";
import { sub } from "../ops/pointwise/arithmetic.ts";
import { abs } from "../ops/pointwise/unary.ts";
import { mean } from "../ops/reduction/reduction.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { smallExperiment as experiment, plainProgram as program } from "../testing/small-run.ts";
import { defaultHandling } from "../vector/handling.ts";
import type { Host } from "./host.ts";
import type { Reply } from "./protocol.ts";
import { serve } from "./serve.ts";

/** A worker without a browser: its tasks are run one after the other, microtasks in between. */
function workerOf(forward: (predictions: Tensor, targets: Tensor) => unknown) {
  const replies: Reply[] = [];
  const tasks: (() => void)[] = [];
  const define: Define = () => forward;
  const host: Host = {
    distrust: () => undefined,
    post: (reply) => replies.push(reply),
    load: () => define,
    now: () => performance.now(),
    yield: (callback) => tasks.push(callback),
    consoleFor: () => ({ console: {}, text: () => ({ lines: [], omitted: 0 }) }),
  };
  const handle = serve(host);
  const dataset = toyDataset("line");
  if (dataset === null) throw new Error("a toy data set is missing");
  const setup = { experiment, dataset };
  /** Runs the tasks that wait, and those that come of them. */
  const settle = async (): Promise<void> => {
    await Promise.resolve();
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      task();
      await Promise.resolve();
    }
  };
  return {
    replies,
    tasks,
    settle,
    setUp: () => handle({ type: "setup", setup }),
    evaluate: () =>
      handle({ type: "evaluate", id: 1, program, handling: defaultHandling, alternatives: [], tries: true }),
    check: () => handle({ type: "check", id: 3, program }),
    train: () => handle({ type: "train", id: 2, program, handling: defaultHandling, until: 20 }),
    series: (of: number, from: number) => handle({ type: "series", id: 2, of, from }),
  };
}

const types = (replies: readonly Reply[]): string[] => replies.map(({ type }) => type);
const loss = (predictions: Tensor, targets: Tensor) => mean(abs(sub(predictions, targets)));

describe("the worker", () => {
  test("says that it has begun before the program's code runs, and answers from a task of its own", async () => {
    let atForward: readonly string[] = [];
    const worker = workerOf((predictions, targets) => {
      atForward = types(worker.replies);
      return loss(predictions, targets);
    });
    worker.setUp();
    worker.evaluate();
    expect(atForward).toEqual(["begun"]);
    expect(types(worker.replies)).toEqual(["begun"]);
    await worker.settle();
    expect(types(worker.replies)).toEqual(["begun", "report"]);
  });

  test("answers only after the microtasks of the loss have run", async () => {
    const done: string[] = [];
    let calls = 0;
    const worker = workerOf((predictions, targets) => {
      // It is also tried on what comes later.
      if (calls++ > 0) return loss(predictions, targets);
      void Promise.resolve()
        .then(() => done.push("first"))
        .then(() => done.push(...types(worker.replies)));
      return loss(predictions, targets);
    });
    worker.setUp();
    worker.evaluate();
    await Promise.resolve();
    await Promise.resolve();
    expect(done).toEqual(["first", "begun"]);
    await worker.settle();
    expect(types(worker.replies)).toEqual(["begun", "report"]);
  });

  test("tells every step of a run's series, from where it is asked, and nothing of a series that there is not", async () => {
    const worker = workerOf(loss);
    worker.setUp();
    worker.train();
    await worker.settle();
    const last = worker.replies.at(-1);
    worker.series(0, 0);
    worker.series(1, 15);
    worker.series(9, 0);
    const parts = worker.replies.flatMap((reply) => (reply.type === "series" ? [reply.part] : []));
    expect(parts.map(({ of, name, from, length }) => ({ of, name, from, length }))).toEqual([
      { of: 0, name: "training loss", from: 0, length: 20 },
      { of: 1, name: "validation loss", from: 15, length: 21 },
    ]);
    expect(parts[0]?.steps).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(parts[1]?.steps).toEqual([15, 16, 17, 18, 19, 20]);
    if (last?.type === "progress") expect(parts[0]?.values).toEqual(last.progress.trainingLoss.values);
  });

  test("ends a run from a task of its own as well", async () => {
    const worker = workerOf(loss);
    worker.setUp();
    worker.train();
    await worker.settle();
    const last = worker.replies.at(-1);
    expect(last?.type === "progress" ? [last.id, last.progress.status, last.progress.step] : null).toEqual([
      2,
      "done",
      20,
    ]);
  });

  test("gives the same report and the same run whether it has rehearsed or not", async () => {
    const outcomes: unknown[][] = [];
    // One after the other: in a worker of its own each would have a generator of its own.
    for (const isRehearsed of [true, false]) {
      const worker = workerOf(loss);
      worker.setUp();
      if (isRehearsed) await worker.settle();
      worker.evaluate();
      await worker.settle();
      worker.train();
      await worker.settle();
      outcomes.push(
        worker.replies.flatMap((reply): unknown[] =>
          reply.type === "report"
            ? [{ ...reply.report, milliseconds: 0 }]
            : reply.type === "progress" && reply.progress.status === "done"
              ? [reply.progress.fingerprint, reply.progress.trainingLoss]
              : [],
        ),
      );
    }
    expect(outcomes[0]).toHaveLength(3);
    expect(outcomes[0]).toEqual(outcomes[1]);
  });

  test("rehearses before a program comes, and never after", async () => {
    const worker = workerOf(loss);
    worker.setUp();
    worker.evaluate();
    // The rehearsal that was meant for idle time, and the report.
    expect(worker.tasks).toHaveLength(2);
    await worker.settle();
    expect(types(worker.replies)).toEqual(["begun", "report"]);
  });
});

test("what is known about a loss is an answer of its own, and comes after its program has begun", async () => {
  const worker = workerOf((predictions, targets) => mean(abs(sub(predictions, targets))));
  worker.setUp();
  worker.check();
  await worker.settle();
  const told = worker.replies.filter(({ type }) => type !== "heartbeat");
  expect(told.map(({ type }) => type)).toEqual(["begun", "checked"]);
  const [, answer] = told;
  const checks = answer?.type === "checked" ? answer.checks : [];
  expect(checks).toContainEqual(expect.objectContaining({ code: "gradcheck", isRight: true }));
  expect(checks).toContainEqual(expect.objectContaining({ code: "estimates", statistic: "median" }));
});

test("a loss that fails when it is asked elsewhere is told of as far as it answers", async () => {
  const worker = workerOf(() => {
    throw new Error("not today");
  });
  worker.setUp();
  worker.check();
  await worker.settle();
  expect(worker.replies.filter(({ type }) => type === "checked")).toEqual([{ type: "checked", id: 3, checks: [] }]);
});
