import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const focal = `import torch
import torch.nn as nn
import torch.nn.functional as F

class HuberLoss(nn.Module):
    def __init__(self, delta=0.5):
        super().__init__()
        self.delta = delta

    def forward(self, predictions, targets):
        error = (predictions - targets).abs()
        return torch.where(error < self.delta, 0.5 * error ** 2, self.delta * (error - 0.5 * self.delta)).mean()
`;

async function isTrained(losslab: Losslab): Promise<void> {
  await expect(losslab.status()).toHaveText(/^step 2,000/, { timeout: 60_000 });
}

test("a first visit finds a scalar and a vector loss trained, and nothing of it is kept", async ({ page }) => {
  const losslab = await Losslab.firstVisit(page);
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await expect(losslab.verdict("B")).toHaveText("Vector [64, 1] · UPGrad makes one step of it");
  await expect(page.getByRole("region", { name: "Dock" })).not.toContainText("Press Train");
  await isTrained(losslab);
  await expect(losslab.verdict("B")).toHaveText("Vector [64, 1] · UPGrad makes one step of it");
  await expect(losslab.fingerprint("A")).toHaveText(/^[0-9a-f]{16}$/);
  await expect(losslab.fingerprint("B")).toHaveText(/^[0-9a-f]{16}$/);
  const dialog = await losslab.documents();
  await expect(dialog).toContainText("None yet");
});

test("before its script has come, a first visit sees the page, and whoever has been here nothing of it", async ({
  page,
}) => {
  await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
  await page.goto("./");
  const [wide, narrow] = ["wide", "narrow"].map((width) => page.locator(`.first-look.${width} .painted-code`).first());
  await expect(wide).toContainText("function forward(predictions, targets)");
  await expect(wide).toBeVisible();
  // Each thing is there once, for whoever searches the page.
  await expect(page.locator(".first-look")).toHaveCount(1);
  // What is known of these losses was found when the page was built.
  await expect(page.locator(".first-look.wide .verdict").first()).toContainText("Scalar");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(narrow).toBeVisible();
  await expect(page.locator(".first-look")).toHaveCount(1);
  // Nothing of it can be used, or is read aloud: the page itself comes at once.
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.evaluate(() => localStorage.setItem("losslab.welcome", "dismissed"));
  await page.reload();
  await expect(page.locator("#root")).toBeAttached();
  await expect(page.locator(".first-look")).toHaveCount(0);
});

test("the welcome is dismissed for good", async ({ page }) => {
  await Losslab.firstVisit(page);
  const welcome = page.getByRole("region", { name: "Welcome" });
  await expect(welcome).toContainText("See what a loss does before you train with it.");
  await welcome.getByRole("button", { name: "Dismiss" }).click();
  await expect(welcome).toHaveCount(0);
  await page.reload();
  await new Losslab(page).isReady();
  await expect(welcome).toHaveCount(0);
  // The tour stays at hand.
  await expect(page.getByRole("button", { name: "Take the tour" })).toBeVisible();
});

test("the tour has five steps, by keyboard; Escape ends it, and the focus is back where it was", async ({ page }) => {
  await Losslab.firstVisit(page);
  const opener = page.getByRole("button", { name: "Take the tour" });
  await opener.press("Enter");
  const card = page.getByRole("dialog", { name: "Write a loss, or paste one" });
  await expect(card).toBeFocused();
  await expect(card).toContainText("1 of 5");
  const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
  expect(violations).toEqual([]);
  for (const count of [2, 3, 4, 5]) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("dialog")).toContainText(`${count} of 5`);
  }
  await expect(page.getByRole("dialog", { name: "Take it with you" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("words of the field explain themselves on hover and on focus, and Escape closes what they say", async ({
  page,
}) => {
  const losslab = await Losslab.firstVisit(page);
  const says = page.getByRole("tooltip");
  const norm = losslab.verdict("A").getByRole("button", { name: "norm" });
  await norm.hover();
  await expect(says).toContainText("The length of the gradient");
  await page.keyboard.press("Escape");
  await expect(says).toHaveCount(0);
  await losslab.panel("Gradients", "B").getByRole("button", { name: "parameters torn" }).focus();
  await expect(says).toContainText("some samples want it larger and others smaller");
  await page.getByRole("checkbox", { name: "match first step" }).focus();
  await expect(says).toContainText("all lanes' first steps are equally long");
});

test("the code is two keys from the beginning, the way out is told, and Escape and Tab lead out", async ({ page }) => {
  const losslab = await Losslab.firstVisit(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the code" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(losslab.editor()).toBeFocused();
  expect(new URL(page.url()).hash).toBe("");
  // Who does not take it gets there too: each bar is one stop, in the order in which they stand.
  for (const bar of ["Settings of lane A", "Experiment and training", "Ways to begin", "Document"]) {
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("toolbar", { name: bar }).locator(":focus")).toHaveCount(1);
  }
  // Arrows lead through a bar, past what is chosen from and what is written in.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Data set" })).toBeFocused();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("combobox", { name: "Activation" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(losslab.button("Train")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(losslab.editor()).toBeFocused();
  await expect(losslab.lane().getByText(/Escape then Tab.*leads out/)).toBeVisible();
  // What is typed before the editor has come is not lost, and stands where it was typed.
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("// mine");
  await losslab.turnToCode();
  await expect(losslab.editor()).toBeFocused();
  await page.keyboard.type(", all of it");
  await expect.poll(() => losslab.text()).toMatch(/\}\n\/\/ mine, all of it$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(losslab.editor()).not.toBeFocused();
});

test("what is pasted before the editor has come takes the place of what was chosen, though one has gone on since", async ({
  page,
}) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/editor-[^/]*\.js$/, async (route) => {
    await arrived;
    await route.continue();
  });
  const losslab = await Losslab.open(page);
  const mine = (reduction: string) =>
    `function forward(predictions, targets) {\n  return predictions.sub(targets).abs().${reduction}();\n}\n`;
  // The second time in the place of the first, and what the clipboard holds next is another lane's.
  await losslab.write(mine("prod"));
  await losslab.write(mine("mean"));
  await losslab.write(mine("sum"), "B");
  // What is trained is what was pasted.
  await losslab.set("Steps", 30);
  await losslab.button("Train").click();
  arrive();
  await expect(losslab.status()).toHaveText(/step 30\b/);
  await expect(losslab.fingerprint("A")).toHaveText(/[0-9a-f]{6}/);
  await expect(losslab.metrics().getByText("of earlier code")).toHaveCount(0);
  await expect.poll(() => losslab.text()).toBe(mine("mean"));
  await expect.poll(() => losslab.text("B")).toBe(mine("sum"));
});

test("what is typed before the editor has come keeps its lines, from an empty text on", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await page.route(/\/assets\/editor/, (route) => route.abort());
  const code = losslab.editor();
  await code.focus();
  await page.keyboard.press("ControlOrMeta+End");
  const { length } = (await code.textContent()) ?? "";
  for (let i = 0; i < length; i++) await page.keyboard.press("Backspace");
  await expect(code).toHaveText("");
  await losslab.read("PyTorch");
  await code.focus();
  for (const line of ["def forward(p, t):", "d = p - t", "return d.abs().mean()"]) {
    await page.keyboard.type(line);
    await page.keyboard.press("Enter");
  }
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect
    .poll(() => code.textContent())
    .toMatch(/^def forward\(p, t\):\n {4}d = p - t\n {4}return d\.abs\(\)\.mean\(\)\n+$/);
});

test("code stands where the editor puts it, with its colours and shapes, before the editor is there", async ({
  page,
}) => {
  const losslab = await Losslab.firstVisit(page);
  const lane = losslab.lane("A");
  await expect(lane.locator(".painted [data-hint='scalar']")).toHaveCount(1);
  const painted = await places(page, ".painted-code");
  await losslab.turnToCode();
  await expect.poll(() => losslab.hints()).toContain("scalar");
  const live = await places(page, ".view-lines");
  for (const [word, { left, top, colour }] of Object.entries(painted)) {
    expect(Math.abs((live[word]?.left ?? 0) - left), word).toBeLessThan(1);
    expect(Math.abs((live[word]?.top ?? 0) - top), word).toBeLessThan(1);
    expect(live[word]?.colour, word).toBe(colour);
  }
});

interface Place {
  readonly left: number;
  readonly top: number;
  readonly colour: string;
}

/** Where words of the first lane's code stand, and in which colour. */
function places(page: Page, within: string): Promise<Record<string, Place>> {
  return page
    .locator(`.lane-A ${within}`)
    .first()
    .evaluate((root) => {
      const found: Record<string, Place> = {};
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = (node.textContent ?? "").replaceAll("\u00a0", " ");
        for (const word of ["Predictions", "function", "const", "torch", "mean", "abs", "}"]) {
          const at = text.indexOf(word);
          if (at < 0 || word in found) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          const { left, top } = range.getBoundingClientRect();
          const { parentElement } = node;
          found[word] = { left, top, colour: parentElement === null ? "" : getComputedStyle(parentElement).color };
        }
      }
      return found;
    });
}

test("training is announced at its beginning and its end, and not at every step between", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await page.evaluate(() => {
    const region = document.querySelector("[data-announces='training']");
    if (region === null) throw new Error("nothing announces training");
    const said: string[] = [];
    new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { said });
  });
  await expect(losslab.status()).toHaveAttribute("aria-live", "off");
  await losslab.handling("B").selectOption("Mean");
  await losslab.button("Train").click();
  await isTrained(losslab);
  const said = await page.evaluate(() => (window as Window & { said?: string[] }).said ?? []);
  expect(said.at(-1)).toMatch(/^Training stands at step 2,000/);
  expect(said.length).toBeLessThanOrEqual(2);
});

test("a student pastes a PyTorch class by keyboard alone, and trains it", async ({ page }) => {
  const losslab = await Losslab.firstVisit(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.evaluate((text) => navigator.clipboard.writeText(text), focal);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(losslab.language("PyTorch")).toHaveAttribute("aria-pressed", "true", { timeout: 30_000 });
  await expect(losslab.name()).toHaveValue("Huber loss", { timeout: 30_000 });
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await page.keyboard.press("ControlOrMeta+Enter");
  await isTrained(losslab);
  await expect(losslab.metrics()).toContainText("MSE");
});

test("a practitioner compares three losses by keyboard alone", async ({ page }) => {
  const losslab = await Losslab.firstVisit(page);
  await losslab.button("+ Lane").press("Enter");
  await losslab.isReady("C");
  await losslab.button("Train").press("Enter");
  for (const lane of ["A", "B", "C"])
    await expect(losslab.fingerprint(lane)).toHaveText(/^[0-9a-f]{16}$/, { timeout: 60_000 });
  const head = losslab.metrics().getByRole("row").first();
  await expect(head).toContainText(/A.*B.*C/s);
});

test("a teacher shares a link by keyboard alone, and a reader on a phone opens it by touch", async ({
  page,
  browser,
}) => {
  const losslab = await Losslab.firstVisit(page);
  await isTrained(losslab);
  await losslab.button("Share link").press("Enter");
  await expect(page.getByRole("dialog", { name: "Share link" })).toBeVisible();
  const link = page.url();
  expect(new URL(link).hash).not.toBe("");

  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: "block",
  });
  const reading = await phone.newPage();
  await reading.goto(link);
  const read = new Losslab(reading);
  await expect(read.verdict()).toHaveText(/^Waiting/, { timeout: 30_000 });
  // The code is there to be read before anything of an editor is.
  await expect(read.editor()).toContainText("function forward");
  await reading.getByRole("button", { name: "Run", exact: true }).first().tap();
  await expect(read.verdict()).toHaveText(/^Scalar/);
  await expect(reading.getByRole("region", { name: "Welcome" })).toHaveCount(0);
  await reading
    .getByRole("button", { name: /^Train/ })
    .first()
    .tap();
  await isTrained(read);
  await phone.close();
});
