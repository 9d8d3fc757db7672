/** @file npm run test:firefox: what a visitor does, in Debian's Firefox. Playwright brings a Firefox of its own only; this one is driven through WebDriver BiDi. */
import { decodeLink } from "../../app/document/link/link.ts";
import { assault } from "../attacks/assault.ts";
import { linkTo } from "../attacks/links.ts";
import { attackClasses, honest } from "../attacks/programs.ts";
import { serve } from "../visitor/serve.ts";
import { sleep, Visitor } from "../visitor/visitor.ts";

const port = Number(process.env.LOSSLAB_E2E_PORT ?? 4191);
const python =
  "import torch\n\ndef forward(predictions, targets):\n    diff = predictions - targets\n    return torch.sqrt(diff ** 2 + 1e-6).mean()\n";

function hold(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`This does not hold: ${what}`);
}

/** The bits are every browser's. */
async function train(visitor: Visitor, lane: string): Promise<string> {
  hold(await visitor.press(`Train lane ${lane}`), "there is a button that trains");
  await visitor.until(
    "the run's end",
    async () => /step 2,?000\b/.test(await visitor.labelled("Training status")),
    60_000,
  );
  return visitor.labelled(`Run fingerprint ${lane}`);
}

const journeys: Readonly<Record<string, (visitor: Visitor, stop: () => void) => Promise<void>>> = {
  "a loss is judged while it is typed, in both languages": async (visitor) => {
    hold((await visitor.verdict()).startsWith("Scalar"), "the first loss is a scalar");
    await visitor.write(python);
    await visitor.until("Python's verdict", async () => /^Scalar.*0\.7/s.test(await visitor.verdict()));
    await visitor.write("function forward(predictions, targets) {\n  return predictions.sub(targets);\n}");
    await visitor.until("a vector", async () => /^Not a scalar/.test(await visitor.verdict()));
    await visitor.write(honest);
    await visitor.until("a scalar", async () => /^Scalar.*0\.7819/s.test(await visitor.verdict()));
  },
  "a run is the same to the last bit each time": async (visitor) => {
    const first = await train(visitor, "A");
    hold(/[0-9a-f]{6}/.test(first), "a run has a fingerprint");
    await visitor.press("Reset");
    hold((await train(visitor, "A")) === first, "the second run has the first one's fingerprint");
    await visitor.press("Reset");
  },
  "a link opens without running, and runs when the reader says so": async (visitor) => {
    await visitor.press("Share link");
    await visitor.until("a link", async () => (await linkIn(visitor)) !== null);
    const own = new URL((await linkIn(visitor)) ?? "").hash.slice(1);
    hold(decodeLink(own).kind === "document", "the link holds a document");
    await visitor.page.keyboard.press("Escape");
    const source = honest.replace("abs()", "square().mul(2)");
    await visitor.page.goto(`${visitor.address}#${linkTo({ language: "typescript", source })}`);
    await visitor.until("a loss that waits", async () => /^Waiting/.test(await visitor.verdict()));
    await visitor.press("Run");
    await visitor.until("its verdict", async () => /^Scalar/.test(await visitor.verdict()));
    await visitor.open();
  },
  "hostile losses do no harm": async (visitor) => {
    for (const { title, programs } of attackClasses) {
      const { escapes } = await assault(visitor, { title, programs: programs.slice(0, 2) });
      hold(escapes.length === 0, `a loss that ${title} is contained: ${escapes.join("; ")}`);
    }
  },
  "without a network the page opens again": async (visitor, stop) => {
    await visitor.open();
    await visitor.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await sleep(1000);
    stop();
    await visitor.page.reload();
    await visitor.settled();
    await visitor.write(python);
    await visitor.until("Python's verdict", async () => /^Scalar.*0\.7/s.test(await visitor.verdict()));
  },
};

function linkIn(visitor: Visitor): Promise<string | null> {
  return visitor.page.evaluate(() => {
    return (
      [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("dialog :is(input, textarea)")]
        .map(({ value }) => value)
        .find((value) => value.includes("#")) ?? null
    );
  });
}

const served = await serve(port);
const visitor = await Visitor.arrive("firefox", served.address);
console.log(await visitor.browser.version());
try {
  for (const [title, journey] of Object.entries(journeys)) {
    if (process.argv[2] !== undefined && !title.includes(process.argv[2])) continue;
    const start = Date.now();
    try {
      await journey(visitor, served.stop);
      console.log(`✓ ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`✗ ${title}\n  ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const error of visitor.errors) {
    process.exitCode = 1;
    console.log(`✗ the page failed: ${error}`);
  }
} finally {
  await visitor.leave();
  served.stop();
}
