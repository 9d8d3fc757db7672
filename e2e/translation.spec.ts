import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const program = (name: string) => readFileSync(`engine/testdata/programs/${name}.py`, "utf8");

const loss = `// Weight of the tails.
const alpha = 0.25;

function forward(predictions, targets) {
  const diff = predictions.sub(targets); // signed
  return torch.sub(1, torch.exp(diff.square().mul(-alpha))).mean();
}
`;

test("a loss of one's own is put into PyTorch, comments and all, with the same value", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(loss);
  await expect(losslab.knob("alpha")).toBeVisible();
  const before = await losslab.verdict().innerText();
  await losslab.read("PyTorch");
  await expect
    .poll(() => losslab.text())
    .toBe(`import torch

# Weight of the tails.
alpha = 0.25

def forward(predictions, targets):
    diff = predictions - targets  # signed
    return (1 - torch.exp(-alpha * diff.square())).mean()
`);
  await expect(losslab.verdict()).toHaveText(before);
});

test("going back without an edit brings back every letter; after an edit it is translated", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(loss);
  await losslab.read("PyTorch");
  await losslab.read("TypeScript");
  await expect.poll(() => losslab.text()).toBe(loss);
  await losslab.read("PyTorch");
  await losslab.knob("alpha").fill("0.5");
  await expect.poll(() => losslab.text()).toContain("alpha = 0.5");
  await losslab.read("TypeScript");
  await expect.poll(() => losslab.text()).toContain("const alpha = 0.5;");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("undo takes back text and language in one step, redo brings them again", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(loss);
  await losslab.read("PyTorch");
  await expect.poll(() => losslab.text()).toContain("def forward");
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(losslab.language("TypeScript")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toBe(loss);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toContain("def forward");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("what cannot be translated is named, with its line, and nothing is changed", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const source = `class Loss extends nn.Module {
  static scale = 2;
  forward(predictions, targets) {
    const { values: { shape } } = predictions.max(0);
    return predictions.sub(targets).abs().mean();
  }
}
`;
  await losslab.write(source);
  await losslab.language("PyTorch").click();
  await expect(losslab.refusal()).toContainText("line 2: a static field");
  await expect(losslab.refusal()).toContainText("line 4: ");
  await expect(losslab.language("TypeScript")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toBe(source);
  await losslab.button("Leave it").click();
  await expect(losslab.refusal()).toHaveCount(0);
});

test("a text that cannot be translated can be read in the other language all the same", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("# notes, no loss\nwhatever");
  await losslab.language("PyTorch").click();
  await expect(losslab.refusal()).toContainText("a syntax error");
  await losslab.button("Read it as PyTorch as it stands").click();
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toContain("whatever");
});

test("PyTorch that was pasted into a TypeScript lane is taken as it stands", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(program("example1"));
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toBe(program("example1"));
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

const programs = [
  ["example1", null],
  ["example2", /two targets/i],
  ["example3", null],
] as const;

async function open(page: Page, dataset: RegExp | null): Promise<Losslab> {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  if (dataset !== null) await losslab.choose("Data set", dataset);
  return losslab;
}

for (const [name, dataset] of programs) {
  test(`the program ${name}, pasted and trained, is translated there and back`, async ({ page }) => {
    const losslab = await open(page, dataset);
    const source = program(name);
    await losslab.write(source);
    // The verdict on what stood there before was Scalar as well: only this one prints.
    await expect.poll(async () => (await losslab.printed()).join()).toMatch(/^\d\.\d+/);
    const value = await losslab.verdict().innerText();
    await losslab.set("Steps", 30);
    await losslab.button("Train").click();
    await expect(losslab.status()).toHaveText(/step 30\b/);
    await losslab.read("TypeScript");
    await expect.poll(() => losslab.text()).toContain("extends nn.Module");
    await expect(losslab.verdict()).toHaveText(value);
    await losslab.read("PyTorch");
    await expect.poll(() => losslab.text()).toBe(source);
    await expect(losslab.verdict()).toHaveText(value);
  });

  test(`the program ${name}, made a vector, is mended by a key, and turned while it trains`, async ({ page }) => {
    const losslab = await open(page, dataset);
    const vector = program(name)
      .replace("torch.mean(element_wise_loss)", "scale * element_wise_loss")
      .replace("nn.MSELoss()", 'nn.MSELoss(reduction="none")')
      .replace("self.lambda1 * loss1", "scale * self.lambda1 * loss1")
      .replace("torch.sum(weighted_squared_diff) / predictions.numel()", "scale * weighted_squared_diff")
      .replace(/\n# ?Example usage[\s\S]*/i, "\n");
    await losslab.write(`scale = 0.5\n${vector}`);
    await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
    await losslab.turnToCode();
    // The editor has the fix some moments after the verdict.
    await expect(async () => {
      await losslab.editor().focus();
      await page.keyboard.press("Alt+Enter");
      await expect(losslab.verdict()).toHaveText(/^Scalar/, { timeout: 5000 });
    }).toPass({ timeout: 30_000 });
    await losslab.set("Steps", 100_000);
    await losslab.button("Train").click();
    await expect(losslab.status()).toHaveText(/step [\d,]{2}/);
    const before = await losslab.verdict().innerText();
    await losslab.knob("scale").fill("0.9");
    await expect(losslab.verdict()).not.toHaveText(before);
    await expect(losslab.button("Pause")).toBeEnabled();
    await losslab.button("Pause").click();
    await expect(page.getByText(/stale|changed since/i)).toHaveCount(0);
    await expect.poll(() => losslab.text()).toMatch(/scale = 0\.9[\s\S]*\.mean\(\)/);
  });
}

test("a number is typed exactly, and turned by keys", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(
    "class Loss extends nn.Module {\n  constructor(readonly eps = 1e-6, readonly weight = 0.25) {\n    super();\n  }\n  forward(predictions, targets) {\n    return predictions.sub(targets).square().add(this.eps).sqrt().mean().mul(this.weight);\n  }\n}\n",
  );
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.field("weight").fill("0.123456789");
  await expect.poll(() => losslab.text()).toContain("weight = 0.123456789");
  await losslab.field("weight").fill("3");
  await expect.poll(() => losslab.text()).toContain("weight = 3)");
  // Small positive numbers go by factors.
  await losslab.knob("eps").focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => losslab.text()).toMatch(/eps = 0\.00001|eps = 1e-5/);
  await expect(losslab.knob("eps")).toHaveAttribute("aria-valuetext", /0\.00001|1e-5/);
});

test.describe("a language that is asked for while the editor still loads", () => {
  /** Lets the page's own parts come, and the editor only later. */
  async function hold(page: Page): Promise<void> {
    await page.route(/assets\/editor-[^/]*\.js$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
  }

  test("is there at once for an example, and stays", async ({ page }) => {
    await hold(page);
    await page.goto("./");
    const losslab = new Losslab(page);
    await losslab.read("PyTorch");
    await expect(losslab.lane()).toContainText("def forward(predictions, targets):");
    await losslab.isReady();
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    await expect.poll(() => losslab.text()).toContain("def forward(predictions, targets):");
  });

  test("is taken up when it has loaded for a loss of one's own", async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.write(
      "function forward(predictions, targets) {\n  return predictions.sub(targets).pow(4).mean();\n}\n",
    );
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    await page.waitForTimeout(500);
    await hold(page);
    await page.reload();
    await losslab.language("PyTorch").click();
    await expect.poll(() => losslab.text(), { timeout: 30_000 }).toContain("def forward(predictions, targets):");
    await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
  });
});
