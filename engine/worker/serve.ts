/** @file The worker's entry: answers the page's requests with the engine. Knows no browser; its surroundings come as a Host. */
import { evaluate } from "../inspect/evaluate.ts";
import type { Program } from "../language/program.ts";
import { firstBatch } from "../train/run.ts";
import type { Host } from "./host.ts";
import type { Reply, Request, Setup } from "./protocol.ts";
import { parametersOf, scope } from "./scope.ts";
import { TrainingSession } from "./training-session.ts";

/** Loops of one evaluation may run this long; the page kills whatever gets past that (a regular expression, a recursion). */
const EVALUATION_BUDGET = 1000;

export function serve(host: Host): (request: Request) => void {
  let setup: Setup | null = null;
  let training: TrainingSession | null = null;
  const post = (reply: Reply) => host.post(reply);

  function report(id: number, program: Program): void {
    if (setup === null) return;
    const { predictions, targets } = firstBatch(setup.experiment, setup.dataset);
    const console = host.consoleFor();
    const facts = evaluate({
      program,
      load: () => host.load(program.js),
      scope: { ...scope, console: console.console },
      parametersOf,
      predictions,
      targets,
      runtime: { budget: EVALUATION_BUDGET, now: host.now },
      console: console.lines,
    });
    post({ type: "report", id, report: facts });
  }

  return (request) => {
    switch (request.type) {
      case "setup":
        setup = request.setup;
        return;
      case "evaluate":
        return report(request.id, request.program);
      case "train":
        if (setup === null) return;
        training?.cancel();
        training = new TrainingSession(host, setup, request.id, request.program);
        return training.runTo(request.until);
      case "resume":
        return training?.runTo(request.until);
      case "swap":
        return training?.swap(request.program);
      case "pause":
        return training?.pause();
    }
  };
}
