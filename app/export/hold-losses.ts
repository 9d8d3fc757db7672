/** @file For tests: losses in the forms of the literature, held to the data they shall find and to PyTorch's curves. Two files do, side by side. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { betterOf } from "../../engine/train/metric-names.ts";
import { fittedRun, lossesFolder } from "./loss-table.ts";
import { greatestDifference, type Measured, sampled } from "./measured-runs.ts";
import { recordedRun } from "./recorded-run.ts";

/** What no metric of the data gets better by, and why. */
const unmeasured: Readonly<Record<string, string>> = {
  bpr: "scores are told from each other, and have no target",
  coral: "its outputs are thresholds in order, and no logits of classes",
  ctc: "its targets are shorter than what is predicted of them",
  dpo: "log probabilities are told from each other, and have no target",
  mixup: "its targets are mixed by a number that it draws itself",
  ppo_clip: "advantages have no target",
  wgan_gp: "a critic's scores have no target",
};

export const measured: readonly Measured[] = JSON.parse(readFileSync(`${lossesFolder}/curves.json`, "utf8"));

/** The losses whose name begins before "m" come first: about as much work as the others. */
export const halves: Readonly<Record<"first" | "second", readonly Measured[]>> = {
  first: measured.filter(({ id }) => id < "m"),
  second: measured.filter(({ id }) => id >= "m"),
};

export function holdLosses(losses: readonly Measured[]): void {
  describe("a loss of the literature", () => {
    test.each(losses)("$id finds its data, and its curve is PyTorch's", ({ id, stable, losses: theirs }) => {
      const run = fittedRun(id);
      if (run === null) throw new Error("nothing fits it");
      const ours = recordedRun(run.source, run.experiment, run.handling, run.dataset, run.arguments);
      const points = Math.ceil(stable / 5);
      expect(points).toBeGreaterThan(1);
      const { before, after } = ours.metrics;
      const better = after.filter(({ name, value }, i) => {
        const change = value - (before[i]?.value ?? Number.NaN);
        return { low: change < 0, high: change > 0, neither: false }[betterOf(name)];
      });
      expect([id, better.length > 0]).toEqual([id, unmeasured[id] === undefined]);
      expect(greatestDifference(sampled(ours.losses).slice(0, points), theirs.slice(0, points))).toBeLessThan(1e-4);
    });
  });
}
