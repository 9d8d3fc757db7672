import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

test("ten seeds decide between two losses; each of them is the run that it is alone, to the last bit; a link brings them along", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.handling("B").selectOption("Mean");
  await losslab.set("Steps", 200);
  const seeds = page.getByRole("combobox", { name: "Seeds" });
  const study = page.getByRole("status", { name: "Study" });
  await seeds.selectOption("10");
  await losslab.button("Train").click();
  await expect(study).toHaveText(/^20 runs in/, { timeout: 40_000 });
  await expect(page.getByText(/is better in (10|\d) of 10 seeds/)).toBeVisible();
  const table = page.getByRole("table", { name: "Metrics over seeds" });
  await expect(table.getByRole("row", { name: /^MSE/ })).toContainText(/\d ± \d/);
  await expect(table.getByRole("row", { name: "diverged" })).toContainText("0 of 10");

  await losslab.button("Seed 3").click();
  await expect(page.getByText("seed 3 alone")).toBeVisible();
  await expect(losslab.fingerprint("A")).toHaveText(/[0-9a-f]{16}/);
  const inStudy = [await losslab.fingerprint("A").innerText(), await losslab.fingerprint("B").innerText()];
  await losslab.button("All seeds").click();
  await expect(table).toBeVisible();

  await losslab.button("Share link").click();
  const url = await losslab.link();
  await page.goto("about:blank");
  await page.goto(url);
  await losslab.isReady("B");
  await expect(seeds).toHaveValue("10");
  await seeds.selectOption("1");
  await losslab.set("Seed", 3);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 200\b/);
  await expect(losslab.fingerprint("A")).toHaveText(inStudy[0] ?? "");
  await expect(losslab.fingerprint("B")).toHaveText(inStudy[1] ?? "");
});

test("a sweep of lr and a fair lr say where each lane is at its best, and set the lanes there", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.handling("B").selectOption("Mean");
  await losslab.set("Steps", 40);
  await page.getByRole("tab", { name: "Sweep" }).click();
  const study = page.getByRole("status", { name: "Study" });
  await page.getByRole("textbox", { name: "Values of lr" }).fill("0.0001 0.03");
  await losslab.button("Sweep: 4 runs").click();
  await expect(study).toHaveText(/^4 runs in/, { timeout: 40_000 });
  const best = page.getByRole("table", { name: "Each at its best" });
  await expect(best.getByRole("row", { name: /^lr/ })).toContainText(/0\.03.*0\.03/);
  await expect(page.getByRole("table", { name: /^A: MSE on validation, lr × seed/ }).getByRole("cell")).toHaveCount(2);
  await losslab.button("Use these").click();
  await expect(page.getByRole("spinbutton", { name: "Learning rate" })).toHaveValue("0.03");

  await losslab.button("Fair lr").click();
  const fair = page.getByRole("region", { name: "Fair learning rates" });
  await expect(fair).toContainText(/A is best with lr [\d.]+ \(MSE [\d.]+, median of 4 seeds, 25 runs/, {
    timeout: 60_000,
  });
  await expect(fair).toContainText(/B is best with lr/);
});

test("runs that were made are kept: one is pinned and compared, restored as a lane, deleted and brought back, and passed on by a link of its own", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.act("Remove", "B");
  await losslab.set("Steps", 40);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 40\b/);
  const first = await losslab.fingerprint().innerText();
  await losslab.set("Learning rate", 0.3);
  await losslab.button("Train").click();
  await expect.poll(() => losslab.fingerprint().innerText()).not.toBe(first);
  await page.getByRole("tab", { name: "Runs" }).click();
  const runs = page.getByRole("table", { name: "Runs", exact: true });
  const earlier = runs.getByRole("row", { name: /lr 0\.01/ });
  await earlier.getByRole("checkbox").check();
  await expect(page.getByRole("table", { name: "Runs compared" }).getByRole("row", { name: /^lr/ })).toContainText(
    "0.01",
  );
  await earlier.getByRole("textbox").fill("slow");
  await earlier.getByRole("textbox").press("Enter");
  await earlier.getByRole("button", { name: "Pin “slow”" }).click();
  const act = async (title: string) => {
    await page.getByRole("button", { name: "Actions of “slow”" }).click();
    await page.getByRole("menuitem", { name: title }).click();
  };
  await act("Restore as a lane");
  await expect(page.getByRole("table", { name: "Runs compared" })).toContainText("as A");
  await act("Delete");
  await expect(runs.getByRole("button", { name: "Pin “slow”" })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(runs.getByRole("button", { name: "Pin “slow”", pressed: true })).toBeVisible();
  await act("Link of this run");
  const link = await page.getByRole("textbox", { name: "Link of the run" }).inputValue();

  await page.reload();
  await losslab.isReady("A");
  await page.getByRole("tab", { name: "Runs" }).click();
  await expect(runs.getByRole("button", { name: "Pin “slow”", pressed: true })).toBeVisible();

  await page.goto("about:blank");
  await page.goto(link);
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 40\b/);
  await expect(losslab.fingerprint()).toHaveText(first);
  await expect(page.getByText("✓ reproduced")).toBeVisible();
});
