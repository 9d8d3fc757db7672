import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { defaultDocument } from "../app/document/defaults.ts";
import { encodeLink } from "../app/document/link/link.ts";
import { Losslab } from "./losslab.ts";

const sizes = [
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;

/** Words that are cut off where one cannot scroll to the rest of them; what is left out on purpose says all of it to whom points at it. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")].flatMap((element) => {
      if (element.closest(".monaco-editor, [aria-hidden=true], .visually-hidden, .words, svg, select, .note") !== null)
        return [];
      const style = getComputedStyle(element);
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      const isCut = hides && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
      return isCut && element.closest("[title]") === null && element.tagName !== "INPUT"
        ? [`${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`]
        : [];
    }),
  );

/** What is wider than the room it has, and by how much. */
const widths = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".lanes, .experiment, .card, .tabs-row")].flatMap(
      ({ scrollWidth, clientWidth, tagName, className, textContent }) =>
        scrollWidth > clientWidth
          ? [`${tagName}.${className}: ${scrollWidth - clientWidth}, ${textContent?.slice(0, 60)}`]
          : [],
    ),
  );

for (const theme of ["dark", "light"] as const) {
  test(`trained lanes, one, two and three, fit on every screen without cut words, ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    const losslab = await Losslab.open(page);
    await losslab.isReady("B");
    await losslab.handling("B").selectOption({ label: "UPGrad" });
    await losslab.set("Steps", 40);
    const measure = async (lanes: string): Promise<void> => {
      await losslab.button("Train").click();
      await expect(losslab.replay()).toHaveAttribute("aria-valuetext", "step 40 of 40");
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        const message = `${lanes} at ${width}x${height}`;
        await expect.poll(() => widths(page), { message }).toEqual([]);
        await expect.poll(() => cut(page), { message }).toEqual([]);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    };
    await measure("AB");
    await losslab.tool("+ Lane");
    await losslab.isReady("C");
    await measure("ABC");
    await losslab.act("Remove", "C");
    await losslab.act("Remove", "B");
    await measure("A");
  });
}

test("an optimiser with an option of its own, a schedule and any output keep to one line at 1366 and 1440, on every data set", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.choose("Optimizer", "AdamW");
  await page.getByRole("combobox", { name: "Schedule of lr" }).selectOption({ label: "One cycle" });
  const bar = page.getByRole("region", { name: "Experiment" });
  const height = async (): Promise<number> => (await bar.boundingBox())?.height ?? Number.NaN;
  await expect.poll(height).toBeLessThan(50);
  const fits = async (message: string): Promise<void> => {
    for (const width of [1366, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(height, { message: `${message}, ${width}` }).toBeLessThan(50);
      await expect.poll(() => widths(page), { message: `${message}, ${width}` }).toEqual([]);
    }
  };
  for (const schedule of ["One cycle", "constant"]) {
    await page.getByRole("combobox", { name: "Schedule of lr" }).selectOption({ label: schedule });
    for (const dataset of await losslab.options("Data set")) {
      await losslab.choose("Data set", dataset);
      await fits(`${dataset}, ${schedule}`);
    }
  }
  await losslab.choose("Data set", /Auto MPG · horse/);
  await page.getByRole("combobox", { name: "Schedule of lr" }).selectOption({ label: "One cycle" });
  const output = page.getByRole("textbox", { name: "Output", exact: true });
  await output.fill("1×16×16");
  await fits("Output 1×16×16");
  for (const reading of ["mean, log σ²", "mean, σ by softplus", "mixture of normals", "quantiles"]) {
    await page.getByRole("button", { name: "What the output means" }).press("Enter");
    const choice = page.getByRole("combobox", { name: "What the output's numbers are" });
    const value = await choice.locator("option").filter({ hasText: reading }).first().getAttribute("value");
    await choice.selectOption(value ?? "");
    await page.keyboard.press("Escape");
    await fits(reading);
  }
  await losslab.choose("Data set", /Line/);
  await losslab.choose("Data set", /Auto MPG · horse/);
  // What is said of runs of earlier settings moves nothing.
  await losslab.set("Steps", 20);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 20\b/);
  const heads = () =>
    page.locator(".card-head, .lane-head").evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
  const before = await heads();
  await losslab.set("Seed", 5);
  await expect(losslab.figure("Fit").getByText("A: of earlier settings")).toBeVisible();
  await expect.poll(heads).toEqual(before);
});

test("notes and menus are whole, wherever the button that opens them stands", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.handling("B").selectOption({ label: "UPGrad" });
  for (const width of [390, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    if (width === 390) await losslab.button("Lane B").click();
    for (const name of ["About UPGrad", "Options of Adam", "Actions for lane B", "Save fit"]) {
      const button = losslab.button(name);
      await button.click();
      const open = page.locator(".popover, .menu");
      const box = await open.boundingBox();
      expect(box?.x, `${name} at ${width}`).toBeGreaterThanOrEqual(0);
      expect(box?.y, `${name} at ${width}`).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), `${name} at ${width}`).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0), `${name} at ${width}`).toBeLessThanOrEqual(800);
      await page.keyboard.press("Escape");
      await expect(open).toHaveCount(0);
    }
  }
});

test.describe("by touch, on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a reader opens a link, reads note and code, trains, and looks back at the run", async ({ page }) => {
    const losslab = new Losslab(page);
    const link = encodeLink({ ...defaultDocument, title: "A lesson", note: "Watch **MSE** while $L$ falls." });
    await page.goto(`./#${link}`);
    await expect(losslab.verdict()).toHaveText(/^Waiting/, { timeout: 30_000 });
    await expect(page.getByRole("region", { name: "Note" }).locator("strong")).toHaveText("MSE");
    // Code first, then what is made of it.
    const top = async (of: ReturnType<Losslab["editor"]>) => (await of.boundingBox())?.y ?? Number.NaN;
    expect(await top(losslab.lane())).toBeLessThan(await top(page.getByRole("region", { name: "Dock" })));
    const train = losslab.button("Train");
    const box = await train.boundingBox();
    expect(box?.y).toBeGreaterThan(760);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await train.tap();
    await expect(losslab.replay()).toHaveAttribute("aria-valuetext", /^step 2,000 of/, { timeout: 60_000 });
    await losslab.replay().scrollIntoViewIfNeeded();
    const slider = await losslab.replay().boundingBox();
    if (slider === null) throw new Error("The slider is not there");
    await page.touchscreen.tap(slider.x + slider.width * 0.25, slider.y + slider.height / 2);
    await expect(losslab.replay()).toHaveAttribute("aria-valuetext", /^step (?:4|5)\d\d of 2,000/, { timeout: 30_000 });
    await losslab.button("One step on").tap();
    await losslab.button("Play replay").tap();
    await expect(losslab.button("Pause replay")).toBeVisible();
  });

  test("all that is pressed is large enough for a finger", async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.set("Steps", 20);
    await losslab.button("Train").tap();
    await expect(losslab.replay()).toHaveAttribute("aria-valuetext", "step 20 of 20");
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, a[href], input, select, summary, [role=tab], [role=slider]")].flatMap(
        (element) => {
          if (element.closest(".monaco-editor") !== null) return [];
          // A field's label is pressed as well as the field.
          const boxes = [element, element.closest("label") ?? element].map((one) => one.getBoundingClientRect());
          const [width, height] = [
            Math.max(...boxes.map((box) => box.width)),
            Math.max(...boxes.map((box) => box.height)),
          ];
          const isShown = width > 1 && height > 1;
          return isShown && (width < 24 || height < 24)
            ? [
                `${element.getAttribute("aria-label") ?? element.textContent} ${Math.round(width)}x${Math.round(height)}`,
              ]
            : [];
        },
      ),
    );
    expect(small).toEqual([]);
  });
});

test("on paper there are code, verdicts, charts and table of all lanes, in the light, nothing upon another", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.handling("B").selectOption({ label: "UPGrad" });
  await losslab.set("Steps", 40);
  await losslab.button("Train").click();
  await expect(losslab.replay()).toHaveAttribute("aria-valuetext", "step 40 of 40");
  // As when it is printed: the event comes, pages are counted, and then the medium is another.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  const boxes = await page
    .locator(".lane, .card")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
  expect(boxes).toHaveLength(5);
  for (const [i, { top }] of boxes.entries()) expect(top).toBeGreaterThanOrEqual((boxes[i - 1]?.bottom ?? 0) - 1);
  await expect(page.locator(".printed-code")).toHaveText([/function forward/, /def forward/]);
  // Drawn at once, in the paper's width: nothing is measured any more when pages are made.
  await expect(losslab.figure("Fit").locator("path.curve")).toHaveCount(2);
  expect(await losslab.figure("Training loss").locator("path.curve").count()).toBeGreaterThan(3);
  for (const chart of await page.locator("svg.recharts-surface").all())
    expect((await chart.boundingBox())?.width).toBeLessThanOrEqual(680);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(2);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("in forced colours what is selected is told from what is not, and every line and mark is seen", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "light" });
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.handling("B").selectOption({ label: "UPGrad" });
  await losslab.set("Steps", 40);
  await losslab.button("Train").click();
  await expect(losslab.replay()).toHaveAttribute("aria-valuetext", "step 40 of 40");
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
  expect(await style(".tab.on", "border-bottom-color")).not.toBe(await style(".tab:not(.on)", "border-bottom-color"));
  expect(await style(".segments .on", "background-color")).not.toBe(
    await style(".segments button:not(.on)", "background-color"),
  );
  const ground = await style("body", "background-color");
  for (const [selector, property] of [
    [".point.train", "background-color"],
    [".point.validation", "border-top-color"],
    [".swatch.thick", "border-top-color"],
    [".lane-A .tag", "background-color"],
    ["figure[aria-label='Fit'] path.curve", "stroke"],
  ] as const)
    expect(await style(selector, property), selector).not.toBe(ground);
  const [a, b] = await losslab
    .figure("Fit")
    .locator("path.curve")
    .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).strokeDasharray));
  expect(a).not.toBe(b);
  // Points are painted, not styled.
  const isInked = await page.locator("canvas.points").evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return false;
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value, i) => i % 4 === 0 && value < 120 && (pixels[i + 3] ?? 0) > 200);
  });
  expect(isInked).toBe(true);
});

test("agreement and conflict are told apart without colours", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.tab("Gradients", "B").click();
  const map = page.getByRole("listbox", { name: /^Cosines of gradients, lane B/ });
  await expect(map).toBeVisible();
  // In conflict, lines of the ground run over it; in agreement there are none.
  const grounds = await map.locator("canvas").evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return null;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const counts = { red: [0, 0], blue: [0, 0] };
    const size = canvas.width;
    for (let y = 9; y < size - 9; y++)
      for (let x = 9; x < size - 9; x++) {
        const at = (y * size + x) * 4;
        const kind = (data[at] ?? 0) > 200 ? "red" : (data[at + 2] ?? 0) > 200 ? "blue" : null;
        if (kind === null) continue;
        counts[kind][1] = (counts[kind][1] ?? 0) + 1;
        // Nine on there is the same line again, and between them the ground.
        const dark = Array.from({ length: 9 }, (_, i) => data[at + 4 * (i - 4)] ?? 0).filter((red) => red < 60).length;
        if (kind === "red" ? dark > 0 : dark > 8) counts[kind][0] = (counts[kind][0] ?? 0) + 1;
      }
    return counts;
  });
  expect(grounds?.red[1]).toBeGreaterThan(50);
  expect((grounds?.red[0] ?? 0) / (grounds?.red[1] ?? 1)).toBeGreaterThan(0.9);
});

test("axe finds nothing in any dialog, menu or on the reference page", async ({ page }) => {
  test.slow();
  const losslab = await Losslab.open(page);
  const look = async (place: string, within: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).include(within).exclude(".monaco-editor").analyze();
    expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
  };
  for (const name of ["Share link", "Export", "Own data…", /^Documents: /, "Diff"]) {
    await losslab.button(name).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look(String(name), "dialog[open]");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  for (const name of ["Actions for lane A", "Save fit", "Options of Adam"]) {
    await losslab.button(name).click();
    await look(name, ".menu, .popover");
    await page.keyboard.press("Escape");
  }
  await page.goto("./reference.html");
  // All of its ops are made alike, and are many.
  await look("reference", "header, nav, main > section:first-child");
});
