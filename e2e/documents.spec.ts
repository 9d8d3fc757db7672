import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const named = (word: string) =>
  `// ${word}\nfunction forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}`;

/** Waits until what was typed is in IndexedDB. */
async function isKept(page: Page, word: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        (text) =>
          new Promise<boolean>((resolve) => {
            const opening = indexedDB.open("losslab");
            opening.onsuccess = () => {
              const all = opening.result.transaction("documents").objectStore("documents").getAll();
              all.onsuccess = () => resolve(JSON.stringify(all.result).includes(text));
              all.onerror = () => resolve(false);
            };
          }),
        word,
      ),
    )
    .toBe(true);
}

test("documents are listed, renamed, duplicated, opened, deleted and brought back", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(named("first words"));
  await isKept(page, "first words");
  const dialog = await losslab.documents();
  await dialog.getByRole("button", { name: /^Rename / }).press("Enter");
  await page.keyboard.type("Robust loss");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Robust loss", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Duplicate Robust loss" }).click();
  await expect(dialog.getByRole("button", { name: "Copy of Robust loss", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "New", exact: true }).click();
  await losslab.isReady();
  await expect(page.getByText("first words")).toBeHidden();
  await losslab.documents();
  await dialog.getByRole("button", { name: "Delete Copy of Robust loss" }).click();
  await expect(dialog.getByRole("button", { name: "Copy of Robust loss", exact: true })).toBeHidden();
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(dialog.getByRole("button", { name: "Copy of Robust loss", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Robust loss", exact: true }).click();
  await losslab.isReady();
  await expect.poll(() => losslab.text()).toContain("first words");
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
});

test("two tabs on one document don't overwrite each other", async ({ page, context }) => {
  const first = await Losslab.open(page);
  await first.write(named("from the start"));
  await isKept(page, "from the start");
  const second = await Losslab.open(await context.newPage());
  await expect.poll(() => second.text()).toContain("from the start");
  await second.write(named("second tab"));
  await isKept(second.page, "second tab");
  await page.bringToFront();
  await first.write(named("first tab"));
  await expect(page.getByRole("alert").filter({ hasText: /another tab/ })).toBeVisible();
  await isKept(page, "first tab");
  await isKept(page, "second tab");
  await page.reload();
  await first.isReady();
  await expect.poll(() => first.text()).toContain("first tab");
  await second.page.bringToFront();
  await second.page.reload();
  await second.isReady();
  await expect.poll(() => second.text()).toContain("second tab");
});

test("where storage is forbidden the page works, and says that nothing is saved", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  });
  const losslab = await Losslab.open(page);
  await losslab.write(named("lost"));
  await expect(page.getByText(/Not saved/)).toBeVisible();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 20);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step 20\b/);
});

test("where storage is full the page works, says so, and saves again when there is room", async ({ page }) => {
  await page.addInitScript(() => {
    const state = window as unknown as { isFull: boolean };
    state.isFull = true;
    const full = () => new DOMException("full", "QuotaExceededError");
    const [put, set] = [IDBObjectStore.prototype.put, Storage.prototype.setItem];
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (state.isFull) throw full();
      return put.apply(this, args);
    };
    Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
      if (state.isFull) throw full();
      set.call(this, key, value);
    };
  });
  const losslab = await Losslab.open(page);
  await losslab.write(named("no room"));
  await expect(page.getByText(/Not saved/)).toBeVisible();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await page.evaluate(() => Object.assign(window, { isFull: false }));
  await losslab.write(named("room again"));
  await expect(page.getByText(/Not saved/)).toBeHidden();
  await isKept(page, "room again");
});

test("without IndexedDB documents are kept all the same", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "InvalidStateError");
    };
  });
  const losslab = await Losslab.open(page);
  await losslab.write(named("in the small storage"));
  await expect
    .poll(() =>
      page.evaluate(() =>
        Object.values({ ...localStorage })
          .join()
          .includes("in the small storage"),
      ),
    )
    .toBe(true);
  await page.reload();
  await losslab.isReady();
  await expect.poll(() => losslab.text()).toContain("in the small storage");
});

test("the draft of an earlier version is there", async ({ page }) => {
  await page.goto("./icon.svg");
  await page.evaluate(() => {
    const experiment = {
      dataset: "sine",
      model: { kind: "linear" },
      optimizer: { name: "Adam" },
      lr: 0.01,
      batchSize: 64,
      seed: 0,
      steps: 50,
    };
    const source =
      "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean(); // version one\n}";
    const lanes = [{ id: "A", name: "Old", language: "typescript", source }];
    localStorage.setItem("losslab.draft", JSON.stringify({ version: 1, experiment, lanes }));
  });
  const losslab = await Losslab.open(page);
  await expect.poll(() => losslab.text()).toContain("version one");
  expect(await page.evaluate(() => localStorage.getItem("losslab.draft"))).toBeNull();
});

test("a reload in the middle of training loses nothing, and the page is ready again", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(named("trained"));
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await losslab.set("Steps", 1_000_000);
  await losslab.button("Train").click();
  await expect(losslab.status()).toHaveText(/step [1-9]/);
  await page.reload();
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect.poll(() => losslab.text()).toContain("trained");
});

const longLoss = (length: number): string => {
  const code = named("long");
  return `${code}\n// ${"x".repeat(length - code.length - 5)}\n`;
};

test("a loss of 20,001 characters is kept whole: the limit of links is said, and nothing is lost", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(longLoss(18_500));
  await expect(losslab.lane().getByText("18,500 of 20,000 characters")).toBeVisible();
  await losslab.write(longLoss(20_001));
  await expect(losslab.lane().getByText(/20,001 of 20,000 characters: too long for a link/)).toBeVisible();
  await isKept(page, "x".repeat(19_000));
  await page.reload();
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect.poll(() => losslab.text()).toBe(longLoss(20_001));
  await losslab.button("Share link").click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(
    "The loss of lane A has 20,001 characters, at most 20,000 are held. A link takes no more",
  );
});

test("what an earlier version kept beyond the limits opens whole", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(named("to be lengthened"));
  await isKept(page, "to be lengthened");
  await page.goto("./icon.svg");
  await page.evaluate(
    (source) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("losslab");
        opening.onsuccess = () => {
          const store = opening.result.transaction("documents", "readwrite").objectStore("documents");
          const all = store.getAll();
          all.onsuccess = () => {
            const [kept] = all.result;
            kept.document.lanes[0].source = source;
            kept.document.title = "t".repeat(300);
            store.put(kept, kept.id).onsuccess = () => resolve();
          };
          all.onerror = () => reject(all.error);
        };
      }),
    longLoss(45_000),
  );
  await page.goto("./");
  await losslab.isReady();
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  await expect.poll(() => losslab.text()).toBe(longLoss(45_000));
});

test("a name that is too long is said so, stays as it was typed, and takes no force", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const name = page.getByRole("textbox", { name: "Name of lane A" });
  await name.fill("n".repeat(81));
  await expect(losslab.lane().getByRole("alert")).toContainText(
    "81 of 80 characters; “Mean absolute error” stays in force",
  );
  await expect(name).toHaveValue("n".repeat(81));
  await name.fill("n".repeat(80));
  await expect(losslab.lane().getByText("80 of 80 characters")).toBeVisible();
  await losslab.documents();
  const dialog = page.getByRole("dialog", { name: "Documents in this browser" });
  await dialog.getByRole("button", { name: /^Rename / }).click();
  // Lanes' names together are longer than a title may be.
  await dialog.getByRole("textbox", { name: /^Name of / }).press("End");
  await page.keyboard.type("!");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText(/of 80 characters/);
  await dialog.getByRole("textbox", { name: /^Name of / }).fill("short");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "short", exact: true })).toBeVisible();
});
