import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const dice = `import torch
import torch.nn as nn

class DiceLoss(nn.Module):
    def __init__(self, smooth=1.0):
        super().__init__()
        self.smooth = smooth

    def forward(self, pred, target):
        overlap = (pred * target).sum()
        return 1 - (2 * overlap + self.smooth) / (pred.sum() + target.sum() + self.smooth)
`;

test("a PyTorch class pasted into a TypeScript lane switches it, names it, and one undo takes back all", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  const before = await losslab.text();
  await losslab.write(dice);
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
  await expect(losslab.pasted()).toContainText("What you pasted is Python, so this lane now reads PyTorch.");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect(losslab.name()).toHaveValue("Dice loss");
  await expect.poll(() => losslab.text()).toBe(dice);

  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(losslab.language("TypeScript")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toBe(before);
  await expect(losslab.name()).toHaveValue("Mean absolute error");
  await expect(losslab.pasted()).toBeHidden();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);

  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toBe(dice);
  await expect(losslab.name()).toHaveValue("Dice loss");
});

test("the button takes a paste back as well", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const before = await losslab.text();
  await losslab.write(dice);
  await losslab.pasted().getByRole("button", { name: "Undo paste" }).click();
  await expect(losslab.language("TypeScript")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => losslab.text()).toBe(before);
});

test("a Python word pasted into a line of TypeScript switches nothing", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.cursorTo(/predictions\.sub/, await losslab.text());
  await page.evaluate(() => navigator.clipboard.writeText("None"));
  await page.keyboard.press("ControlOrMeta+v");
  await expect.poll(() => losslab.text()).toContain("None");
  await expect(losslab.language("TypeScript")).toHaveAttribute("aria-pressed", "true");
  await expect(losslab.pasted()).toBeHidden();
});

test("prompts and printed output are taken off, and it is said where they stood", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(`>>> import torch
>>> def tukey_loss(pred, target, c=4.685):
...     r = (pred - target) / c
...     return (1 - (1 - r.clamp(-1, 1) ** 2) ** 3).mean()
...
>>> tukey_loss(torch.ones(2), torch.zeros(2))
tensor(0.1310)
`);
  await expect(losslab.pasted()).toContainText("prompts (lines 1–6)");
  await expect(losslab.pasted()).toContainText("printed output (line 7)");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect(losslab.name()).toHaveValue("Tukey loss");
  expect(await losslab.text()).not.toMatch(/>>>|tensor\(/);
});

test("a second loss of one name gets a number, and a name given by hand stays", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(dice);
  await expect(losslab.name()).toHaveValue("Dice loss");
  await losslab.write(dice, "B");
  await expect(losslab.name("B")).toHaveValue("Dice loss 2");
  await losslab.name("B").fill("Mine");
  await losslab.write(dice.replaceAll("Dice", "GIoU"), "B");
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  await losslab.write(dice.replaceAll("Dice", "GIoU"));
  await expect(losslab.name()).toHaveValue("GIoU loss");
  await expect(losslab.name("B")).toHaveValue("Mine");
});
