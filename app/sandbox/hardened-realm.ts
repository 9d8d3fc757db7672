/** @file For tests: the engine in a realm that is hardened as the sandbox's worker is. Bundled, and run in a context of its own. */
import type { Program } from "../../engine/language/program.ts";
import type { Reply } from "../../engine/worker/protocol.ts";
import { scope } from "../../engine/worker/scope.ts";
import { serve } from "../../engine/worker/serve.ts";
import { boundedConsole } from "./bounded-console.ts";
import { makeGate } from "./gate.ts";
import { harden } from "./harden.ts";

/** Hardens this realm and answers with what evaluates programs in it. `run` runs a script in it. */
export function open(setup: unknown, run: (js: string) => void): (program: Program) => readonly unknown[] {
  const said: unknown[] = [];
  const later: (() => void)[] = [];
  const clock = Date.now;
  const budget = harden(Object.values(scope));
  const handle = serve({
    post: (reply: Reply) => said.push(reply),
    distrust: () => said.push({ type: "tampered" }),
    now: clock,
    yield: (callback) => later.push(callback),
    consoleFor: boundedConsole,
    load: makeGate(globalThis, run),
  });
  handle({ type: "setup", setup: setup as never });
  later.length = 0;
  return (program) => {
    said.length = 0;
    budget.reset();
    handle({ type: "evaluate", id: 1, program, handling: { kind: "refuse" }, alternatives: [], tries: true });
    for (const callback of later.splice(0)) callback();
    return said;
  };
}
