import { expect, test } from "vitest";
import { dropOf } from "./page-drops.ts";

const file = (name: string) => ({ name });
const loss = "def focal_loss(pred, target):\n    return ((pred - target) ** 2).mean()\n";

test.each([
  ["a script", ["loss.py"], "", "code"],
  ["a notebook among pictures", ["plot.png", "train.ipynb"], "", "code"],
  ["a document", ["mine.losslab.json"], "", "document"],
  ["a loss as a text", [], loss, "loss"],
] as const)("%s that is dropped beside the lanes is taken", (_, names, text, kind) => {
  expect(dropOf(names.map(file), text).kind).toBe(kind);
});

test.each([
  ["a table", ["cars.csv"], "", /^cars\.csv is a table\. .*drop it there/],
  ["a picture", ["plot.png"], "", /^plot\.png is nothing that can be opened here\. Losses come as \.py/],
  ["an address", [], "https://example.org/loss.py", /^What was dropped is no loss\./],
  ["nothing at all", [], "", /^What was dropped is no loss\./],
] as const)("%s is refused in words that say what can be dropped", (_, names, text, words) => {
  expect(dropOf(names.map(file), text)).toEqual({ kind: "refused", words: expect.stringMatching(words) });
});
