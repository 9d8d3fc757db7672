import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const everything: { link: string } = JSON.parse(
  readFileSync(new URL("../app/document/link/forever/1-source-program.json", import.meta.url), "utf8"),
);
const mine =
  "// my own work\nfunction forward(predictions, targets) {\n  return predictions.sub(targets).square().mean();\n}";

test("a link brings lanes, settings, title and note to somebody else, whose run is marked as reproduced", async ({
  page,
  context,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.isReady("B");
  await losslab.choose("Data set", /sine/i);
  await losslab.set("Steps", 60);
  await losslab
    .fix(/mean\(\)/, "B")
    .first()
    .click();
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 60\b/);
  await expect(losslab.button("Pause")).toBeDisabled();
  const hash = (await losslab.fingerprint("B").textContent()) ?? "";
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  await page.getByRole("tab", { name: "Profile" }).click();
  await losslab.button("Share link").click();
  const dialog = page.getByRole("dialog", { name: "Share link" });
  await dialog.getByLabel("Title").fill("Absolute against squared");
  await dialog.getByLabel("Note").fill("Look at <b>MSE</b>.");
  await dialog.getByLabel("Title").focus();
  await expect(dialog).toContainText(/hash of the whole run of A and B/);
  const url = await losslab.link();
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(url);

  const other = new Losslab(await context.newPage());
  await other.page.goto(url);
  await expect(other.verdict()).toHaveText(/^Waiting/);
  await expect(other.verdict("B")).toHaveText(/^Waiting/);
  const strip = other.page.getByRole("region", { name: "Where this came from" });
  await expect(strip).toContainText("Absolute against squared");
  await expect(strip).toContainText("Look at <b>MSE</b>.");
  // The dock is open where its author looked.
  await expect(other.page.getByRole("tab", { name: "Profile" })).toHaveAttribute("aria-selected", "true");
  await other.page.getByRole("tab", { name: "Training" }).click();
  await strip.getByRole("button", { name: "Run", exact: true }).click();
  await expect(other.verdict("B")).toHaveText(/^Scalar/);
  await other.button("Train").click();
  await expect(other.status()).toHaveText(/step 60\b/);
  await expect(other.fingerprint("B")).toHaveText(hash);
  await expect(other.page.getByText("✓ reproduced")).toHaveCount(2);
  await other.set("Seed", 1);
  await expect(other.page.getByText("✓ reproduced")).toHaveCount(0);
});

test("a run that an earlier version of the engine made is said to be, not called another one", async ({ page }) => {
  const losslab = new Losslab(page);
  await page.goto("./#1mxf3gQGrRutWYfRjoO1uMwNgKxm5uepZnOJcXGjsmuGaDGpAA0ciTGpR0yTQQdDYhDVvCkAxBW0fwlozAA");
  await losslab.fix("Run").click();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 60\b/);
  await expect(page.getByText("made with another version")).toBeVisible();
  await expect(page.getByText(/not the author's run/)).toHaveCount(0);
});

test("a stranger's code is checked and shown, and runs only when the reader says so", async ({ page }) => {
  const losslab = new Losslab(page);
  await page.goto(`./#${everything.link}`);
  await expect(losslab.verdict()).toHaveText(/^Waiting.*press Run/);
  await expect.poll(() => losslab.text()).toContain("class MyCustomLoss");
  await page.reload();
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await losslab.fix("Run").click();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("a tab in which links were allowed runs the next one at once", async ({ page }) => {
  const losslab = new Losslab(page);
  await page.goto(`./#${everything.link}`);
  await losslab.button("Run all links in this tab").click();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await page.reload();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("one's own work is kept when a link is opened, and is back with one click", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(mine);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await page.evaluate((link) => {
    location.hash = link;
  }, everything.link);
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await losslab.button("Back to mine").click();
  await losslab.isReady();
  await expect.poll(() => losslab.text()).toContain("my own work");
  await expect.poll(() => new URL(page.url()).hash).toBe("");
});

test("an edited link becomes a document of one's own, and still waits after a reload", async ({ page }) => {
  const losslab = new Losslab(page);
  await page.goto(`./#${everything.link}`);
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await losslab.write(
    "# my own work\ndef forward(predictions, targets):\n    return (predictions - targets).abs().mean()\n",
  );
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("losslab.tab.document"))).not.toBeNull();
  await page.reload();
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await expect.poll(() => losslab.text()).toContain("my own work");
});

test("typing never touches the address, and a reload after sharing opens one's own document", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(mine);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  await losslab.button("Share link").click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#1[\w-]+$/);
  await page.keyboard.press("Escape");
  await page.reload();
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

const bad: readonly { readonly title: string; readonly fragment: string; readonly says: RegExp }[] = [
  { title: "newer", fragment: `2${everything.link.slice(1)}`, says: /newer Losslab/ },
  {
    title: "damaged",
    fragment: everything.link.slice(0, 9) + (everything.link[9] === "A" ? "B" : "A") + everything.link.slice(10),
    says: /altered on its way/,
  },
  { title: "cut off", fragment: everything.link.slice(0, 20), says: /cut off/ },
  { title: "too large", fragment: `1${"A".repeat(40_000)}`, says: /more than a document can/ },
];

for (const { title, fragment, says } of bad) {
  test(`a link that is ${title} says so, and one's own work stays`, async ({ page }) => {
    const losslab = await Losslab.open(page);
    await losslab.write(mine);
    await expect.poll(() => losslab.text()).toContain("my own work");
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
    await page.goto("about:blank");
    await page.goto(`./#${fragment}`);
    await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
    await losslab.isReady();
    await expect.poll(() => losslab.text()).toContain("my own work");
    await losslab.button("Go on with mine").click();
    await expect(page.getByRole("alert").filter({ hasText: says })).toBeHidden();
    await expect.poll(() => new URL(page.url()).hash).toBe("");
  });
}

test("a document that is too long for a link is offered as a file, which opens again", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const noise = Array.from({ length: 500 }, (_, i) => `// ${((i + 1) * 2654435761).toString(36)}${Math.sin(i)}`).join(
    "\n",
  );
  await losslab.write(`${noise}\n${mine}`);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.button("Share link").click();
  const dialog = page.getByRole("dialog", { name: "Share link" });
  await expect(dialog.getByRole("alert")).toContainText(/8,000/);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save as file" }).click(),
  ]);
  const path = await file.path();
  await page.keyboard.press("Escape");
  const documents = await losslab.documents();
  await documents.getByRole("button", { name: "New", exact: true }).click();
  await losslab.isReady();
  await losslab.documents();
  await documents.getByLabel("Document file").setInputFiles({
    name: file.suggestedFilename(),
    mimeType: "application/json",
    buffer: readFileSync(path),
  });
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await expect.poll(() => losslab.text()).toContain("my own work");
});

test("where the system has a share sheet, it gets the link and the title", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", {
      value: async (data: ShareData) => {
        Object.assign(window, { handedOver: data });
        // As when a visitor closes the sheet again.
        throw new DOMException("closed", "AbortError");
      },
    });
  });
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  const losslab = await Losslab.open(page);
  await losslab.button("Share link").click();
  const dialog = page.getByRole("dialog", { name: "Share link" });
  await dialog.getByLabel("Title").fill("Look at this");
  await dialog.getByLabel("Title").press("Enter");
  const url = await losslab.link();
  await dialog.getByRole("button", { name: "Share…" }).click();
  expect(await page.evaluate(() => Reflect.get(window, "handedOver"))).toEqual({ title: "Look at this", url });
  await expect(dialog).toBeVisible();
  expect(failures).toEqual([]);
});

test("back, after a link was opened, shows the document that the address then stands for", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(mine);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  const open = (link: string) =>
    page.evaluate((fragment) => {
      location.hash = fragment;
    }, link);
  await open(everything.link);
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await page.goBack();
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect.poll(() => losslab.text()).toContain("my own work");
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  await page.goForward();
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${everything.link}`);
  await page.goBack();
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);

  // The same with one's own document in the address.
  await losslab.button("Share link").click();
  await page.keyboard.press("Escape");
  await open(everything.link);
  await expect(losslab.verdict()).toHaveText(/^Waiting/);
  await page.goBack();
  await losslab.isReady();
  await expect.poll(() => losslab.text()).toContain("my own work");
});

test("a link that was made of an untouched page is one's own after a reload", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.button("Share link").click();
  const url = await losslab.link();
  await page.reload();
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect(page.getByRole("region", { name: "Where this came from" })).toHaveCount(0);
  await expect(page).toHaveURL(url);
});
