import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

test("a run is taken along as train.py, its loss as JAX, by keyboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const losslab = await Losslab.open(page);
  await losslab.button("Export").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export" });
  const script = dialog.getByRole("textbox", { name: "train.py" });
  // Lane A is in TypeScript; the file is in Python all the same.
  await expect(script).toHaveValue(/torch\.manual_seed\(0\)[\s\S]*def forward\(predictions, targets\):/);

  await dialog.getByRole("button", { name: "Copy", exact: true }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("DistributedDataParallel(model)");

  await dialog.getByRole("button", { name: "JAX loss" }).press("Enter");
  await expect(dialog.getByRole("textbox", { name: "loss_jax.py" })).toHaveValue(/jnp\.mean[\s\S]*def test_numbers/);
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download loss_jax.py" }).press("Enter");
  expect((await downloading).suggestedFilename()).toBe("loss_jax.py");

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(losslab.button("Export")).toBeFocused();
});

test("a loss of one's own in TypeScript is translated for it; what has no counterpart is said with its line", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.write(
    "function forward(predictions, targets) {\n  const errors = predictions.sub(targets).abs();\n  return errors.cummax(0).values.mean();\n}",
  );
  await losslab.isReady();
  await losslab.button("Export").click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("textbox", { name: "train.py" })).toHaveValue(/errors\.cummax\(0\)/);
  await dialog.getByRole("button", { name: "Keras loss" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/^Line \d+: cummax has no counterpart in Keras here$/);
});

test("train.py carries the very data that were pasted and edited, and the very knob that was turned", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.button("Own data…").click();
  const data = page.getByRole("dialog", { name: "Your own data" });
  const rows = Array.from({ length: 8 }, (_, i) => `${i / 7},${-1e-7 * i},${i % 2}`);
  await data.getByLabel("Data as CSV").fill(["dose,effect,side", ...rows].join("\n"));
  await data.getByRole("combobox", { name: "What effect is" }).selectOption("target");
  await data.getByRole("combobox", { name: "What side is" }).selectOption("unused");
  await data.getByLabel("Title").fill('Doses "in" \\ mice');
  await data.getByRole("button", { name: "Use these 8 rows" }).click();
  await losslab.write(
    "const delta = 0.5;\nfunction forward(predictions, targets) {\n  return F.huber_loss(predictions, targets, { delta });\n}",
  );
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.field("delta").fill("0.25");
  await losslab.field("delta").press("Enter");

  await losslab.button("Edit points").click();
  const plane = page.getByRole("application", { name: /^Points of the data/ });
  await plane.press("p");
  await plane.press("Delete");
  await expect(losslab.figure("Fit")).toContainText("7 points");

  await losslab.button("Export").click();
  const script = page.getByRole("dialog", { name: "Export" }).getByRole("textbox", { name: "train.py" });
  await expect(script).toHaveValue(/delta = 0\.25/);
  const text = await script.inputValue();
  const columns = [...text.matchAll(/\[\n((?: +-?[\d.e, -]+\n)+) *\],? {2}# (\w+)/g)].map(([, numbers = "", name]) => ({
    name,
    values: numbers.split(",").flatMap((part) => (part.trim() === "" ? [] : [Number(part)])),
  }));
  expect(columns.map(({ name }) => name)).toEqual(["dose", "effect"]);
  const [dose, effect] = columns;
  expect(dose?.values.length).toBe(7);
  // Each row that is left is one that was pasted, to the last digit.
  for (const [i, value] of (dose?.values ?? []).entries())
    expect(rows).toContain(`${value},${effect?.values[i]},${Math.round(value * 7) % 2}`);
});
