/**
 * @file Finds a Chromium for the journeys, or installs one: LOSSLAB_CHROMIUM, then Playwright's own, then the
 * system's; failing those, Playwright's download, and where that can't be reached the distribution's package.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const system = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

function found(): string | null {
  const candidates = [process.env.LOSSLAB_CHROMIUM, chromium.executablePath(), ...system];
  return candidates.find((path) => path !== undefined && path !== "" && existsSync(path)) ?? null;
}

function attempt(command: string, ...args: string[]): void {
  try {
    execFileSync(command, args, { stdio: "inherit" });
  } catch {
    console.warn(`${command} ${args.join(" ")} did not succeed; going on with what there is.`);
  }
}

export function findBrowser(): string {
  const path = found();
  if (path === null) throw new Error("No Chromium here. Run: npm run browser, or set LOSSLAB_CHROMIUM to one.");
  return path;
}

function ensureBrowser(): string {
  if (found() === null) attempt("npx", "playwright", "install", "chromium");
  if (found() === null && process.platform === "linux") {
    const asRoot = process.getuid?.() === 0 ? [] : ["sudo"];
    for (const args of [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "chromium"],
    ]) {
      const [command = "", ...rest] = [...asRoot, ...args];
      attempt(command, ...rest);
    }
  }
  return findBrowser();
}

if (process.argv.includes("--ensure")) console.log(`Journeys run in ${ensureBrowser()}`);
