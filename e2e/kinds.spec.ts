import { expect, type Page, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const crossEntropy = `import torch.nn.functional as F

def forward(logits, labels):
    return F.cross_entropy(logits, labels)
`;
const focal = `import torch
import torch.nn.functional as F

def forward(logits, labels, gamma):
    ce = F.cross_entropy(logits, labels, reduction="none")
    return ((1 - torch.exp(-ce)) ** gamma * ce).mean()
`;
const dice = `import torch

def forward(logits, mask):
    p = torch.sigmoid(logits)
    return 1 - (2 * (p * mask).sum() + 1) / (p.sum() + mask.sum() + 1)
`;
const bce = `import torch.nn.functional as F

def forward(logits, mask):
    return F.binary_cross_entropy_with_logits(logits, mask)
`;
const quantiles = `import torch

def forward(out, target):
    q = torch.tensor([0.05, 0.5, 0.95])
    error = target - out
    return torch.max(q * error, (q - 1) * error).mean()
`;
const residual = `import torch

def forward(u, target, x):
    (slope,) = torch.autograd.grad(u.sum(), x, create_graph=True)
    return ((u - target) ** 2).mean() + 0.1 * ((slope - 3) ** 2).mean()
`;

/** The link of what stands there, opened in another page, and run. */
async function shared(losslab: Losslab): Promise<Losslab> {
  await losslab.button("Share link").click();
  const url = await losslab.link();
  await losslab.page.keyboard.press("Escape");
  const other = new Losslab(await losslab.page.context().newPage());
  await other.page.goto(url);
  await expect(other.verdict()).toHaveText(/^Waiting/);
  await other.button("Run").first().click();
  return other;
}

async function trainPy(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Export" }).click();
  const text = page.getByRole("textbox", { name: "train.py" });
  await expect(text).toHaveValue(/def train/);
  const value = await text.inputValue();
  await page.keyboard.press("Escape");
  return value;
}

test("moons are classified with two losses: a map, a matrix, a field for gamma, the link and the export", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await losslab.write(crossEntropy, "A");
  await losslab.write(focal, "B");
  await losslab.choose("Data set", /^Two moons$/);
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  const gamma = page.getByRole("spinbutton", { name: "gamma of loss B" });
  await gamma.fill("3");
  await losslab.set("Steps", 300);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("B")).toHaveText(/^[0-9a-f]{16}$/);
  await expect(losslab.metrics().getByRole("row", { name: /^accuracy/ })).toContainText(/0\.9|1\.0/);
  await expect(page.getByRole("table", { name: "Confusion matrix A" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Confusion matrix B" })).toBeVisible();
  const text = await trainPy(page);
  expect(text).toContain("nn.Linear(2, 32)");
  const other = await shared(losslab);
  await expect(other.page.getByRole("spinbutton", { name: "gamma of loss B" })).toHaveValue("3");
  await expect(other.verdict("B")).toHaveText(/^Scalar/);
});

test("a loss of class labels that is given numbers is offered data that fit it", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(focal, "A");
  await expect(losslab.verdict("A")).toContainText("This loss wants class labels", { timeout: 20_000 });
  await losslab.fix(/^Use penguins/, "A").click();
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await expect(page.getByRole("combobox", { name: "Data set" }).locator("option:checked")).toContainText("Penguins");
});

test("a table of three columns has two inputs, and the fit is drawn over either", async ({ page }) => {
  const losslab = await Losslab.open(page);
  const rows = Array.from({ length: 40 }, (_, i) => `${i},${(i * 7) % 11},${2 * i - ((i * 7) % 11)}`);
  await losslab.button("Own data…").click();
  const dialog = page.getByRole("dialog", { name: "Your own data" });
  await dialog.getByLabel("Data as CSV").fill(["a,b,y", ...rows].join("\n"));
  await expect(dialog.getByLabel("What b is")).toHaveValue("input");
  await expect(dialog.getByLabel("What y is")).toHaveValue("target");
  await dialog.getByRole("button", { name: "Use these 40 rows" }).click();
  await losslab.set("Steps", 60);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("A")).toHaveText(/^[0-9a-f]{16}$/);
  await page.getByRole("combobox", { name: "Input that the fit is drawn over" }).selectOption({ label: "b" });
  await expect(losslab.figure("Fit")).toContainText("b from -0.5 to 10.5");
  const other = await shared(losslab);
  await expect(other.figure("Fit")).toContainText("b from -0.5 to 10.5");
});

test("columns of 0 and 1 are labels that may hold at once: a logit for each, and a class for each combination", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  const rows = Array.from({ length: 80 }, (_, i) => [i, (i * 7) % 80].map((x) => x / 80));
  const text = rows.map(([a = 0, b = 0]) => [a, b, a > 0.5 ? 1 : 0, b > 0.5 ? 1 : 0].join(","));
  await losslab.button("Own data…").click();
  const dialog = page.getByRole("dialog", { name: "Your own data" });
  await dialog.getByLabel("Data as CSV").fill(["a,b,wet,cold", ...text].join("\n"));
  await expect(dialog.getByLabel("What a is").locator("option")).not.toContainText(["target: 0 or 1"]);
  for (const label of ["wet", "cold"]) await dialog.getByLabel(`What ${label} is`).selectOption("target: 0 or 1");
  await dialog.getByRole("button", { name: "Use these 80 rows" }).click();
  await losslab.write(bce, "A");
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await expect(page.getByRole("textbox", { name: "Output" })).toHaveValue("2");
  await losslab.set("Steps", 300);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("A")).toHaveText(/^[0-9a-f]{16}$/);
  await expect(losslab.metrics().getByRole("row", { name: /^micro F1/ })).toContainText(/0\.[6-9]|1\.0/);
  await expect(losslab.figure("Fit")).toContainText("wet, cold");
  const other = await shared(losslab);
  await expect(other.verdict("A")).toHaveText(/^Scalar/);
  await expect(other.figure("Fit")).toContainText("80 points of 4 classes");
});

test("a mask grows by dice beside cross entropy, in tensors that are guessed from the names", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(dice, "A");
  await losslab.write(bce, "B");
  await losslab.choose("Data set", /^No data set/);
  // The guess has come.
  await expect(page.getByRole("combobox", { name: "What fills mask" })).toHaveValue("mask");
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await expect(losslab.verdict("B")).toHaveText(/^Scalar/);
  await page.keyboard.press("Escape");
  await losslab.set("Steps", 300);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("B")).toHaveText(/^[0-9a-f]{16}$/);
  await expect(losslab.metrics().getByRole("row", { name: /^IoU/ })).toContainText(/0\.[5-9]|1\.0/);
  expect(await trainPy(page)).toContain("nn.ParameterList");
  const other = await shared(losslab);
  await expect(other.verdict("A")).toHaveText(/^Scalar/);
});

test("quantiles are read as such: bands, coverage, the levels in the link and in the export", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.choose("Data set", /^Noise that grows/);
  await losslab.button("What the output means").click();
  await page.getByRole("combobox", { name: "What the output's numbers are" }).selectOption({ label: "quantiles" });
  await page.getByRole("textbox", { name: "Levels" }).fill("0.05, 0.5, 0.95");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Output" })).toHaveValue("3");
  await losslab.write(quantiles, "A");
  await expect(losslab.verdict("A")).toHaveText(/^Scalar/);
  await losslab.set("Steps", 200);
  await losslab.button("Train").click();
  await expect(losslab.metrics().getByRole("row", { name: /^coverage of 90 %/ })).toContainText(/0\.\d/);
  expect(await trainPy(page)).toContain("levels = torch.tensor([0.05, 0.5, 0.95]");
  const other = await shared(losslab);
  await expect(other.verdict("A")).toHaveText(/^Scalar/);
  await expect(other.page.getByRole("textbox", { name: "Output" })).toHaveValue("3");
});

test("a physics-informed residual differentiates by the model's input", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.choose("Data set", /^Line/);
  await losslab.write(residual, "A");
  await expect(losslab.verdict("A")).toHaveText(/^Scalar.*Gradient reaches/);
  await losslab.set("Steps", 100);
  await losslab.button("Train").click();
  await expect(losslab.fingerprint("A")).toHaveText(/^[0-9a-f]{16}$/);
  expect(await trainPy(page)).toContain("[rows].requires_grad_()");
  const other = await shared(losslab);
  await expect(other.verdict("A")).toHaveText(/^Scalar/);
});
