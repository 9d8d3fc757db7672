/** @file Takes README's screenshots of the built page: `npm run screenshots`. */
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.ts";
import { Losslab } from "./losslab.ts";

const port = 4189;

async function main(): Promise<void> {
  const server = spawn("node", ["app/serve.mjs"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    for (const theme of ["dark", "light"] as const) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        colorScheme: theme,
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const losslab = await Losslab.open(page, `http://localhost:${port}/`);
      await losslab.isReady("B");
      // In the dark the vector is made a step of, in the light it is refused.
      if (theme === "dark") await losslab.lane("B").getByLabel("Vector handling").selectOption({ label: "UPGrad" });
      await losslab.button("Train").click();
      await losslab.status().getByText("step 2,000").waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1000);
      await page.screenshot({ path: `e2e/screenshots/${theme}.png` });
      await context.close();
    }
  } finally {
    await browser.close();
    server.kill();
  }
}

await main();
