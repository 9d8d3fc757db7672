import { describe, expect, test } from "vitest";
import type { SeriesPart } from "../../engine/train/progress.ts";
import { SeriesCollector } from "./whole-series.ts";

const part = (change: Partial<SeriesPart>): SeriesPart => {
  const made = { of: 0, count: 2, name: "training loss", from: 0, length: 3, steps: [0, 1, 2], ...change };
  return { values: made.steps.map((step) => step / 2), ...made };
};

describe("a run's whole series", () => {
  test("are put together from their parts, one series after the other", () => {
    const collector = new SeriesCollector();
    expect(collector.take(part({ steps: [0, 1] }))).toBe(true);
    expect(collector.next).toEqual({ of: 0, from: 2 });
    expect(collector.take(part({ from: 2, steps: [2] }))).toBe(true);
    expect(collector.next).toEqual({ of: 1, from: 0 });
    expect(collector.take(part({ of: 1, name: "validation loss", length: 1, steps: [0] }))).toBe(true);
    expect(collector.next).toBeNull();
    expect(collector.series).toMatchObject([
      { name: "training loss", steps: [0, 1, 2], values: [0, 0.5, 1] },
      { name: "validation loss", steps: [0], values: [0] },
    ]);
  });

  test("of a run that goes on end where they were first met", () => {
    const collector = new SeriesCollector();
    collector.take(part({ count: 1, steps: [0, 1] }));
    collector.take(part({ count: 1, from: 2, length: 9, steps: [2, 3, 4] }));
    expect(collector.next).toBeNull();
    expect(collector.series[0]?.steps).toEqual([0, 1, 2]);
  });

  test.each([
    ["that was not asked for", part({ of: 1 })],
    ["from another place", part({ from: 1, steps: [1, 2] })],
    ["of more series than a run has", part({ count: 1000 })],
    ["longer than any run", part({ length: 1e9 })],
    ["that never ends", part({ steps: [] })],
    ["with more than it says", part({ length: 2 })],
    ["of which a half is missing", part({ values: [1] })],
  ])("a part %s is not believed", (_, wrong) => {
    expect(new SeriesCollector().take(wrong)).toBe(false);
  });
});
