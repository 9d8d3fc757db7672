import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutName, partsOf } from "./cut-name.ts";

describe("a name that is too long", () => {
  test("is cut between words, and keeps the number it ends in", () => {
    expect(cutName("Mean absolute error · Per-sample squared error 12", 30)).toBe("Mean absolute error 12");
    expect(cutName("Mean absolute error · Per-sample squared error", 30)).toBe("Mean absolute error");
    expect(cutName("Focal loss of a long day (3)", 16)).toBe("Focal loss (3)");
    expect(cutName("Focal loss", 10)).toBe("Focal loss");
    expect(cutName("Antidisestablishmentarianism 7", 10)).toBe("Antidise 7");
  });

  test("is never longer than it may be, is itself where it fits, and different numbers stay different", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 8, max: 80 }), fc.nat(99), (text, longest, n) => {
        const [one, other] = [n, n + 1].map((number) => cutName(`${text.trim() || "x"} ${number}`, longest));
        expect(one?.length).toBeLessThanOrEqual(longest);
        expect(one).not.toBe(other);
      }),
    );
  });

  test("has a number only after a space", () => {
    expect(partsOf("L1")).toEqual({ stem: "L1", number: "" });
    expect(partsOf("smooth L1")).toEqual({ stem: "smooth L1", number: "" });
    expect(partsOf("Huber 2")).toEqual({ stem: "Huber", number: " 2" });
  });
});
