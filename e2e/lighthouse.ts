/**
 * @file `npm run lighthouse [-- --only desktop|mobile] [--report DIR]`: Lighthouse's scores of the built page, on a desk and on a phone. Fails below the
 * goals.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig, type RunnerResult } from "lighthouse";
import { address, withServer } from "./bench/page/visit.ts";
import { table } from "./bench/table.ts";
import { findBrowser } from "./browser.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, report: { type: "string" } } });

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const metrics = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
  "cumulative-layout-shift",
] as const;
const devices = {
  desktop: { config: desktopConfig, performance: 95 },
  mobile: { config: undefined, performance: 90 },
} as const;

async function visit(device: keyof typeof devices): Promise<RunnerResult> {
  const chrome = await launch({ chromePath: findBrowser(), chromeFlags: ["--headless=new", "--no-sandbox"] });
  try {
    const result = await lighthouse(
      address,
      { port: chrome.port, output: "html", onlyCategories: [...categories], logLevel: "error" },
      devices[device].config,
    );
    if (result === undefined) throw new Error("Lighthouse gave no result.");
    return result;
  } finally {
    chrome.kill();
  }
}

await withServer(async () => {
  for (const device of ["desktop", "mobile"] as const) {
    if (values.only !== undefined && values.only !== device) continue;
    const { lhr, report } = await visit(device);
    if (values.report !== undefined) {
      mkdirSync(values.report, { recursive: true });
      writeFileSync(`${values.report}/${device}.html`, Array.isArray(report) ? report.join("\n") : report);
    }
    const score = (category: (typeof categories)[number]) => Math.round(100 * (lhr.categories[category]?.score ?? 0));
    const goal = (category: (typeof categories)[number]) =>
      category === "performance" ? devices[device].performance : 100;
    console.log(`\n${device}, Lighthouse ${lhr.lighthouseVersion}\n`);
    console.log(
      table([
        ...categories.map((category) => [category, `${score(category)} (goal ${goal(category)})`]),
        ...metrics.map((id) => [lhr.audits[id]?.title ?? id, lhr.audits[id]?.displayValue ?? ""]),
      ]),
    );
    for (const category of categories) {
      if (score(category) >= goal(category)) continue;
      process.exitCode = 1;
      for (const { id } of lhr.categories[category]?.auditRefs ?? []) {
        const audit = lhr.audits[id];
        if (audit === undefined || audit.score === null || audit.score === 1 || category === "performance") continue;
        console.log(`  ${category}: ${audit.title}`);
      }
    }
  }
});
