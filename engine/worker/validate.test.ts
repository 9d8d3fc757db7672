import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Failure, Report } from "../inspect/report.ts";
import type { Reply } from "./protocol.ts";
import { fitted, parseReply } from "./validate.ts";

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
  hazards: [{ code: "not-scalar", probe: 3, shape: [64, 1], total: null, isMade: false }],
  omitted: [{ kind: "warning", count: 850 }],
  gradient: null,
  gradients: null,
  terms: [],
  fits: [],
  trail: [],
  result: null,
  console: { lines: [{ level: "log", text: "<b>hello</b>", count: 2 }], omitted: 3 },
  milliseconds: 1.5,
};

const failure: Failure = {
  code: "shape",
  name: "RuntimeError",
  message: "no",
  pytorch: null,
  hint: null,
  shapes: [],
  probe: null,
  loop: null,
};

describe("a reply", () => {
  test("that is well formed is taken, with nothing but its known fields", () => {
    expect(parseReply({ type: "report", id: 1, report: { ...report, extra: 1 }, more: 2 })).toEqual({
      type: "report",
      id: 1,
      report,
    });
  });

  test.each<[string, unknown, string, RegExp]>([
    ["an unknown type", { type: "eval", code: "1" }, "type", /got "eval"/],
    ["a negative id", { type: "report", id: -1, report }, "id", /got -1/],
    [
      "a dtype that does not exist",
      { type: "report", id: 1, report: { ...report, expressions: [{ ...report.expressions[0], dtype: "<img>" }] } },
      "report.expressions.0.dtype",
      /"float32" \| "float64".* got "<img>"/,
    ],
    [
      "a text without end",
      {
        type: "report",
        id: 1,
        report: { ...report, console: { lines: [{ level: "log", text: "x".repeat(1e5), count: 1 }], omitted: 0 } },
      },
      "report.console.lines.0.text",
      /expected max length <=2000, got 100000/,
    ],
    [
      "too many expressions",
      {
        type: "report",
        id: 1,
        report: { ...report, expressions: Array.from({ length: 3000 }, () => report.expressions[0]) },
      },
      "report.expressions",
      /expected max length <=2000, got 3000/,
    ],
    [
      "an unknown hazard",
      { type: "report", id: 1, report: { ...report, hazards: [report.hazards[0], { code: "new" }] } },
      "report.hazards.1.code",
      /got "new"/,
    ],
    [
      "an unknown code of a failure",
      { type: "report", id: 1, report: { ...report, failure: { ...failure, code: "guessed" } } },
      "report.failure.code",
      /got "guessed"/,
    ],
    [
      "a string for a number",
      { type: "report", id: 1, report: { ...report, milliseconds: "1" } },
      "report.milliseconds",
      /got "1"/,
    ],
    [
      "a field too few",
      { type: "report", id: 1, report: { ...report, gradient: undefined } },
      "report.gradient",
      /got undefined/,
    ],
    ["nothing", null, "", /got null/],
  ])("with %s is not believed, and it is said which field and why", (_title, message, path, why) => {
    expect(parseReply(message)).toEqual({ type: "misfit", path, why: expect.stringMatching(why) });
  });

  test("that quotes a stranger's text at length is cut in what is said of it", () => {
    const forged = parseReply({ type: "x".repeat(1e5) });
    expect(forged).toMatchObject({ type: "misfit", path: "type" });
    expect(forged.type === "misfit" ? forged.why.length : 0).toBeLessThanOrEqual(400);
  });

  test("that is over every bound is cut by who sends it, and then believed", () => {
    const long = "x".repeat(30_000);
    const shape = new Array<number>(100).fill(1);
    const huge: Report = {
      ...report,
      outcome: {
        kind: "tensor",
        shape,
        dtype: "float32",
        numel: 1,
        value: 1,
        container: "list",
        names: new Array<string>(100).fill(long),
        probe: 0,
      },
      result: { kind: "list", type: long, shapes: new Array(100).fill(shape), dtype: "float32", requiresGrad: true },
      failure: { ...failure, name: long, message: long, pytorch: long, hint: long, shapes: new Array(20).fill(shape) },
      hazards: new Array(3000).fill({
        code: "silent-broadcast",
        probe: 0,
        op: long,
        left: shape,
        right: shape,
        result: shape,
      }),
      console: { lines: new Array(500).fill({ level: "log", text: long, count: 1 }), omitted: 0 },
    };
    const message: Reply = { type: "report", id: 1, report: huge };
    expect(parseReply(message).type).toBe("misfit");
    const cut = parseReply(fitted(message));
    expect(cut).toMatchObject({ type: "report", report: { failure: { code: "shape" } } });
    expect(cut.type === "report" ? cut.report.failure?.message.endsWith("…") : false).toBe(true);
  });

  test("of any kind never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(() => parseReply(message)).not.toThrow();
      }),
    );
  });
});
