/**
 * @file One evaluation of a loss of our own, in a realm that waits for its program: what has run once is compiled, and answers the first program as
 * fast as the hundredth. Nothing of it is left: a program finds what it would have found without.
 */
import { evaluate } from "../inspect/evaluate.ts";
import type { Report } from "../inspect/report.ts";
import type { Define } from "../language/loss.ts";
import type { Program } from "../language/program.ts";
import type { Runtime } from "../language/runtime.ts";
import { firstBatch, settingFacts } from "../train/batches.ts";
import type { Host } from "./host.ts";
import type { Setup } from "./protocol.ts";
import { parametersOf, scope } from "./scope.ts";

const BUDGET = 100;

const place = { start: 0, end: 1, takesPostfix: true, broadcastAccepted: false, isName: false };

const program: Program = {
  js: "",
  entry: { kind: "function", name: "forward", parameters: ["predictions", "targets"] },
  probes: [
    { ...place, kind: "parameter" },
    { ...place, kind: "expression" },
    { ...place, kind: "return" },
  ],
  loops: [],
  knobs: [],
};

/** As a loss calls them: by their names. */
function chain(from: unknown, ...calls: readonly (readonly [method: string, ...args: unknown[]])[]): unknown {
  return calls.reduce((value, [name, ...args]) => {
    const method: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : null;
    return typeof method === "function" ? Reflect.apply(method, value, args) : value;
  }, from);
}

/** What most losses do: a difference, something element by element, a reduction; and Python's runtime is made. */
const define: Define = (_torch, _nn, _F, console, runtime: Runtime) => {
  runtime.python(console);
  return (predictions: unknown, targets: unknown): unknown => {
    runtime.parameter(0, predictions);
    const difference = runtime.probe(runtime.enter(1), chain(predictions, ["sub", targets]));
    const near = chain(difference, ["square"], ["mul", 0.5], ["add", 1e-6], ["sqrt"], ["mean"]);
    const far = chain(difference, ["abs"], ["clamp", 1e-3, 10], ["log"], ["exp"], ["neg"], ["div", 2], ["sum"]);
    return runtime.probe(runtime.enter(2), chain(near, ["add", far], ["pow", 2]));
  };
};

export function rehearse(setup: Setup, host: Host): Report {
  const console = host.consoleFor();
  return evaluate({
    program,
    load: () => define,
    scope: { ...scope, console: console.console },
    parametersOf,
    batch: () => firstBatch(setup.experiment, setup.dataset, program.entry),
    facts: settingFacts(setup.experiment, setup.dataset),
    runtime: { budget: BUDGET, now: host.now },
    console: console.text,
  });
}
