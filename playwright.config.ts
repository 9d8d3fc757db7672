import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./e2e/browser.ts";

const port = Number(process.env.LOSSLAB_E2E_PORT ?? 4187);

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  timeout: 90_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  // A browser on a shared machine is held up now and then. What needed a second try is counted and said (.ci/count.mjs).
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    baseURL: `http://localhost:${port}/`,
    colorScheme: "dark",
    // The cache for visits without a network is filled by journeys that ask for it.
    serviceWorkers: "block",
    permissions: ["clipboard-read", "clipboard-write"],
    // Recording costs a quarter of the time: it is for what failed, or by hand (--trace on).
    trace: "on-first-retry",
    launchOptions: {
      executablePath: findBrowser(),
      // As root (CI) Chromium has no sandbox of its own; the rest keeps it from talking to anybody but the page.
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node app/serve.mjs",
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
