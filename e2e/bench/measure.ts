/**
 * @file Measures the page as a visitor meets it, in headless Chromium over the built page: first paint, first verdict, bytes, keystroke to
 * verdict, frames while training, steps a second. `npm run bench [-- --json FILE]`.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { Losslab } from "../losslab.ts";
import { sixtyLines } from "./sixty-lines.ts";

const port = 4188;
const address = `http://localhost:${port}/`;

/** Value below which `share` of the sorted numbers lie. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function withPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  // What compiles this file names functions through a helper that the page doesn't have.
  await page.addInitScript("globalThis.__name = (f) => f");
  try {
    return await use(page);
  } finally {
    await context.close();
  }
}

/** A cold visit: nothing cached. Times since navigation began. */
function coldVisit(browser: Browser): Promise<{ firstPaint: number; firstVerdict: number; bytes: number }> {
  return withPage(browser, async (page) => {
    let bytes = 0;
    page.on("requestfinished", async (request) => {
      const sizes = await request.sizes().catch(() => null);
      bytes += sizes === null ? 0 : sizes.responseBodySize + sizes.responseHeadersSize;
    });
    await Losslab.open(page, address);
    const firstVerdict = await page.evaluate(() => performance.now());
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    );
    await page.waitForTimeout(500);
    return { firstPaint, firstVerdict, bytes };
  });
}

/** Keystrokes that change a digit of the loss, so that every one of them changes the verdict's value. */
function keystrokes(browser: Browser, rounds: number): Promise<number[]> {
  return withPage(browser, async (page) => {
    const losslab = await Losslab.open(page, address);
    await losslab.write(sixtyLines);
    await page.waitForTimeout(3000);
    // The caret goes behind the first digit of `0.01` in the last statement.
    await losslab.editor().focus();
    await page.keyboard.press("ControlOrMeta+End");
    for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
    await page.evaluate(() => {
      const status = document.querySelector('[role="status"][aria-label="Verdict A"]');
      if (status === null) throw new Error("no verdict strip");
      const times: number[] = [];
      let pressed: number | null = null;
      document.addEventListener(
        "keydown",
        (event) => {
          pressed = event.timeStamp;
        },
        true,
      );
      new MutationObserver(() => {
        if (pressed === null) return;
        const start = pressed;
        pressed = null;
        requestAnimationFrame(() => times.push(performance.now() - start));
      }).observe(status, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { keystrokeTimes: times });
    });
    for (let i = 0; i < rounds; i++) {
      // A digit in, the same digit out: the text never grows.
      await page.keyboard.press(i % 2 === 0 ? String(1 + (i % 9)) : "Backspace");
      await page.waitForTimeout(180);
    }
    return page.evaluate(() => (window as Window & { keystrokeTimes?: number[] }).keystrokeTimes ?? []);
  });
}

function training(
  browser: Browser,
  language: "TypeScript" | "PyTorch",
): Promise<{ frames: number; longTasks: number; stepsPerSecond: string }> {
  return withPage(browser, async (page) => {
    const losslab = await Losslab.open(page, address);
    if (language === "PyTorch") await losslab.read("PyTorch");
    await losslab.isReady();
    await losslab.set("Steps", 200_000);
    await losslab.button("Train").click();
    await page.waitForTimeout(1000);
    const smooth = await page.evaluate(
      () =>
        new Promise<{ frames: number; longTasks: number }>((resolve) => {
          let frames = 0;
          let longTasks = 0;
          new PerformanceObserver((list) => {
            longTasks += list.getEntries().length;
          }).observe({ entryTypes: ["longtask"] });
          const start = performance.now();
          const count = (now: number) => {
            frames++;
            if (now - start < 3000) requestAnimationFrame(count);
            else resolve({ frames: (frames - 1) / ((now - start) / 1000), longTasks });
          };
          requestAnimationFrame(count);
        }),
    );
    const text = await page.getByLabel("Training status").textContent();
    return { ...smooth, stepsPerSecond: /[\d.,]+k? steps\/s/.exec(text ?? "")?.[0] ?? "unknown" };
  });
}

async function main(): Promise<void> {
  const server = spawn("node", ["app/serve.mjs"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
  try {
    await waitForServer();
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    const visits = [];
    for (let i = 0; i < 5; i++) visits.push(await coldVisit(browser));
    const times = await keystrokes(browser, 120);
    const smooth = await training(browser, "TypeScript");
    const python = await training(browser, "PyTorch");
    const results = {
      "first contentful paint, ms (median of 5)": Math.round(
        quantile(
          visits.map((visit) => visit.firstPaint),
          0.5,
        ),
      ),
      "first verdict, ms (median of 5)": Math.round(
        quantile(
          visits.map((visit) => visit.firstVerdict),
          0.5,
        ),
      ),
      "bytes over the wire, kB": Math.round(
        quantile(
          visits.map((visit) => visit.bytes),
          0.5,
        ) / 1000,
      ),
      [`keystroke to verdict on screen, ms (60 lines, n = ${times.length}), median`]: Math.round(quantile(times, 0.5)),
      "… 95 % of them below": Math.round(quantile(times, 0.95)),
      "frames a second while training": Math.round(smooth.frames),
      "tasks over 50 ms in 3 s of training": smooth.longTasks,
      "training speed (Auto MPG, MLP 1-32-32-1, batch 64)": smooth.stepsPerSecond,
      "… the same loss read as PyTorch": python.stepsPerSecond,
    };
    console.table(results);
    const file = process.argv.indexOf("--json");
    const path = file >= 0 ? process.argv[file + 1] : undefined;
    if (path !== undefined) writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
    await browser.close();
  } finally {
    server.kill();
  }
}

async function waitForServer(): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (
      await fetch(address).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at port ${port}. Run npm run build first.`);
}

await main();
