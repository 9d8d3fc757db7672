/** @file The page as a person meets it: every journey drives it through this, so that no spec knows a selector. */
import { expect, type Locator, type Page } from "@playwright/test";

export class Losslab {
  constructor(readonly page: Page) {}

  /** Opens the page and waits until the first verdict stands. */
  static async open(page: Page, address = "./"): Promise<Losslab> {
    const losslab = new Losslab(page);
    await page.goto(address);
    await losslab.isReady();
    return losslab;
  }

  async isReady(): Promise<void> {
    await expect(this.verdict()).toHaveText(/^(Scalar|Not a scalar|No gradient|Broken|Stopped)/, { timeout: 30_000 });
  }

  editor(lane = "A"): Locator {
    return this.page.getByRole("textbox", { name: `Loss ${lane}` });
  }

  verdict(lane = "A"): Locator {
    return this.page.getByRole("status", { name: `Verdict ${lane}` });
  }

  expressions(lane = "A"): Locator {
    return this.page.getByRole("table", { name: `Expressions ${lane}` });
  }

  metrics(): Locator {
    return this.page.getByRole("table", { name: "Metrics" });
  }

  figure(name: "Training loss" | "Fit"): Locator {
    return this.page.getByRole("figure", { name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** What is said about a run that ended badly. */
  notice(): Locator {
    return this.page.getByRole("alert").filter({ hasText: /stopped training/ });
  }

  /** Shapes shown in the editor, in reading order. */
  async hints(): Promise<string[]> {
    const found = await this.page.locator(".monaco-editor .view-lines span[class*='dyn-rule']").evaluateAll((spans) =>
      spans.map((span) => {
        const { top, left } = span.getBoundingClientRect();
        return { top, left, text: (span.textContent ?? "").replace(/\u00a0/g, " ").trim() };
      }),
    );
    return found
      .filter(({ text }) => text !== "")
      .sort((a, b) => a.top - b.top || a.left - b.left)
      .map(({ text }) => text);
  }

  /** The suggestions that the editor offers. */
  suggestions(): Locator {
    return this.page.locator(".suggest-widget .monaco-list-row");
  }

  /** The line that counts steps. */
  status(): Locator {
    return this.page.getByLabel("Training status");
  }

  /** The hash of the run's losses. */
  fingerprint(): Locator {
    return this.page.getByLabel("Run fingerprint");
  }

  options(name: "Data set" | "Model" | "Optimizer"): Promise<string[]> {
    return this.page.getByRole("combobox", { name, exact: true }).locator("option").allInnerTexts();
  }

  choose(name: "Data set" | "Model" | "Optimizer", option: string | RegExp): Promise<string[]> {
    const box = this.page.getByRole("combobox", { name, exact: true });
    return box
      .locator("option")
      .filter({ hasText: option })
      .first()
      .getAttribute("value")
      .then((value) => box.selectOption(value ?? ""));
  }

  async set(name: "Learning rate" | "Batch size" | "Seed" | "Steps", value: number): Promise<void> {
    const field = this.page.getByRole("spinbutton", { name, exact: true });
    await field.fill(String(value));
    await field.press("Enter");
  }

  /** Chooses the language that a lane is read in, and waits until it is. */
  async read(language: "TypeScript" | "PyTorch", lane = "A"): Promise<void> {
    await this.language(language, lane).click();
    await expect(this.language(language, lane)).toHaveAttribute("aria-pressed", "true");
  }

  /** The button of a language: pressed if the lane is read in it. */
  language(language: "TypeScript" | "PyTorch", lane = "A"): Locator {
    return this.page.getByRole("group", { name: `Language of lane ${lane}` }).getByRole("button", { name: language });
  }

  /** What is said when a loss cannot be translated. */
  refusal(lane = "A"): Locator {
    return this.page.getByRole("alert", { name: `Translation of loss ${lane}` });
  }

  /** The slider of a number that a loss names. */
  knob(name: string, lane = "A"): Locator {
    return this.page.getByRole("slider", { name: `${name} of loss ${lane}` });
  }

  /** The same number, to be typed. */
  field(name: string, lane = "A"): Locator {
    return this.page.getByRole("spinbutton", { name: `${name} of loss ${lane}, as a number` });
  }

  /** What the loss printed. */
  async printed(lane = "A"): Promise<string[]> {
    await this.page
      .getByRole("tablist", { name: `Inspect ${lane}` })
      .getByRole("tab", { name: /^Console/ })
      .click();
    return this.page.locator(".console li").allInnerTexts();
  }

  /** The text in the editor, without what is shown in it. */
  async text(lane = "A"): Promise<string> {
    await this.editor(lane).focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("ControlOrMeta+c");
    return (await this.page.evaluate(() => navigator.clipboard.readText())).replaceAll("\r\n", "\n");
  }

  /** Replaces everything in the editor, by pasting. */
  async write(source: string, lane = "A"): Promise<void> {
    await this.editor(lane).focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), source);
    await this.page.keyboard.press("ControlOrMeta+v");
  }
}
