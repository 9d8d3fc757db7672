/** Every program in a realm of its own, and what becomes of the others when one takes the process with it. */
import { type Browser, type CDPSession, expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const good = "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}";

const loss = (statement: string) =>
  `function forward(predictions, targets) {\n  ${statement}\n  return predictions.sub(targets).abs().mean();\n}`;

/** Seconds of processor time that all pages and frames have taken. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * Ends the process that all sandboxes share, as the want of memory does. Playwright takes the page for crashed from then on, so what follows is asked
 * of the page itself.
 */
async function crashSandboxes(page: Page): Promise<CDPSession> {
  const own = await page.context().newCDPSession(page);
  const frame = page.frames().find((other) => other.url().endsWith("sandbox.html"));
  if (frame === undefined) throw new Error("no sandbox");
  const session = await page.context().newCDPSession(frame);
  // What is crashed does not answer.
  void session.send("Page.crash").catch(() => undefined);
  return own;
}

/** The text of whatever has this label, as the page has it. */
async function labelled(session: CDPSession, label: string): Promise<string> {
  const expression = `document.querySelector('[aria-label=${JSON.stringify(label)}]')?.textContent ?? ""`;
  const { result } = await session.send("Runtime.evaluate", { expression, returnByValue: true });
  return String(result.value);
}

test("a loss finds nothing of the one before it", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const value = await losslab.verdict().textContent();
  for (const mark of ["one", "two", "three"]) {
    await losslab.write(
      loss(`const world = globalThis as unknown as Record<string, unknown>;
  console.log("${mark}", "found:", String(world.left));
  world.left = "${mark}";`),
    );
    await losslab.tab(/Console/).click();
    await expect(losslab.panel("Console")).toHaveText(`${mark} found: undefined`);
  }
  await losslab.write(good);
  await expect(losslab.verdict()).toHaveText(value ?? "");
});

const endless: readonly { readonly title: string; readonly statement: string }[] = [
  {
    title: "a microtask that never ends",
    statement: "const again = (): unknown => Promise.resolve().then(again); again();",
  },
  {
    title: "a built-in that cannot be interrupted, in a microtask",
    statement: "Promise.resolve().then(() => new Array(2 ** 32 - 2).lastIndexOf(1));",
  },
  { title: "a built-in that cannot be interrupted", statement: "new Array(2 ** 32 - 2).lastIndexOf(1);" },
];

for (const { title, statement } of endless) {
  test(`${title} is its own loss's fault, burns no core afterwards, and the next loss is right`, async ({
    page,
    browser,
  }) => {
    const losslab = await Losslab.open(page);
    const value = await losslab.verdict().textContent();
    await losslab.write(loss(statement));
    await expect(losslab.verdict()).toHaveText(/^Stopped.*did not finish within 2 s/s);
    await losslab.write(good);
    await expect(losslab.verdict()).toHaveText(value ?? "", { timeout: 5_000 });
    await expect
      .poll(
        async () => {
          const before = await processorTime(browser);
          await page.waitForTimeout(1000);
          return (await processorTime(browser)) - before;
        },
        { timeout: 20_000 },
      )
      .toBeLessThan(0.3);
  });
}

test("what is typed while a loss hangs is judged without waiting for its time to be over", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const value = await losslab.verdict().textContent();
  await losslab.write(loss('/^(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");'));
  await expect(losslab.lane().locator(".verdict.is-computing")).toBeVisible();
  await losslab.write(good);
  await expect(losslab.verdict()).toHaveText(value ?? "", { timeout: 5_000 });
});

test("when the sandboxes' process dies, an honest run begins again by itself, to the same fingerprint, and is not blamed", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 60_000);
  const train = page.getByRole("button", { name: "Train lane A" });
  await train.click();
  await expect(losslab.status()).toHaveText(/step 60,000\b/, { timeout: 60_000 });
  const fingerprint = (await losslab.fingerprint().textContent()) ?? "";
  expect(fingerprint).toMatch(/[0-9a-f]{6}/);
  await losslab.button("Reset").click();
  await train.click();
  await expect(losslab.status()).toHaveText(/step [1-9],?\d{3}\b/);
  const session = await crashSandboxes(page);
  await expect.poll(() => labelled(session, "Training status"), { timeout: 60_000 }).toMatch(/step 60,000\b/);
  expect(await labelled(session, "Run fingerprint A")).toBe(fingerprint);
  const { result } = await session.send("Runtime.evaluate", { expression: "document.body.innerText" });
  expect(String(result.value)).not.toMatch(/stopped training|crashed|ended unexpectedly/);
  expect(await labelled(session, "Verdict A")).toMatch(/^Scalar/);
});

test("when the sandboxes' process dies in idle time, what is typed next is judged within two seconds", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.write(good);
  await losslab.editor().focus();
  await page.keyboard.press("ControlOrMeta+a");
  const session = await crashSandboxes(page);
  await session.send("Input.insertText", { text: loss("predictions = predictions.mul(0);") });
  await expect
    .poll(() => labelled(session, "Verdict A"), { timeout: 5_000 })
    .toMatch(/^(No gradient|Scalar).*(constant|zero|norm 0)/s);
});
