import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

/** What people type, and what they must be told. */
const told: readonly { title: string; source: string; verdict: RegExp }[] = [
  {
    title: "a vector is not a scalar, with PyTorch's own line",
    source: "function forward(predictions, targets) {\n  return predictions.sub(targets).square();\n}",
    verdict: /^Not a scalar.*\[64, 1\].*grad can be implicitly created only for scalar outputs/s,
  },
  {
    title: "one element in one dim may start a gradient in PyTorch, but not in JAX",
    source: "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean().reshape([1]);\n}",
    verdict: /^Scalar.*\[1\].*JAX/s,
  },
  {
    title: "one element in two dims likewise",
    source:
      "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean().reshape([1, 1]);\n}",
    verdict: /^Scalar.*\[1, 1\].*JAX/s,
  },
  {
    title: "a number is no tensor",
    source: "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean().item();\n}",
    verdict: /^(Broken|No gradient).*(number|item)/s,
  },
  {
    title: "nothing returned is no tensor",
    source: "function forward(predictions, targets) {\n  predictions.sub(targets).abs().mean();\n}",
    verdict: /^Broken.*(undefined|return)/s,
  },
  {
    title: "an array is no tensor",
    source: "function forward(predictions, targets) {\n  return [predictions.sub(targets).mean()];\n}",
    verdict: /^Broken.*array/s,
  },
  {
    title: "an async forward returns a promise",
    source: "async function forward(predictions, targets) {\n  return predictions.sub(targets).mean();\n}",
    verdict: /^Broken.*async/s,
  },
  {
    title: "detach cuts the gradient",
    source: "function forward(predictions, targets) {\n  return predictions.detach().sub(targets).abs().mean();\n}",
    verdict: /^No gradient.*detach/s,
  },
  {
    title: "a comparison cuts the gradient",
    source: "function forward(predictions, targets) {\n  return predictions.gt(targets).float().mean();\n}",
    verdict: /^No gradient.*(gt|comparison)/s,
  },
  {
    title: "a constant has no gradient",
    source: "function forward(predictions, targets) {\n  return torch.tensor(1.5);\n}",
    verdict: /^No gradient/,
  },
  {
    title: "round has a gradient of zero everywhere",
    source: "function forward(predictions, targets) {\n  return predictions.round().sub(targets.round()).mean();\n}",
    verdict: /^No gradient.*zero.*round/s,
  },
  {
    title: "NaN names the expression it began in",
    source:
      "function forward(predictions, targets) {\n  const size = torch.log(predictions.abs().neg());\n  return size.mean();\n}",
    verdict: /^Broken.*NaN.*log/s,
  },
  {
    title: "a silent broadcast is seen",
    source: "function forward(predictions, targets) {\n  return predictions.sub(targets.squeeze(1)).abs().mean();\n}",
    verdict: /^Scalar.*\[64, 64\]/s,
  },
  {
    title: "no forward",
    source: "function add(a, b) {\n  return a.sub(b).mean();\n}",
    verdict: /^Broken.*forward/s,
  },
  {
    title: "minus on tensors names the method",
    source: "function forward(predictions, targets) {\n  return torch.mean(predictions - targets);\n}",
    verdict: /^Broken.*sub/s,
  },
];

for (const { title, source, verdict } of told) {
  test(`is told: ${title}`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(verdict);
  });
}

test("a broadcast that is meant is accepted by a comment on its line", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(
    "function forward(predictions, targets) {\n  return predictions.sub(targets.squeeze(1)).abs().mean(); // broadcast ok\n}",
  );
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect(losslab.verdict()).not.toHaveText(/\[64, 64\]/);
});

test("the button .mean() makes a vector a scalar, and undo brings the vector back", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).square();\n}");
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
  await losslab.fix(/\.mean\(\)/).click();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
});

test("the quick fix on the return does the same by keyboard", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).square();\n}");
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ControlOrMeta+.");
  await expect(page.getByText(/Append \.mean\(\)/).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("one key rewrites an operator on tensors", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(
    "function forward(predictions, targets) {\n  return torch.mean((predictions - targets) ** 2);\n}",
  );
  await expect(losslab.verdict()).toHaveText(/^Broken/);
  await losslab.editor().focus();
  await page.keyboard.press("Alt+Enter");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  // Pressed before the text has been judged, it does what it would have done then.
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("\nfunction other(a: Tensor, b: Tensor) {\n  return a * b;\n}");
  await page.keyboard.press("Alt+Enter");
  await expect.poll(() => losslab.text()).toContain("return a.mul(b);");
});
