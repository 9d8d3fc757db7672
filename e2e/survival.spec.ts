import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const good = "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}";

const hazards: readonly { title: string; source: string; verdict: RegExp }[] = [
  {
    title: "an endless loop, named by its line",
    source: "function forward(predictions, targets) {\n  while (true) {}\n  return predictions.mean();\n}",
    verdict: /^Stopped.*line 2/s,
  },
  {
    title: "an endless recursion",
    source:
      "function again(n) {\n  return again(n + 1);\n}\nfunction forward(predictions, targets) {\n  return again(0);\n}",
    verdict: /^Broken.*(call stack|recursion)/is,
  },
  {
    title: "a regular expression that never ends",
    source:
      'function forward(predictions, targets) {\n  /^(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");\n  return predictions.mean();\n}',
    verdict: /^Stopped/,
  },
  {
    title: "an exception of the user's own, with its line",
    source: 'function forward(predictions, targets) {\n  throw new Error("not today");\n}',
    verdict: /^Broken.*not today.*line 2|^Broken.*line 2.*not today/s,
  },
  {
    title: "an error of the engine, with its line and PyTorch's words",
    source:
      "function forward(predictions, targets) {\n  const wrong = predictions.matmul(targets);\n  return wrong.mean();\n}",
    verdict: /^Broken.*mat1 and mat2 shapes cannot be multiplied/s,
  },
  {
    title: "a syntax error",
    source: "function forward(predictions, targets) {\n  return predictions.sub(targets.mean();\n}",
    verdict: /^Broken.*line 2/s,
  },
  {
    title: "an undefined name",
    source: "function forward(predictions, targets) {\n  return prediction.sub(targets).mean();\n}",
    verdict: /^Broken.*prediction\b.*not defined/s,
  },
];

for (const { title, source, verdict } of hazards) {
  test(`survives ${title}, keeps the text and goes on`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(verdict);
    await page.reload();
    await expect(losslab.editor()).toBeAttached();
    await losslab.isReady();
    await losslab.write(good);
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
  });
}

test("a run that would become NaN stops there, says why, and shows that very step", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).square().sum();\n}");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.choose("Optimizer", "SGD");
  await losslab.set("Learning rate", 1000);
  await losslab.set("Steps", 60);
  await losslab.button("Train").click();
  const said = page.getByRole("alert").filter({ hasText: "Lane A stopped training." });
  await expect(said).toContainText(/Step \d+: .*PyTorch would go on in silence/);
  await page.getByRole("button", { name: /^Look at step \d+ of lane A$/ }).click();
  await expect(losslab.verdict()).toContainText(/at step \d+ of the run/);
  await page.getByRole("button", { name: "Back to the first batch" }).click();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("a loss that hangs in the middle of training is stopped, and the page goes on", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(`let step = 0;
function forward(predictions, targets) {
  step += 1;
  if (step > 20) { while (true) {} }
  return predictions.sub(targets).abs().mean();
}`);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.button("Train").click();
  await expect(losslab.notice()).toContainText(/line 4/);
  await losslab.button("Reset").click();
  await losslab.write(good);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 50);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 50\b/);
});

test("Stop ends a computation at once", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 1_000_000);
  await losslab.button("Train").click();
  await losslab.button("Stop").click();
  await expect(losslab.button("Train")).toBeEnabled();
  await expect(losslab.verdict()).toHaveText(/^(Scalar|Stopped)/);
});

test("what was typed is there after a reload", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).square();\n}");
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
  await losslab.choose("Data set", /sine/i);
  await page.reload();
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
  await expect(page.getByRole("combobox", { name: "Data set" }).locator("option:checked")).toHaveText(/sine/i);
});

test("typing again while the draft is being saved loses nothing", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.turnToCode();
  await losslab.write(good);
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\n// the last words");
  await page.reload();
  // In the editor, when it has come; before that the whole text stands in its place.
  await expect(page.getByText("// the last words", { exact: true })).toBeVisible({ timeout: 20_000 });
});
