/** @file Runs a contender in its worker: prepares jobs, takes their steps, and times them with the worker's own clock. */
import { answering } from "./answering.ts";
import { type Contender, type Job, noResult } from "./contender.ts";
import { training, type Workload } from "./workloads.ts";

export type Request =
  | { readonly type: "start" }
  | { readonly type: "prepare"; readonly workload: Workload }
  /** So many steps, and the value of each. */
  | { readonly type: "values"; readonly steps: number }
  /** At most some thousand numbers of what the last step made besides its value. */
  | { readonly type: "result" }
  /** Steps for so many milliseconds, or somewhat more. */
  | { readonly type: "warm"; readonly milliseconds: number }
  | { readonly type: "sample"; readonly steps: number }
  | { readonly type: "dispose" }
  /** Everything from loading to the first gradient. */
  | { readonly type: "cold"; readonly workload: Workload };

export interface Answer {
  readonly text: string;
  readonly values: readonly number[];
  readonly steps: number;
  readonly milliseconds: number;
}

const nothing: Answer = { text: "", values: [], steps: 0, milliseconds: 0 };

export function serve(contender: Contender): void {
  let job: Job | null = null;

  function take(steps: number): Answer {
    if (job === null) throw new Error("There is no job.");
    const values = Array<number>(steps);
    const start = performance.now();
    for (let i = 0; i < steps; i++) values[i] = job.step();
    return { ...nothing, values, steps, milliseconds: performance.now() - start };
  }

  function prepare(workload: Workload): Answer {
    job = workload.kind === "typed" ? typed(contender) : contender.prepare(workload);
    return nothing;
  }

  answering<Request, Answer>(async (request) => {
    switch (request.type) {
      case "start":
        return { ...nothing, text: await contender.start() };
      case "prepare":
        return prepare(request.workload);
      case "values":
        return take(request.steps);
      case "result":
        return { ...nothing, values: thinned(job?.result() ?? noResult()) };
      case "warm": {
        let [steps, milliseconds] = [0, 0];
        for (let batch = 1; milliseconds < request.milliseconds; batch *= 2) {
          milliseconds += take(batch).milliseconds;
          steps += batch;
        }
        return { ...nothing, steps, milliseconds };
      }
      case "sample":
        return { ...take(request.steps), values: [] };
      case "dispose":
        job?.dispose();
        job = null;
        return nothing;
      case "cold":
        await contender.start();
        prepare(request.workload);
        return take(1);
    }
  });
}

/** Each step is a loss never seen before: from its text to its first training step. */
function typed(contender: Contender): Job {
  let seen = 0;
  return {
    step() {
      seen++;
      const job = contender.prepare(training(32, 64, { sharpness: 1 + seen / 4096 }));
      const value = job.step();
      job.dispose();
      return value;
    },
    result: noResult,
    dispose() {},
  };
}

/** Every so many-th number; the stride is odd, so that it gets to every column of a matrix in time. */
function thinned(numbers: Float32Array): number[] {
  const stride = Math.ceil(numbers.length / 4096) | 1;
  return [...numbers].filter((_, i) => i % stride === 0);
}
