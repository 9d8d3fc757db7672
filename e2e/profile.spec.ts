import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const redescending = `def forward(predictions, targets, width=1.0):
    d = (predictions - targets) / width
    return (d * d * torch.exp(-torch.abs(d))).sum() / predictions.numel()
`;
const relative = `def forward(predictions, targets):
    return ((predictions - targets).abs() / (targets.abs() + 0.5)).mean()
`;
const coupled = `def forward(predictions, targets):
    return 1 - (predictions * targets).sum() / (predictions.norm() * targets.norm())
`;
const cut = `def forward(predictions, targets):
    return ((predictions.detach() - targets) ** 2).mean()
`;

test("Profile draws what one sample's loss does: it is read by key, follows knobs, and says why there is none", async ({
  page,
}) => {
  const losslab = await Losslab.open(page);
  await page.getByRole("tablist", { name: "Dock" }).getByRole("tab", { name: "Profile" }).click();
  await expect(losslab.figure("Loss of one sample")).toContainText("d = prediction − target");
  await losslab.write(redescending);
  const loss = losslab.figure("Loss of one sample");
  const pull = losslab.figure("Pull on the prediction");
  const cell = (name: string) =>
    page
      .getByRole("table", { name: "What it means" })
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name }) })
      .getByRole("cell")
      .first();
  await expect(cell("redescends")).toHaveText("from 0.586", { timeout: 20_000 });
  await expect(cell("pulls towards target")).toHaveText("not |d| > 2", { timeout: 20_000 });
  await expect(loss.locator("svg.recharts-surface")).toContainText("A pushes away");
  // By key: d = 0 first, then a hundredth of the axis farther with each press.
  const crosshair = page.getByRole("slider", { name: "Values at a place of the profile" });
  await crosshair.press("PageUp");
  await expect(crosshair).toHaveAttribute("aria-valuetext", /^d = 1; lane A: loss 0\.3\d+, gradient 0\.36\d+/);
  await pull.getByRole("button", { name: "curvature" }).click();
  await crosshair.press("Home");
  await crosshair.press("PageUp");
  await expect(crosshair).toHaveAttribute("aria-valuetext", /curvature -?[\d.]+/);
  await losslab.field("width").fill("2");
  await losslab.field("width").press("Enter");
  await expect(cell("redescends")).toHaveText("from 1.17");
  const saving = page.waitForEvent("download");
  await pull.getByRole("button", { name: "Save pull on the prediction" }).click();
  await page.getByRole("menuitem", { name: "Numbers (CSV)" }).click();
  const csv = await readFile(await (await saving).path(), "utf8");
  expect(csv).toMatch(/^lane,axis,place,loss,slope,curvature\nA,difference,-5,/);

  await losslab.write(relative);
  await expect(loss).toContainText("p = prediction");
  const target = page.getByRole("slider", { name: "Target of the sample" });
  await target.press("End");
  await expect(cell("kinks")).toHaveText(/^[12]\.\d+$/);
  await losslab.write(coupled);
  await expect(loss).toContainText("rows depend on each other: the batch's loss while sample");
  await losslab.write(cut);
  await expect(page.getByRole("region", { name: "About this profile" })).toContainText(
    "Lane A lets no gradient reach the predictions",
  );
});
