/** However much a stranger's loss has to say, little is kept, sent and drawn, and the rest is counted. */
import { describe, expect, test } from "vitest";
import { LONGEST, MOST } from "../../engine/bounded.ts";
import type { Report } from "../../engine/inspect/report.ts";
import { nowhere } from "../../engine/language/surroundings.ts";
import type { Compilation, Diagnostic } from "../../engine/language/program.ts";
import { Tensor } from "../../engine/tensor/tensor.ts";
import { compile } from "../../engine/testing/python.ts";
import { compiledBy, uncompiled } from "../editor/answers.ts";
import { type LaneResult, noResult } from "../store/store.ts";
import { annotationsOf } from "./annotations-of.ts";
import { checksOf } from "./checks.ts";
import { listed } from "./format.ts";
import { reportOf as reportOn } from "./reported.ts";
import { shownNotes, verdictOf } from "./verdict.ts";

/** As the page gets it. */
function reportOf({ program }: Compilation): Report {
  if (program === null) throw new Error("does not compile");
  const predictions = Tensor.of(Float32Array.from([0.5, -1, 2, 3]), [4, 1], "float32");
  predictions.requires_grad = true;
  const targets = [Tensor.of(Float32Array.from([1, 0, 2, 5]), [4, 1], "float32")];
  return reportOn(program, { predictions, targets, surroundings: nowhere });
}

const result = (source: string, compilation: Compilation, report: Report | null): LaneResult => ({
  ...noResult,
  phase: "ready",
  source,
  language: "python",
  compilation,
  report,
  components: 1,
});

function judged(...lines: readonly string[]): LaneResult {
  const source = `import warnings\ndef forward(predictions, targets):\n${lines.map((line) => `    ${line}\n`).join("")}    return (predictions - targets).abs().mean()\n`;
  const compilation = compile(source);
  return result(source, compilation, reportOf(compilation));
}

const drawn = (lane: LaneResult): number => {
  const verdict = verdictOf(lane);
  return verdict.reason.length + shownNotes(verdict).shown.reduce((sum, { text }) => sum + text.length, 0);
};

describe("of 900", () => {
  test("warnings 50 are kept, what fits stands in the verdict, and the rest is counted", () => {
    const lane = judged("for i in range(900): warnings.warn('careful ' + str(i) + ' ' + 'x' * 300)");
    expect(lane.report?.hazards.length).toBe(MOST);
    expect(lane.report?.omitted).toEqual([{ kind: "warning", count: 850 }]);
    expect(drawn(lane)).toBeLessThan(1.5 * LONGEST);
    const { shown, more } = shownNotes(verdictOf(lane));
    expect(shown.length + more).toBe(900);
    const checks = checksOf(lane).filter(({ state }) => state === "warning");
    expect(checks).toHaveLength(MOST + 1);
    expect(checks.at(-1)).toMatchObject({ text: "and 850 more", count: 850 });
  });

  test("times the same warning one is kept", () => {
    expect(judged("for i in range(900): warnings.warn('careful')").report).toMatchObject({
      hazards: [{ code: "warning" }],
      omitted: [],
    });
  });

  test("lines of the console 50 are kept, none longer than 2,000 characters", () => {
    const { report } = judged("for i in range(900): print(i, 'x' * 5000)");
    expect(report?.console.lines).toHaveLength(MOST);
    expect(report?.console.omitted).toBe(850);
    expect(report?.console.lines.every(({ text }) => text.length <= LONGEST)).toBe(true);
  });

  test("silent broadcasts 50 are kept", () => {
    const row = "predictions - targets.squeeze(-1)";
    const { report } = judged(...Array.from({ length: 900 }, (_, i) => `x${i} = ${row}`));
    expect(report?.hazards.filter(({ code }) => code === "silent-broadcast")).toHaveLength(MOST);
    expect(report?.omitted).toEqual([{ kind: "silent-broadcast", count: 850 }]);
  });

  test("complaints of a compiler 50 of a code are kept, and drawn as notes, checks and markers", async () => {
    const diagnostics = (code: string, severity: Diagnostic["severity"]): Diagnostic[] =>
      Array.from({ length: 900 }, (_, i) => ({ code, severity, start: i, end: i + 1, message: "x".repeat(10_000) }));
    const lane = judged("pass");
    const compilation = await compiledBy(lane.source, () => ({
      program: lane.compilation?.program ?? null,
      diagnostics: [...diagnostics("type", "warning"), ...diagnostics("operator", "warning")],
    }));
    expect(compilation.diagnostics).toHaveLength(2 * MOST);
    expect(compilation.diagnostics.every(({ message }) => message.length <= LONGEST)).toBe(true);
    const typed = { ...lane, compilation };
    expect(drawn(typed)).toBeLessThan(1.5 * LONGEST);
    expect(checksOf(typed).filter(({ state }) => state === "warning")).toHaveLength(MOST + 1);
    expect(annotationsOf(typed).markers.length).toBeLessThan(3 * MOST);
  });

  test("names 50 are listed", () => {
    expect(listed(Array.from({ length: 900 }, (_, i) => `n${i}`))).toMatch(/^n0, .*n49 and 850 more$/);
  });
});

describe("what no compiler can take", () => {
  const failure = (error: Error) =>
    compiledBy("first\nx = ((((", () => {
      throw error;
    });

  test.each([
    ["a stack that is used up", new RangeError("Maximum call stack size exceeded"), /nested too deeply to be compiled/],
    ["Firefox's", Object.assign(new Error("too much recursion"), { name: "InternalError" }), /nested too deeply/],
    ["any other fault of the compiler", new TypeError("x is undefined"), /compiler failed at this loss/],
  ])("ends in our words: %s", async (_title, error, words) => {
    const verdict = verdictOf(result("first\nx = ((((", await failure(error), null));
    expect(verdict.label).toBe("Broken");
    expect(verdict.reason).toMatch(words);
    expect(verdict.reason).not.toContain("undefined");
  });

  test("names the line, where it can be told", () => {
    const [nested, chained] = [`first\nx = ${"(".repeat(20_000)}`, `first\n\nx = y${".abs()".repeat(8000)}`];
    const line = (source: string) => verdictOf(result(source, uncompiled(source, "too-deep"), null)).reason;
    expect(line(nested)).toContain("(line 2)");
    expect(line(chained)).toContain("(line 3)");
    expect(line("def f():\n  pass")).not.toContain("(line");
  });
});
