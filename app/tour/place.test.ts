import fc from "fast-check";
import { expect, test } from "vitest";
import { cardPlace } from "./place.ts";

const card = { width: 340, height: 190 };

test("the card is within the window, whatever it is about and however small the window is", () => {
  const number = fc.integer({ min: -500, max: 3000 });
  const size = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(
      fc.record({ left: number, top: number, width: size, height: size }),
      fc.record({ width: fc.integer({ min: 360, max: 3000 }), height: fc.integer({ min: 210, max: 2000 }) }),
      (about, view) => {
        const { left, top } = cardPlace(about, card, view);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + card.width).toBeLessThanOrEqual(view.width);
        expect(top + card.height).toBeLessThanOrEqual(view.height);
      },
    ),
  );
});

test("the card does not cover what it is about where there is room above or below", () => {
  const view = { width: 1440, height: 900 };
  const about = { left: 100, top: 600, width: 400, height: 200 };
  expect(cardPlace(about, card, view).top + card.height).toBeLessThan(600);
  expect(cardPlace({ ...about, top: 100 }, card, view).top).toBeGreaterThan(300);
});
