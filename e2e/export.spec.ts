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
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("DistributedDataParallel(model)");

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
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).abs().median();\n}");
  await losslab.isReady();
  await losslab.button("Export").click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("textbox", { name: "train.py" })).toHaveValue(/\.abs\(\)\.median\(\)/);
  await dialog.getByRole("button", { name: "Keras loss" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/^Line \d+: median has no counterpart in Keras here$/);
});
