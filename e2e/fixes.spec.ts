import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const python = (body: string) => `import torch.nn.functional as F\n\ndef forward(predictions, targets):\n    ${body}\n`;
const typeScript = (body: string) => `function forward(predictions, targets) {\n  ${body}\n}\n`;

const slips = [
  {
    what: "a silent broadcast in Python",
    language: "PyTorch",
    source: python("return (predictions - targets.flatten()).abs().mean()"),
    verdict: /^Scalar.*Silent broadcast/,
    fix: "Write predictions.squeeze(-1)",
    mended: "(predictions.squeeze(-1) - targets.flatten()).abs()",
  },
  {
    what: "a silent broadcast in TypeScript",
    language: "TypeScript",
    source: typeScript("return predictions.sub(targets.flatten()).abs().mean();"),
    verdict: /^Scalar.*Silent broadcast/,
    fix: "Write targets.flatten().unsqueeze(-1)",
    mended: "predictions.sub(targets.flatten().unsqueeze(-1))",
  },
  {
    what: "sizes that PyTorch refuses",
    language: "PyTorch",
    source: python("return (predictions.expand(-1, 3) * targets.flatten()).mean()"),
    verdict: /^Broken.*The size of tensor a \(3\) must match the size of tensor b \(64\)/,
    fix: "Write targets.flatten().unsqueeze(-1)",
    mended: "targets.flatten().unsqueeze(-1)).mean()",
  },
  {
    what: "a NameError",
    language: "PyTorch",
    source: python("return (predictions - target).abs().mean()"),
    verdict: /^Broken.*name 'target' is not defined/,
    fix: "Rename to targets",
    mended: "(predictions - targets).abs().mean()",
  },
  {
    what: "an AttributeError",
    language: "PyTorch",
    source: python("return (predictions - targets).abs().meen()"),
    verdict: /^Broken.*'Tensor' object has no attribute 'meen'/,
    fix: "Rename to mean",
    mended: ".abs().mean()",
  },
  {
    what: "an unexpected keyword in Python",
    language: "PyTorch",
    source: python("return F.mse_loss(predictions, targets, reductoin='sum')"),
    verdict: /^Broken.*unexpected keyword argument 'reductoin'/,
    fix: "Rename to reduction",
    mended: "reduction='sum'",
  },
  {
    what: "a name that is not there in TypeScript",
    language: "TypeScript",
    source: typeScript("return predictions.sub(target).abs().mean();"),
    verdict: /^Broken.*target is not defined/,
    fix: "Rename to targets",
    mended: "predictions.sub(targets)",
  },
  {
    what: "an unexpected option in TypeScript",
    language: "TypeScript",
    source: typeScript("return predictions.mean({ dim: 0, keepdimm: true }).sum();"),
    verdict: /^Broken.*keepdimm/,
    fix: "Rename to keepdim",
    mended: "keepdim: true",
  },
  {
    what: "a NameError on the left of an operator",
    language: "PyTorch",
    source: python("return (prediction - targets).abs().mean()"),
    verdict: /^Broken.*name 'prediction' is not defined/,
    fix: "Rename to predictions",
    mended: "(predictions - targets).abs().mean()",
  },
  {
    what: "swapped letters of a method in Python",
    language: "PyTorch",
    source: python("return (predictions - targets).abs().maen()"),
    verdict: /^Broken.*no attribute 'maen'/,
    fix: "Rename to mean",
    mended: ".abs().mean()",
  },
  {
    what: "swapped letters of a function of torch",
    language: "PyTorch",
    source: python("return torch.maen((predictions - targets).abs())"),
    verdict: /^Broken.*no attribute 'maen'/,
    fix: "Rename to mean",
    mended: "torch.mean(",
  },
  {
    what: "a module's name in Python",
    language: "PyTorch",
    source: python("return torch.nn.MSELos()(predictions, targets)"),
    verdict: /^Broken.*no attribute 'MSELos'/,
    fix: "Rename to MSELoss",
    mended: "nn.MSELoss()",
  },
  {
    what: "swapped letters of an argument in Python",
    language: "PyTorch",
    source: python("return (predictions - targets).abs().mean(dim=0, kepdim=True).sum()"),
    verdict: /^Broken.*no parameter kepdim/,
    fix: "Rename to keepdim",
    mended: "keepdim=True",
  },
] as const;

for (const { what, language, source, verdict, fix, mended } of slips) {
  test(`is mended by the button under the editor, and undone: ${what}`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.read(language);
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(verdict);
    await losslab.fix(fix.replace("Write ", "")).click();
    await expect.poll(() => losslab.text()).toContain(mended);
    await expect(losslab.verdict()).toHaveText(/^Scalar(?!.*Silent)/);
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => losslab.text()).toBe(source);
  });
}

for (const { what, language, source, verdict, fix, mended } of [slips[0], slips[1], slips[3], slips[7]]) {
  test(`is mended with Ctrl+. at the expression: ${what}`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.read(language);
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(verdict);
    await losslab.cursorTo(fix.startsWith("Rename") ? /target\b|keepdimm/ : /targets\.flatten/, source);
    await losslab.quickFix(fix);
    await expect.poll(() => losslab.text()).toContain(mended);
    await expect(losslab.verdict()).toHaveText(/^Scalar(?!.*Silent)/);
  });
}

test("on a phone there is room to write, and fixes stand below what they mend", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const losslab = await Losslab.open(page);
  await losslab.read("PyTorch");
  await losslab.write(slips[0].source);
  await expect(losslab.verdict()).toHaveText(slips[0].verdict);
  const height = await losslab
    .lane()
    .getByRole("code")
    .first()
    .evaluate((editor) => editor.clientHeight);
  expect(height).toBeGreaterThan(200);
  const [words, button] = await Promise.all([
    losslab.verdict().boundingBox(),
    losslab
      .fix(/squeeze/)
      .first()
      .boundingBox(),
  ]);
  expect(words?.width).toBeGreaterThan(300);
  expect(button?.y).toBeGreaterThan((words?.y ?? 0) + (words?.height ?? 0) - 1);
});
