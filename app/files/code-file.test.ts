import { expect, test } from "vitest";
import { codeOfNotebook, isCodeFile, readCodeFile } from "./code-file.ts";

test("a notebook gives its code cells, whichever way their lines are kept, and nothing else", () => {
  const notebook = {
    cells: [
      { cell_type: "markdown", source: ["# Title"] },
      { cell_type: "code", source: ["%matplotlib inline\n", "import torch"] },
      { cell_type: "code", source: "def forward(p, t):\n    return (p - t).abs().mean()\n" },
      { cell_type: "code", source: [] },
    ],
  };
  expect(codeOfNotebook(JSON.stringify(notebook), "a.ipynb")).toEqual({
    kind: "code",
    text: "%matplotlib inline\nimport torch\n\ndef forward(p, t):\n    return (p - t).abs().mean()\n",
  });
});

test.each([
  ["{", "a.ipynb is no notebook: it is not JSON."],
  ["[]", "a.ipynb is no notebook: it has no list of cells."],
  ['{"cells":[{"cell_type":"markdown","source":"x"}]}', "a.ipynb has no code cells."],
])("%s is refused with its reason", (text, reason) => {
  expect(codeOfNotebook(text, "a.ipynb")).toEqual({ kind: "refused", reason });
});

test("scripts are code by their name, and one that is too long for a loss is refused", async () => {
  expect(["loss.py", "loss.ts", "loss.ipynb", "LOSS.PY"].every((name) => isCodeFile({ name }))).toBe(true);
  expect(isCodeFile({ name: "mine.losslab.json" })).toBe(false);
  expect(await readCodeFile(new File(["x = 1"], "a.py"))).toEqual({ kind: "code", text: "x = 1" });
  expect(await readCodeFile(new File(["x".repeat(300_000)], "a.py"))).toMatchObject({ kind: "refused" });
});
