import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const program = (name: string) => readFileSync(`engine/testdata/programs/${name}.py`, "utf8");

test("the example changes its language with the lane, and back", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await expect.poll(() => losslab.text()).toContain("def forward(predictions, targets):");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.read("TypeScript");
  await expect.poll(() => losslab.text()).toContain("function forward(predictions, targets)");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

for (const [name, dataset] of [
  ["example1", null],
  ["example2", /two targets/i],
  ["example3", null],
] as const) {
  test(`the program ${name} runs as it was written for PyTorch, and trains`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.read("PyTorch");
    if (dataset !== null) await losslab.choose("Data set", dataset);
    await losslab.write(program(name));
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    await expect.poll(async () => (await losslab.printed()).join()).toMatch(/^\d\.\d+/);
    await losslab.set("Steps", 30);
    await losslab.button("Train").click();
    await expect(losslab.status()).toHaveText(/step 30\b/);
  });
}

test("shapes stand behind expressions, and a vector is reduced with one key", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write("def forward(predictions, targets):\n    diff = predictions - targets\n    return diff ** 2\n");
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
  await expect.poll(() => losslab.hints()).toContain("[64, 1]");
  await losslab.editor().focus();
  await page.keyboard.press("Alt+Enter");
  await expect.poll(() => losslab.text()).toContain("return (diff ** 2).mean()");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

for (const [what, source, words] of [
  [
    "a name that is not there",
    "def forward(predictions, targets):\n    return (predictions - target).mean()\n",
    /NameError: “name 'target' is not defined” \(line 2\)/,
  ],
  ["a missing colon", "def forward(predictions, targets)\n    return predictions.mean()\n", /expected ':'.*\(line 1\)/],
  [
    "shapes that do not broadcast",
    "def forward(predictions, targets):\n    w = torch.ones(3)\n    return (predictions * w[:2].unsqueeze(0) * w).mean()\n",
    /line 3.*PyTorch: “The size of tensor a/,
  ],
  [
    "a loop that never ends",
    "def forward(predictions, targets):\n    while True:\n        pass\n",
    /still running after a second.*line 2/,
  ],
  [
    "a forgotten return",
    "def forward(predictions, targets):\n    loss = (predictions - targets).abs().mean()\n",
    /forward returns None/,
  ],
  [
    "options taken for tensors",
    "import torch.nn as nn\n\ndef forward(predictions, targets):\n    return nn.MSELoss(predictions, targets)\n",
    /Construct it first: nn\.MSELoss\(\)\(predictions, targets\)/,
  ],
] as const) {
  test(`is told in Python's words, and nothing is lost: ${what}`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.read("PyTorch");
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(words);
    await expect.poll(() => losslab.text()).toContain("def forward(predictions, targets)");
  });
}

test("a learned weight of the loss is trained along with the model", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write(`class Loss(nn.Module):
    def __init__(self):
        super().__init__()
        self.s = nn.Parameter(torch.zeros(1))
        self.calls = 0

    def forward(self, predictions, targets):
        self.calls += 1
        if self.calls == 20:
            print("s is learned:", abs(self.s.item()) > 0.01)
        return (torch.exp(-self.s) * F.mse_loss(predictions, targets) + self.s).mean()
`);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 40);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 40\b/);
});

test("completion and hover know PyTorch's spelling", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write("def forward(predictions, targets):\n    return torch.\n");
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.type("logsum");
  await expect(losslab.suggestions().filter({ hasText: "logsumexp" })).toBeVisible();
  await page.keyboard.press("Escape");
  await losslab.write("def forward(predictions, targets):\n    return F.huber_loss(predictions, targets)\n");
  await page.locator(".view-line").getByText("huber_loss").first().hover();
  await expect(page.locator(".monaco-hover").filter({ hasText: "Gradient at kinks" })).toBeVisible();
});

test("the language is there after a reload", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write("def forward(predictions, targets):\n    return (predictions - targets).abs().max()\n");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await page.waitForTimeout(400);
  await page.reload();
  await losslab.isReady();
  await expect.poll(() => losslab.text()).toContain(".abs().max()");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

for (const [language, source] of [
  [
    "PyTorch",
    "scale = 2.0\n\ndef forward(predictions, targets, delta=0.5):\n    return F.huber_loss(predictions, targets, delta=delta) * scale\n",
  ],
  [
    "TypeScript",
    "const scale = 2.5;\nfunction forward(predictions, targets, delta = 0.5) {\n  return F.huber_loss(predictions, targets, { delta }).mul(scale);\n}\n",
  ],
] as const) {
  test(`the numbers that a loss names are sliders, in ${language}: turning one evaluates, and goes into a run`, async ({
    page,
  }) => {
    const losslab = await Losslab.open(page);
    await losslab.read(language);
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    const before = await losslab.verdict().innerText();
    await losslab.set("Steps", 100_000);
    await losslab.button("Train").click();
    await expect(losslab.status()).toHaveText(/step [\d,]{2}/);
    await losslab.knob("delta").fill("0.9");
    await expect(losslab.verdict()).not.toHaveText(before);
    await expect.poll(() => losslab.text()).toContain("0.9");
    await losslab.knob("scale").fill("4");
    await expect.poll(() => losslab.text()).toContain(language === "PyTorch" ? "scale = 4.0" : "scale = 4;");
    await expect(losslab.button("Pause")).toBeEnabled();
    // The run went on: it did not begin again.
    const step = async () =>
      Number(((await losslab.status().innerText()).match(/step ([\d,]+)/)?.[1] ?? "0").replaceAll(",", ""));
    expect(await step()).toBeGreaterThan(20);
    await losslab.button("Pause").click();
    await expect(page.getByText(/stale|changed since/i)).toHaveCount(0);
  });
}
