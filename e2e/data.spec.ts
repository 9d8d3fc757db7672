import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const rows = Array.from({ length: 20 }, (_, i) => `car ${i};${i};${(2 * i + 1).toString().replace(".", ",")}`);
const table = ["name;power;range", ...rows.slice(0, 4), "car x;n/a;3", ...rows.slice(4)].join("\n");

/** What a choice of a menu hands over. */
async function saved(page: Page, menu: string, item: string): Promise<{ name: string; content: Buffer }> {
  await page.getByRole("button", { name: menu }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: item }).click()]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

test("a pasted table is trained on, bad rows are named, and the data travel in the link", async ({ page, context }) => {
  const losslab = await Losslab.open(page);
  await losslab.button("Own data…").click();
  const dialog = page.getByRole("dialog", { name: "Your own data" });
  await dialog.getByLabel("Data as CSV").fill(table);
  await expect(dialog.getByRole("status")).toContainText("line 6: “n/a” is no number");
  await dialog.getByLabel("Title").fill("Range of cars");
  await dialog.getByRole("button", { name: "Leave the row out and use 20 rows" }).click();
  await expect(page.getByRole("combobox", { name: "Data set" }).locator("option:checked")).toHaveText("Range of cars");
  await expect(losslab.figure("Fit")).toContainText("power → range");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 30);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("A")).toHaveText(/^[0-9a-f]{16}$/);
  await losslab.button("Share link").click();
  const url = await losslab.link();
  const other = new Losslab(await context.newPage());
  await other.page.goto(url);
  await expect(other.verdict()).toHaveText(/^Waiting/);
  await expect(other.figure("Fit")).toContainText("power → range");
  await expect(other.figure("Fit")).toContainText("20 points");
});

test("a hundred thousand rows are used, drawn in part, and kept without a link; one more is refused", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.button("Own data…").click();
  const dialog = page.getByRole("dialog", { name: "Your own data" });
  await dialog.getByLabel("CSV file").setInputFiles({
    name: "large.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`x,y\n${"1,2\n".repeat(100_001)}`),
  });
  await expect(dialog.getByRole("alert")).toContainText(/100,001 rows.*at most 100,000/, { timeout: 30_000 });
  await expect(dialog.getByRole("button", { name: /^Use/ })).toBeDisabled();
  const rows = Array.from({ length: 100_000 }, (_, i) => `${i % 97},${i % 5 === 0 ? "" : (i % 97) / 50}`);
  await dialog.getByLabel("CSV file").setInputFiles({
    name: "whole.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["x,y", ...rows].join("\n")),
  });
  await expect(dialog.getByRole("button", { name: "Leave the 20,000 rows out and use 80,000 rows" })).toBeEnabled({
    timeout: 30_000,
  });
  await dialog.getByLabel(/^keep the 20,000 rows whose target is missing/).check();
  await dialog.getByRole("button", { name: "Use these 100,000 rows" }).click();
  await expect(losslab.figure("Fit")).toContainText(/7,6\d\d of 100,000 points drawn/);
  await losslab.write(
    "def forward(predictions, targets):\n    known = ~targets.isnan()\n    return ((predictions[known] - targets[known]) ** 2).mean()\n",
  );
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 40);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("A")).toHaveText(/^[0-9a-f]{16}$/);
  await expect(page.getByRole("table", { name: "Metrics" })).not.toContainText("NaN");
  await losslab.button("Share link").click();
  await expect(page.getByRole("dialog", { name: "Share link" })).toContainText(
    /The data are 200,000 numbers\. A link takes no more/,
  );
  await page.reload();
  await expect(losslab.figure("Fit")).toContainText(/of 100,000 points drawn/);
});

test("points are added by clicking, dragged by pointer, moved and removed by key", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.choose("Data set", /^Line/);
  await losslab.button("Edit points").click();
  const plane = page.getByRole("application", { name: /^Points of the data/ });
  const points = async () => Number((await losslab.figure("Fit").textContent())?.match(/(\d+) points/)?.[1]);
  const place = () => plane.locator("output").innerText();
  await expect(losslab.figure("Fit")).toContainText("200 points");
  const box = await plane.boundingBox();
  if (box === null) throw new Error("the plane is not there");
  await page.mouse.click(box.x + box.width * 0.1, box.y + box.height * 0.1);
  await expect.poll(points).toBe(201);
  const before = await place();
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.05, { steps: 4 });
  await page.mouse.up();
  await expect.poll(place).not.toBe(before);
  const dragged = await place();
  await plane.press("ArrowRight");
  await expect.poll(place).not.toBe(dragged);
  await plane.press("Delete");
  await expect.poll(points).toBe(200);
  await expect(page.getByRole("combobox", { name: "Data set" }).locator("option:checked")).toHaveText("Line, edited");
});

test("charts are taken along as SVG, PNG and numbers", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.set("Steps", 400);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 400\b/);
  await expect(losslab.button("Pause")).toBeDisabled();
  const { name, content } = await saved(page, "Save training loss", "Picture (SVG)");
  expect(name).toBe("mean-absolute-error-per-sample-squared-error-training-loss.svg");
  const svg = content.toString();
  // In a column's width, on white whatever the page is, with whose lines they are and what the axes are of.
  expect(svg).toMatch(/^<svg [^>]*width="3.5in" [^>]*><rect [^>]*fill="rgb\(255, 255, 255\)"/);
  for (const text of ["Training loss", "A Mean absolute error", "train", "validation", "loss", "step", "MSE (mpg²)"])
    expect(svg).toContain(`>${text}<`);
  expect(svg).toMatch(/^<svg[\s\S]*<path d="M[\d.]+ [\d.]+h0L[\s\S]*<\/svg>$/);
  expect(svg).not.toMatch(/var\(--|class=/);
  expect(svg).toContain("@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(data:font/woff2;base64,");
  const png = await saved(page, "Save fit", "Picture (PNG)");
  expect(png.name).toMatch(/fit\.png$/);
  expect(png.content.subarray(1, 4).toString()).toBe("PNG");
  const series = (await saved(page, "Save training loss", "Numbers (CSV)")).content.toString();
  expect(series).toMatch(/^lane,loss,series,step,value\nA,Mean absolute error,training loss,0,/);
  // Every step, not those that are drawn.
  const steps = [...series.matchAll(/^A,Mean absolute error,training loss,(\d+),/gm)].map(([, step]) => Number(step));
  expect(steps).toEqual(Array.from({ length: 400 }, (_, i) => i));
  await page.getByRole("button", { name: "Save fit" }).click();
  await page.getByRole("menuitemradio", { name: "Slide, 16:9" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.keyboard.press("Escape");
  const slide = (await saved(page, "Save fit", "Picture (SVG)")).content.toString();
  expect(slide).toMatch(/^<svg [^>]*width="1280px" height="720px" [^>]*><rect [^>]*fill="rgb\(21, 26, 33\)"/);
  for (const text of ["horsepower (hp)", "mpg"]) expect(slide).toContain(`>${text}<`);
  const metrics = (await saved(page, "Save metrics", "Numbers (CSV)")).content.toString();
  expect(metrics).toMatch(/A,Mean absolute error,400,validation,MSE,mpg²,/);
});

test("points that are looked at and not edited change nothing", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.choose("Data set", /^Line/);
  await losslab.set("Steps", 30);
  await losslab.button("Train").click();
  await expect(losslab.figure("Fit")).toContainText("Lane A predicts");
  await expect(losslab.button("Pause")).toBeDisabled();
  await losslab.button("Edit points").click();
  await expect(page.getByRole("application", { name: /^Points of the data/ })).toBeVisible();
  await losslab.figure("Fit").getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("combobox", { name: "Data set" }).locator("option:checked")).toHaveText("Line");
  await expect(losslab.figure("Fit")).toContainText("Lane A predicts");
  await expect(page.getByText(/of earlier|of an earlier version/)).toHaveCount(0);
});

/** Pixels that the points of the fit cover. */
const inked = (page: Page): Promise<number> =>
  page
    .getByRole("figure", { name: "Fit" })
    .locator("canvas.points")
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data = [] } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      return data.filter((byte, i) => i % 4 === 3 && byte > 0).length;
    });

/** Milliseconds of the longest task of the page's thread since it was asked for. */
async function watched(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
  return () => page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
}

test("half a million rows, from a file or pasted, don't hold the page up", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.button("Own data…").click();
  const dialog = page.getByRole("dialog", { name: "Your own data" });
  const text = `x,y\n${"1,2\n".repeat(499_000)}`;
  const longest = await watched(page);
  // From a path: a buffer would be unpacked by the page itself.
  const path = test.info().outputPath("large.csv");
  writeFileSync(path, text);
  await dialog.getByLabel("CSV file").setInputFiles(path);
  await expect(dialog.getByRole("alert")).toContainText(/499,000 rows.*at most 100,000/, { timeout: 30_000 });
  await expect(dialog.getByText(/large\.csv: 499,000 rows/)).toBeVisible();
  await dialog.getByRole("button", { name: "Clear" }).click();
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await dialog.getByLabel("Data as CSV").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(dialog.getByText(/What was pasted: 499,000 rows/)).toBeVisible({ timeout: 30_000 });
  // Read by the page itself it would be seconds.
  expect(await longest()).toBeLessThan(1500);
  await dialog.getByRole("button", { name: "Clear" }).click();
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text.repeat(11));
  await dialog.getByLabel("Data as CSV").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(dialog.getByRole("alert")).toContainText(/What was pasted has 22\.0 MB/);
});

test("five thousand rows of five columns are used, drawn and opened from a link without a halt", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.button("Own data…").click();
  const dialog = page.getByRole("dialog", { name: "Your own data" });
  const values = Array.from({ length: 5000 }, (_, i) => `${i % 97},${i % 7},${i % 5},${i % 3},${i % 2}`).join("\n");
  await dialog
    .getByLabel("CSV file")
    .setInputFiles({ name: "wide.csv", mimeType: "text/csv", buffer: Buffer.from(values) });
  for (const column of [2, 3, 4])
    await dialog.getByRole("combobox", { name: `What column ${column} is` }).selectOption("target");
  await dialog.getByRole("button", { name: "Use these 5,000 rows" }).click();
  await expect(losslab.figure("Fit")).toContainText("5000 points");
  await expect(losslab.figure("Fit")).toContainText(/1,6\d\d of 5,000 points drawn/);
  await expect.poll(() => inked(page)).toBeGreaterThan(500);
  const svg = (await saved(page, "Save fit", "Picture (SVG)")).content.toString();
  const marks = [...svg.matchAll(/ d="(M[^"]*m-2[^"]*)"/g)].map(([, d = ""]) => d.split("M").length - 1);
  expect(marks).toHaveLength(8);
  expect(marks.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(4 * 1600);
  expect(svg).not.toMatch(/var\(--/);
  await expect(losslab.figure("Fit").locator("svg text").first()).toBeVisible();
  expect(await losslab.figure("Fit").locator("svg *").count()).toBeLessThan(200);
  await losslab.button("Share link").click();
  await expect(page).toHaveURL(/#1/);
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(losslab.figure("Fit")).toContainText("5000 points", { timeout: 30_000 });
  await expect.poll(() => inked(page)).toBeGreaterThan(500);
});

test("data that cannot be fetched are said to be so, with what can be done, and are there when they are asked for again", async ({
  page,
}) => {
  await page.route(/\/data\/auto-mpg\.json$/, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.goto("./");
  const losslab = new Losslab(page);
  const fault = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await expect(fault).toContainText("the host answered 503 for auto-mpg.json");
  await expect(page.getByRole("region", { name: "Dock" })).not.toContainText("being trained");
  await expect(losslab.figure("Fit")).toContainText("could not be fetched");
  await losslab.choose("Data set", /^Line/);
  await expect(fault).toHaveCount(0);
  await losslab.choose("Data set", /^Auto MPG/);
  await expect(fault).toHaveCount(1);
  await page.unroute(/\/data\/auto-mpg\.json$/);
  await fault.getByRole("button", { name: "Try again" }).click();
  await expect(fault).toHaveCount(0);
  await expect(losslab.figure("Fit").getByText("train", { exact: false }).first()).toBeVisible();
  await losslab.isReady("B");
});
