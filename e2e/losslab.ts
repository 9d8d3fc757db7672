/** @file The page as a person meets it: every journey drives it through this, so that no spec knows a selector. */
import { expect, type Locator, type Page } from "@playwright/test";

export class Losslab {
  constructor(readonly page: Page) {}

  /** Opens the page, as somebody who has been here before, and waits until the first verdict stands. */
  static async open(page: Page, address = "./"): Promise<Losslab> {
    await page.addInitScript(() => {
      try {
        localStorage.setItem("losslab.welcome", "dismissed");
      } catch {
        // The sandbox has no storage.
      }
    });
    return Losslab.firstVisit(page, address);
  }

  /** Opens the page as somebody who has never been here. */
  static async firstVisit(page: Page, address = "./"): Promise<Losslab> {
    const losslab = new Losslab(page);
    await page.goto(address);
    await losslab.isReady();
    return losslab;
  }

  async isReady(lane = "A"): Promise<void> {
    await expect(this.verdict(lane)).toHaveText(/^(Scalar|Vector|Not a scalar|No gradient|Broken|Stopped)/, {
      timeout: 30_000,
    });
  }

  editor(lane = "A"): Locator {
    return this.page.getByRole("textbox", { name: `Loss ${lane}` });
  }

  /** How much of a loss one can see. */
  async editorHeight(lane = "A"): Promise<number> {
    await this.turnToCode(lane);
    return (await this.lane(lane).locator(".monaco-editor").first().boundingBox())?.height ?? 0;
  }

  verdict(lane = "A"): Locator {
    return this.page.getByRole("status", { name: `Verdict ${lane}` });
  }

  /** What is known of a lane's loss. */
  checks(lane = "A"): Locator {
    return this.page.getByRole("list", { name: `Checks ${lane}` });
  }

  separator(name: "Lanes and dock" | "Editor and inspector"): Locator {
    return this.page.getByRole("separator", { name });
  }

  expressions(lane = "A"): Locator {
    return this.page.getByRole("table", { name: `Expressions ${lane}` });
  }

  metrics(): Locator {
    return this.page.getByRole("table", { name: "Metrics" });
  }

  figure(name: "Training loss" | "Fit" | "Loss of one sample" | "Pull on the prediction" | "Landscape"): Locator {
    return this.page.getByRole("figure", { name });
  }

  /** A lane with everything in it. */
  lane(lane = "A"): Locator {
    return this.page.getByRole("region", { name: `Lane ${lane}`, exact: true });
  }

  /** A button of the page. "Train" is the one that trains all lanes, whatever it is called for their number. */
  button(name: string | RegExp): Locator {
    if (name === "Train") return this.page.getByRole("button", { name: /^Train( both| all)?$/ });
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** One of the header's tools: a button, or on a phone an entry of its menu. */
  async tool(name: "+ Lane" | "Diff"): Promise<void> {
    const button = this.button(name);
    if (await button.isVisible()) return button.click();
    await this.button("More").click();
    await this.page.getByRole("menuitem", { name: name === "Diff" ? "Compare code" : "Add a lane" }).click();
  }

  /** A button under a lane's editor. */
  fix(name: string | RegExp, lane = "A"): Locator {
    return this.lane(lane).getByRole("button", { name });
  }

  /** The lanes from left to right: "AB". */
  async lanes(): Promise<string> {
    const names = await this.page
      .getByRole("textbox", { name: /^Name of lane/ })
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("aria-label") ?? ""));
    return names.map((name) => name.slice(-1)).join("");
  }

  /** Chooses from a lane's menu, by keyboard. */
  async act(action: string, lane = "A"): Promise<void> {
    await this.page.getByRole("button", { name: `Actions for lane ${lane}` }).press("Enter");
    const item = this.page.getByRole("menuitem", { name: action });
    await expect(item).toBeVisible();
    for (let i = 0; i < 8 && !(await item.evaluate((element) => element === document.activeElement)); i++)
      await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
  }

  /** What a lane makes of a vector. */
  handling(lane: string): Locator {
    return this.page.getByRole("combobox", { name: `Vector handling of lane ${lane}` });
  }

  tab(name: string | RegExp, lane = "A"): Locator {
    return this.lane(lane).getByRole("tab", { name });
  }

  panel(name: string, lane = "A"): Locator {
    return this.lane(lane).getByRole("tabpanel", { name });
  }

  /** What is said about a run that ended badly. */
  notice(): Locator {
    return this.page.getByRole("alert").filter({ hasText: /stopped training/ });
  }

  /** The editor comes when one turns to the code. */
  async turnToCode(lane = "A"): Promise<void> {
    const painted = this.lane(lane).locator(".painted-code");
    if ((await painted.count()) === 0) return;
    // It may have gone the moment before.
    await painted.hover({ timeout: 5000 }).catch(() => undefined);
    await expect(this.lane(lane).locator(".painted")).toHaveCount(0, { timeout: 30_000 });
  }

  /** Shapes shown in a lane's editor, in reading order. */
  async hints(lane = "A"): Promise<string[]> {
    await this.turnToCode(lane);
    const found = await this.lane(lane)
      .locator(".monaco-editor .view-lines span[class*='dyn-rule']")
      .evaluateAll((spans) =>
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

  /** Opens the list of documents. */
  async documents(): Promise<Locator> {
    await this.page.getByRole("button", { name: /^Documents: / }).click();
    return this.page.getByRole("dialog", { name: "Documents in this browser" });
  }

  /** The suggestions that the editor offers. */
  suggestions(): Locator {
    return this.page.locator(".suggest-widget .monaco-list-row");
  }

  /** Where in their runs all lanes are looked at. */
  replay(): Locator {
    return this.page.getByRole("slider", { name: "Replay", exact: true });
  }

  /** The line that counts steps. */
  status(): Locator {
    return this.page.getByLabel("Training status");
  }

  /** The hash of a lane's losses. */
  fingerprint(lane = "A"): Locator {
    return this.page.getByLabel(`Run fingerprint ${lane}`);
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

  /** What is said about a paste. */
  pasted(lane = "A"): Locator {
    return this.page.getByRole("status", { name: `What was pasted into loss ${lane}` });
  }

  /** What the open dialog shares, once it holds all that was typed: it is made anew with each change. */
  async link(): Promise<string> {
    const field = this.page.getByRole("dialog").getByLabel("Link");
    let link = "";
    await expect(async () => {
      link = await field.inputValue();
      await this.page.waitForTimeout(400);
      expect(await field.inputValue()).toBe(link);
      expect(this.page.url()).toBe(link);
    }).toPass({ timeout: 20_000 });
    return link;
  }

  /** The losses that one is asked to choose from. */
  losses(lane = "A"): Locator {
    return this.page.getByRole("list", { name: `Losses in lane ${lane}` }).getByRole("listitem");
  }

  /** What of a script is not run. */
  passedOver(lane = "A"): Locator {
    return this.lane(lane).locator("details.passed-over");
  }

  /** The field with a lane's name. */
  name(lane = "A"): Locator {
    return this.page.getByRole("textbox", { name: `Name of lane ${lane}` });
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
    await this.tab(/^Console/, lane).click();
    return this.lane(lane).locator(".console li").allInnerTexts();
  }

  /** The text in the editor, without what is shown in it. */
  async text(lane = "A"): Promise<string> {
    await this.editor(lane).focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("ControlOrMeta+c");
    return (await this.page.evaluate(() => navigator.clipboard.readText())).replaceAll("\r\n", "\n");
  }

  /** Puts the cursor into the first place of the source that matches, by keyboard. */
  async cursorTo(place: RegExp, source: string, lane = "A"): Promise<void> {
    const before = source.slice(0, source.search(place) + 1).split("\n");
    await this.editor(lane).focus();
    await this.page.keyboard.press("ControlOrMeta+Home");
    for (let line = 1; line < before.length; line++) await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Home");
    await this.page.keyboard.press("Home");
    for (let column = 0; column < (before.at(-1)?.length ?? 0); column++) await this.page.keyboard.press("ArrowRight");
  }

  /** Opens the fixes at the cursor and takes one of them, by keyboard. */
  async quickFix(title: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+.");
    const row = this.page.locator(".action-widget .monaco-list-row").filter({ hasText: title });
    await expect(row).toBeVisible();
    for (let i = 0; i < 8 && !(await row.evaluate((element) => element.classList.contains("focused"))); i++)
      await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
  }

  /** Replaces everything in the editor, by pasting. */
  async write(source: string, lane = "A"): Promise<void> {
    await this.editor(lane).focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), source);
    await this.page.keyboard.press("ControlOrMeta+v");
  }
}
