import { expect, test } from "vitest";
import { compilePython } from "../../engine/language/python/compile.ts";
import { defaultDocument } from "../document/defaults.ts";
import type { Exported, ExportKind } from "./export-messages.ts";
import { datasetOf } from "./recorded-run.ts";
import { commentedOut, exportedScript } from "./script-export.ts";

const script = `import torch
from torch import nn
from mydata import load

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(1, 1)

    def forward(self, x):
        return self.layer(x)

def first(pred, target):
    return ((pred - target) ** 2).mean()

def second(pred, target):
    return (pred - target).abs().mean()

loader = load("cars")  # a module of their own
model = Net()
for x, y in loader:
    loss = first(model(x), y)

    loss.backward()
`;

const exportOf = (source: string, kind: ExportKind = "train"): Exported =>
  exportedScript({
    kind,
    name: "Mine",
    source,
    handling: { kind: "refuse" },
    arguments: {},
    experiment: defaultDocument.experiment,
    dataset: datasetOf("auto-mpg"),
    result: null,
  });

const live = (text: string): string[] => text.split("\n").filter((line) => !line.startsWith("#"));

test("a run's file runs nothing of a script that is not run here, and says what that is", async () => {
  const made = await exportOf(script);
  if (made.kind === "refused") throw new Error(made.reason);
  expect(live(made.text).filter((line) => /mydata|\bload\(|in loader/.test(line))).toEqual([]);
  expect(live(made.text)).toContain("class Net(nn.Module):");
  expect(made.note).toMatch(/^Of the script, this stands in the file as comments, .*line 3 .*lines 21–24 \(trains/);
});

test.each(["pytorch", "jax", "keras"] as const)(
  "a loss's file for %s holds of a script what the loss needs, and says where the rest stood",
  async (kind) => {
    const made = await exportOf(script, kind);
    if (made.kind === "refused") throw new Error(made.reason);
    expect(live(made.text).filter((line) => /mydata|\bload\(|in loader|class Net|def second/.test(line))).toEqual([]);
    expect(live(made.text).some((line) => line.startsWith("def first("))).toBe(true);
    expect(made.note).toMatch(/^Of the script, the file holds what the loss needs\. .* lines .*5–11, 16–17, 19–24/);
  },
);

test("the loss that the script trains with stays the one that is meant, though its use is a comment now", async () => {
  const made = await exportOf(script);
  expect(
    made.kind === "text" && /\bfirst\(/.test(made.text.split("return (pred - target).abs().mean()")[1] ?? ""),
  ).toBe(true);
});

test("a loss without a script round it is exported as ever", async () => {
  const made = await exportOf("def forward(pred, target):\n    return (pred - target).abs().mean()\n");
  expect(made).toMatchObject({ kind: "text", note: null });
});

test.each(["\n", "\r\n"])("every line stays on its line, with %j at its end", (newline) => {
  const source =
    "import mydata; x = mydata.load(\n  1\n); y = 2\nmydata.go(\n  x)\ndef f(pred, target):\n    return pred.mean() * y\n".replaceAll(
      "\n",
      newline,
    );
  const { passedOver = [] } = compilePython(source);
  const kept = commentedOut(source, passedOver);
  expect(kept.split(newline).slice(0, 3)).toEqual(["(); (", "", "); y = 2"]);
  expect(kept).toContain(`# mydata.go(${newline}#   x)${newline}def f`);
  expect(kept.split(/\r\n?|\n/).length).toBe(source.split(/\r\n?|\n/).length);
});
