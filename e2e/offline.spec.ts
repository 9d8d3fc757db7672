import { expect, test } from "@playwright/test";
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
