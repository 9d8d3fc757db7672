import { describe, expect, test } from "vitest";
import type { CheckedOf } from "../../../engine/checks/kinds.ts";
import type { SampleCurve } from "../../../engine/checks/sample/facts.ts";
import { checksOf, sampled } from "../../../engine/testing/checked.ts";
import { Tensor } from "../../../engine/tensor/tensor.ts";
import { aligned, heightOf, lossPoints, pullValues, pushes, spanOf } from "./lines.ts";
import { jumps, meanings } from "./meaning.ts";

const ROWS = 64;
const list = (make: (i: number) => number): Float32Array => Float32Array.from({ length: ROWS }, (_, i) => make(i));
function given() {
  const predictions = Tensor.of(
    list((i) => 1.4 * Math.sin(i * 1.7)),
    [ROWS, 1],
    "float32",
  );
  predictions.requires_grad = true;
  const targets = Tensor.of(
    list((i) => 1.2 * Math.cos(i * 0.9) + 0.1),
    [ROWS, 1],
    "float32",
  );
  return { predictions, targets: [targets] };
}

const forward = (value: string): string =>
  `def forward(predictions, targets):\n    d = predictions - targets\n    return ${value}\n`;

function curve(value: string, target: number | null = null): SampleCurve {
  const found = sampled(forward(value), given(), { target });
  if (found.kind !== "curve") throw new Error(found.kind);
  return found;
}

function said(value: string): Record<string, string | undefined> {
  const checks = Object.values(checksOf(forward(value), given())).filter(
    (facts): facts is CheckedOf => facts !== undefined,
  );
  const known = { checks, curve: curve(value) };
  return Object.fromEntries(meanings.map(({ name, cell }) => [name, cell(known)?.text]));
}

const redescending = "(d * d * torch.exp(-torch.abs(d))).sum() / predictions.numel()";

describe("what it means", () => {
  test("of a loss that gives outliers up", () =>
    expect(said(redescending)).toMatchObject({
      "minimum at d": "0",
      "pulls towards target": "not |d| > 2",
      "greatest pull": "0.461 at 0.586",
      redescends: "from 0.586",
      kinks: "none",
      convex: "|d| < 0.5858",
      symmetric: "yes",
      "bounded below": "yes",
      "an outlier weighs": "pushed away",
    }));

  test("of the absolute error", () =>
    expect(said("d.abs().mean()")).toMatchObject({
      estimates: "the median",
      "pulls towards target": "everywhere",
      "greatest pull": "1",
      redescends: "no",
      kinks: "0",
      convex: "yes",
      "an outlier weighs": "as any other",
      "safe range": "all",
    }));

  test("of a pinball loss, and of the squared error", () => {
    expect(said("torch.maximum(-0.9 * d, 0.1 * d).mean()")).toMatchObject({ symmetric: "no, 0.111 : 1", kinks: "0" });
    expect(said("(d ** 2).mean()")).toMatchObject({
      estimates: "the mean",
      "greatest pull": expect.stringMatching(/and rising$/),
      "an outlier weighs": "2 × as much at 2d",
    });
  });

  test("nothing is claimed before it was found out", () => {
    const texts = meanings.map(({ cell }) => cell({ checks: null, curve: null })?.text);
    expect(new Set(texts)).toEqual(new Set(["…", undefined]));
  });
});

test("kinks away from the target, and at a target that was chosen, are found; a slope that runs off is none", () => {
  const rounded = (places: number[]): number[] => places.map((x) => Number(x.toFixed(2)));
  expect(rounded(jumps(curve("F.relu(d.abs() - 0.7).mean()")))).toEqual([-0.7, 0.7]);
  expect(rounded(jumps(curve("(d.abs() / (targets.abs() + 0.5)).mean()", 0.75)))).toEqual([0.75]);
  expect(jumps(curve("(d.abs() + 1e-9).sqrt().mean()"))).toEqual([0]);
});

test("where it pushes away begins where the slope is 0", () => {
  const [low, high] = pushes(curve(redescending));
  expect([low?.to, high?.from]).toEqual([expect.closeTo(-2, 2), expect.closeTo(2, 2)]);
  expect(pushes(curve("d.abs().mean()"))).toEqual([]);
});

test("the weight of the squared error is 2, of the absolute one it falls with the distance", () => {
  const square = curve("(d ** 2).mean()");
  const weights = pullValues(square, "weight").filter(Number.isFinite);
  expect(Math.min(...weights)).toBeCloseTo(2, 6);
  expect(Math.max(...weights)).toBeCloseTo(2, 6);
});

test("a loss of a difference is drawn over predictions beside one that is not, at the same target", () => {
  const curves = [
    { lane: "A", curve: curve("(d ** 2).mean()") },
    { lane: "B", curve: curve("(d.abs() / (targets.abs() + 0.5)).mean()", 0.75) },
  ];
  const found = aligned(curves);
  expect(found?.axis).toBe("prediction");
  expect(found?.left).toEqual([]);
  const [first] = found?.drawn ?? [];
  const least = first?.curve.values.indexOf(Math.min(...(first.curve.values ?? [])));
  expect(first?.curve.at[least ?? 0]).toBeCloseTo(0.75, 6);
  const [low, high] = spanOf(found?.drawn ?? []);
  expect([low, high]).toEqual([curves[1]?.curve.from, curves[1]?.curve.to]);
});

test("no lane is drawn flat because another one rises", () => {
  const lines = ["(d ** 2).mean()", redescending].map((value) => lossPoints(curve(value)));
  const [, top] = heightOf(lines, [-5, 5], false);
  expect(top).toBeLessThan(2);
  expect(heightOf(lines, [-5, 5], true)[1]).toBeGreaterThan(16);
});
