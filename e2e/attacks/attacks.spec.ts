/** A stranger's programs through the page, typed and by link: nothing leaves, nothing is lost, and the next loss is right. */
import { expect, type Page, test } from "@playwright/test";
import { defaultDocument } from "../../app/document/defaults.ts";
import { encodeLink } from "../../app/document/link/link.ts";
import { Losslab } from "../losslab.ts";
import { attackClasses, honest, hostile } from "./programs.ts";

/** An honest loss's verdict is there again after so many milliseconds. Two journeys share a small machine. */
const RECOVERY = 5000;
const ended = /^(Scalar|Not a scalar|No gradient|Broken|Stopped)/;

/** Every request that is not the page's own file, every dialog. */
function sinkOf(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (request.frame() !== page.mainFrame() || request.url().includes("sink")) {
      const { protocol, pathname } = new URL(request.url());
      if (protocol !== "blob:" && pathname !== "/sandbox.html") seen.push(request.url());
    }
  });
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

for (const { title, programs } of attackClasses) {
  test(`a loss that ${title} does no harm, nor to the next one`, async ({ page }) => {
    test.setTimeout(120_000);
    const losslab = await Losslab.open(page);
    await losslab.isReady("B");
    await losslab.write(honest);
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    const [right, other] = [await losslab.verdict().innerText(), await losslab.verdict("B").innerText()];
    const sink = sinkOf(page);
    const times: number[] = [];
    for (const program of programs) {
      await losslab.write(hostile(program));
      await expect(losslab.verdict()).not.toHaveText(right);
      await expect(losslab.verdict()).toHaveText(ended);
      expect((await losslab.verdict().innerText()).length).toBeLessThan(2500);
      await expect(losslab.lane().locator(".verdict a")).toHaveCount(0);
      const start = Date.now();
      await losslab.write(honest);
      await expect(losslab.verdict()).toHaveText(right, { timeout: RECOVERY });
      times.push(Date.now() - start);
      await expect(losslab.verdict("B")).toHaveText(other);
    }
    expect(sink).toEqual([]);
    test.info().annotations.push({ type: "milliseconds to the next right verdict", description: times.join(" ") });
  });
}

test("by link, such programs wait for the reader, and do no harm when they are run", async ({ page }) => {
  test.setTimeout(180_000);
  const mine = await Losslab.open(page);
  await mine.write(honest);
  await expect(mine.verdict()).toHaveText(/^Scalar/);
  const right = await mine.verdict().innerText();
  const sink = sinkOf(page);
  for (const { programs } of attackClasses) {
    const [program] = programs;
    if (program === undefined) continue;
    const [lane] = defaultDocument.lanes;
    if (lane === undefined) throw new Error("no lane");
    const document = {
      ...defaultDocument,
      lanes: [{ ...lane, language: "typescript" as const, source: hostile(program) }],
    };
    await page.goto(`./#${encodeLink(document)}`);
    await expect(mine.verdict()).toHaveText(/^Waiting/, { timeout: 30_000 });
    await mine.fix("Run").click();
    await expect(mine.verdict()).toHaveText(ended);
    await mine.write(honest);
    await expect(mine.verdict()).toHaveText(right, { timeout: RECOVERY });
  }
  expect(sink).toEqual([]);
});
