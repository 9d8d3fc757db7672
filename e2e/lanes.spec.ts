import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const scalar = "function forward(predictions, targets) {\n  return predictions.sub(targets).square().mean();\n}";

/** Two lanes whose losses are both scalars. */
async function openTwo(page: Page): Promise<Losslab> {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.read("TypeScript", "B");
  await losslab.write(scalar, "B");
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  return losslab;
}

test("opens on a scalar beside a vector, each with its own verdict and shapes", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await expect(losslab.verdict("B")).toHaveText(
    /^Not a scalar.*grad can be implicitly created only for scalar outputs/s,
  );
  await expect.poll(() => losslab.hints("B")).toContain("[64, 1] not a scalar");
  await losslab.tab("Shapes", "A").click();
  await expect(losslab.expressions("A")).toContainText("torch.abs(error)");
  await expect(losslab.panel("Gradients", "B")).toContainText("pairs in conflict");
  await losslab.tab("Shapes", "B").click();
  await expect(losslab.expressions("B")).toContainText("predictions - targets");
});

test("lanes are added, named, copied, moved, removed and brought back by keyboard", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.button("+ Lane").press("Enter");
  await losslab.isReady("C");
  await page.getByRole("textbox", { name: "Name of lane C" }).fill("My own");
  await losslab.write("def forward(predictions, targets):\n    return (predictions - targets).abs().max()\n", "C");
  await losslab.act("Duplicate", "C");
  await expect(page.getByRole("textbox", { name: "Name of lane D" })).toHaveValue("My own 2");
  await losslab.isReady("D");
  await expect(losslab.button("+ Lane")).toBeDisabled();
  await expect.poll(() => losslab.lanes()).toBe("ABCD");
  await losslab.act("Move left", "D");
  await expect.poll(() => losslab.lanes()).toBe("ABDC");
  await losslab.act("Move right", "A");
  await expect.poll(() => losslab.lanes()).toBe("BADC");
  await expect(losslab.button("Train")).toHaveText("Train all");
  await losslab.act("Remove", "C");
  await expect.poll(() => losslab.lanes()).toBe("BAD");
  await expect(losslab.button("Undo")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => losslab.lanes()).toBe("BADC");
  await losslab.isReady("C");
  await expect.poll(() => losslab.text("C")).toContain(".abs().max()");
});

test("lanes are there after a reload, in their order", async ({ page }) => {
  const losslab = await openTwo(page);
  await losslab.act("Move right", "A");
  await page.waitForTimeout(400);
  await page.reload();
  await losslab.isReady();
  await expect.poll(() => losslab.lanes()).toBe("BA");
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
});

test("the last lane cannot be removed", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.act("Remove", "B");
  await expect(losslab.button("Train")).toHaveText("Train");
  await page.getByRole("button", { name: "Actions for lane A" }).click();
  await expect(page.getByRole("menuitem", { name: "Remove" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Actions for lane A" })).toBeFocused();
});

test("two lanes train together on the same steps, and their curves, fits and metrics stand side by side", async ({
  page,
}) => {
  const losslab = await openTwo(page);
  await losslab.set("Steps", 300);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 300\b/);
  const figure = losslab.figure("Training loss");
  await expect(figure).toContainText(/Lane A: training loss .* at step 300.*Lane B: training loss .* at step 300/);
  await expect(losslab.figure("Fit")).toContainText(/Lane A predicts.*Lane B predicts/);
  for (const name of ["MSE", "RMSE", "MAE", "R²", "worst residual"]) {
    const row = losslab.metrics().getByRole("row", { name: new RegExp(`^${name}`) });
    await expect(row.getByText("best:")).not.toHaveCount(0);
    await expect(row).toContainText(/[+−=]/);
  }
  const validation = await losslab.metrics().innerText();
  await page.getByRole("group", { name: "Split" }).getByRole("button", { name: "training" }).click();
  expect(await losslab.metrics().innerText()).not.toBe(validation);
});

test("the same loss in both lanes is the same run to the last bit", async ({ page }) => {
  const losslab = await openTwo(page);
  await losslab.write(scalar, "A");
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await losslab.set("Steps", 100);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("A")).toHaveText(/[0-9a-f]{8}/);
  await expect(losslab.status()).toHaveText(/step 100\b/);
  await expect(losslab.fingerprint("B")).toHaveText((await losslab.fingerprint("A").textContent()) ?? "none");
  await expect(losslab.metrics().getByRole("row", { name: /^MSE/ }).getByText("best:")).toHaveCount(2);
});

test("Train trains what was just typed, and a lane that is still loading as soon as it has", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 40);
  await losslab.write(scalar, "A");
  await losslab.button("Train").click();
  await expect(losslab.figure("Training loss")).toContainText(/Lane A: .* at step 40/);
  await expect(page.getByText(/curves are of an earlier version/)).toHaveCount(0);
  // The other lane, whose loss is a vector, was not forgotten: it says why it does not train.
  await expect(losslab.notice()).toContainText("Lane B stopped training");
});

test("a lane that fails stops alone", async ({ page }) => {
  const losslab = await openTwo(page);
  await losslab.write(
    `let calls = 0;
function forward(predictions, targets) {
  if (++calls > 30) throw new Error("enough");
  return predictions.sub(targets).square().mean();
}`,
    "B",
  );
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  await losslab.set("Steps", 200);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 200\b/);
  await expect(losslab.notice()).toContainText(/Lane B stopped training.*enough \(line 3\)/);
  await expect(losslab.notice()).not.toContainText("Lane A");
});

test("a lane that hangs is ended, and the other one goes on", async ({ page }) => {
  const losslab = await openTwo(page);
  await losslab.write(
    `let calls = 0;
function forward(predictions, targets) {
  if (++calls > 20) /^(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
  return predictions.sub(targets).square().mean();
}`,
    "B",
  );
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  await losslab.set("Steps", 100);
  await losslab.button("Train").click();
  await expect(losslab.notice()).toContainText(/Lane B stopped training/);
  await expect(losslab.status()).toHaveText(/step 100\b/);
});

test("a lane trains alone, and pauses alone", async ({ page }) => {
  const losslab = await openTwo(page);
  await losslab.set("Steps", 1_000_000);
  await page.getByRole("button", { name: "Train lane B" }).click();
  await expect(losslab.status()).toHaveText(/step [\d,]{2,}/);
  await expect(losslab.fingerprint("A")).toHaveText("–");
  await page.getByRole("button", { name: "Pause lane B" }).click();
  await expect(page.getByRole("button", { name: "Train lane B" })).toBeEnabled();
  await expect(losslab.button("Train")).toBeEnabled();
});

test("values at a place of the curves are read by keyboard, over steps and over seconds", async ({ page }) => {
  const losslab = await openTwo(page);
  await losslab.set("Steps", 200);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 200\b/);
  const crosshair = page.getByRole("slider", { name: "Values at a place of the curves" });
  await crosshair.focus();
  await page.keyboard.press("End");
  await expect(crosshair).toHaveAttribute(
    "aria-valuetext",
    /^step 200; lane A: train [\d.]+, .*; lane B: train [\d.]+/,
  );
  await page.keyboard.press("PageDown");
  await expect(crosshair).toHaveAttribute("aria-valuetext", /^step 180;/);
  await page.keyboard.press("Escape");
  await losslab.figure("Training loss").getByRole("button", { name: "time" }).click();
  await crosshair.focus();
  await page.keyboard.press("End");
  await expect(crosshair).toHaveAttribute("aria-valuetext", /^[\d.]+ s; lane A/);
});

test("an example opens in the lane last worked in", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.editor("B").focus();
  await page.getByRole("combobox", { name: "Examples" }).selectOption("Huber");
  await expect(page.getByRole("textbox", { name: "Name of lane B" })).toHaveValue("Huber");
  await expect.poll(() => losslab.text("B")).toContain("delta");
  await expect(page.getByRole("textbox", { name: "Name of lane A" })).toHaveValue("Mean absolute error");
});

test("on a phone one lane is shown at a time, and both train", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const losslab = await Losslab.open(page);
  await expect(losslab.lane("B")).toBeHidden();
  await losslab.button("Lane B").click();
  await expect(losslab.lane("A")).toBeHidden();
  await losslab.isReady("B");
  expect(await losslab.editorHeight("B")).toBeGreaterThan(200);
  await losslab.editor("B").focus();
  await page.keyboard.press("Alt+Enter");
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  await losslab.set("Steps", 60);
  await losslab.button("Train").click();
  await expect(losslab.figure("Training loss")).toContainText(/Lane A: .* at step 60.*Lane B: .* at step 60/);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("on a phone the header has two rows, and the rest in a menu that keys work too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const losslab = await Losslab.open(page);
  const header = page.getByRole("banner");
  expect((await header.boundingBox())?.height).toBeLessThan(100);
  await losslab.set("Steps", 1_000_000);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/steps\/s/);
  await losslab.button("Pause").click();
  expect((await header.boundingBox())?.height).toBeLessThan(100);

  const more = page.getByRole("button", { name: "More", exact: true });
  await more.press("Enter");
  await expect(page.getByRole("menuitem")).toHaveText([
    "Export",
    "Add a lane",
    "Compare code",
    "Op reference",
    "Light theme",
    "Take the tour",
  ]);
  await expect(page.getByRole("menuitem", { name: "Export" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(losslab.button("Lane C")).toBeVisible();
  await more.press("Enter");
  const [reference] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("menuitem", { name: "Op reference" }).press("Enter"),
  ]);
  await expect(reference.getByRole("heading").first()).toBeVisible();
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "Light theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("one undo takes back what an example changed beside a text that was there already", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const name = page.getByRole("textbox", { name: "Name of lane A" });
  await name.fill("mine");
  await name.press("Enter");
  const text = await losslab.text();
  await page.getByRole("combobox", { name: "Examples" }).selectOption("Mean absolute error");
  await expect(name).toHaveValue("Mean absolute error");
  await losslab.editor().press("ControlOrMeta+z");
  await expect(name).toHaveValue("mine");
  await expect.poll(() => losslab.text()).toBe(text);
  await losslab.editor().press("ControlOrMeta+Shift+z");
  await expect(name).toHaveValue("Mean absolute error");
});

test("one undo takes back all that an example changed, and one redo brings it again", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const shown = async () => [
    await page.getByRole("textbox", { name: "Name of lane A" }).inputValue(),
    await page.getByRole("combobox", { name: "Data set", exact: true }).inputValue(),
    (await losslab.text()).includes("MultiComponentLoss"),
  ];
  const before = ["Mean absolute error", "auto-mpg", false];
  const after = ["Two components", "two-targets", true];
  await expect.poll(shown).toEqual(before);
  await page.getByRole("combobox", { name: "Examples" }).selectOption("Two components");
  await expect.poll(shown).toEqual(after);
  await losslab.editor().press("ControlOrMeta+z");
  await expect.poll(shown).toEqual(before);
  await losslab.editor().press("ControlOrMeta+Shift+z");
  await expect.poll(shown).toEqual(after);
  await losslab.editor().press("ControlOrMeta+z");
  await expect.poll(shown).toEqual(before);
});
