/**
 * @file npm run attacks: every hostile program, typed and by link, in Chromium (or `-- firefox`), as a table of how it was contained and how long that took.
 * A second word chooses classes. By hand, since times of machines that share themselves say little.
 */
import { serve } from "../visitor/serve.ts";
import { type BrowserName, Visitor } from "../visitor/visitor.ts";
import { assault, head, rowOf } from "./assault.ts";
import { attackClasses, harmless } from "./programs.ts";

const words = process.argv.slice(2);
const browser: BrowserName = words.includes("firefox") ? "firefox" : "chromium";
const chosen = words.find((word) => word !== "firefox" && word !== "chromium") ?? "";

const served = await serve(Number(process.env.LOSSLAB_E2E_PORT ?? 4190));
const visitor = await Visitor.arrive(browser, served.address);
try {
  console.log(`${browser} ${await visitor.browser.version()}\n\n${head}`);
  for (const each of [harmless, ...attackClasses.filter(({ title }) => title.includes(chosen))]) {
    try {
      const measured = await assault(visitor, each);
      console.log(rowOf(measured));
      for (const said of measured.escapes) console.error(`  not contained: ${said}`);
      if (measured.escapes.length > 0) process.exitCode = 1;
    } catch (error) {
      // The other classes are measured all the same.
      console.error(
        `  not measured: a loss that ${each.title}: ${error instanceof Error ? error.message : String(error)}`,
      );
      process.exitCode = 1;
    }
  }
} finally {
  await visitor.leave();
  served.stop();
}
