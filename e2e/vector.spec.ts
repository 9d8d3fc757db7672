import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

test("what a vector becomes is chosen where the loss is one, and the verdict says it", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await expect(losslab.handling("A")).toHaveCount(0);
  await expect(losslab.handling("B")).toHaveValue("refuse");
  await losslab.handling("B").selectOption("Sum");
  await expect(losslab.verdict("B")).toContainText("sum of 64");
  await losslab.handling("B").selectOption("UPGrad");
  await expect(losslab.verdict("B")).toContainText("Vector [64, 1] · UPGrad makes one step of it");
  await page.waitForTimeout(400);
  await page.reload();
  await losslab.isReady("B");
  await expect(losslab.handling("B")).toHaveValue("UPGrad");
  // What has a handling needs no fix.
  await expect(losslab.fix(/\.mean\(\)/, "B")).toHaveCount(0);
  await losslab.handling("B").selectOption("Refuse");
  await losslab.fix(/\.mean\(\)/, "B").click();
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  await expect(losslab.handling("B")).toHaveCount(0);
});

test("a note tells a choice's sentence, formula, property and source, by keyboard", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.handling("B").selectOption("CAGrad");
  await losslab.lane("B").getByRole("button", { name: "About CAGrad" }).press("Enter");
  const note = page.getByRole("dialog", { name: "About CAGrad" });
  await expect(note).toContainText(/worst component.*argmax.*only for c ≥ 1.*Conflict-Averse Gradient Descent/s);
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await page.getByRole("spinbutton", { name: "c of CAGrad, lane B" }).fill("1");
  await losslab.lane("B").getByRole("button", { name: "About CAGrad" }).press("Enter");
  await expect(note).toContainText("Conflict-free, since c ≥ 1");
});

test("weights are typed, and only as many as there are components take force", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.set("Batch size", 2);
  await expect(losslab.verdict("B")).toContainText("[2, 1]");
  await losslab.handling("B").selectOption("Weights");
  const weights = page.getByRole("textbox", { name: "Weights of lane B" });
  await expect(weights).toHaveValue("1, 1");
  await weights.fill("1, 2, 3");
  await expect(page.getByText("2 weights are needed, one a component, got 3")).toBeVisible();
  await weights.fill("1, zwei");
  await expect(page.getByText("Numbers are needed, such as 1, 0.5")).toBeVisible();
  await weights.fill("0.25 4");
  await weights.press("Tab");
  await expect(weights).toHaveValue("0.25, 4");
});

test("frameworks differ about the same loss: two refuse in their own words, one sums, one averages", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.tab("Frameworks", "B").click();
  const row = (name: string) => losslab.panel("Frameworks", "B").getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(row("PyTorch")).toContainText(/Refuses.*grad can be implicitly created only for scalar outputs/);
  await expect(row("JAX")).toContainText(/Refuses.*Output had shape: \(64, 1\)/);
  await expect(row("TensorFlow")).toContainText(/sums.*×64/);
  await expect(row("Keras")).toContainText(/averages.*×1/);
  await losslab.tab("Frameworks", "A").click();
  await expect(losslab.panel("Frameworks", "A").getByText("Takes it as it is.")).toHaveCount(4);
});

test("tabs are walked with arrow keys", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.tab("Shapes", "B").click();
  await page.keyboard.press("ArrowRight");
  await expect(losslab.tab("Gradients", "B")).toBeFocused();
  await expect(losslab.panel("Gradients", "B")).toContainText("gradients a parameter64");
  await page.keyboard.press("End");
  await expect(losslab.tab("Console", "B")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowRight");
  await expect(losslab.tab("Checks", "B")).toBeFocused();
});

test("the many gradients are told in pictures and words, and a row marks its sample in the fit", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  const panel = losslab.panel("Gradients", "B");
  await expect(panel).toContainText(/cosines, first batch.*pairs in conflict\d+%.*parameters torn\d+%/s);
  await expect(panel.getByRole("option")).toHaveCount(64);
  await panel.getByRole("listbox").focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("option", { selected: true })).toHaveAccessibleName(
    /^sample \d+: against \d+ of 63; least/,
  );
  await expect(losslab.figure("Fit")).toContainText("1 marked by lane B");
  await page.keyboard.press("Escape");
  await expect(losslab.figure("Fit")).not.toContainText("marked by");
  await panel.getByRole("listbox").click({ position: { x: 20, y: 80 } });
  await expect(losslab.figure("Fit")).toContainText("1 marked by lane B");
  await losslab.tab("Shapes", "B").click();
  await expect(losslab.figure("Fit")).not.toContainText("marked by");
});

test("the code of two lanes is compared, edited and closed by keyboard", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.button("Diff").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Code compared" });
  await expect(dialog.getByRole("textbox", { name: "Loss B, can be edited" })).toBeFocused();
  await expect(dialog.getByText("torch.mean")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("# compared");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => losslab.text("B")).toContain("# compared");
  await losslab.act("Compare code", "B");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
});

/** The story that Losslab began with: what happens when a loss is not a scalar? */
test("a vector is refused, then summed, averaged and aggregated, beside a scalar on the same seed", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.set("Steps", 60);
  await losslab.button("Train").click();
  await expect(losslab.notice()).toContainText(/Lane B.*grad can be implicitly created only for scalar outputs/);
  await expect(losslab.status()).toHaveText(/step 60\b/);
  await expect(losslab.fingerprint("B")).toHaveText("–");

  // The scalar that the mean is: the same run, to the last bit.
  await losslab.act("Duplicate", "B");
  await losslab.isReady("C");
  await losslab.fix(/\.mean\(\)/, "C").click();
  await expect(losslab.verdict("C")).toHaveText(/^Scalar/);
  await losslab.handling("B").selectOption("Mean");
  await expect(losslab.verdict("B")).toContainText("mean of 64");
  await losslab.button("Reset").click();
  await losslab.button("Train").click();
  await expect(page.getByText("B and C are the same run, to the last bit.")).toBeVisible({ timeout: 20_000 });

  for (const handling of ["Sum", "UPGrad", "GradDrop"]) {
    await losslab.handling("B").selectOption(handling);
    await expect(losslab.verdict("B")).toContainText(new RegExp(handling, "i"));
    await page.getByRole("button", { name: "Train lane B" }).click();
    await expect(losslab.figure("Training loss")).toContainText(/Lane B: training loss [\d.]+ .* at step 60/);
    await expect(page.getByText(/curves are of an earlier version/)).toHaveCount(0);
    await expect(losslab.panel("Gradients", "B")).toContainText(/cosines, step 60.*predicted → came/s);
  }
  await expect(losslab.metrics().getByRole("row", { name: /^MSE/ })).toContainText(/★.*[+−]/);
});

test("two objectives that conflict are named, and UPGrad and the mean part ways", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.choose("Data set", /two targets/i);
  await losslab.write(
    "def forward(predictions, targets1, targets2):\n    far = 10 * F.mse_loss(predictions, targets1)\n    near = F.l1_loss(predictions, targets2)\n    return {'far': far, 'near': near}\n",
    "B",
  );
  await expect(losslab.verdict("B")).toHaveText(/^Not a scalar.*2 losses in a dict.*'dict' object has no attribute/s);
  await losslab.act("Duplicate", "B");
  await losslab.isReady("C");
  await losslab.handling("B").selectOption("UPGrad");
  await losslab.handling("C").selectOption("Mean");
  await losslab.set("Steps", 100);
  for (const lane of ["B", "C"]) {
    await page.getByRole("button", { name: `Train lane ${lane}` }).click();
    await expect(losslab.figure("Training loss")).toContainText(new RegExp(`Lane ${lane}: .* at step 100`));
    await expect(losslab.panel("Gradients", lane)).toContainText(/weights by .*far [\d.]+.*near [\d.]+/s);
  }
  expect(await losslab.fingerprint("B").textContent()).not.toBe(await losslab.fingerprint("C").textContent());
  await expect(losslab.panel("Gradients", "B").getByRole("option").first()).toHaveAccessibleName(/^far: against/);
  await losslab.handling("B").selectOption("Refuse");
  await losslab.fix("Add them up", "B").click();
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
});

test("a row that is chosen while training holds its step", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.handling("B").selectOption("Mean");
  await losslab.set("Steps", 1_000_000);
  await page.getByRole("button", { name: "Train lane B" }).click();
  const panel = losslab.panel("Gradients", "B");
  await expect(panel).toContainText(/cosines, step [\d,]{2,}/);
  await panel.getByRole("listbox").press("ArrowDown");
  await expect(panel).toContainText("Held; Escape goes on");
  const held = await panel.locator("figcaption").first().textContent();
  await page.waitForTimeout(500);
  expect(await panel.locator("figcaption").first().textContent()).toBe(held);
  await expect(losslab.figure("Fit")).toContainText("1 marked by lane B");
  await panel.getByRole("listbox").press("Escape");
  await expect(panel.locator("figcaption").first()).not.toHaveText(held ?? "");
  await losslab.button("Stop").click();
});

test("a sum beside a mean is said to be longer, not better", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.act("Duplicate", "B");
  await losslab.isReady("C");
  await losslab.handling("B").selectOption("Sum");
  await losslab.handling("C").selectOption("Mean");
  await expect(page.getByText(/B sums what C averages: its gradient is 64 times as long/)).toBeVisible();
  await page.getByRole("checkbox", { name: "match first step" }).check();
  await expect(page.getByText(/B sums what C averages/)).toHaveCount(0);
});

for (const theme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing about vectors in the ${theme} theme at ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.emulateMedia({ colorScheme: theme });
      const losslab = await Losslab.open(page);
      if (width === 390) await losslab.button("Lane B").click();
      await losslab.isReady("B");
      const check = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }));
        expect(found, what).toEqual([]);
      };
      await losslab.handling("B").selectOption("CAGrad");
      await losslab.panel("Gradients", "B").getByRole("listbox").press("ArrowDown");
      await losslab.lane("B").getByRole("button", { name: "About CAGrad" }).click();
      await check("gradients and a note");
      await page.keyboard.press("Escape");
      await losslab.tab("Frameworks", "B").click();
      await losslab.tool("+ Lane");
      await losslab.act("Remove", "C");
      await check("frameworks and an undo");
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await losslab.tool("Diff");
      await expect(page.getByRole("dialog", { name: "Code compared" }).locator(".view-line").first()).toBeVisible();
      await check("diff");
    });
  }
}
