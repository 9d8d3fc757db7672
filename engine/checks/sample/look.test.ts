/** @file One sample's loss, held to PyTorch's values, slopes and curvatures; and how it is looked at, by what the loss is of. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { sampled } from "../../testing/checked.ts";
import { Tensor } from "../../tensor/tensor.ts";
import type { SampleCurve, SampleFacts, SampleWish } from "./facts.ts";

const caseSchema = v.object({
  name: v.string(),
  on: v.picklist(["numbers", "logits", "probabilities", "classes"]),
  others: v.picklist(["alone", "held"]),
  chosen: v.nullable(v.number()),
  body: v.string(),
  predictions: v.array(v.number()),
  targets: v.array(v.number()),
  width: v.number(),
  at: v.array(v.number()),
  values: v.array(v.number()),
  slopes: v.array(v.number()),
  curvatures: v.array(v.number()),
});
type Case = v.InferOutput<typeof caseSchema>;

const file = new URL("../../testdata/profiles/expected.json", import.meta.url);
const { cases } = v.parse(v.object({ cases: v.array(caseSchema) }), JSON.parse(readFileSync(file, "utf8")));

function givenBy({ predictions, targets, width, on }: Pick<Case, "predictions" | "targets" | "width" | "on">) {
  const leaf = Tensor.of(Float32Array.from(predictions), [predictions.length / width, width], "float32");
  leaf.requires_grad = true;
  const target =
    on === "classes"
      ? Tensor.of(Float64Array.from(targets), [targets.length], "int64")
      : Tensor.of(Float32Array.from(targets), [targets.length, 1], "float32");
  return { predictions: leaf, targets: [target] };
}

const forward = (body: string): string => `def forward(predictions, targets):\n${body}`;

function curveOf(facts: SampleFacts): SampleCurve {
  if (facts.kind !== "curve") throw new Error(`a curve, not ${facts.kind}`);
  return facts;
}

const plain = {
  on: "numbers",
  predictions: [4.5, -1.5, 2.25, -3.25, 2.5, 0],
  targets: [0.5, -1, 2, -0.25, 1.5, -2],
  width: 1,
} as const;
const looked = (body: string, wish: Partial<SampleWish> = {}, over: Partial<Case> = {}): SampleFacts =>
  sampled(
    forward(body),
    givenBy({ ...plain, predictions: [...plain.predictions], targets: [...plain.targets], ...over }),
    wish,
  );

describe.each(cases.map((each) => [each.name, each] as const))("the profile of %s", (_, known) => {
  const wish = known.others === "held" ? { sample: known.chosen } : { target: known.chosen };
  const found = curveOf(sampled(forward(known.body), givenBy(known), wish));
  test("is of the sample alone, or with the others held", () => expect(found.others).toBe(known.others));
  test.each(["values", "slopes", "curvatures"] as const)("has PyTorch's %s", (name) => {
    known.at.forEach((x, i) => {
      const place = found.at.findIndex((each) => Math.abs(each - x) < 1e-9);
      expect([x, found[name][place]]).toEqual([x, expect.closeTo(known[name][i] ?? Number.NaN, 6)]);
    });
  });
});

test("a jump of the slope is found where it is, at the target and away from it", () => {
  const jumps = (body: string): number[] => {
    const { at, slopes } = curveOf(looked(body));
    return at.filter(
      (x, i) => i > 0 && x - (at[i - 1] ?? 0) < 1e-3 && Math.abs((slopes[i] ?? 0) - (slopes[i - 1] ?? 0)) > 0.4,
    );
  };
  expect(jumps("    return (predictions - targets).abs().mean()\n").every((x) => Math.abs(x) < 1e-4)).toBe(true);
  const [first, last] =
    [jumps("    return F.relu((predictions - targets).abs() - 0.7).mean()\n")].map((at) => [at[0], at.at(-1)])[0] ?? [];
  expect(first).toBeCloseTo(-0.7, 2);
  expect(last).toBeCloseTo(0.7, 2);
});

test("a loss that is not of the difference is drawn over the prediction, for a target to choose", () => {
  const relative = "    return ((predictions - targets).abs() / targets.abs()).mean()\n";
  const found = curveOf(looked(relative, { target: 1 }));
  expect(found).toMatchObject({ axis: "prediction", others: "alone", target: { from: -2, to: 2, chosen: 1 } });
  const [low, high] = [found.slopes[0], found.slopes.at(-1)];
  expect([low, high]).toEqual([expect.closeTo(-1, 9), expect.closeTo(1, 9)]);
  const farther = curveOf(looked(relative, { target: 2 }));
  expect(farther.slopes.at(-1)).toBeCloseTo(0.5, 9);
});

test("a target outside of the data's is the nearest of them", () => {
  const found = curveOf(looked("    return ((predictions - targets) / targets).abs().mean()\n", { target: 1e9 }));
  expect(found.target?.chosen).toBe(2);
});

test("a distribution is drawn over its two outputs, and is least at its target with as little spread as there is", () => {
  const found = looked(
    "    return 0.5 * (predictions[:, 1:] + (targets - predictions[:, :1]) ** 2 / torch.exp(predictions[:, 1:])).mean()\n",
    { target: 0.5 },
    { predictions: [4.5, 0, -1.5, 0.5, 2.25, 0.1, -3.25, 0, 2.5, 0, 0, -0.2], width: 2 },
  );
  if (found.kind !== "contour") throw new Error("no contour");
  const least = found.values.indexOf(Math.min(...found.values));
  const x = found.across.from + ((found.across.to - found.across.from) * (least % found.side)) / (found.side - 1);
  expect(Math.floor(least / found.side)).toBeLessThan(3);
  expect(Math.abs(x - 0.5)).toBeLessThan((found.across.to - found.across.from) / (found.side - 1));
});

test("where it is neither, one output of one sample moves", () => {
  const found = curveOf(
    looked(
      "    return ((predictions - targets).abs() * torch.tensor([0.1, 0.5, 0.9])).mean()\n",
      { output: 2 },
      { predictions: Array.from({ length: 18 }, (_, i) => Math.sin(i)), width: 3 },
    ),
  );
  expect(found).toMatchObject({ axis: "prediction", others: "alone", output: 2, outputs: 3 });
  expect(found.slopes.at(-1)).toBeCloseTo(0.3, 6);
});

test.each([
  ["no gradient reaches the predictions", "    return ((predictions.detach() - targets) ** 2).mean()\n", "silent"],
  ["it fails on its batch", "    return predictions @ predictions\n", "silent"],
])("where %s there is none, and it says so", (_, body, reason) =>
  expect(looked(body)).toEqual({ kind: "none", reason }),
);

test("places ascend, all lists are as long, and the slope is the value's, whatever power of the difference", () => {
  fc.assert(
    fc.property(fc.double({ min: 1.5, max: 3.5, noNaN: true }), fc.boolean(), (power, isWide) => {
      const { at, values, slopes, curvatures, from, to } = curveOf(
        looked(`    return ((predictions - targets).abs() ** ${power.toFixed(3)}).mean()\n`, { isWide }),
      );
      expect(new Set([values.length, slopes.length, curvatures.length])).toEqual(new Set([at.length]));
      expect([at[0], at.at(-1)]).toEqual([from, to]);
      for (let i = 1; i < at.length; i++) {
        const step = (at[i] ?? 0) - (at[i - 1] ?? 0);
        expect(step).toBeGreaterThan(0);
        const mean = ((slopes[i] ?? 0) + (slopes[i - 1] ?? 0)) / 2;
        const bend = Math.abs((slopes[i] ?? 0) - (slopes[i - 1] ?? 0));
        expect(Math.abs(((values[i] ?? 0) - (values[i - 1] ?? 0)) / step - mean)).toBeLessThan(bend + 1e-4);
      }
    }),
    { numRuns: 8 },
  );
});
