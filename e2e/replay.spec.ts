import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const fits = (page: Page): Promise<(string | null)[]> =>
  page
    .getByRole("figure", { name: "Fit" })
    .locator("path.curve")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));

/** The slowest lane too. */
async function ended(losslab: Losslab, steps: number): Promise<void> {
  await expect(losslab.replay()).toHaveAttribute("aria-valuetext", `step ${steps} of ${steps}`);
  await expect(losslab.button("Pause")).toBeDisabled();
}

async function trained(page: Page, steps: number): Promise<Losslab> {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.handling("B").selectOption({ label: "UPGrad" });
  await losslab.set("Steps", steps);
  await losslab.button("Train").click();
  await ended(losslab, steps);
  return losslab;
}

test("a run that is looked back at is, at each step, what a run of that many steps ends as; and its end is untouched", async ({
  page,
}) => {
  const losslab = await trained(page, 60);
  // The last row is speed, which is the machine's.
  const metrics = async () => (await losslab.metrics().locator("tbody tr").allInnerTexts()).slice(0, -1);
  const short = { metrics: await metrics(), fits: await fits(page) };
  await losslab.set("Steps", 300);
  await losslab.button("Train").click();
  await ended(losslab, 300);
  const end = { metrics: await metrics(), fits: await fits(page) };
  expect(end.fits).not.toEqual(short.fits);

  await losslab.replay().fill("60");
  await expect(losslab.replay()).toHaveAttribute("aria-valuetext", "step 60 of 300");
  expect(await fits(page)).toEqual(short.fits);
  // Curves are smoothed over other stretches in a longer run: what is measured is what has to agree.
  expect((await metrics()).slice(0, 5)).toEqual(short.metrics.slice(0, 5));
  await losslab.tab("Gradients", "B").click();
  await expect(losslab.panel("Gradients", "B")).toContainText("cosines, step 60");
  await expect(losslab.panel("Gradients", "B").getByRole("figure", { name: "Weights" })).toBeVisible();

  await losslab.replay().press("End");
  await expect(losslab.replay()).toHaveAttribute("aria-valuetext", "step 300 of 300");
  expect({ metrics: await metrics(), fits: await fits(page) }).toEqual(end);
});

test("Step and slow motion go on from any point, by keyboard too, and playing ends at the end", async ({ page }) => {
  const losslab = await trained(page, 200);
  const at = (step: number) => expect(losslab.replay()).toHaveAttribute("aria-valuetext", `step ${step} of 200`);
  await losslab.replay().focus();
  await page.keyboard.press("Home");
  await at(0);
  await page.keyboard.press("PageUp");
  await at(20);
  await page.keyboard.press("ArrowRight");
  await at(21);
  await losslab.button("Step").click();
  await at(22);
  await losslab.button("One step back").click();
  await at(21);
  await page.getByRole("group", { name: "Replay speed" }).getByRole("button", { name: "slow" }).click();
  const step = async (): Promise<number> =>
    Number(/\d+/.exec((await losslab.replay().getAttribute("aria-valuetext")) ?? "")?.[0]);
  await losslab.button("Play replay").click();
  await expect.poll(step).toBeGreaterThan(23);
  await losslab.button("Pause replay").click();
  // Slow: seconds to the end, not at once.
  expect(await step()).toBeLessThan(200);
  await losslab.replay().fill("190");
  await at(190);
  await page.getByRole("group", { name: "Replay speed" }).getByRole("button", { name: "1×" }).click();
  await losslab.button("Play replay").click();
  await at(200);
  await expect(losslab.button("Play replay")).toBeVisible();
});

test("a loss that is not a function of the seed shows its end, and says so", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(
    "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean().mul(1 + Math.random());\n}\n",
  );
  await losslab.set("Steps", 100);
  await losslab.button("Train").click();
  await expect(losslab.replay()).toHaveAttribute("aria-valuetext", "step 100 of 100");
  await losslab.replay().fill("90");
  await losslab.button("Play replay").click();
  await expect(page.getByRole("region", { name: "Replay" })).toContainText("A shows its end");
});

test("who wants less motion is shown a few pictures of the run, one after the other", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const losslab = await trained(page, 200);
  await losslab.button("Play replay").click();
  const seen = new Set<string | null>();
  const began = Date.now();
  while (Date.now() - began < 2_500) {
    seen.add(await losslab.replay().getAttribute("aria-valuetext"));
    await page.waitForTimeout(30);
  }
  expect(seen.size).toBeGreaterThan(1);
  expect(seen.size).toBeLessThanOrEqual(5);
});
