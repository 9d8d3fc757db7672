import { createServer, type Server } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

test.use({ serviceWorkers: "allow" });

test("after the first visit the page works without a network, both languages and the sandbox included", async ({
  page,
  context,
}) => {
  test.slow();
  const losslab = await Losslab.open(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.reload();
  await losslab.isReady();
  await losslab.isReady("B");
  await losslab.write(
    "function forward(predictions, targets) {\n  return predictions.sub(targets).square().mean();\n}",
  );
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 30);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 30\b/);
  // The sandbox that came out of the cache is as tight as the other.
  await losslab.write(`const names = "fetch XMLHttpRequest WebSocket importScripts Worker indexedDB caches BroadcastChannel navigator WebAssembly".split(" ");
function forward(predictions, targets) {
  const world = globalThis as unknown as Record<string, unknown>;
  console.log("open:", names.filter((name) => typeof world[name] !== "undefined").join(" ") || "none");
  try { eval("1"); console.log("eval works"); } catch { console.log("eval is refused"); }
  return predictions.sub(targets).abs().mean();
}`);
  await losslab.tab(/Console/).click();
  await expect(losslab.panel("Console")).toContainText("open: none");
  await expect(losslab.panel("Console")).toContainText("eval is refused");
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll("iframe")].every(
        (frame) => frame.getAttribute("sandbox") === "allow-scripts" && frame.contentDocument === null,
      ),
    ),
  ).toBe(true);
});

/** The page from a place of its own, where a newer one can appear. */
class Publisher {
  isNewer = false;
  #server: Server | null = null;

  async start(from: string): Promise<string> {
    const server = createServer(async (request, response) => {
      const answer = await fetch(new URL(request.url ?? "/", from));
      const body = Buffer.from(await answer.arrayBuffer());
      const path = new URL(request.url ?? "/", from).pathname;
      response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") ?? "text/plain" });
      response.end(this.isNewer && path === "/sw.js" ? Buffer.concat([body, Buffer.from("\n// newer")]) : body);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, "localhost", () => resolve()));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://localhost:${address.port}/`;
  }

  stop(): void {
    this.#server?.close();
  }
}

const hasWaiting = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);

test("a newer page is offered, ends no run before it is asked to, and keeps what was written", async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const publisher = new Publisher();
  const url = await publisher.start(baseURL ?? "");
  try {
    const losslab = await Losslab.open(page, url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await losslab.write(
      "// mine\nfunction forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}",
    );
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    const notice = page.getByRole("status").filter({ hasText: "A newer Losslab is here" });
    await expect(notice).toBeHidden();

    publisher.isNewer = true;
    await page.reload();
    await losslab.isReady();
    await losslab.set("Steps", 1_000_000);
    await losslab.button("Train").click();
    await expect(notice).toBeVisible({ timeout: 30_000 });
    const step = await losslab.status().textContent();
    await expect(losslab.status()).not.toHaveText(step ?? "");
    await notice.getByRole("button", { name: "Later" }).click();
    await expect(notice).toBeHidden();
    await expect(losslab.button("Pause")).toBeEnabled();

    const other = await Losslab.open(await context.newPage(), url);
    const second = other.page.getByRole("status").filter({ hasText: "A newer Losslab is here" });
    await expect(second).toBeVisible({ timeout: 30_000 });
    expect(await hasWaiting(other.page)).toBe(true);
    await Promise.all([other.page.waitForEvent("load"), second.getByRole("button", { name: "Update now" }).click()]);
    await other.isReady();
    expect(await hasWaiting(other.page)).toBe(false);
    expect(await other.text()).toContain("// mine");

    // The first tab is the older now: it says so, and goes on.
    await page.bringToFront();
    await expect(page.getByRole("status").filter({ hasText: "updated in another tab" })).toBeVisible();
    await expect(losslab.button("Pause")).toBeEnabled();
    await Promise.all([page.waitForEvent("load"), losslab.button("Reload").click()]);
    await losslab.isReady();
    expect(await losslab.text()).toContain("// mine");
  } finally {
    publisher.stop();
  }
});
