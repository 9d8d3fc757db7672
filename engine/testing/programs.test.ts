import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { outputProblem } from "./compare-outcomes.ts";
import { programCases } from "./program-cases.ts";
import { corpus, problemOf, runPrograms } from "./programs.ts";

const cases = corpus.flatMap(programCases);

test.each(cases.filter(({ difference }) => difference === null).map((each) => [each.name, each] as const))(
  "%s prints or raises what PyTorch does, to the last digit, the word and the column",
  (_name, each) => {
    expect(problemOf(each)).toBeNull();
  },
);

describe("the deliberate differences", () => {
  const meant = cases.flatMap((each) =>
    each.difference === null ? [] : [[each.name, each.difference, each] as const],
  );

  test.each(meant)("%s still is one: %s", (_name, _reason, each) => {
    expect(problemOf(each)).not.toBeNull();
  });
});

describe("the runner", () => {
  let folder = "";
  const filled = (files: Readonly<Record<string, string>>): string => {
    folder = mkdtempSync(join(tmpdir(), "programs-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };
  const recorded = (entries: object) => JSON.stringify({ torch: "2.13.0", cases: entries });
  const said = (directory: string) => {
    const lines: string[] = [];
    const isFine = runPrograms([directory], (line) => lines.push(line));
    return { lines, isFine };
  };
  afterEach(() => {
    if (folder !== "") rmSync(folder, { recursive: true });
    folder = "";
  });

  test("counts what goes as recorded, stdout and errors alike", () => {
    const error = { type: "ZeroDivisionError", message: "division by zero", line: 2, column: 1 };
    const directory = filled({
      "a.py": "print(torch.ones(2).sum())\n",
      "b.py": "print('so far')\n1 / 0\n",
      "expected.json": recorded({ a: { stdout: "tensor(2.)\n" }, b: { stdout: "so far\n", error } }),
    });
    expect(said(directory)).toEqual({ lines: ["2 passed, 0 failed"], isFine: true });
  });

  test("prints each difference on a line: digits, lines, errors with their place", () => {
    const raised = (type: string, line: number, column: number) => ({
      stdout: "",
      error: { type, message: "division by zero\nmore", line, column },
    });
    const program = "if True:\n    1 / 0\n";
    const directory = filled({
      "column.py": program,
      "digit.py": "print(0.25)\n",
      "form.py": "print(1)\n",
      "less.py": "print('one')\n",
      "line.py": program,
      "nothing.py": "pass\n",
      "surplus.py": "print('one')\nprint('two')\n",
      "type.py": program,
      "zero.py": "print(0.0)\n",
      "expected.json": recorded({
        column: raised("ZeroDivisionError", 2, 9),
        digit: { stdout: "0.26\n" },
        form: { stdout: "1.0\n" },
        less: { stdout: "one\ntwo\n" },
        line: raised("ZeroDivisionError", 1, 5),
        nothing: raised("ZeroDivisionError", 2, 5),
        surplus: { stdout: "one\n" },
        type: raised("ValueError", 2, 5),
        zero: { stdout: "-0.0\n" },
      }),
    });
    expect(said(directory)).toEqual({
      lines: [
        "column: raises ZeroDivisionError at 2:5: division by zero, PyTorch ZeroDivisionError at 2:9: division by zero",
        "digit: prints 0.25, PyTorch 0.26",
        "form: prints 1, PyTorch 1.0",
        'less: prints nothing, PyTorch "two"',
        "line: raises ZeroDivisionError at 2:5: division by zero, PyTorch ZeroDivisionError at 1:5: division by zero",
        "nothing: raises nothing, PyTorch ZeroDivisionError at 2:5: division by zero",
        'surplus: prints "two", PyTorch nothing more',
        "type: raises ZeroDivisionError at 2:5: division by zero, PyTorch ValueError at 2:5: division by zero",
        "zero: prints 0.0, PyTorch -0.0",
        "0 passed, 9 failed",
      ],
      isFine: false,
    });
  });

  test("fails a program without an entry, and an entry without a program", () => {
    const directory = filled({ "new.py": "pass\n", "expected.json": recorded({ gone: { stdout: "" } }) });
    expect(said(directory)).toEqual({
      lines: [
        "gone: has an entry in expected.json and no program",
        "new: has no entry in expected.json",
        "0 passed, 2 failed",
      ],
      isFine: false,
    });
  });

  test("counts deliberate differences apart, and fails one that is none any more", () => {
    const directory = filled({
      "a.py": "print(1)\n",
      "b.py": "print(2)\n",
      "differences.json": JSON.stringify({ a: "counted from one here", b: "as well" }),
      "expected.json": recorded({ a: { stdout: "0\n" }, b: { stdout: "2\n" } }),
    });
    expect(said(directory)).toEqual({
      lines: ["b: is named in differences.json, and is none", "1 meant to differ", "0 passed, 1 failed"],
      isFine: false,
    });
  });

  test("begins every program anew: seed, gradients, printing", () => {
    const directory = filled({
      "a.py": "torch.manual_seed(7)\ntorch.set_grad_enabled(False)\ntorch.set_printoptions(precision=2)\n",
      "b.py": "print(torch.is_grad_enabled(), torch.rand(1))\n",
      "expected.json": recorded({ a: { stdout: "" }, b: { stdout: "True tensor([0.4963])\n" } }),
    });
    expect(said(directory)).toEqual({ lines: ["2 passed, 0 failed"], isFine: true });
  });

  test.each([
    ["no file", {}, "There is no expected.json in FOLDER."],
    ["no JSON", { "expected.json": "{" }, "FOLDER/expected.json is no JSON: "],
    ["no cases", { "expected.json": "[]" }, "FOLDER/expected.json has another format: cases: "],
    [
      "an entry without stdout",
      { "expected.json": recorded({ a: { output: "" } }) },
      "FOLDER/expected.json has another format: cases.a.stdout: ",
    ],
    [
      "an entry with what nothing here compares",
      { "expected.json": recorded({ a: { stdout: "", stderr: "" } }) },
      "FOLDER/expected.json has another format: cases.a.stderr: ",
    ],
    ["no programs at all", { "expected.json": recorded({}) }, "There is no program in FOLDER."],
    [
      "a difference of no program",
      { "expected.json": recorded({}), "differences.json": JSON.stringify({ a: "so" }) },
      "FOLDER/differences.json names a, which expected.json does not.",
    ],
  ])("says what is wrong with a folder that holds %s", (_what, files, message) => {
    const { lines, isFine } = said(filled(files));
    expect(isFine).toBe(false);
    expect(lines.map((line) => line.replaceAll(folder, "FOLDER"))).toEqual([expect.stringContaining(message)]);
  });

  test("says that there is no such folder", () => {
    expect(said("engine/testdata/nowhere").lines).toEqual(["There is no folder engine/testdata/nowhere."]);
  });
});

describe("numbers that are printed", () => {
  test.each([
    ["3.14159274", "3.14159250"],
    ["tensor([1., 2.])", "tensor([1., 2.])"],
    ["-1.0031e-08", "0."],
    ["1 0.50", "1 0.50"],
  ])("%s may stand for %s: float32 rounds", (ours, theirs) => {
    expect(outputProblem(ours, theirs)).toBeNull();
  });

  test.each([
    ["0.1235", "0.1234"],
    ["1", "1.0"],
    ["1.0", "1"],
    ["1.", "1.0"],
    ["0.0", "-0.0"],
    ["1", "2"],
    ["0.50", "0.5"],
    ["1e-05", "0.00001"],
  ])("%s may not stand for %s", (ours, theirs) => {
    expect(outputProblem(ours, theirs)).not.toBeNull();
  });
});
