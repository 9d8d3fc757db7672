import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const huber = (delta: string): string =>
  `function forward(predictions, targets, delta = ${delta}) {\n  return F.huber_loss(predictions, targets, { delta });\n}\n`;

/** Resolves when a run has begun again: for a moment it stands at step 0. */
const begunAgain = (losslab: Losslab) =>
  losslab.page.waitForFunction(
    () => /^step 0\b/.test(document.querySelector('[aria-label="Training status"]')?.textContent ?? ""),
    null,
    { polling: "raf" },
  );

test("a number that is turned after a run makes its curves older, and Train runs what stands there", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.act("Remove", "B");
  await losslab.write(huber("0.5"));
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 60);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 60\b/);
  await expect(losslab.button("Pause")).toBeDisabled();
  const first = await losslab.fingerprint().innerText();
  await expect(page.getByText("of earlier code")).toHaveCount(0);
  await losslab.knob("delta").fill("0.9");
  await expect(losslab.lane().getByText("curves of earlier code")).toBeVisible();
  for (const figure of ["Training loss", "Fit"] as const)
    await expect(losslab.figure(figure).getByText("A: of earlier code")).toBeVisible();
  await expect(losslab.metrics().getByText("of earlier code")).toBeVisible();
  await expect(page.getByText(/curves are of an earlier version.*A \(code\)/)).toBeVisible();
  await losslab.button("Train").click();
  await expect(page.getByText(/of earlier code/)).toHaveCount(0);
  await expect(losslab.status()).toHaveText(/step 60\b/);
  await expect.poll(() => losslab.fingerprint().innerText()).not.toBe(first);

  // What is finished begins again, by button and by key.
  await expect(losslab.button("Pause")).toBeDisabled();
  let restarted = begunAgain(losslab);
  await losslab.button("Train").click();
  await restarted;
  await expect(losslab.status()).toHaveText(/step 60\b/);
  await expect(losslab.button("Pause")).toBeDisabled();
  restarted = begunAgain(losslab);
  await losslab.editor().press("ControlOrMeta+Enter");
  await restarted;
  await expect(losslab.status()).toHaveText(/step 60\b/);
  await losslab.set("Learning rate", 0.5);
  await expect(losslab.lane().getByText("curves of earlier settings")).toBeVisible();
  await losslab.set("Learning rate", 0.01);
  await expect(page.getByText(/of earlier/)).toHaveCount(0);
});

test("▶ runs one lane again: what is finished, and what was changed since", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.set("Steps", 40);
  await page.getByRole("button", { name: "Train lane A" }).click();
  await expect(losslab.figure("Training loss")).toContainText(/Lane A: .* at step 40/);
  await expect(page.getByRole("button", { name: "Train lane A" })).toBeVisible();
  let restarted = begunAgain(losslab);
  await page.getByRole("button", { name: "Train lane A" }).click();
  await restarted;
  await expect(losslab.figure("Training loss")).toContainText(/Lane A: .* at step 40/);
  await expect(page.getByRole("button", { name: "Train lane A" })).toBeVisible();
  await losslab.choose("Data set", /^Sine/);
  await expect(losslab.lane().getByText("curves of earlier data")).toBeVisible();
  restarted = begunAgain(losslab);
  await page.getByRole("button", { name: "Train lane A" }).click();
  await restarted;
  await expect(page.getByText(/of earlier/)).toHaveCount(0);
});

test("what runs and is no longer what stands there begins again; numbers turned meanwhile make it one of several versions", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.act("Remove", "B");
  await losslab.write(huber("0.5"));
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 500_000);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step [\d,]{2}/);
  await expect(losslab.button("Train")).toBeDisabled();
  await losslab.knob("delta").fill("0.9");
  await expect(losslab.lane().getByText("curves of several versions")).toBeVisible();
  await expect(page.getByText(/Numbers were turned while A trained/)).toBeVisible();
  await losslab.set("Seed", 3);
  await expect(losslab.lane().getByText("curves of earlier settings")).toBeVisible();
  const restarted = begunAgain(losslab);
  await losslab.button("Train").click();
  await restarted;
  await expect(losslab.status()).toHaveText(/step [\d,]{2}/);
  await expect(losslab.lane().getByText(/curves of/)).toHaveCount(0);
  await losslab.button("Pause").click();
  await expect(losslab.button("Pause")).toBeDisabled();
  const paused = await losslab.status().innerText();
  await losslab.button("Train").click();
  await expect(losslab.status()).not.toHaveText(paused);
  const step = (text: string): number => Number(text.match(/step ([\d,]+)/)?.[1]?.replaceAll(",", ""));
  expect(step(await losslab.status().innerText())).toBeGreaterThan(step(paused));
});
