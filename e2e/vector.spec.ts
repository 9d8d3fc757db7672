import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { answerWithGradients, exampleGradients } from "./fixtures/gradients.ts";
import { Losslab } from "./losslab.ts";

test("what a vector becomes is chosen where the loss is one, and the verdict says it", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await expect(losslab.handling("A")).toHaveCount(0);
  await expect(losslab.handling("B")).toHaveValue("refuse");
  await losslab.handling("B").selectOption("Sum");
  await expect(losslab.verdict("B")).toContainText("sum of 64");
  await losslab.handling("B").selectOption("UPGrad");
  await expect(losslab.verdict("B")).toContainText("UPGrad makes one step of 64 gradients");
  await page.waitForTimeout(400);
  await page.reload();
  await losslab.isReady("B");
  await expect(losslab.handling("B")).toHaveValue("UPGrad");
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
  await expect(losslab.tab("64 gradients", "B")).toBeFocused();
  await expect(losslab.panel("64 gradients", "B")).toContainText("64 gradients for each parameter");
  await page.keyboard.press("End");
  await expect(losslab.tab("Frameworks", "B")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowRight");
  await expect(losslab.tab("Shapes", "B")).toBeFocused();
});

test("the many gradients are told in pictures and words, and a row marks its sample in the fit", async ({ page }) => {
  await answerWithGradients(page, exampleGradients(64));
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  const panel = losslab.panel("64 gradients", "B");
  await expect(panel).toContainText(/pairs in conflict.*25%.*parameters torn.*93%/s);
  await expect(panel.getByRole("option")).toHaveCount(64);
  await panel.getByRole("listbox").focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("option", { selected: true })).toHaveAccessibleName(
    /^sample 2: against \d+ of 63; least/,
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
      await answerWithGradients(page, exampleGradients(64));
      const losslab = await Losslab.open(page);
      if (width === 390) await losslab.button("Lane B").click();
      await losslab.isReady("B");
      const check = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }));
        expect(found, what).toEqual([]);
      };
      await losslab.handling("B").selectOption("CAGrad");
      await losslab.panel("64 gradients", "B").getByRole("listbox").press("ArrowDown");
      await losslab.lane("B").getByRole("button", { name: "About CAGrad" }).click();
      await check("gradients and a note");
      await page.keyboard.press("Escape");
      await losslab.tab("Frameworks", "B").click();
      await losslab.button("+ Lane").click();
      await losslab.act("Remove", "C");
      await check("frameworks and an undo");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await losslab.button("Diff").click();
      await expect(page.getByRole("dialog", { name: "Code compared" }).locator(".view-line").first()).toBeVisible();
      await check("diff");
    });
  }
}
