/** @file What a loss chooses for its own code does not reach what is computed beside it: the model, metrics, pictures. */
import { describe, expect, test } from "vitest";
import { toyDataset } from "../data/catalogue.ts";
import { defaultDType } from "../tensor/dtype.ts";
import { definedBy } from "../testing/defined.ts";
import { compile } from "../testing/python.ts";
import { smallExperiment } from "../testing/small-run.ts";
import type { Progress } from "../train/progress.ts";
import { defaultHandling } from "../vector/handling.ts";
import type { Reply } from "./protocol.ts";
import { serve } from "./serve.ts";

function worker(source: string, name: string) {
  const { program } = compile(source);
  const dataset = toyDataset(name);
  if (program === null || dataset === null) throw new Error("the loss or its data is missing");
  const replies: Reply[] = [];
  const tasks: (() => void)[] = [];
  const handle = serve({
    distrust: () => undefined,
    post: (reply) => replies.push(reply),
    load: () => definedBy(program),
    now: () => performance.now(),
    yield: (callback) => tasks.push(callback),
    consoleFor: () => ({ console: {}, text: () => ({ lines: [], omitted: 0 }) }),
  });
  const setup = { experiment: { ...smallExperiment, dataset: name, reading: null }, dataset };
  handle({ type: "setup", setup });
  const settle = (): void => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task();
  };
  return { handle, settle, replies, program };
}

function trained(source: string, name: string): Progress {
  const { handle, settle, replies, program } = worker(source, name);
  handle({ type: "train", id: 1, program, handling: defaultHandling, until: smallExperiment.steps });
  settle();
  const last = replies.findLast((reply) => reply.type === "progress");
  if (last?.type !== "progress") throw new Error("the run said nothing");
  return last.progress;
}

const loss = (top: string, inside: string, call: string) =>
  `import torch\nimport torch.nn.functional as F\n${top}\n\ndef forward(predictions, targets):\n    ${inside}\n    return ${call}\n`;

const chosen = "torch.set_default_dtype(torch.float64)";
const kinds: readonly (readonly [data: string, call: string])[] = [
  ["line", "((predictions - targets) ** 2).mean()"],
  [
    "moons",
    "F.cross_entropy(predictions, targets) if targets.dtype == torch.int64 else F.binary_cross_entropy_with_logits(predictions, targets)",
  ],
];

describe("float64 chosen as the default dtype", () => {
  test.each(kinds)("changes nothing in metrics, pictures and the run of a loss of float32, on %s", (name, call) => {
    const { stepsPerSecond: _, seconds: __, ...plain } = trained(loss("", "pass", call), name);
    expect(plain.failure).toBeNull();
    expect(plain.metrics.training.length).toBeGreaterThan(0);
    for (const [top, inside] of [
      [chosen, "pass"],
      ["", chosen],
    ] as const) {
      const { stepsPerSecond: _, seconds: __, ...found } = trained(loss(top, inside, call), name);
      expect(found).toEqual(plain);
      expect(defaultDType()).toBe("float32");
    }
  });

  test("holds in the loss from call to call, in hooks and in the backward of a Function of its own", () => {
    const source = `import torch
seen = []

class Same(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.clone()
    @staticmethod
    def backward(ctx, grad):
        seen.append(torch.tensor(1.5).dtype)
        return grad

def forward(predictions, targets):
    for dtype in seen:
        assert dtype == torch.float64
    if len(seen) > 0:
        assert torch.get_default_dtype() == torch.float64
    torch.set_default_dtype(torch.float64)
    kept = Same.apply(predictions) * 1.0
    if kept.requires_grad:
        kept.register_hook(lambda grad: seen.append(torch.tensor(1.5).dtype))
    return ((kept - targets) ** 2).mean()
`;
    expect(trained(source, "line")).toMatchObject({ status: "done", failure: null });
  });
});
