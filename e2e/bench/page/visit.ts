/** @file The built page, served as it is shipped, visited by a browser that has nothing cached. */
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { Losslab } from "../../losslab.ts";

const port = 4188;
export const address = `http://localhost:${port}/`;

export async function withServer<T>(use: () => Promise<T>): Promise<T> {
  const server = spawn("node", ["app/serve.mjs"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
  try {
    await answers();
    await compressed();
    return await use();
  } finally {
    server.kill();
  }
}

async function answers(): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const isThere = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at port ${port}.`);
}

/** A host has its files compressed before anybody comes; this server does it when one is first asked for. */
async function compressed(): Promise<void> {
  const page = await fetch(address).then((answer) => answer.text());
  const named = [...page.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);
  const scripts = readdirSync("dist/assets").flatMap((name) => (/\.(js|css)$/.test(name) ? `./assets/${name}` : []));
  for (const path of new Set([...named, ...scripts, "./sandbox.html"]))
    await fetch(new URL(path, address)).then((answer) => answer.arrayBuffer());
}

export async function withPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
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

export interface Visit {
  /** Milliseconds since navigation began. */
  readonly firstPaint: number;
  readonly firstVerdict: number;
  readonly bytes: number;
}

export function coldVisit(browser: Browser): Promise<Visit> {
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
