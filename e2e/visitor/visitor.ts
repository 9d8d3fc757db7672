/** @file A visitor in any browser that puppeteer drives (Chromium, Firefox): what the attacks' table and Firefox's journeys need of the page. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser } from "../browser.ts";

export type BrowserName = "chromium" | "firefox";

const firefoxes = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

function pathOf(browser: BrowserName): string {
  if (browser === "chromium") return findBrowser();
  const path = [process.env.LOSSLAB_FIREFOX, ...firefoxes].find((each) => each !== undefined && existsSync(each));
  if (path === undefined)
    throw new Error(
      "No Firefox here. On Debian and Ubuntu: apt-get install -y firefox-esr. Elsewhere install Firefox, and set LOSSLAB_FIREFOX to its program.",
    );
  return path;
}

/** Puppeteer's own put sandboxed frames into the page's process; nobody's browser does. */
const chromiumArgs = (): string[] =>
  puppeteer
    .defaultArgs({ browser: "chrome", headless: true, args: ["--no-sandbox", "--disable-background-networking"] })
    .map((arg) => (arg.startsWith("--disable-features=") ? arg.replace(",IsolateSandboxedIframes", "") : arg));

/** Seconds of the processor and bytes, of a browser with all its processes. */
export interface Usage {
  readonly time: number;
  readonly memory: number;
}

const TICKS = 100;

/** Linux tells; elsewhere it is nothing. */
function usageOfTree(root: number): Usage {
  const processes = new Map<number, { readonly parent: number; readonly usage: Usage }>();
  for (const name of existsSync("/proc") ? readdirSync("/proc") : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // What stands before the last bracket is the program's name, which may hold anything.
      const fields = readFileSync(`/proc/${name}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      const [parent, user, system, pages] = [fields[1], fields[11], fields[12], fields[21]].map(Number);
      const usage = { time: ((user ?? 0) + (system ?? 0)) / TICKS, memory: (pages ?? 0) * 4096 };
      processes.set(Number(name), { parent: parent ?? 0, usage });
    } catch {
      // It has ended meanwhile.
    }
  }
  const belongs = (id: number): boolean =>
    id === root || (processes.has(id) && belongs(processes.get(id)?.parent ?? 0));
  return [...processes]
    .filter(([id]) => belongs(id))
    .reduce((sum, [, { usage }]) => ({ time: sum.time + usage.time, memory: sum.memory + usage.memory }), {
      time: 0,
      memory: 0,
    });
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Visitor {
  /** Requests to others, dialogs, windows. */
  readonly sink: string[] = [];
  readonly errors: string[] = [];

  private constructor(
    readonly browser: Browser,
    readonly page: Page,
    readonly address: string,
  ) {}

  static async arrive(name: BrowserName, address: string): Promise<Visitor> {
    const executablePath = pathOf(name);
    const browser = await puppeteer.launch(
      name === "firefox"
        ? { browser: "firefox", executablePath, headless: true }
        : { browser: "chrome", executablePath, ignoreDefaultArgs: true, args: chromiumArgs() },
    );
    const page = await browser.newPage();
    const visitor = new Visitor(browser, page, address);
    await page.setViewport({ width: 1440, height: 900 });
    page.on("dialog", (dialog) => {
      visitor.sink.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("popup", () => visitor.sink.push("a window"));
    page.on("pageerror", (error) => {
      // Each realm tries its own walls, a reload ends what is being fetched, and a frame that the network doesn't bring shows Firefox's own page: it tells of all.
      if (!/Content-Security-Policy|AbortError|aboutNetError/.test(String(error))) visitor.errors.push(String(error));
    });
    page.on("request", (request) => {
      const { protocol, origin, pathname } = new URL(request.url());
      if (pathname.includes("sink") || (protocol.startsWith("http") && origin !== new URL(address).origin))
        visitor.sink.push(request.url());
    });
    await visitor.open();
    return visitor;
  }

  async open(hash = ""): Promise<void> {
    await this.page.goto(`${this.address}${hash}`);
    await this.settled();
  }

  leave(): Promise<void> {
    return this.browser.close();
  }

  usage(): Usage {
    const id = this.browser.process()?.pid;
    return id === undefined ? { time: 0, memory: 0 } : usageOfTree(id);
  }

  verdict(lane = "A"): Promise<string> {
    return this.labelled(`Verdict ${lane}`);
  }

  labelled(label: string): Promise<string> {
    return this.page.evaluate((name) => document.querySelector(`[aria-label="${name}"]`)?.textContent ?? "", label);
  }

  /** Waits until it is so. Says what it waited for where it never is. */
  async until(what: string, isSo: () => Promise<boolean>, timeout = 30_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!(await isSo())) {
      if (Date.now() > end)
        throw new Error(
          `Waited ${timeout / 1000} s for this: ${what}. The verdicts are: ${await this.verdict()} / ${await this.verdict("B")}`,
        );
      await sleep(20);
    }
  }

  /** The verdict on what stands there. */
  async settled(lane = "A", timeout = 60_000): Promise<string> {
    const ended = /^(Scalar|Vector|Not a scalar|No gradient|Broken|Stopped)/;
    await this.until("a verdict", async () => ended.test(await this.verdict(lane)), timeout);
    return this.verdict(lane);
  }

  /** Replaces everything in the editor, by pasting. */
  async write(source: string, lane = "A"): Promise<void> {
    await this.page.focus(`[aria-label="Loss ${lane}"]`);
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press("a");
    await this.page.keyboard.up("Control");
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      // Firefox makes no event that carries data.
      const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "clipboardData", { value: clipboardData });
      document.activeElement?.dispatchEvent(event);
    }, source);
  }

  finds(selector: string): Promise<boolean> {
    return this.page.evaluate((selected) => document.querySelector(selected) !== null, selector);
  }

  /** Presses the button that is called so; false where there is none. */
  press(name: string): Promise<boolean> {
    return this.page.evaluate((called) => {
      const button = [...document.querySelectorAll("button")].find(
        (each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").trim() === called,
      );
      button?.click();
      return button !== undefined;
    }, name);
  }

  /** From now on the longest time in which the page did not come to its turn is known. */
  watchGaps(): Promise<void> {
    return this.page.evaluate(
      `(() => {
        const watch = { worst: 0, last: performance.now() };
        globalThis.losslabGaps = watch;
        const channel = new MessageChannel();
        const turn = () => {
          const now = performance.now();
          watch.worst = Math.max(watch.worst, now - watch.last);
          watch.last = now;
          setTimeout(() => channel.port2.postMessage(null), 4);
        };
        channel.port1.onmessage = turn;
        turn();
      })()`,
    ) as Promise<void>;
  }

  /** In milliseconds, since it was last asked. */
  worstGap(): Promise<number> {
    return this.page.evaluate(
      "(() => { const { worst } = globalThis.losslabGaps; globalThis.losslabGaps.worst = 0; return worst; })()",
    ) as Promise<number>;
  }

  /** All that the site keeps here, by name, but for the mark that something runs, which comes and goes. */
  kept(): Promise<string> {
    return this.page.evaluate(async () =>
      JSON.stringify([
        Object.keys(localStorage)
          .filter((name) => name !== "losslab.running")
          .sort(),
        (await indexedDB.databases()).map(({ name }) => name).sort(),
        document.cookie,
      ]),
    );
  }
}
