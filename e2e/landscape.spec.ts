import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

test("Landscape draws the loss round the way of each run: planes, values by key, a table beside, basins, numbers", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await page.getByRole("tablist", { name: "Dock" }).getByRole("tab", { name: "Landscape" }).click();
  await expect(page.getByText("Train, and see the loss round the way that each run took.")).toBeVisible();
  await losslab.set("Steps", 60);
  await losslab
    .button(/^Train/)
    .first()
    .click();
  const map = losslab.figure("Landscape");
  await expect(map).toContainText("lines of equal loss", { timeout: 30_000 });
  await expect(map.locator("svg.recharts-surface").first()).toContainText("principal direction 1");
  await page.getByRole("combobox", { name: "Plane" }).selectOption("parameters");
  await expect(page.getByRole("table", { name: /^A: loss over \d\.(weight|bias)/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("status", { name: "Landscape" })).toHaveText("", { timeout: 30_000 });
  const crosshair = page.getByRole("slider", { name: "Values at a place of the landscape" });
  await crosshair.press("ArrowRight");
  await expect(crosshair).toHaveAttribute("aria-valuetext", /^at -?[\d.]+, -?[\d.]+; lane A: loss [\d.]+$/);
  await page.getByRole("button", { name: "Find basins" }).click();
  await expect(page.getByRole("table", { name: /^A: ends of starts/ })).toBeVisible({ timeout: 60_000 });
  const saving = page.waitForEvent("download");
  await map.getByRole("button", { name: "Save landscape" }).click();
  await page.getByRole("menuitem", { name: "Numbers (CSV)" }).click();
  const csv = await readFile(await (await saving).path(), "utf8");
  expect(csv.split("\n").length).toBeGreaterThan(625);
});

const two = `def forward(predictions, targets):
    d = predictions - targets
    return {"square": (d ** 2).mean(), "size": (predictions ** 2).mean()}
`;

test("Components draws what a vector's components did over the run, and the front of two of them", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await page.getByRole("tablist", { name: "Dock" }).getByRole("tab", { name: "Components" }).click();
  await expect(page.getByText("return a vector, choose its handling, and train")).toBeVisible();
  await losslab.write(two);
  await expect(losslab.verdict()).toContainText("2");
  await losslab.handling("A").selectOption("UPGrad");
  await losslab.set("Steps", 40);
  await losslab
    .button(/^Train/)
    .first()
    .click();
  const losses = page.getByRole("figure", { name: "Component losses" });
  await expect(losses).toContainText("A: 2 components, the first one strongest", { timeout: 30_000 });
  for (const name of ["Weights of components", "Cosines of gradients", "Share of pairs in conflict"])
    await expect(page.getByRole("figure", { name })).toBeVisible();
  const crosshair = page.getByRole("slider", { name: "Values at a step of the components" });
  await crosshair.press("ArrowRight");
  await expect(crosshair).toHaveAttribute("aria-valuetext", /^step 1; lane A square: [\d.]+; lane A size: [\d.]+$/);
  await page.getByRole("button", { name: /^Find front: \d+ runs$/ }).click();
  const table = page.getByRole("table", { name: "Pareto front" });
  await expect(table.getByRole("row", { name: /weights 1, 1 .*/ })).toBeVisible({ timeout: 60_000 });
  await expect(table).toContainText("●");
});
