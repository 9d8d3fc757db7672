/**
 * A stranger's programs through the page, typed and by link: nothing leaves, nothing is lost, the other lane is as it was, and the next loss is right.
 * Times are measured by hand (npm run attacks): machines that test are noisy.
 */
import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { Losslab } from "../losslab.ts";
import { linkTo } from "./links.ts";
import { attackClasses, honest } from "./programs.ts";

/** An honest loss's verdict is there again after so many milliseconds. Two journeys share a small machine. */
const RECOVERY = 10_000;
/** So many of each class come by link too; all of them by hand (LOSSLAB_ATTACKS=all), for a link runs the same way. */
const BY_LINK = 2;
const byHand = process.env.LOSSLAB_ATTACKS === "all";
const ended = /^(Scalar|Vector|Not a scalar|No gradient|Broken|Stopped)/;
const MEGABYTE = 1024 ** 2;

/** Every request that is not the page's own file, every dialog, every new window. */
function sinkOf(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    const { protocol, pathname, origin } = new URL(request.url());
    const isOwn = request.frame() === page.mainFrame() && origin === new URL(page.url()).origin;
    if (pathname.includes("sink") || !(isOwn || protocol === "blob:" || pathname === "/sandbox.html"))
      seen.push(request.url());
  });
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("popup", (popup) => seen.push(popup.url()));
  return seen;
}

/** What no program may touch: a draft of another document, a note and a cache that the page itself never writes, to the letter; and what else is there, by name. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const opened = indexedDB.open("somebody's");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    const read = database.objectStoreNames.contains("drafts")
      ? database.transaction("drafts").objectStore("drafts").getAll()
      : null;
    const drafts =
      read &&
      (await new Promise((resolve) => {
        read.onsuccess = () => resolve(read.result);
      }));
    database.close();
    return {
      drafts,
      note: localStorage.getItem("somebody's"),
      cached: (await (await caches.match("./somebodys"))?.text()) ?? null,
      local: Object.keys(localStorage).sort(),
      databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
      caches: await caches.keys(),
      cookies: document.cookie,
    };
  });

/** Leaves in each place of the origin what a program would find there, if it got there. */
const leave = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    localStorage.setItem("somebody's", "a note");
    await (await caches.open("somebody's")).put("./somebodys", new Response("an answer"));
    const opened = indexedDB.open("somebody's");
    opened.onupgradeneeded = () => opened.result.createObjectStore("drafts", { keyPath: "id" });
    await new Promise<void>((resolve, reject) => {
      opened.onsuccess = () => {
        const written = opened.result.transaction("drafts", "readwrite");
        written.objectStore("drafts").put({ id: 1, text: "a draft" });
        written.oncomplete = () => {
          opened.result.close();
          resolve();
        };
      };
      opened.onerror = () => reject(opened.error);
    });
  });

interface Usage {
  /** Seconds of the processor. */
  readonly time: number;
  readonly memory: number;
}

/** Of all pages and frames together. */
async function usageOf(browser: Browser): Promise<Usage> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  return {
    time: renderers.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    memory: renderers.reduce((sum, { id }) => sum + residentOf(id), 0),
  };
}

/** Bytes; 0 where this system does not tell, or the process has gone. */
function residentOf(id: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** No core burns, and what was taken is given back. */
async function expectQuiet(page: Page, browser: Browser, before: Usage): Promise<void> {
  const excess = async (): Promise<string> => {
    const { time } = await usageOf(browser);
    await page.waitForTimeout(1000);
    const now = await usageOf(browser);
    const busy = now.time - time;
    const grown = (now.memory - before.memory) / MEGABYTE;
    return busy < 0.3 && grown < 400
      ? "quiet"
      : `${busy.toFixed(2)} s of a core in a second, ${grown.toFixed(0)} MB more`;
  };
  await expect.poll(excess, { timeout: 30_000 }).toBe("quiet");
}

/** The verdict on an honest text: on that, once it stands there, and not on what stood there before. */
async function verdictOn(losslab: Losslab, source: string, value: string, lane = "A"): Promise<string> {
  await losslab.write(source, lane);
  await expect.poll(() => losslab.text(lane)).toBe(source);
  await expect(losslab.verdict(lane)).toHaveText(new RegExp(`^Scalar.*${value.replace(".", "\\.")}.*norm`, "s"));
  return losslab.verdict(lane).innerText();
}

/** How a lane trains, to the bit. */
async function fingerprintOf(losslab: Losslab, lane: string): Promise<string> {
  const reset = losslab.button("Reset");
  // A run that was made before is shown in a moment where the text is that again: this is to be another.
  await expect(async () => {
    if (await reset.isEnabled()) await reset.click();
    await losslab.page.waitForTimeout(300);
    await expect(losslab.status()).toHaveText(/step 0\b/, { timeout: 100 });
  }).toPass({ timeout: 10_000 });
  await losslab.page.getByRole("button", { name: `Train lane ${lane}` }).click();
  await expect(losslab.status()).toHaveText(/step 200\b/, { timeout: 30_000 });
  // The table is drawn a turn after the status.
  let fingerprint = "";
  await expect(async () => {
    const before = fingerprint;
    fingerprint = await losslab.fingerprint(lane).innerText();
    expect(fingerprint).toMatch(/[0-9a-f]{6}/);
    expect(fingerprint).toBe(before);
  }).toPass({ intervals: [300], timeout: 10_000 });
  await losslab.button("Reset").click();
  return fingerprint;
}

for (const { title, programs } of attackClasses) {
  test(`a loss that ${title} does no harm, nor to the next one, typed or by link`, async ({ page, browser }) => {
    test.setTimeout(60_000 + programs.length * 45_000);
    const losslab = await Losslab.open(page);
    await losslab.isReady("B");
    await losslab.set("Steps", 200);
    const right = await verdictOn(losslab, honest, "0.7819");
    const other = await verdictOn(losslab, honest.replace("abs", "square"), "0.8765", "B");
    const trained = [await fingerprintOf(losslab, "A"), await fingerprintOf(losslab, "B")];
    await leave(page);
    const storage = await kept(page);
    expect(storage).toMatchObject({ drafts: [{ id: 1, text: "a draft" }], note: "a note", cached: "an answer" });
    const sink = sinkOf(page);
    const before = await usageOf(browser);

    const isContained = async (): Promise<void> => {
      await expect(losslab.verdict()).toHaveText(ended, { timeout: 20_000 });
      expect((await losslab.verdict().innerText()).length).toBeLessThan(3000);
      await expect(losslab.lane().locator(".verdict a")).toHaveCount(0);
      await losslab.write(honest);
      await expect(async () => {
        // What came by link and could not be compiled was never run: its text waits still.
        if (await losslab.fix("Run").isVisible()) await losslab.fix("Run").click();
        await expect(losslab.verdict()).toHaveText(right, { timeout: 500 });
      }).toPass({ timeout: RECOVERY });
    };

    for (const program of programs) {
      await losslab.write(program.source);
      await expect(losslab.verdict()).not.toHaveText(right, { timeout: 20_000 });
      await isContained();
      await expect(losslab.verdict("B")).toHaveText(other);
    }
    expect([await fingerprintOf(losslab, "A"), await fingerprintOf(losslab, "B")]).toEqual(trained);

    const links = programs.flatMap((program) => linkTo(program) ?? []);
    for (const link of byHand ? links : links.slice(0, BY_LINK)) {
      await page.goto(`./#${link}`);
      await expect(losslab.verdict()).toHaveText(/^(Waiting|Broken)/, { timeout: 30_000 });
      const run = losslab.fix("Run");
      if (await run.isVisible()) await run.click();
      await isContained();
    }
    await expectQuiet(page, browser, before);
    expect(await kept(page)).toEqual(storage);
    expect(sink).toEqual([]);
  });
}
