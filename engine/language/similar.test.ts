import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { similar } from "./similar.ts";

describe("the name that was meant", () => {
  test.each([
    ["target", ["targets", "torch", "predictions"], "targets"],
    ["keepdims", ["input", "dim", "keepdim", "dtype"], "keepdim"],
    ["meen", ["sum", "mean", "mm"], "mean"],
    ["keepDim", ["keepdim", "dim"], "keepdim"],
    ["loss", ["torch", "predictions"], null],
    ["total", ["tool"], "tool"],
  ] as const)("%s, of %j, is %s", (wrong, candidates, meant) => {
    expect(similar(wrong, candidates)).toBe(meant);
  });

  test("is never the wrong one itself, and always one of the candidates", () => {
    const name = fc.stringMatching(/^[a-z_]{1,12}$/);
    fc.assert(
      fc.property(name, fc.array(name), (wrong, candidates) => {
        const meant = similar(wrong, [...candidates, wrong]);
        return meant === null || (meant !== wrong && candidates.includes(meant));
      }),
    );
  });

  test("is found after any single slip in a word of some length", () => {
    const word = fc.stringMatching(/^[a-z_]{5,12}$/);
    fc.assert(
      fc.property(word, fc.nat({ max: 11 }), (right, at) => {
        const i = at % right.length;
        expect(similar(`${right.slice(0, i)}Z${right.slice(i)}`, [right])).toBe(right);
        expect(similar(right.slice(0, i) + right.slice(i + 1), [right])).toBe(right);
        const swapped =
          right.slice(0, i) +
          right
            .slice(i, i + 2)
            .split("")
            .reverse()
            .join("") +
          right.slice(i + 2);
        expect(similar(swapped, [right])).toBe(swapped === right ? null : right);
      }),
    );
  });
});
