import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sixtyLines } from "../../../e2e/bench/sixty-lines.ts";
import type { Diagnostic } from "../../../engine/language/program.ts";
import { examples } from "../../document/examples.ts";
import { NodeCompiler } from "./NodeCompiler.ts";

const compiler = new NodeCompiler();

/** What stands in the source at each probe. */
function probed(source: string): string[] {
  return (compiler.compile(source).program?.probes ?? []).map(({ start, end }) => source.slice(start, end));
}

function fixed(source: string): string {
  const fixes = compiler.compile(source).diagnostics.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.start - a.start);
  return edits.reduce(
    (text, { start, end, text: replacement }) => text.slice(0, start) + replacement + text.slice(end),
    source,
  );
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const body = (statements: string) => `function forward(predictions, targets) {\n  ${statements}\n}`;

describe("the loss", () => {
  const chosen = (source: string) => compiler.compile(source).program?.entry.name;
  const asked = (source: string) => compiler.compile(source).choices?.map(({ name }) => name) ?? [];
  const loss = (name: string, text = "pred.sub(target).mean()") => `function ${name}(pred, target) { return ${text}; }`;
  const module = (name: string, base = "nn.Module", text = "p.sub(t).mean()") =>
    `class ${name} extends ${base} { forward(p, t) { return ${text}; } }`;

  test("need not be called forward, and its parameters are tensors all the same", () => {
    expect(chosen(loss("focal"))).toBe("focal");
    expect(chosen("const focal = (pred, target) => pred.sub(target).mean();")).toBe("focal");
    expect(codes(compiler.compile(loss("focal", "pred - target")).diagnostics)).toEqual(["operator"]);
  });

  test("is forward, whatever else takes predictions and targets", () => {
    const source = `${loss("focal")}\n${body("return focal(predictions, targets);")}\n${module("Other")}`;
    expect([chosen(source), asked(source)]).toEqual(["forward", []]);
  });

  test.each([
    ["a function that another is made of", `${loss("focal", "part(pred, target)")}\n${loss("part")}`, "focal"],
    [
      "a class that another is made of",
      `${module("Focal", "nn.Module", "new Part().forward(p, t)")}\n${module("Part")}`,
      "Focal",
    ],
    ["a class that another is derived from", `${module("Base")}\n${module("Focal", "Base")}`, "Focal"],
  ])("is never %s", (_, source, name) => {
    expect([chosen(source), asked(source)]).toEqual([name, []]);
  });

  test.each([
    ["functions", `${loss("first")}\n${loss("second")}`],
    ["classes", `${module("first")}\n${module("second")}`],
  ])("is asked for where several %s could be it; until then it is the last", (_, source) => {
    expect(asked(source)).toEqual(["first", "second"]);
    expect(chosen(source)).toBe("second");
  });

  test("is the one that the rest of the source uses, or that the source marks", () => {
    const used = `${loss("first")}\n${loss("second")}\nconsole.log(first.name);`;
    expect([chosen(used), asked(used)]).toEqual(["first", []]);
    const marked = `${loss("first")}  // losslab: the loss\n${loss("second")}`;
    expect([chosen(marked), asked(marked)]).toEqual(["first", []]);
    expect(chosen(`${marked}\n${body("return predictions.sum();")}`)).toBe("first");
  });
});

describe("probes", () => {
  test("stand at parameters, at every call inside out, and at what is returned", () => {
    expect(probed(body("const d = predictions.sub(targets);\n  return d.abs().mean();"))).toEqual([
      "predictions",
      "targets",
      "predictions.sub(targets)",
      "d.abs()",
      "d.abs().mean()",
    ]);
  });

  test("know whether .mean() can be written behind them", () => {
    const { program } = compiler.compile(body("return predictions.mean() ? predictions : targets;"));
    expect(program?.probes.find(({ kind }) => kind === "return")?.takesPostfix).toBe(false);
  });

  test("only the entry's own returns are returns", () => {
    const source =
      "const helper = (x) => { return x.abs(); };\nfunction forward(predictions, targets) { return helper(predictions.sub(targets)).mean(); }";
    const returns = (compiler.compile(source).program?.probes ?? []).filter(({ kind }) => kind === "return");
    expect(returns.map(({ start, end }) => source.slice(start, end))).toEqual([
      "helper(predictions.sub(targets)).mean()",
    ]);
  });

  test("remember that a broadcast is accepted on their line", () => {
    const source = body("const a = predictions.sub(targets); // broadcast ok\n  return a.abs().mean();");
    const accepted = (compiler.compile(source).program?.probes ?? []).filter(
      ({ broadcastAccepted }) => broadcastAccepted,
    );
    expect(accepted.map(({ start, end }) => source.slice(start, end))).toEqual(["predictions.sub(targets)"]);
  });

  test.each(["'// broadcast ok'", "`// broadcast ok`", "/[/][/] broadcast ok/.source"])(
    "are not accepted by the text %s",
    (text) => {
      const { program } = compiler.compile(body(`return predictions.sub(targets).mul(${text}.length).mean();`));
      expect(program?.probes.some(({ broadcastAccepted }) => broadcastAccepted)).toBe(false);
    },
  );

  test("are there although the source has syntax errors elsewhere", () => {
    const { program, diagnostics } = compiler.compile(
      body("const d = predictions.sub(targets);\n  const x = ;\n  return d.mean();"),
    );
    expect(codes(diagnostics)).toContain("syntax");
    expect(program?.probes.length).toBeGreaterThanOrEqual(4);
  });

  test.each([
    "const half = predictions.",
    "const x = ;",
    "predictions.sub(",
    "const y = predictions.sub(targets",
    "if (",
    "const z =",
  ])("survive %s, and the script still parses", (typed) => {
    const { program } = compiler.compile(
      body(`const error = predictions.sub(targets);\n  ${typed}\n  return error.mean();`),
    );
    expect(program?.probes.length).toBeGreaterThanOrEqual(3);
    expect(() => new Function("__losslab", program?.js ?? "")).not.toThrow();
  });

  test("lie within the source, and the script parses, for whatever stands between the braces", () => {
    const pieces = [
      "predictions",
      "targets",
      ".sub(",
      ")",
      "(",
      "return ",
      ";",
      "\n",
      "for (const i of [1, 2]) ",
      "{",
      "}",
      " - ",
      " ** 2",
      "const a = ",
      "a",
      "=> ",
      "?",
      ":",
      "`${",
      "}`",
      "/* x */",
      "if (1) ",
      "while (0) ",
      "?.abs()",
      "[0]",
      ".T",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
        const source = body(parts.join(""));
        const { program, diagnostics } = compiler.compile(source);
        for (const { start, end } of [...(program?.probes ?? []), ...diagnostics]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(source.length);
          expect(start).toBeLessThanOrEqual(end);
        }
        if (program !== null && !codes(diagnostics).includes("syntax"))
          expect(() => new Function("__losslab", program.js)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});

describe("what is written", () => {
  test("parameters of forward are tensors without saying so", () => {
    expect(codes(compiler.compile(body("return predictions.nonsense();")).diagnostics)).toContain("type");
  });

  test("the browser does not exist", () => {
    expect(
      compiler
        .compile(body("document.title; return predictions.mean();"))
        .diagnostics.map(({ message }) => message)
        .join(),
    ).toMatch(/document/);
  });

  test.each(examples.map(({ name, source }) => [name, source] as const))(
    "the example %s compiles without a word",
    (_name, source) => {
      expect(compiler.compile(source).diagnostics).toEqual([]);
    },
  );

  test("sixty lines compile without a word", () => {
    expect(compiler.compile(sixtyLines).diagnostics).toEqual([]);
  });

  test("exports, arrows and classes are found; parameters with a default are not asked for", () => {
    const entry = (source: string) => compiler.compile(source).program?.entry;
    expect(entry("export default function forward(p, t) { return p.mean(); }")).toEqual({
      kind: "function",
      name: "forward",
      parameters: ["p", "t"],
    });
    expect(entry("export const forward = (p, t, k = 1) => p.mean();")).toEqual({
      kind: "function",
      name: "forward",
      parameters: ["p", "t"],
    });
    expect(entry("class L extends nn.Module { forward(p, t1, t2) { return p.mean(); } }")).toEqual({
      kind: "class",
      name: "L",
      parameters: ["p", "t1", "t2"],
    });
  });

  test.each([
    ["async function forward(p, t) { return p.mean(); }", "async"],
    ["import x from 'y';\nfunction forward(p, t) { return p.mean(); }", "import"],
    ["function forward(p, t) { import('x'); return p.mean(); }", "import"],
    ["function forward(p, t) { import.meta; return p.mean(); }", "import"],
    ["function loss(a) { return a.mean(); }", "no-forward"],
    ["function add(a, b) { return a.add(b); }", "no-forward"],
    ["", "no-forward"],
  ])("%s is refused as %s", (source, code) => {
    const { program, diagnostics } = compiler.compile(source);
    expect(program).toBeNull();
    expect(codes(diagnostics)).toContain(code);
  });

  test("a loop asks for its time, however its body is written", () => {
    const { program } = compiler.compile(
      body("for (;;) predictions.abs();\n  while (true) { }\n  do { } while (true);\n  return predictions.mean();"),
    );
    expect(program?.loops.length).toBe(3);
    expect(program?.js.match(/__ll\.loop\(/g)?.length).toBe(3);
  });
});

describe("operators on tensors", () => {
  test.each([
    ["predictions - targets", "predictions.sub(targets)"],
    ["-predictions", "predictions.neg()"],
    ["2 * predictions", "predictions.mul(2)"],
    ["1 - predictions", "torch.sub(1, predictions)"],
    ["1 / predictions", "torch.div(1, predictions)"],
    ["predictions > 0", "predictions.gt(0)"],
    ["0 < predictions", "predictions.gt(0)"],
    ["(predictions - targets) ** 2", "predictions.sub(targets).pow(2)"],
    ["predictions - targets * 2 + 1", "predictions.sub(targets.mul(2)).add(1)"],
    ["-(predictions - targets).abs()", "predictions.sub(targets).abs().neg()"],
    ["torch.exp(-predictions) / (1 + targets)", "torch.exp(predictions.neg()).div(targets.add(1))"],
    ["predictions % 2", "predictions.remainder(2)"],
  ])("%s becomes %s", (before, after) => {
    const source = body(`const x = ${before};\n  return x.mean();`).replace(".mean();", ".float().mean();");
    expect(codes(compiler.compile(source).diagnostics)).toEqual(["operator"]);
    const rewritten = fixed(source);
    expect(rewritten).toContain(`const x = ${after};`);
    expect(compiler.compile(rewritten).diagnostics).toEqual([]);
  });

  test("compound assignment is spelled out", () => {
    const source = body("let x = predictions;\n  x -= targets;\n  return x.mean();");
    expect(fixed(source)).toContain("x = x.sub(targets);");
  });

  test("asking a variable whether it is null is no operator on a tensor", () => {
    expect(
      compiler.compile(
        body("const kept: Tensor | null = null;\n  return kept === null ? predictions.mean() : targets.mean();"),
      ).diagnostics,
    ).toEqual([]);
  });

  test("plain numbers keep their operators", () => {
    expect(
      compiler.compile(body("const half = 1 / 2 - 0.1;\n  return predictions.mul(half).mean();")).diagnostics,
    ).toEqual([]);
  });
});
