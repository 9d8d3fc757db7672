/** Whatever a loss does, what the sandbox says of it fits what the page believes: nothing is dropped for being long. */
import { describe, expect, test } from "vitest";
import { toyDataset } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import { definedBy } from "../../engine/testing/defined.ts";
import { compile } from "../../engine/testing/python.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import type { Reply } from "../../engine/worker/protocol.ts";
import { serve } from "../../engine/worker/serve.ts";
import { type Misfit, parseReply } from "../../engine/worker/validate.ts";
import { defaultDocument } from "../document/defaults.ts";
import { boundedConsole } from "./bounded-console.ts";

const longName = "n".repeat(60);
const longUnit = "u".repeat(20);

function data(): Dataset {
  const sine = toyDataset("sine");
  if (sine === null) throw new Error("no data");
  const [target] = sine.targets;
  return {
    ...sine,
    targets: [1, 2, 3, 4].map(() => ({ name: longName, unit: longUnit, values: target?.values ?? new Float64Array() })),
  };
}

/** All replies to one evaluation and a training run of three steps, as the page takes them. */
function repliesTo(source: string, handling: VectorHandling): (Reply | Misfit)[] {
  const { program } = compile(source);
  if (program === null) throw new Error("does not compile");
  const said: (Reply | Misfit)[] = [];
  const waiting: (() => void)[] = [];
  const handle = serve({
    distrust: () => undefined,
    post: (reply) => said.push(parseReply(structuredClone(reply))),
    load: (js) => definedBy({ js }),
    now: () => performance.now(),
    yield: (callback) => waiting.push(callback),
    consoleFor: boundedConsole,
  });
  const experiment = { ...defaultDocument.experiment, dataset: "sine", batchSize: 72, steps: 3 };
  handle({ type: "setup", setup: { experiment, dataset: data() } });
  handle({ type: "evaluate", id: 1, program, handling, alternatives: [], tries: true });
  while (waiting.length > 0) waiting.shift()?.();
  handle({ type: "train", id: 2, program, handling, until: 3 });
  while (waiting.length > 0) waiting.shift()?.();
  return said;
}

const forward = (...lines: string[]) =>
  `def forward(predictions, targets):\n${lines.map((line) => `    ${line}\n`).join("")}`;

describe("a report is believed", () => {
  test.each<[string, string, VectorHandling]>([
    ["of a loss of many thousand components", forward("return predictions - targets.squeeze(-1)"), { kind: "refuse" }],
    [
      "of many thousand components that are added up",
      forward("return predictions - targets.squeeze(-1)"),
      { kind: "sum" },
    ],
    [
      "of a loss that prints several tensors on one line",
      forward("print(predictions, targets, predictions, targets)", "return (predictions - targets).abs().mean()"),
      { kind: "refuse" },
    ],
    [
      "of an object of a class with a long name",
      `class ${"A".repeat(300)}:\n    pass\n${forward(`return ${"A".repeat(300)}()`)}`,
      { kind: "refuse" },
    ],
    [
      "of components with long names, more than are listed",
      forward(`return {("k" * 100) + str(i): (predictions - targets).abs().mean() for i in range(100)}`),
      { kind: "mean" },
    ],
    ["of an exception with a long message", forward(`raise ValueError("x" * 100000)`), { kind: "refuse" }],
    [
      "of a tensor of as many dims as PyTorch takes",
      forward("return (predictions - targets).abs().mean().reshape([1] * 64)"),
      { kind: "refuse" },
    ],
    [
      "of a warning with a long message",
      `import warnings\n${forward(`warnings.warn("x" * 5000)`, "return (predictions - targets).abs().mean()")}`,
      { kind: "refuse" },
    ],
  ])("%s", (_title, source, handling) => {
    const replies = repliesTo(source, handling);
    expect(replies.filter(({ type }) => type === "misfit")).toEqual([]);
    expect(replies.filter(({ type }) => type === "report")).toHaveLength(1);
    const last = replies.filter((reply) => reply.type === "progress").at(-1);
    expect(last?.progress.status).toMatch(/done|failed/);
  });
});
