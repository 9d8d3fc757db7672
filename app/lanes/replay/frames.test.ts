import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Frame } from "../../store/replay.ts";
import { Frames, keySteps } from "./frames.ts";

const frame = (step: number, points = 120): Frame => ({
  step,
  picture: { kind: "curves", curves: [{ x: Array(points).fill(0), lines: [Array(points).fill(step)], bands: [] }] },
  metrics: { training: [], validation: [] },
  gradients: null,
  ownLoss: { training: 1, validation: 1 },
});

describe("the moments of a run", () => {
  test("are its ends and about a hundred between them, each once, in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (last) => {
        const steps = keySteps(last);
        expect([steps[0], steps.at(-1)]).toEqual([0, last]);
        expect(steps.length).toBeLessThanOrEqual(101);
        expect([...new Set(steps)].sort((a, b) => a - b)).toEqual(steps);
      }),
    );
  });

  test("stay within their budget, whatever comes, and the newest is always there", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("A", "B"), fc.nat(500), fc.integer({ min: 1, max: 400 })), { maxLength: 80 }),
        (puts) => {
          const frames = new Frames(20_000);
          for (const [lane, step, points] of puts) {
            frames.put(lane, frame(step, points));
            const picture = frames.get(lane, step)?.picture;
            expect(picture?.kind === "curves" && picture.curves[0]?.x).toHaveLength(points);
            // Each lane keeps one, however large.
            expect(frames.bytes).toBeLessThanOrEqual(20_000 + 2 * 8 * 2 * 400);
          }
          frames.forget("A");
          frames.forget("B");
          expect(frames.bytes).toBe(0);
        },
      ),
    );
  });
});

describe("the step that is shown", () => {
  test("is the nearest that all lanes have, so that all show the same", () => {
    const frames = new Frames();
    for (const step of [0, 100, 200]) frames.put("A", frame(step));
    for (const step of [0, 200]) frames.put("B", frame(step));
    const ends = new Map([
      ["A", 200],
      ["B", 200],
    ]);
    expect(frames.nearest(ends, 90)).toBe(0);
    expect(frames.nearest(ends, 110)).toBe(200);
    frames.put("B", frame(100));
    expect(frames.nearest(ends, 110)).toBe(100);
  });

  test("is reached by a lane that ended earlier at its end", () => {
    const frames = new Frames();
    for (const step of [0, 150, 200]) frames.put("A", frame(step));
    frames.put("B", frame(40));
    const ends = new Map([
      ["A", 200],
      ["B", 40],
    ]);
    expect(frames.nearest(ends, 150)).toBe(150);
    expect(frames.nearest(ends, 10)).toBe(150);
  });

  test("is none where nothing is known", () => {
    expect(new Frames().nearest(new Map([["A", 10]]), 3)).toBeNull();
  });
});
