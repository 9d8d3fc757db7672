import { expect, test } from "@playwright/test";
import { Losslab } from "./losslab.ts";

const loss = `function forward(predictions, targets, delta = 1.0) {
  return F.huber_loss(predictions, targets, { delta });
}
`;

test("a knob has room on both sides, says its range, and is typed after a double click or Enter", async ({ page }) => {
  const losslab = await Losslab.open(page);
  await losslab.write(loss);
  await expect(losslab.verdict()).toHaveText(/^Scalar/);
  const slider = losslab.knob("delta");
  const range = async () => [await slider.getAttribute("min"), await slider.getAttribute("max")];
  await expect.poll(range).toEqual(["0", "4"]);
  await expect(losslab.lane().locator(".knob")).toContainText(/delta\s*0\s*4/);
  // A click moves it; a double click goes to the field and leaves the number as it was.
  const box = await slider.boundingBox();
  if (box === null) throw new Error("the slider is not there");
  await page.mouse.dblclick(box.x + box.width * 0.8, box.y + box.height / 2);
  await expect(losslab.field("delta")).toBeFocused();
  await expect(losslab.field("delta")).toHaveValue("1");
  await page.keyboard.type("7");
  await expect.poll(() => losslab.text()).toMatch(/delta = 7(\.0)?\)/);
  await expect.poll(range).toEqual(["0", "40"]);
  await slider.focus();
  await page.keyboard.press("Enter");
  await expect(losslab.field("delta")).toBeFocused();
  await page.keyboard.type("-0.5");
  await expect.poll(() => losslab.text()).toContain("delta = -0.5)");
  await expect.poll(range).toEqual(["-1", "40"]);
  // Slid to its end, the range stays.
  await slider.fill("40");
  await expect.poll(() => losslab.text()).toMatch(/delta = 40(\.0)?\)/);
  await expect.poll(range).toEqual(["-1", "40"]);
});
