import { expect, test } from "vitest";
import { taken } from "./take.ts";

const python = "class DiceLoss(nn.Module):\n    def forward(self, p, t):\n        return (p * t).mean()\n";
const typescript = "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}\n";

/** Pastes into a lane between what stands before and behind the cursor. */
const paste = (before: string, pasted: string, behind: string, language: "python" | "typescript") =>
  taken(before + pasted + behind, { start: before.length, end: before.length + pasted.length }, language);

test("Python in place of all TypeScript changes the language", () => {
  expect(paste("", python, "", "typescript")).toMatchObject({
    language: "python",
    text: python,
    replacesRest: false,
    isWhole: true,
  });
});

test("TypeScript in place of all Python changes the language", () => {
  expect(paste("", typescript, "\n", "python")).toMatchObject({ language: "typescript", isWhole: true });
});

test("a class in the other language that is pasted beside the text takes its place", () => {
  expect(paste(`${typescript}\n`, python, "", "typescript")).toMatchObject({
    language: "python",
    text: python,
    replacesRest: true,
  });
});

test("what stands in that language already is kept", () => {
  expect(paste("import torch\n", python, "", "typescript")).toMatchObject({
    language: "python",
    text: `import torch\n${python}`,
    replacesRest: false,
  });
});

test.each([
  ["a word", "None"],
  ["an expression", "torch.mean(torch.abs(error))"],
  ["an import, beside much else", "import torch\n"],
  ["half a head", "def forward(self,"],
])("%s that is pasted into a line changes nothing else", (_, pasted) => {
  const made = paste(typescript.slice(0, 44), pasted, typescript.slice(44), "typescript");
  expect(made).toMatchObject({ language: "typescript", removals: [], replacesRest: false, isWhole: false });
  expect(made.text).toBe(typescript.slice(0, 44) + pasted + typescript.slice(44));
});

test("lines that are pasted into a block keep their indentation, and lose their prompts", () => {
  const made = paste(
    "def forward(p, t):\n",
    ">>>     d = p - t\n>>>     d = d.abs()\n",
    "    return d.mean()\n",
    "python",
  );
  expect(made.text).toBe("def forward(p, t):\n    d = p - t\n    d = d.abs()\n    return d.mean()\n");
});

test.each([
  [python, "typescript", "python"],
  [typescript, "python", "typescript"],
] as const)(
  "what has a line that no loss has stands as it came, in the language that it begins in",
  (begin, from, to) => {
    const pasted = `${begin}x = ${"(".repeat(20_000)}1${")".repeat(20_000)}  \n`;
    expect(paste("", pasted, "", from)).toMatchObject({ language: to, text: pasted, removals: [], isWhole: false });
  },
);

// Each of these took from seconds to minutes, and the page with it.
test.each([
  "%x\n",
  "x.cuda(\n",
  "function f(\n",
  "class X {\n",
  "  'a'\n",
  '\t"""a\n"""\n',
  "def f(\n",
  "const a=()\n",
])("very much of %j is read in one go", (line) => {
  const pasted = line.repeat(Math.floor(60_000 / line.length));
  for (const language of ["typescript", "python"] as const) expect(paste("", pasted, "", language).pasted).toBe(pasted);
});
