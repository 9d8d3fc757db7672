import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const sizes = [
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;

test("nothing is wider than the screen, with one, two and three lanes, and on a wide one nothing is higher", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  const measure = async (lanes: number): Promise<void> => {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const over = () =>
        page.evaluate(() => {
          const root = document.documentElement;
          const lanes = document.querySelector(".lanes");
          return [
            root.scrollWidth - root.clientWidth,
            (lanes?.scrollWidth ?? 0) - (lanes?.clientWidth ?? 0),
            innerWidth > 1000 ? root.scrollHeight - root.clientHeight : 0,
          ];
        });
      await expect.poll(over, { message: `${lanes} lanes at ${width}x${height}` }).toEqual([0, 0, 0]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await measure(2);
  await losslab.tool("+ Lane");
  await losslab.isReady("C");
  await measure(3);
  await losslab.act("Remove", "C");
  await losslab.act("Remove", "B");
  await measure(1);
});

test("dividers are moved by keys and by dragging, set back by a double click, and stay where they are put", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  for (const name of ["Lanes and dock", "Editor and inspector"] as const) {
    const separator = losslab.separator(name);
    const value = async () => Number(await separator.getAttribute("aria-valuenow"));
    const automatic = await value();
    await separator.press("ArrowUp");
    await expect.poll(value).toBeLessThan(automatic);
    const before = await value();
    const box = await separator.boundingBox();
    if (box === null) throw new Error("It is not there");
    await page.mouse.move(box.x + 60, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 50, { steps: 4 });
    await page.mouse.up();
    await expect.poll(value).toBeGreaterThan(before);
    await separator.dblclick({ position: { x: 60, y: 3 } });
    await expect.poll(value).toBeCloseTo(automatic, 0);
    await separator.press("ArrowUp");
  }
  // Editors of all lanes are as high.
  const heights = async () => [await losslab.editorHeight("A"), await losslab.editorHeight("B")];
  await expect.poll(async () => new Set((await heights()).map(Math.round)).size).toBe(1);
  const put = await losslab.separator("Lanes and dock").getAttribute("aria-valuenow");
  await page.waitForTimeout(400);
  await page.reload();
  await losslab.isReady("B");
  await expect(losslab.separator("Lanes and dock")).toHaveAttribute("aria-valuenow", put ?? "");
});

test("the editor takes the height of its code, and the verdict keeps its height whatever it says", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const strip = async () => (await losslab.lane().locator(".verdict").boundingBox())?.height;
  const height = await strip();
  const short = await losslab.editorHeight();
  await losslab.write(
    `function forward(predictions, targets) {\n${"  // a line\n".repeat(10)}  return predictions.sub(targets);\n}\n`,
  );
  await expect.poll(() => losslab.editorHeight()).toBeGreaterThan(short + 20);
  await expect.poll(strip).toBe(height);
  await losslab.write(
    "function forward(predictions, targets) {\n  return predictions.sub(targets.squeeze(1)).abs().mean();\n}\n",
  );
  await expect(losslab.verdict()).toContainText("Silent broadcast");
  await expect.poll(strip).toBe(height);
});

test("checks list findings first, with their line and a fix, and then what went well", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const items = losslab.checks().getByRole("listitem");
  await expect(losslab.checks()).toContainText("passed: The gradient reaches the predictions");
  // In idle time it is experimented with: what is known then stands before what went well.
  await expect(items.first()).toContainText("passed: Gradient checked");
  await losslab.write(
    "function forward(predictions, targets) {\n  const d = predictions.sub(targets);\n  return d.square().mul(d.abs().neg().exp()).mean();\n}\n",
  );
  await expect(items.first()).toContainText("warning: Pushes away from the target for |d| > 2", { timeout: 40_000 });
  await losslab.write(
    "function forward(predictions, targets) {\n  return predictions.sub(targets.squeeze(1)).abs().mean();\n}\n",
  );
  await expect(items.first()).toContainText("warning: Silent broadcast");
  await items.first().getByRole("button", { name: "Line 2" }).click();
  await expect(losslab.editor()).toBeFocused();
  await items.first().getByRole("button", { name: "Fix 1" }).click();
  await expect(losslab.checks()).not.toContainText("Silent broadcast");
  await expect(losslab.verdict()).toHaveText(/^Scalar(?!.*Silent)/);
});

test("every tab of the inspector is there and says what to do, and axe finds nothing in any", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await expect(page.getByRole("tablist", { name: "Dock" }).getByRole("tab", { name: "Training" })).toBeVisible();
  const tabs = page.getByRole("tablist", { name: "Inspector A" }).getByRole("tab");
  await expect(tabs).toHaveText([/^Checks/, "Shapes", "Gradients", "Frameworks", "Console"]);
  for (const name of ["Checks", "Shapes", "Gradients", "Frameworks", "Console"]) {
    await losslab.tab(name).click();
    await expect(losslab.panel(name)).not.toBeEmpty();
    const { violations } = await new AxeBuilder({ page }).exclude(".monaco-editor").analyze();
    expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
});
