/** @file How long a keystroke takes to show in the verdict. */
import type { Browser } from "@playwright/test";
import { Losslab } from "../../losslab.ts";
import { sixtyLines } from "../sixty-lines.ts";
import { address, withPage } from "./visit.ts";

/** Milliseconds of keystrokes that change a digit of the loss, so that every one of them changes the verdict's value. */
export function keystrokes(browser: Browser, rounds: number): Promise<number[]> {
  return withPage(browser, async (page) => {
    const losslab = await Losslab.open(page, address);
    await losslab.write(sixtyLines);
    await page.waitForTimeout(3000);
    // The caret goes behind the first digit of `0.01` in the last statement.
    await losslab.editor().focus();
    await page.keyboard.press("ControlOrMeta+End");
    for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
    await page.evaluate(() => {
      const status = document.querySelector('[role="status"][aria-label="Verdict A"]');
      if (status === null) throw new Error("no verdict strip");
      const times: number[] = [];
      let pressed: number | null = null;
      document.addEventListener(
        "keydown",
        (event) => {
          pressed = event.timeStamp;
        },
        true,
      );
      new MutationObserver(() => {
        if (pressed === null) return;
        const start = pressed;
        pressed = null;
        requestAnimationFrame(() => times.push(performance.now() - start));
      }).observe(status, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { keystrokeTimes: times });
    });
    for (let i = 0; i < rounds; i++) {
      // A digit in, the same digit out: the text never grows.
      await page.keyboard.press(i % 2 === 0 ? String(1 + (i % 9)) : "Backspace");
      await page.waitForTimeout(180);
    }
    return page.evaluate(() => (window as Window & { keystrokeTimes?: number[] }).keystrokeTimes ?? []);
  });
}
