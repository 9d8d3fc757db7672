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

const script = `import argparse
import torch
import torch.nn as nn
from torch.utils.data import DataLoader

class DiceLoss(nn.Module):
    def forward(self, pred, target):
        return 1 - 2 * (pred * target).sum() / (pred + target).sum()

class GIoULoss(nn.Module):
    def forward(self, pred, target):
        return (pred - target).abs().mean()

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(7, 1)

    def forward(self, x):
        return self.layer(x)

args = argparse.ArgumentParser().parse_args()
model = Net().cuda()
optimizer = torch.optim.Adam(model.parameters())
for x, y in DataLoader(args.data):
    optimizer.zero_grad()
    model(x).backward()
    optimizer.step()
`;

test("a whole script is read for its losses: one is chosen by keyboard, and a link keeps the choice", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.write(script);
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect(losslab.pasted()).toContainText("what needs a GPU (line 23)");
  await expect(losslab.name()).toHaveValue("GIoU loss");
  await expect(losslab.losses()).toHaveText([
    "DiceLoss class, line 6: takes pred, target",
    "GIoULoss class, line 10: takes pred, target",
  ]);
  await expect(losslab.passedOver()).toHaveText(/^4 lines round the loss are passed over/);
  await losslab.passedOver().getByText("4 lines").click();
  await expect(losslab.passedOver()).toContainText("lines 25–28: trains; here the Train button does");

  await losslab.losses().first().getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(losslab.losses()).toHaveCount(0);
  await expect(losslab.name()).toHaveValue("Dice loss");
  await expect.poll(() => losslab.text()).toContain("class DiceLoss(nn.Module):  # losslab: the loss\n");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);

  await page.waitForTimeout(400);
  await page.reload();
  await losslab.isReady();
  await expect(losslab.name()).toHaveValue("Dice loss");
  await expect(losslab.losses()).toHaveCount(0);
});

test("a file of PyTorch that is dropped on a lane takes its place, and one undo takes it back", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const before = await losslab.text();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dice.py", { type: "text/x-python" }));
    return data;
  }, dice);
  await losslab.turnToCode();
  await losslab.lane().locator(".monaco-editor .view-lines").first().dispatchEvent("drop", { dataTransfer: transfer });
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true");
  await expect(losslab.name()).toHaveValue("Dice loss");
  await losslab.pasted().getByRole("button", { name: "Undo paste" }).click();
  await expect.poll(() => losslab.text()).toBe(before);

  // Beside the lanes, what is no code is refused in words.
  const picture = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["…"], "plot.png", { type: "image/png" }));
    return data;
  });
  await page.locator(".header").dispatchEvent("drop", { dataTransfer: picture });
  await expect(page.locator(".origin")).toContainText("plot.png is nothing that can be opened here.");
  await page.locator(".header").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(losslab.name()).toHaveValue("Dice loss");
});
