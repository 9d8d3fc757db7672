import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const loss = "def forward(predictions, targets):\n    diff = predictions - targets\n    return diff.abs().mean()\n";

test("Enter indents after a colon, and takes back the indentation after return, pass and raise", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write("");
  const lines = [
    "def checked(x):",
    "if x.numel() == 0:",
    "raise ValueError",
    "for size in x.shape:",
    "if size > 64:",
    "break",
    "pass",
    "return x",
    "def forward(predictions, targets):  # as PyTorch calls it",
    "return checked(predictions - targets).abs().mean()",
    "alpha = 1",
  ];
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  }
  expect((await losslab.text()).trimEnd()).toBe(`def checked(x):
    if x.numel() == 0:
        raise ValueError
    for size in x.shape:
        if size > 64:
            break
        pass
    return x
def forward(predictions, targets):  # as PyTorch calls it
    return checked(predictions - targets).abs().mean()
alpha = 1`);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("Ctrl+/ makes a comment of the chosen lines, and lines of the comment", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write(loss);
  await losslab.cursorTo(/diff = /, loss);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ControlOrMeta+/");
  await expect
    .poll(() => losslab.text())
    .toBe("def forward(predictions, targets):\n    # diff = predictions - targets\n    # return diff.abs().mean()\n");
  await losslab.cursorTo(/diff = /, loss);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ControlOrMeta+/");
  await expect.poll(() => losslab.text()).toBe(loss);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

for (const { after, typed, offered } of [
  { after: "torch", typed: "hub", offered: null },
  { after: "torch", typed: "logsum", offered: "logsumexp" },
  { after: "F", typed: "hub", offered: "huber_loss" },
  { after: "nn", typed: "Hub", offered: "HuberLoss" },
  { after: "predictions", typed: "unsq", offered: "unsqueeze" },
  { after: "(predictions - targets)", typed: "squa", offered: "square" },
]) {
  test(`completion after ${after}. offers ${offered ?? "nothing else"} for ${typed}`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.read("PyTorch");
    await losslab.write("import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n\n");
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("def forward(predictions, targets):");
    await page.keyboard.press("Enter");
    await page.keyboard.type(`return ${after}.`);
    await expect(losslab.suggestions().first()).toBeVisible();
    await page.keyboard.type(typed);
    if (offered === null) {
      await expect(losslab.suggestions().filter({ hasText: "huber_loss" })).toHaveCount(0);
      return;
    }
    await expect(losslab.suggestions().filter({ hasText: offered }).first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect.poll(() => losslab.text()).toContain(`return ${after}.${offered}`);
  });
}

test("hover tells an op's signature, formula and kinks wherever it is called", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write(loss);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  const hover = page.locator(".monaco-hover");
  await losslab.cursorTo(/abs/, loss);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.press("ControlOrMeta+i");
  await expect(hover.filter({ hasText: "x.abs()" })).toBeVisible();
  await expect(hover.filter({ hasText: "Gradient at kinks" })).toBeVisible();
});
