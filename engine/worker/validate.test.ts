import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../inspect/report.ts";
import { parseReply } from "./validate.ts";

const report: Report = {
  outcome: {
    kind: "tensor",
    shape: [64, 1],
    dtype: "float32",
    numel: 64,
    value: null,
    container: null,
    names: null,
    probe: 3,
  },
  failure: null,
  expressions: [
    {
      shape: [],
      dtype: "float32",
      min: null,
      mean: Number.NaN,
      max: null,
      nanCount: 1,
      infCount: 0,
      probe: 0,
      evaluations: 1,
      gradNorm: Number.NaN,
      requiresGrad: true,
    },
  ],
  hazards: [{ code: "not-scalar", probe: 3, shape: [64, 1] }],
  gradient: null,
  gradients: null,
  result: null,
  console: { lines: [{ level: "log", text: "<b>hello</b>", count: 2 }], omitted: 3 },
  milliseconds: 1.5,
};

describe("a reply", () => {
  test("that is well formed is taken, with nothing but its known fields", () => {
    expect(parseReply({ type: "report", id: 1, report: { ...report, extra: 1 }, more: 2 })).toEqual({
      type: "report",
      id: 1,
      report,
    });
  });

  test.each<[string, unknown]>([
    ["an unknown type", { type: "eval", code: "1" }],
    ["a negative id", { type: "report", id: -1, report }],
    [
      "a dtype that does not exist",
      { type: "report", id: 1, report: { ...report, expressions: [{ ...report.expressions[0], dtype: "<img>" }] } },
    ],
    [
      "a text without end",
      {
        type: "report",
        id: 1,
        report: { ...report, console: { lines: [{ level: "log", text: "x".repeat(1e5), count: 1 }], omitted: 0 } },
      },
    ],
    [
      "too many expressions",
      {
        type: "report",
        id: 1,
        report: { ...report, expressions: Array.from({ length: 3000 }, () => report.expressions[0]) },
      },
    ],
    ["an unknown hazard", { type: "report", id: 1, report: { ...report, hazards: [{ code: "new" }] } }],
    ["a string for a number", { type: "report", id: 1, report: { ...report, milliseconds: "1" } }],
    ["nothing", null],
  ])("with %s is not believed", (_title, message) => {
    expect(parseReply(message)).toBeNull();
  });

  test("of any kind never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(() => parseReply(message)).not.toThrow();
      }),
    );
  });
});
