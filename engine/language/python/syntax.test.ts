import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../testing/program-outcome.ts";
import { compile } from "../../testing/python.ts";

const refusal = (source: string) => {
  const [diagnostic] = compile(source, { script: true }).diagnostics;
  return diagnostic === undefined ? null : `${diagnostic.code}: ${diagnostic.message}`;
};

/** What reads like code in a comment or a string and is none. */
const traps = [
  "weights:",
  "loss: #1",
  "if x:",
  "else:",
  "def f()",
  "lambda:",
  "(",
  ")]}",
  "x = (",
  "f() = 1",
  "print x",
  "it",
  "a \\\\ b",
  "import (",
  "import torch",
  "f'{'",
  "= = =",
  "broadcast ok",
  "é: €",
  "class A:",
  "0x1g",
  "? $ !",
];

const quotes = ['"', "'", '"""', "'''"];
const prefixes = ["", "r", "R", "u", "U"];

/** A string literal of any form with a trap in it. */
const literal = fc
  .tuple(fc.constantFrom(...traps), fc.constantFrom(...quotes), fc.constantFrom(...prefixes))
  .map(([trap, quote, prefix]) => `${prefix}${quote}${trap.replaceAll(quote[0], "")}${quote}`);
const formatted = fc
  .tuple(
    literal.filter((text) => !/[{}]/.test(text)),
    fc.constantFrom(":#x", ":>8", ":,", "!r", ":#010b", ":{4}", "=", " = ", ""),
  )
  .map(([text, spec]) => `f"{255${spec}} {len(${text.replaceAll('"', "'").replaceAll("\\", "")})}"`)
  .filter((text) => !/'''|f'\{'|it's/.test(text));
const comment = fc.constantFrom(...traps).map((trap) => `# ${trap}`);
const end = fc.oneof(
  fc.constant(""),
  comment.map((text) => `  ${text}`),
);
const value = fc.oneof(literal, formatted, fc.constantFrom("1", "[1, 2][0:1]", "{1: 2}", "(lambda: 3)", "None"));

/** A program of valid lines, with traps wherever a comment or a string may stand. */
const program = fc
  .array(
    fc.tuple(value, end, end, fc.nat(11)).map(([text, note, other, form]) => {
      switch (form) {
        case 0:
          return `x = ${text}${note}`;
        case 1:
          return `if x:${note}\n    ${text}${other}\nelse:${other}\n    x = ${text}`;
        case 2:
          return `def g(a, b=${text}):${note}\n${other.trim()}\n    """doc: (\n  # of it\n    """\n    return a${other}`;
        case 3:
          return `x = [${note}\n1,${other}\n  ${text},\n        ]${note}`;
        case 4:
          return `for i in (1,${note}\n2):${other}\n\tx = ${text}; y = 1${note}`;
        case 5:
          return `x = 1 + \\\n  2${note}`;
        case 6:
          return `def h(p):\n        x = (p +${note}\n  ${1})\n        return x`;
        case 7:
          return `${note.trim()}\n\f\nclass A:${note}\n  x: int = 1${other}\n  y: "loss: #1" = ${text}`;
        case 8:
          return `while False: x = ${text}${note}`;
        case 9:
          return `try:${note}\n  σ_loss = ${text}\nfinally:${other}\n  pass`;
        case 10:
          return `x = {${note}\n  "a":${other}\n ${text}, **{}}`;
        default:
          return `with torch.no_grad():${note}\n  x = f"{1:>{2}}" ${text.startsWith("'") || text.startsWith('"') ? text : ""}${other}`;
      }
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `${parts.join("\n")}\n`);

describe("comments and strings are no code", () => {
  test("in any place of a valid program", () => {
    fc.assert(
      fc.property(program, (source) => {
        expect(refusal(source), source).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["a comment that ends in a colon", "x = 1  # weights:\ny = 2\n"],
    ["a string with a comment's mark", 'label = "loss: #1"\nx = 1\n'],
    ["a format with a comment's mark", 'x = f"{255:#x}"\ny = 1\n'],
    ["a comment after a backslash's line", "x = 1 + \\\n  2  # and:\ny = 3\n"],
    ["carriage returns", "x = [\r\n  1,\r\n]  # so:\r\nif x:\r\n    y = 1 + \\\r\n 2\r\n"],
    ["a line within brackets further left than its block", "def f(a, b):\n    return (a +\n  b)\n"],
    ["a form feed in an indentation", "if True:\n    x = 1\n\f\nclass A:\n\f  x = 1\n"],
    ["a star before a call in a list", "x = 'a b'\ny = [*x.split(), *x[1:]], {*x.upper()}, (*x.split(), 1)\n"],
    ["parentheses round what is deleted", "x = y = z = 1\ndel (x), [y, (z)]\n"],
    [
      "a nonlocal of a class within a function",
      "def f():\n    x = 1\n    class A:\n        nonlocal x\n        x = 2\n",
    ],
    ["a colon of a lambda, a slice, an annotation", "x: int = 1\ny = lambda: 2\nz = [1, 2][:]\n"],
    ["a quote in a comment", "x = 1  # it's (so\ny = 2\n"],
    ["a triple quote in a string", "x = \"it's '''\"\ny = '\"\"\"'\n"],
    ["a line's end in a string", "x = 'a\\\n  b: '\ny = 1\n"],
    [
      "raw strings that end in a backslash's pair",
      "x = r'\\\\'\ny = rb'' if False else R\"\\\"\"\n".replace("rb''", "r''"),
    ],
    ["semicolons", "x = 1; y = 2;  # a; b:\nz = 3;\n"],
  ])("%s", (_what, source) => {
    expect(outcomeOf(source).error).toBeNull();
  });

  test("of which `broadcast ok` is taken from comments alone", () => {
    const accepted = (line: string) =>
      compile(`def forward(predictions, targets):\n    ${line}\n`).program?.probes.filter(
        ({ broadcastAccepted }) => broadcastAccepted,
      ).length;
    expect(accepted("return predictions - targets  # broadcast ok")).toBeGreaterThan(0);
    expect(accepted("return (predictions - targets, '# broadcast ok')")).toBe(0);
    expect(accepted("return f(predictions - targets, ''' # broadcast ok\n''')")).toBe(0);
  });
});

describe("what is damaged is told in CPython's words, at its place", () => {
  test.each([
    ["x = 1  # a:\n  y = 2\n", "IndentationError", "unexpected indent", 2, 2],
    ["if x:  # a:\ny = '#:'\n", "IndentationError", "expected an indented block after 'if' statement on line 1", 2, 1],
    ["if x  # a:\n    y = 1\n", "SyntaxError", "expected ':'", 1, 7],
    ["if x = ':':\n    pass\n", "SyntaxError", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 4],
    ["'a = #' = 1\n", "SyntaxError", "cannot assign to literal here. Maybe you meant '==' instead of '='?", 1, 1],
    ["x = 'it  # (\ny = 1\n", "SyntaxError", "unterminated string literal (detected at line 1)", 1, 5],
    ["x = f'''it (\ny = 1\n", "SyntaxError", "unterminated triple-quoted string literal (detected at line 2)", 1, 5],
    ["x = (1,  # )\ny = 2\n", "SyntaxError", "'(' was never closed", 1, 5],
    ["x = (')'\n]\n", "SyntaxError", "closing parenthesis ']' does not match opening parenthesis '(' on line 1", 2, 1],
    ["x = torch.(1)\n", "SyntaxError", "invalid syntax", 1, 11],
    ["x = f(1,\ny = 2\n", "SyntaxError", "'(' was never closed", 1, 6],
    ["x = 1 + * 2\n", "SyntaxError", "invalid syntax", 1, 9],
    ["def f(a, *, b=)): pass\n", "SyntaxError", "unmatched ')'", 1, 16],
  ] as const)("%j", (source, type, message, line, column) => {
    expect(outcomeOf(source).error).toEqual({ type, message, line, column });
  });
});

describe("depth is CPython's", () => {
  const brackets = (depth: number) => refusal(`x = ${"(".repeat(depth)}1${")".repeat(depth)}`);
  const blocks = (depth: number) =>
    refusal(
      `${Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}if True:\n`).join("")}${" ".repeat(depth)}pass\n`,
    );

  test("200 brackets, and no more", () => {
    expect(brackets(200)).toBeNull();
    expect(brackets(201)).toBe("syntax: too many nested parentheses");
    expect(brackets(50_000)).toBe("syntax: too many nested parentheses");
  });

  test("99 blocks, and no more", () => {
    expect(blocks(99)).toBeNull();
    expect(blocks(100)).toBe("indentation: too many levels of indentation");
    expect(blocks(1500)).toBe("indentation: too many levels of indentation");
  });
});
