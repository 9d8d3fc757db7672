import { describe, expect, test } from "vitest";
import type { Report } from "../../engine/inspect/report.ts";
import { lensFactsOf } from "./lens-facts.ts";

const report: Report = {
  outcome: { kind: "tensor", shape: [64, 1], dtype: "float32", numel: 64, value: null, probe: 3 },
  failure: null,
  expressions: [],
  hazards: [],
  gradient: null,
  gradients: null,
  console: [],
  milliseconds: 1,
};

const returned = {
  shape: [64, 1],
  dtype: "float32",
  min: null,
  mean: null,
  max: null,
  nanCount: 0,
  infCount: 0,
  probe: 3,
  evaluations: 1,
  gradNorm: null,
};

describe("the facts for the framework lens", () => {
  test("of a tensor are its shape, dtype and whether the returned expression requires grad", () => {
    const of = (requiresGrad: boolean) => lensFactsOf({ ...report, expressions: [{ ...returned, requiresGrad }] });
    expect(of(true)).toEqual({
      kind: "tensor",
      type: "Tensor",
      shapes: [[64, 1]],
      dtype: "float32",
      requiresGrad: true,
    });
    expect(of(false)?.requiresGrad).toBe(false);
  });

  test("of a tensor that was not probed rest on the hazards", () => {
    expect(lensFactsOf(report)?.requiresGrad).toBe(true);
    const hazards = [{ code: "no-gradient", probe: null, cause: null } as const];
    expect(lensFactsOf({ ...report, hazards })?.requiresGrad).toBe(false);
  });

  test("of numbers and of nothing name Python's types", () => {
    const of = (kind: "number" | "null" | "undefined") =>
      lensFactsOf({ ...report, outcome: { kind, value: null, probe: null } })?.type;
    expect([of("number"), of("null"), of("undefined")]).toEqual(["float", "NoneType", "NoneType"]);
  });

  test("are none where nothing came back that can be judged", () => {
    expect(lensFactsOf({ ...report, outcome: null })).toBeNull();
    expect(lensFactsOf({ ...report, outcome: { kind: "promise", value: null, probe: null } })).toBeNull();
  });
});
