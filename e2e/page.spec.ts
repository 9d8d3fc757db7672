import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

test("opens on the mean absolute error, already evaluated, with its shapes", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await expect(losslab.verdict()).toHaveText(/^Scalar.*0\.\d+.*Gradient reaches the predictions/s);
  await expect.poll(() => losslab.hints()).toEqual(["[64, 1]", "[64, 1]", "[64, 1]", "[64, 1]", "scalar"]);
});

test("paints before the editor has come", async ({ page }) => {
  await page.route(/editor\.api/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.goto("./");
  await expect(page.getByText("function forward(predictions, targets)")).toBeVisible({ timeout: 2500 });
  await expect(new Losslab(page).button("Train")).toBeVisible({ timeout: 2500 });
  await new Losslab(page).isReady();
});

test("shapes stay where an error elsewhere has not reached", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(`function forward(predictions, targets) {
  const error = predictions.sub(targets);
  const broken = error.matmul(error);
  return broken.mean();
}`);
  await expect(losslab.verdict()).toHaveText(/^Broken.*line 3/s);
  await expect.poll(() => losslab.hints()).toEqual(["[64, 1]", "[64, 1]", "[64, 1]"]);
});

test("shapes stay while another line is being typed", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(`function forward(predictions, targets) {
  const error = predictions.sub(targets);
  const half = error.
  return error.abs().mean();
}`);
  await expect(losslab.verdict()).toHaveText(/^Broken/);
  await expect.poll(async () => (await losslab.hints()).length).toBeGreaterThanOrEqual(3);
});

test("an expression in a loop says how often it was evaluated", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(`function forward(predictions, targets) {
  let total = torch.zeros([]);
  for (let i = 0; i < 3; i++) total = total.add(predictions.sub(targets).square().mean());
  return total;
}`);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect.poll(() => losslab.hints()).toContain("[64, 1] ×3");
});

const spellings: readonly { readonly title: string; readonly source: string }[] = [
  {
    title: "an exported function",
    source: "export function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}",
  },
  {
    title: "a default export",
    source:
      "export default function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}",
  },
  { title: "an arrow", source: "const forward = (predictions, targets) => predictions.sub(targets).abs().mean();" },
  {
    title: "annotated parameters",
    source:
      "function forward(predictions: Tensor, targets: Tensor): Tensor {\n  return F.l1_loss(predictions, targets);\n}",
  },
  {
    title: "a class with a constructor",
    source:
      "class Scaled extends nn.Module {\n  constructor(readonly scale = 2) {\n    super();\n  }\n  forward(predictions, targets) {\n    return predictions.sub(targets).abs().mean().mul(this.scale);\n  }\n}",
  },
  {
    title: "a class with a learned weight",
    source:
      "class Learned extends nn.Module {\n  weight = new nn.Parameter(torch.ones([1]));\n  forward(predictions, targets) {\n    return predictions.sub(targets).square().mul(this.weight.exp()).mean().sub(this.weight.mean());\n  }\n}",
  },
];

for (const { title, source } of spellings) {
  test(`a loss may be written as ${title}`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.write(source);
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    await losslab.set("Steps", 20);
    await losslab.button("Train").click();
    await expect(losslab.status()).toHaveText(/step 20\b/);
  });
}

test("completion offers what a tensor can do, with its documentation, and nothing of the browser", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.\n}");
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.type("logsum");
  await expect(losslab.suggestions().filter({ hasText: "logsumexp" })).toBeVisible();
  await page.keyboard.press("Escape");
  await losslab.write("function forward(predictions, targets) {\n  return \n}");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.type("docum");
  await page.keyboard.press("ControlOrMeta+Space");
  await page.waitForTimeout(800);
  await expect(losslab.suggestions().filter({ hasText: /^document$/ })).toHaveCount(0);
});

test("hover tells an op's formula, shapes and kinks; signature help its parameters", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.turnToCode();
  await page.locator(".view-line").filter({ hasText: "torch.mean" }).getByText("abs", { exact: true }).hover();
  const hover = page.locator(".monaco-hover").filter({ hasText: "Gradient at kinks" });
  await expect(hover).toBeVisible();
  await expect(hover).toContainText("|x|");
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.type(" F.huber_loss(");
  await expect(page.locator(".parameter-hints-widget")).toContainText("target");
});

test("a type error is marked and said, and does not keep the loss from running", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(
    "function forward(predictions, targets) {\n  const count: string = 3;\n  return predictions.sub(targets).abs().mean();\n}",
  );
  await expect(losslab.verdict()).toHaveText(/^Scalar.*not assignable to type 'string'/s);
});

test("a row of the table and the expression in the editor select each other", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.tab("Shapes").click();
  const row = losslab
    .expressions()
    .getByRole("row")
    .filter({ hasText: /^predictions\.sub\(targets\)/ });
  await row.click();
  await expect(row).toHaveAttribute("aria-selected", "true");
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowRight");
  await expect(losslab.expressions().locator("tr[aria-selected=true]")).toContainText("torch.abs(error)");
  await expect(losslab.expressions()).toContainText("float32");
});

test("what a loss prints is shown, counted and bounded", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.tab("Console").click();
  await expect(losslab.panel("Console")).toHaveText(/What console\.log\(…\) writes shows here/);
  await losslab.write(
    'function forward(predictions, targets) {\n  for (let i = 0; i < 5; i++) console.log("again");\n  console.log(predictions);\n  return predictions.sub(targets).abs().mean();\n}',
  );
  await expect(losslab.tab("Console 6")).toBeVisible();
  await expect(losslab.panel("Console")).toContainText("again×5");
  await expect(losslab.panel("Console")).toContainText(/tensor\(\[\[-?\d+\.\d{4}\],/);
  await losslab.read("PyTorch");
  await losslab.write("def forward(predictions, targets):\n    return (predictions - targets).abs().mean()\n");
  await expect(losslab.panel("Console")).toHaveText(/What print\(…\) writes shows here/);
});

test("the whole path by keyboard: fix a vector, train, pause", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).square();\n}");
  await expect(losslab.verdict()).toHaveText(/^Not a scalar/);
  await losslab.editor().focus();
  await page.keyboard.press("Alt+Enter");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(losslab.status()).toHaveText(/step [1-9]/);
});

test("a bad number is said beside its field, and the last good one stays in force", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await page.getByRole("spinbutton", { name: "Batch size" }).fill("0");
  await expect(page.getByText("From 1 to 4096; 64 stays in force")).toBeVisible();
  await expect.poll(() => losslab.hints()).toContain("[64, 1]");
});

for (const theme of ["dark", "light"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`axe finds nothing in the ${theme} theme at ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const losslab = await Losslab.open(page);
      await losslab.set("Steps", 40);
      await losslab.button("Train").click();
      await expect(losslab.status()).toHaveText(/step 40\b/);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }))).toEqual(
        [],
      );
      if (width === 390)
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }
}
