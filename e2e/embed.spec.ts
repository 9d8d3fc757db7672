import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const { link }: { link: string } = JSON.parse(
  readFileSync(new URL("../app/document/link/forever/1-first-visit.json", import.meta.url), "utf8"),
);

/** Somebody else's page, from another origin. */
async function article(html: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>An article</title><p>About losses.</p>${html}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port }: AddressInfo = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/` };
}

test("a snippet shows one lane in somebody else's page, where it runs and leads back to the whole", async ({
  page,
  context,
  baseURL,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.button("Share link").click();
  const dialog = page.getByRole("dialog", { name: "Share link" });
  await dialog.getByText("Embed in a page").click();
  await dialog.getByRole("group", { name: "What is embedded" }).getByRole("button", { name: "A", exact: true }).click();
  await dialog.getByLabel("with controls").uncheck();
  await expect(dialog.getByLabel("Snippet")).toHaveValue(/\?embed=A&amp;controls=none#1/);
  const snippet = await dialog.getByLabel("Snippet").inputValue();

  const { server, url } = await article(snippet);
  try {
    await page.goto(url);
    const frame = page.frameLocator("iframe").first();
    await expect(frame.getByRole("status", { name: "Verdict A" })).toHaveText(/^Waiting/, { timeout: 30_000 });
    await expect(frame.getByRole("status", { name: "Verdict B" })).toHaveCount(0);
    await expect(frame.getByRole("combobox", { name: "Data set" })).toHaveCount(0);
    await frame.getByRole("button", { name: "Run" }).first().click();
    await expect(frame.getByRole("status", { name: "Verdict A" })).toHaveText(/^Scalar/);
    // Without a bar of settings one button does it all.
    const fingerprint = frame.getByLabel("Run fingerprint A");
    await frame.getByRole("button", { name: "Train", exact: true }).click();
    await expect(frame.getByRole("button", { name: "Train again" })).toBeVisible({ timeout: 30_000 });
    await expect(fingerprint).toHaveText(/^[0-9a-f]{16}$/);
    const hash = (await fingerprint.textContent()) ?? "";
    await frame.getByRole("button", { name: "Train again" }).click();
    await expect(frame.getByRole("button", { name: "Train again" })).toBeVisible({ timeout: 30_000 });
    await expect(fingerprint).toHaveText(hash);
    const [whole] = await Promise.all([
      context.waitForEvent("page"),
      frame.getByRole("link", { name: "Open in Losslab" }).click(),
    ]);
    expect(whole.url().startsWith(`${baseURL}#1`)).toBe(true);
    await expect(new Losslab(whole).verdict()).toHaveText(/^Waiting/);
    // The lane that was not shown is there too.
    await expect(new Losslab(whole).verdict("B")).toHaveText(/^Waiting/);
  } finally {
    server.close();
  }
});

test("an embedded comparison keeps nothing of its own", async ({ page }) => {
  const losslab = new Losslab(page);
  await page.goto(`./?embed#${link}`);
  await expect(losslab.verdict("B")).toHaveText(/^Waiting/);
  await losslab.button("Run").first().click();
  await losslab.set("Steps", 20);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveCount(0);
  await expect(losslab.fingerprint("A")).toHaveText(/^[0-9a-f]{16}$/);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("document")))).toEqual([]);
});

test("an article with a damaged link says what is wrong with it, and that what is shown is something else", async ({
  page,
  baseURL,
}) => {
  const { server, url } = await article(
    `<iframe src="${baseURL}?embed=A&amp;controls=none#${link.slice(0, 30)}" title="A loss" width="100%" height="720"></iframe>`,
  );
  try {
    await page.goto(url);
    const frame = page.frameLocator("iframe").first();
    await expect(frame.getByRole("alert").filter({ hasText: /cut off.*what Losslab begins with/ })).toBeVisible();
    await expect(frame.getByRole("button", { name: "Edit points" })).toBeHidden();
  } finally {
    server.close();
  }
});
