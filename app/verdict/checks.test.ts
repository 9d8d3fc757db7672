import { describe, expect, test } from "vitest";
import type { Hazard } from "../../engine/inspect/hazards.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Compilation } from "../../engine/language/program.ts";
import { type LaneResult, noResult } from "../store/store.ts";
import { checksOf } from "./checks.ts";

const source = "def forward(p, t):\n    return p - t\n";
const start = source.indexOf("p - t");
const compilation: Compilation = {
  program: {
    js: "",
    probes: [{ kind: "return", start, end: start + 5, takesPostfix: false, broadcastAccepted: false, isName: false }],
    loops: [],
    knobs: [],
    entry: { kind: "function", name: "forward", parameters: ["p", "t"] },
  },
  diagnostics: [],
};

const outcome = (shape: readonly number[]): Report["outcome"] => ({
  kind: "tensor",
  shape,
  dtype: "float32",
  numel: shape.reduce((product, size) => product * size, 1),
  value: shape.length === 0 ? 0.5 : null,
  container: null,
  names: null,
  probe: 0,
});

function result(change: Partial<Report>): LaneResult {
  const report: Report = {
    outcome: outcome([]),
    failure: null,
    expressions: [
      {
        shape: [64, 1],
        dtype: "float32",
        min: 0,
        mean: 0,
        max: 0,
        nanCount: 0,
        infCount: 0,
        probe: 0,
        evaluations: 1,
        gradNorm: 0.1,
        requiresGrad: true,
      },
    ],
    hazards: [],
    omitted: [],
    gradient: { norm: 0.125, finite: true, zero: false },
    gradients: null,
    terms: [],
    fits: [],
    trail: [],
    result: null,
    console: { lines: [], omitted: 0 },
    milliseconds: 1,
    ...change,
  };
  return {
    ...noResult,
    phase: "ready",
    source,
    language: "python",
    compilation,
    report,
    components: 1,
  };
}

const titles = (checked: LaneResult) => checksOf(checked).map(({ state, title }) => `${state}: ${title}`);
const vector: Hazard = { code: "not-scalar", probe: 0, shape: [64, 1], total: null, isMade: false };
const broadcast: Hazard = {
  code: "silent-broadcast",
  probe: 0,
  op: "sub",
  left: [64, 1],
  right: [64],
  result: [64, 64],
};

describe("the checks of a loss", () => {
  test("that is as it should be are what went well", () => {
    expect(titles(result({}))).toEqual([
      "passed: The gradient reaches the predictions",
      "passed: One number",
      "passed: Finite everywhere",
      "passed: Shapes agree",
    ]);
  });

  test("claim nothing that the report does not show", () => {
    const nan = result({}).report?.expressions.map((fact) => ({ ...fact, nanCount: 1 })) ?? [];
    expect(titles(result({ expressions: nan, gradient: null, outcome: outcome([3]) }))).toEqual([
      "passed: Shapes agree",
    ]);
  });

  test("begin with findings, each with its line and its fixes", () => {
    const checks = checksOf(result({ hazards: [broadcast] }));
    expect(checks[0]).toMatchObject({ state: "warning", title: "Silent broadcast", place: { line: 2, start } });
    expect(checks[0]?.fixes.length).toBeGreaterThan(0);
    expect(checks.map(({ title }) => title)).not.toContain("Shapes agree");
    expect(checks.map(({ title }) => title)).toContain("One number");
  });

  test("name a vector that nobody handles, with PyTorch's own line", () => {
    const checked = result({ hazards: [vector], outcome: outcome([64, 1]), gradient: null });
    expect(checksOf(checked)[0]).toMatchObject({
      state: "warning",
      pytorch: "PyTorch: “grad can be implicitly created only for scalar outputs” (RuntimeError)",
    });
    const handled = checksOf(checked, { kind: "aggregator", name: "UPGrad", parameters: {} });
    expect(handled.every(({ state }) => state === "passed")).toBe(true);
    expect(handled.map(({ title }) => title)).toContain("Vector [64, 1]");
  });

  test("of a loss that failed are why it did, and nothing that went well", () => {
    const failure = {
      code: "exception" as const,
      name: "ZeroDivisionError",
      message: "division by zero",
      pytorch: null,
      hint: null,
      shapes: [],
      probe: 0,
      loop: null,
    };
    const checks = checksOf(result({ outcome: null, failure, gradient: null }));
    expect(checks.map(({ state, title }) => [state, title])).toEqual([["failed", "Broken"]]);
    expect(checks[0]?.place?.line).toBe(2);
  });
});
