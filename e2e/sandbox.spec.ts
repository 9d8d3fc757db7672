import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const good = "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}";

/** Everything a worker could reach the outside, the page or its storage with. */
const doors =
  "fetch XMLHttpRequest WebSocket EventSource importScripts Worker SharedWorker indexedDB caches localStorage BroadcastChannel postMessage onmessage navigator location self FontFace OffscreenCanvas WebAssembly SharedArrayBuffer Atomics FinalizationRegistry setTimeout setInterval queueMicrotask URL Blob MessageChannel performance crypto";

test("a loss finds no door out of the sandbox", async ({ page }) => {
  const requests: string[] = [];
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  // What the page itself still fetches, its offline part, is not the loss's doing: a loss runs in another frame.
  page.on("request", (request) => {
    if (request.frame() !== page.mainFrame()) requests.push(request.url());
  });
  await losslab.write(`const names = "${doors}".split(" ");
function forward(predictions, targets) {
  const world = globalThis as unknown as Record<string, unknown>;
  console.log("open:", names.filter((name) => typeof world[name] !== "undefined").join(" ") || "none");
  return predictions.sub(targets).abs().mean();
}`);
  await losslab.tab(/Console/).click();
  await expect(losslab.panel("Console")).toHaveText("open: none");
  // A sandbox that the page starts meanwhile, for what it checks of the loss, is a file of its own.
  const own = (url: string): boolean => url.startsWith("blob:") || new URL(url).pathname === "/sandbox.html";
  expect(requests.filter((url) => !own(url))).toEqual([]);
});

const attempts: readonly { readonly title: string; readonly statement: string }[] = [
  { title: "compiling a string", statement: "eval('1');" },
  { title: "compiling through a constructor", statement: "(() => 1).constructor('return 1')();" },
  { title: "replacing a built-in", statement: "Array.prototype.map = null as never;" },
  {
    title: "replacing a tensor's method",
    statement: "(Object.getPrototypeOf(predictions) as { sub: unknown }).sub = null;",
  },
  {
    title: "throwing a proxy with traps",
    statement: "throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });",
  },
  { title: "asking for all the memory at once", statement: "torch.zeros(1e9);" },
];

for (const { title, statement } of attempts) {
  test(`${title} ends in an error, and the next loss is evaluated right`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    const before = await losslab.verdict().textContent();
    await losslab.write(
      `function forward(predictions, targets) {\n  ${statement}\n  return predictions.sub(targets).abs().mean();\n}`,
    );
    await expect(losslab.verdict()).toHaveText(/^Broken/);
    await losslab.write(good);
    await expect(losslab.verdict()).toHaveText(before ?? "");
  });
}

test("a flood of output is capped, and the page goes on", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(
    "function forward(predictions, targets) {\n  for (let i = 0; i < 100000; i++) console.log(i);\n  return predictions.sub(targets).abs().mean();\n}",
  );
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.tab(/Console/).click();
  await expect(losslab.panel("Console").getByRole("listitem")).toHaveCount(50);
  await expect(losslab.tab("Console 100,000")).toBeVisible();
  await expect(losslab.panel("Console")).toContainText("and 99,950 more");
});

test("a loss that hung at the last visit waits to be run", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("losslab.running", "1"));
  await page.goto("./");
  const losslab = new Losslab(page);
  await expect(losslab.verdict()).toHaveText(/^Stopped.*did not finish at your last visit/s);
  await losslab.fix("Run").click();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});
