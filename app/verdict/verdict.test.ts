import { describe, expect, test } from "vitest";
import type { Hazard } from "../../engine/inspect/hazards.ts";
import type { Failure, Report } from "../../engine/inspect/report.ts";
import type { Compilation, Diagnostic, Probe } from "../../engine/language/program.ts";
import type { VectorHandling } from "../../engine/vector/handling.ts";
import { parseReply } from "../../engine/worker/validate.ts";
import type { LaneResult } from "../store/store.ts";
import { annotationsOf } from "./annotations-of.ts";
import { stopWords } from "./stop-words.ts";
import { verdictOf } from "./verdict.ts";

const source = "function forward(p, t) {\n  return p.sub(t);\n}\n";
const start = source.indexOf("p.sub(t)");
const returned: Probe = {
  kind: "return",
  start,
  end: start + "p.sub(t)".length,
  takesPostfix: true,
  broadcastAccepted: false,
  isName: false,
};

const cut = { isAsked: false, raises: true, isLeaf: false, also: null, alsoAt: null };
const zeros = { count: 4, of: 4, low: -1, high: 1, isSingle: false, from: null };
const unknown = { reason: null, count: 0, of: 0, value: null, from: null, row: null };

function compiled(diagnostics: readonly Diagnostic[] = [], probe: Probe = returned): Compilation {
  return {
    program: {
      js: "",
      probes: [probe],
      loops: [{ start: 0, end: 10 }],
      knobs: [],
      entry: { kind: "function", name: "forward", parameters: ["p", "t"] },
    },
    diagnostics,
  };
}

function reported(change: Partial<Report> = {}): Report {
  return {
    outcome: {
      kind: "tensor",
      shape: [],
      dtype: "float32",
      numel: 1,
      value: 0.5,
      container: null,
      names: null,
      probe: 0,
    },
    failure: null,
    expressions: [],
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
}

function result(report: Report | null, compilation: Compilation | null = compiled()): LaneResult {
  return {
    phase: "ready",
    source,
    compilation,
    report,
    language: "typescript",
    stopped: null,
    ofStep: null,
    components: 0,
    isForeseen: false,
  };
}

const withHazard = (hazard: Hazard, change: Partial<Report> = {}) =>
  verdictOf(result(reported({ hazards: [hazard], ...change })));
const vector: Hazard = { code: "not-scalar", probe: 0, shape: [64, 1], total: null, isMade: false };

describe("the verdict", () => {
  test("of a scalar says its value and that the gradient arrives", () => {
    expect(verdictOf(result(reported()))).toMatchObject({
      label: "Scalar",
      tone: "ok",
      value: "0.5",
      shape: "[ ]",
      fixes: [],
    });
  });

  test("of a vector carries PyTorch's line and two fixes that make a scalar of it", () => {
    const verdict = withHazard(vector, {
      outcome: {
        kind: "tensor",
        shape: [64, 1],
        dtype: "float32",
        numel: 64,
        value: null,
        container: null,
        names: null,
        probe: 0,
      },
      gradient: null,
    });
    expect(verdict).toMatchObject({
      label: "Not a scalar",
      shape: "[64, 1]",
      pytorch: "grad can be implicitly created only for scalar outputs",
    });
    expect(verdict.fixes.map(({ title }) => title)).toEqual(["Append .mean()", "Append .sum()"]);
    expect(verdict.fixes[0]?.edits).toEqual([{ start: returned.end, end: returned.end, text: ".mean()" }]);
  });

  test("of a vector says what the lane makes of it", () => {
    const outcome = {
      kind: "tensor",
      shape: [64, 1],
      dtype: "float32",
      numel: 64,
      value: null,
      container: null,
      names: null,
      probe: 0,
    } as const;
    const vectorResult = result(reported({ hazards: [vector], outcome, gradient: null }));
    const reason = (handling: VectorHandling) => verdictOf(vectorResult, handling).reason;
    expect(reason({ kind: "refuse" })).toMatch(/reduce it, or choose/);
    expect(reason({ kind: "sum" })).toMatch(/sum of 64.*×64 the mean's/);
    expect(reason({ kind: "mean" })).toMatch(/mean of 64/);
    const upgrad: VectorHandling = { kind: "aggregator", name: "UPGrad", parameters: {} };
    expect(verdictOf(vectorResult, upgrad)).toMatchObject({
      label: "Vector",
      tone: "muted",
      shape: "[64, 1]",
      reason: "UPGrad makes one step of it",
      pytorch: null,
      fixes: [],
    });
    expect(annotationsOf(vectorResult, upgrad).markers).toEqual([]);
  });

  test.each([
    ["tuple", "python", "sum((", "))"],
    ["dict", "python", "sum((", ").values())"],
    ["list", "typescript", "torch.stack(", ").sum()"],
    ["dict", "typescript", "torch.stack(Object.values(", ")).sum()"],
  ] as const)("of a %s in %s is told as what it is, and added up by a fix", (container, language, before, after) => {
    const outcome: Report["outcome"] = {
      kind: "tensor",
      shape: [2],
      dtype: "float32",
      numel: 2,
      value: null,
      container,
      names: null,
      probe: 0,
    };
    const hazard: Hazard = { code: "not-scalar", probe: 0, shape: [2], total: null, isMade: false };
    const verdict = verdictOf({ ...result(reported({ outcome, hazards: [hazard], gradient: null })), language });
    expect(verdict.reason).toBe(`2 losses in a ${container}: reduce them, or choose the handling.`);
    expect(verdict.pytorch).toBe(`'${container}' object has no attribute 'backward'`);
    expect(verdict.fixes.map(({ edits }) => edits.map(({ text }) => text))).toEqual([[before, after]]);
  });

  test("puts parentheses where a call cannot be appended as it stands", () => {
    const verdict = verdictOf(
      result(reported({ hazards: [vector] }), compiled([], { ...returned, takesPostfix: false })),
    );
    expect(verdict.fixes[0]?.edits).toEqual([
      { start: returned.start, end: returned.start, text: "(" },
      { start: returned.end, end: returned.end, text: ").mean()" },
    ]);
  });

  test.each<[string, Hazard, string, RegExp]>([
    ["one element", { code: "one-element", probe: 0, shape: [1, 1] }, "Scalar", /2 dims.*JAX refuses/],
    [
      "a detached loss",
      { code: "no-gradient", probe: 0, cause: "detach", ...cut },
      "No gradient",
      /detach\(\).*line 2/,
    ],
    ["a comparison", { code: "no-gradient", probe: 0, cause: "gt", ...cut }, "No gradient", /comparison.*gt/i],
    ["a constant", { code: "no-gradient", probe: null, cause: null, ...cut }, "No gradient", /constant/],
    ["no_grad", { code: "no-gradient", probe: 0, cause: "no_grad", ...cut }, "No gradient", /torch\.no_grad/],
    ["round", { code: "zero-gradient", probe: 0, cause: "round", ...zeros }, "No gradient", /zero everywhere.*round/],
    ["NaN", { code: "non-finite", probe: 0, nan: true, ...unknown }, "Broken", /NaN began in p\.sub\(t\) \(line 2\)/],
    [
      "a bad gradient",
      { code: "non-finite-gradient", probe: 0, cause: "sqrt", ...unknown },
      "Broken",
      /value is finite, but the gradient is not.*sqrt/,
    ],
    [
      "a number",
      { code: "not-a-tensor", probe: 0, kind: "number", module: null, leads: false },
      "Broken",
      /returns a number/,
    ],
    [
      "nothing",
      { code: "not-a-tensor", probe: null, kind: "undefined", module: null, leads: false },
      "Broken",
      /returns nothing/,
    ],
  ])("of %s gives its reason", (_title, hazard, label, reason) => {
    const verdict = withHazard(hazard);
    expect(verdict.label).toBe(label);
    expect(verdict.reason).toMatch(reason);
  });

  test("of a silent broadcast is still a scalar's, with a note and a way to accept it", () => {
    const verdict = withHazard({
      code: "silent-broadcast",
      probe: 0,
      op: "sub",
      left: [64, 1],
      right: [64],
      result: [64, 64],
    });
    expect(verdict.label).toBe("Scalar");
    expect(verdict.notes[0]?.text).toMatch(/\[64, 1\] with \[64\] gives \[64, 64\]/);
    const end = source.indexOf("\n", start);
    expect(verdict.notes[0]?.fixes[0]?.edits).toEqual([{ start: end, end, text: " // broadcast ok" }]);
  });

  const failure: Failure = {
    code: "exception",
    name: "Error",
    message: "not today",
    pytorch: null,
    hint: null,
    shapes: [],
    probe: 0,
    loop: null,
  };

  test.each<[string, Partial<Failure>, string, RegExp]>([
    [
      "the user's exception as the code's own words, with its line",
      {},
      "Broken",
      /^The code of the loss threw: “not today” \(line 2\)/,
    ],
    [
      "another class of exception by its name",
      { name: "TypeError", message: "x is not a function" },
      "Broken",
      /^TypeError: “x is not a function”/,
    ],
    ["a loop that does not end", { code: "timeout", probe: null, loop: 0 }, "Stopped", /loop.*line 1/],
    ["too few targets", { code: "too-few-targets" }, "Broken", /./],
  ])("tells %s", (_title, change, label, reason) => {
    const verdict = verdictOf(result(reported({ outcome: null, failure: { ...failure, ...change } })));
    expect(verdict.label).toBe(label);
    expect(verdict.reason).toMatch(reason);
  });

  test("of a syntax error comes before whatever still ran", () => {
    const syntax: Diagnostic = { code: "syntax", severity: "error", start, end: start + 1, message: "',' expected." };
    expect(verdictOf(result(reported(), compiled([syntax])))).toMatchObject({
      label: "Broken",
      reason: "',' expected. (line 2)",
    });
  });

  test("of a type error is the loss's own, with a note", () => {
    const type: Diagnostic = {
      code: "type",
      severity: "warning",
      start,
      end: start + 1,
      message: "Type 'number' is not assignable to type 'string'.",
    };
    const verdict = verdictOf(result(reported(), compiled([type])));
    expect(verdict.label).toBe("Scalar");
    expect(verdict.notes.map(({ text }) => text)).toEqual([type.message]);
  });

  test("waits for the compiler and for the sandbox without a label", () => {
    expect(verdictOf(result(null, null)).label).toBeNull();
    expect(verdictOf(result(null)).label).toBeNull();
    expect(verdictOf({ ...result(null), stopped: "overrun" }).label).toBe("Stopped");
  });

  test("says which field of a reply could not be understood, and not that the loss did not finish", () => {
    const forged = { type: "report", id: 1, report: { ...reported({}), hazards: [{ code: "new" }] } };
    const stopped = parseReply(forged);
    if (stopped.type !== "misfit") throw new Error("it was understood");
    const { label, reason } = verdictOf({ ...result(null), stopped });
    expect(label).toBe("Stopped");
    expect(reason).toMatch(
      /^The sandbox said something that Losslab does not understand: report\.hazards\.0\.code: .*got "new"/,
    );
    expect(stopWords(stopped, "training")).toBe(reason);
  });

  test("quotes a stranger's text on one line, and only so much of it", () => {
    const stopped = parseReply({ type: `\u202e${"<b>\n".repeat(1000)}` });
    if (stopped.type !== "misfit") throw new Error("it was understood");
    const { reason } = verdictOf({ ...result(null), stopped });
    expect(reason.length).toBeLessThan(600);
    expect(reason).not.toMatch(/[\n\u202e]/);
  });
});

describe("the editor's annotations", () => {
  const expression = {
    shape: [64, 1],
    dtype: "float32" as const,
    min: 0,
    mean: 0,
    max: 0,
    nanCount: 0,
    infCount: 0,
    probe: 0,
    evaluations: 1,
    gradNorm: null,
    requiresGrad: true,
  };

  test("put the shape behind the expression, and say where it is not a scalar", () => {
    const { hints, markers } = annotationsOf(result(reported({ expressions: [expression], hazards: [vector] })));
    expect(hints.map(({ offset, text }) => [offset, text])).toEqual([[returned.end, "[64, 1] not a scalar"]]);
    expect(markers[0]).toMatchObject({ start: returned.start, end: returned.end, severity: "warning" });
    expect(markers[0]?.message).toContain("grad can be implicitly created only for scalar outputs");
  });

  test("stand once where a returned expression is observed twice, as in Python", () => {
    const twice = compiled();
    const both: Compilation = {
      ...twice,
      program: twice.program && { ...twice.program, probes: [{ ...returned, kind: "expression" }, returned] },
    };
    const expressions = [0, 1].map((probe) => ({ ...expression, shape: [], probe }));
    const { hints } = annotationsOf(result(reported({ expressions }), both));
    expect(hints.map(({ text }) => text)).toEqual(["scalar"]);
  });

  test("count how often an expression was evaluated", () => {
    const { hints } = annotationsOf(result(reported({ expressions: [{ ...expression, shape: [], evaluations: 3 }] })));
    expect(hints[0]?.text).toBe("scalar ×3");
  });
});
