import { describe, expect, test } from "vitest";
import { fitted, type LegendEntry, placeLegend } from "./legend-lines.ts";

const measure = (text: string): number => text.length * 6;
const entry = (text: string): LegendEntry => ({ text, sign: { kind: "disc" } });

describe("a picture's legend", () => {
  test("goes on in the next line where there is no room, and nothing stands over its edge", () => {
    const { placed, lines } = placeLegend(["A first loss", "B second loss", "train"].map(entry), 220, measure);
    expect(lines).toBe(2);
    expect(placed.map(({ line }) => line)).toEqual([0, 0, 1]);
    for (const { x, text } of placed) expect(x + 26 + measure(text)).toBeLessThanOrEqual(220);
  });

  test("cuts a name that is wider than the picture", () => {
    expect(fitted("a name that goes on", 60, measure)).toBe("a name th…");
    expect(fitted("short", 60, measure)).toBe("short");
  });
});
