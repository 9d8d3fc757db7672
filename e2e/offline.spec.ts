import { createServer, type Server } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

test.use({ serviceWorkers: "allow" });

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "localhost", () => resolve()));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://localhost:${address.port}/`;
}

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
  // Nor does a loss that never ends do more there.
  await losslab.write(
    "function forward(predictions, targets) {\n  /^(a+)+$/.test('a'.repeat(64) + '!');\n  return predictions.sub(targets).abs().mean();\n}",
  );
  await expect(losslab.verdict()).toHaveText(/^Stopped/);
  await losslab.write("function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll("iframe")].every(
        (frame) => frame.getAttribute("sandbox") === "allow-scripts" && frame.contentDocument === null,
      ),
    ),
  ).toBe(true);
});

test("the sandbox out of the cache lets nothing out, not even what got past its worker", async ({ page }) => {
  test.slow();
  const losslab = await Losslab.open(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The network is there, for whoever reaches it; only the sandbox's document is not.
  await page.route("**/sandbox.html", (route) =>
    route.request().isNavigationRequest() ? route.abort() : route.continue(),
  );
  await page.reload();
  // The verdict stands there before any sandbox: what opens has been judged already.
  const sandbox = () => page.frames().find((each) => each !== page.mainFrame());
  await expect.poll(() => sandbox()?.url()).toBe("about:srcdoc");
  await losslab.isReady();
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end();
  });
  const outside = await listening(server);
  const frame = sandbox();
  if (frame === undefined) throw new Error("no sandbox");
  const open = await frame.evaluate(async (outside) => {
    const settled = (event: EventTarget, good: string, bad: string): Promise<boolean> =>
      new Promise((resolve) => {
        event.addEventListener(good, () => resolve(true), { once: true });
        event.addEventListener(bad, () => resolve(false), { once: true });
        setTimeout(resolve, 2000, false);
      });
    const worked = async (attempt: () => unknown): Promise<boolean> => {
      try {
        return (await attempt()) !== false;
      } catch {
        return false;
      }
    };
    const added = (tag: string, part: Record<string, string>): Promise<boolean> => {
      const element = Object.assign(document.createElement(tag), part);
      document.body.append(element);
      return settled(element, "load", "error");
    };
    const attempts: Record<string, () => unknown> = {
      fetch: () => fetch(outside),
      "fetch without cors": () => fetch(outside, { mode: "no-cors" }),
      // It promises to try; whether anything came is known outside.
      beacon: () => navigator.sendBeacon(outside) && false,
      socket: () => settled(new WebSocket(outside.replace("http", "ws")), "open", "error"),
      image: () => added("img", { src: `${outside}icon.svg` }),
      script: () => added("script", { src: `${outside}assets/x.js` }),
      style: () => added("link", { rel: "stylesheet", href: `${outside}x.css` }),
      frame: async () => (await added("iframe", { src: outside })) && frames[0]?.location.href !== undefined,
      "inline script": async () => {
        await Promise.race([added("script", { text: "globalThis.ran = 1" }), null]);
        return Reflect.get(globalThis, "ran") === 1;
      },
      page: () => parent.document.title,
      "the page's script": () => Reflect.get(parent, "document"),
      localStorage: () => localStorage.length,
      sessionStorage: () => sessionStorage.length,
      database: () => settled(indexedDB.open("x"), "success", "error"),
      caches: () => caches.keys(),
      "service worker": () => navigator.serviceWorker.getRegistrations(),
      window: () => window.open(outside) !== null,
      top: () => {
        if (top !== null) top.location.href = outside;
      },
    };
    const found: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) if (await worked(attempt)) found.push(name);
    return found;
  }, outside);
  expect(open).toEqual([]);
  // Who may knock is heard, and nobody else was.
  await fetch(outside);
  expect(hits).toEqual(["/"]);
  server.close();
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
    return listening(server);
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
    await expect.poll(() => other.text()).toContain("// mine");

    // The first tab is the older now: it says so, and goes on.
    await page.bringToFront();
    await expect(page.getByRole("status").filter({ hasText: "updated in another tab" })).toBeVisible();
    await expect(losslab.button("Pause")).toBeEnabled();
    await Promise.all([page.waitForEvent("load"), losslab.button("Reload").click()]);
    await losslab.isReady();
    await expect.poll(() => losslab.text()).toContain("// mine");
  } finally {
    publisher.stop();
  }
});
