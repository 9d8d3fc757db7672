/**
 * @file `npm run bench [-- --only engine|page] [--quick] [--peers losslab,jax,…] [--json FILE]`: the engine against its peers, and the page
 * as a visitor meets it, in headless Chromium.
 */
import { writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { findBrowser } from "../browser.ts";
import { measureEngine } from "./engine.ts";
import { readOptions } from "./options.ts";
import { measurePage } from "./page/page.ts";

const options = readOptions(process.argv.slice(2));
if (options.only !== "engine") await build({ logLevel: "error" });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  const engine = options.only === "page" ? null : await measureEngine(browser, options);
  const page = options.only === "engine" ? null : await measurePage(browser, options);
  const found = { chromium: browser.version(), engine, page };
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(found, null, 2)}\n`);
} finally {
  await browser.close();
}
