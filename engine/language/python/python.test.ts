import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CompileError, compile, load } from "../../testing/python.ts";

const folder = "engine/testdata/programs";

function printed(source: string): string {
  const lines: string[] = [];
  load(source, { script: true }, lines);
  return lines.join("\n");
}

describe("the programs it began with", () => {
  const { cases } = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")) as {
    readonly cases: readonly { readonly program: string; readonly seed: number; readonly stdout: string }[];
  };
  test.each(cases.map((each) => [each.program, each.seed, each.stdout] as const))(
    "%s prints what PyTorch prints after manual_seed(%i)",
    (program, seed, stdout) => {
      const text = printed(`torch.manual_seed(${seed})\n${readFileSync(`${folder}/${program}`, "utf8")}`);
      expect(Math.abs(Number(text) / Number(stdout) - 1)).toBeLessThan(1e-6);
    },
  );
});

/** What CPython 3.11 prints for each. */
const said: readonly (readonly [source: string, output: string])[] = [
  ["print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 2 ** 10, 2 ** -1, 7 / 2, 4 / 2)", "3 -4 -2 2 1024 0.5 3.5 2.0"],
  [
    "print(1e-5, 1e16, 1e15, 0.1 + 0.2, 3.0, -0.0, float('inf'), float('nan'))",
    "1e-05 1e+16 1000000000000000.0 0.30000000000000004 3.0 -0.0 inf nan",
  ],
  ["print(True + 1, 3 == 3.0, 1 < 2 < 3, not [], None is None)", "2 True True True True"],
  [
    "print((1,), (), [1, 'a'], {'k': 2.0}, {1, 2}, 'it\\'s', [\"it's\"])",
    "(1,) () [1, 'a'] {'k': 2.0} {1, 2} it's [\"it's\"]",
  ],
  ["a, *b, c = 1, 2, 3, 4\nprint(a, b, c)", "1 [2, 3] 4"],
  [
    "print(f'{3.14159:8.2f}|{7:03d}|{\"x\":>4}|{1e6:,.1f}|{0.25:.0%}|{5!r}|{12345.678:.3g}|{255:x}')",
    "    3.14|007|   x|1,000,000.0|25%|5|1.23e+04|ff",
  ],
  ["x = 5\nprint(f'{x=}', f'{x + 1 = :.1f}')", "x=5 x + 1 = 6.0"],
  ["print('%5.1f|%-4d|%s|%%' % (2.25, 7, [1]))", "  2.2|7   |[1]|%"],
  ["print('{0}-{1}-{0} {n:>3}'.format(1, 2, n=3))", "1-2-1   3"],
  [
    "def f(a, b=2, *args, k, **kw):\n    return a, b, args, k, kw\nprint(f(1, k=0), f(1, 2, 3, k=4, z=5))",
    "(1, 2, (), 0, {}) (1, 2, (3,), 4, {'z': 5})",
  ],
  ["def f(x, acc=[]):\n    acc.append(x)\n    return acc\nf(1)\nprint(f(2))", "[1, 2]"],
  ["fs = [lambda: i for i in range(3)]\nprint([f() for f in fs])", "[2, 2, 2]"],
  [
    "def g():\n    try:\n        yield 1\n        yield from [2, 3]\n    finally:\n        print('done')\nprint(list(g()))",
    "done\n[1, 2, 3]",
  ],
  [
    "try:\n    [][0]\nexcept (KeyError, IndexError) as e:\n    print(type(e).__name__, e)\nelse:\n    print('no')\nfinally:\n    print('end')",
    "IndexError list index out of range\nend",
  ],
  [
    "class A:\n    n = 0\n    def __init__(self): A.n += 1\n    def __add__(self, o): return 'add'\n    def __radd__(self, o): return 'radd'\n    def __len__(self): return 3\n    def __getitem__(self, i): return i\nprint(A() + 1, 1 + A(), len(A()), A()[2], A.n)",
    "add radd 3 2 4",
  ],
  [
    "class A:\n    def f(self): return 'A'\nclass B(A):\n    def f(self): return 'B' + super().f()\nclass C(A):\n    def f(self): return 'C' + super().f()\nclass D(B, C):\n    def f(self): return 'D' + super(D, self).f()\nprint(D().f(), [c.__name__ for c in D.__mro__])",
    "DBCA ['D', 'B', 'C', 'A', 'object']",
  ],
  [
    "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: float\n    y: float = 2.0\nprint(P(1), P(1, y=3).y)",
    "P(x=1, y=2.0) 3",
  ],
  ["for i in range(5):\n    if i == 1: continue\n    if i == 3: break\n    print(i)\nelse:\n    print('else')", "0\n2"],
  ["n = 0\nwhile n < 3:\n    n += 1\nelse:\n    print('else', n)", "else 3"],
  [
    "print([y for x in [[1, 2], [3]] for y in x if y != 2], {k: v for k, v in zip('ab', [1, 2])}, sum(x * x for x in range(4)))",
    "[1, 3] {'a': 1, 'b': 2} 14",
  ],
  [
    "print(sorted([3, 1, 2], reverse=True), list(reversed([1, 2])), list(enumerate('ab', 1)), max([1, 3], key=lambda v: -v))",
    "[3, 2, 1] [2, 1] [(1, 'a'), (2, 'b')] 1",
  ],
  [
    "print(round(0.5), round(1.5), round(2.675, 2), round(-1.5), int('7'), int(-2.9), abs(-2.5))",
    "0 2 2.67 -2 7 -2 2.5",
  ],
  [
    "x = [1, 2, 3, 4, 5]\nprint(x[::2], x[::-1], x[-2:], x[1:-1], 'hello'[1:3])",
    "[1, 3, 5] [5, 4, 3, 2, 1] [4, 5] [2, 3, 4] el",
  ],
  [
    "def f(v):\n    match v:\n        case 0: return 'zero'\n        case [a, b]: return a + b\n        case {'k': k}: return k\n        case str(s): return s.upper()\n        case _ if v > 5: return 'big'\n        case _: return 'other'\nprint(f(0), f([1, 2]), f({'k': 9}), f('x'), f(7), f(3))",
    "zero 3 9 X big other",
  ],
  [
    "import math\nprint(math.fmod(-7.5, 2), math.remainder(7, 2), math.remainder(5, 2), math.modf(-2.5), math.dist([1, 2], [4, 6]), math.gamma(5), math.prod([0.5, 2]))",
    "-1.5 -1.0 1.0 (-0.5, -2.0) 5.0 24.0 1.0",
  ],
  [
    "import math\nprint(math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.gcd(12, 18), math.lcm(4, 6), math.factorial(6), math.prod([2, 3]), math.acosh(1))",
    "10 20 4 6 12 720 6 0.0",
  ],
  ["import math\ntry:\n    math.fmod(1, 0)\nexcept ValueError as e:\n    print(e)", "math domain error"],
  ["if (n := len([1, 2])) > 1:\n    print(n)", "2"],
  [
    "x = torch.tensor([1.0, 2.5])\nprint(x, x * 2, x.shape, x.dtype, x.sum().item(), (x > 1).tolist())",
    "tensor([1.0000, 2.5000]) tensor([2., 5.]) torch.Size([2]) torch.float32 3.5 [False, True]",
  ],
  [
    "print(torch.arange(6).reshape(2, 3)[:, 1:], torch.tensor(3), torch.zeros(1, 2, dtype=torch.float64))",
    "tensor([[1, 2],\n        [4, 5]]) tensor(3) tensor([[0., 0.]], dtype=torch.float64)",
  ],
  [
    "x = torch.ones(2, requires_grad=True)\ny = (x * 3).sum()\ny.backward()\nprint(x.grad, y)",
    "tensor([3., 3.]) tensor(6., grad_fn=<SumBackward0>)",
  ],
];

test.each(said)("prints as Python does: %s", (source, output) => {
  expect(printed(source)).toBe(output);
});

/** Python's own words, and the line. */
const refused: readonly (readonly [source: string, message: string | RegExp, line: number])[] = [
  ["def forward(p, t)\n    return p\n", "expected ':'", 1],
  ["def forward(p, t):\n    x = 1\n      y = 2\n", "unexpected indent", 3],
  ["def forward(p, t):\nreturn p\n", "expected an indented block after function definition on line 1", 2],
  ["def forward(p, t):\n    return (p - t\n", "'(' was never closed", 2],
  ["def forward(p, p):\n    return p\n", "duplicate argument 'p' in function definition", 1],
  ["async def forward(p, t):\n    return p\n", /^async is not supported/, 1],
  ["def forward(p, t):\n    return b'x'\n", /^bytes are not supported/, 2],
  ["from torch import *\ndef forward(p, t):\n    return p\n", /^import the names you need from torch/, 1],
  ["def forward(p, t):\n    return 99999999999999999999 * p\n", /^integers beyond 2\*\*53/, 2],
  ["print('no loss here')\n", /^There is no loss here/, 1],
];

test.each(refused)("refuses, with the line: %s", (source, message, line) => {
  try {
    load(source, {});
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { diagnostic } = error;
    if (typeof message === "string") expect(diagnostic.message).toBe(message);
    else expect(diagnostic.message).toMatch(message);
    expect(source.slice(0, diagnostic.start).split("\n")).toHaveLength(line);
    return;
  }
  throw new Error("nothing was refused");
});

describe("whatever is compiled", () => {
  const name = fc.constantFrom("p", "t", "x", "self", "torch", "F", "undefined_name", "delta");
  const leaf = fc.oneof(name, fc.constantFrom("1", "0.5", "'s'", "None", "True", "...", "[]", "{}", "()"));
  const { expression } = fc.letrec<{ expression: string }>((tie) => {
    const e = tie("expression");
    return {
      expression: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc
          .tuple(
            e,
            fc.constantFrom("+", "-", "*", "/", "//", "%", "**", "@", "&", "<", "==", "in", "is not", "and", "or"),
            e,
          )
          .map(([a, o, b]) => `(${a} ${o} ${b})`),
        fc.tuple(fc.constantFrom("-", "~", "not ", "+"), e).map(([o, a]) => `(${o}${a})`),
        fc.tuple(e, e, e).map(([a, b, c]) => `(${a} if ${b} else ${c})`),
        fc.tuple(e, fc.constantFrom("mean", "shape", "x")).map(([a, n]) => `${a}.${n}`),
        fc.tuple(e, fc.array(e, { maxLength: 2 })).map(([f, args]) => `${f}(${args.join(", ")})`),
        fc.tuple(e, e, e).map(([a, b, c]) => `${a}[${b}:${c}, None]`),
        fc.tuple(e, e).map(([a, b]) => `[${a} for x in ${b} if x]`),
        e.map((a) => `(lambda x, y=1: ${a})`),
        e.map((a) => `f"{${a.replaceAll(/['"{}\\]/g, "")}}"`),
        fc.tuple(e, e).map(([a, b]) => `{${a}: ${b}}`),
      ),
    };
  });
  const statement = fc.oneof(
    expression.map((e) => `return ${e}`),
    fc.tuple(name, expression).map(([n, e]) => `${n} = ${e}`),
    fc.tuple(name, expression).map(([n, e]) => `${n}[0] += ${e}`),
    expression.map((e) => `if ${e}:\n        pass\n    else:\n        x = ${e}`),
    expression.map((e) => `for x, y in ${e}:\n        break`),
    expression.map((e) => `with torch.no_grad():\n        x = ${e}`),
    expression.map((e) => `try:\n        raise ${e}\n    except Exception as error:\n        pass`),
    fc.constantFrom("pass", "assert p, t", "del x", "global g", "x: int = 3", "import math", "a, *b = p"),
  );
  const program = fc
    .array(statement, { minLength: 1, maxLength: 4 })
    .map((lines) => `def forward(p, t):\n${lines.map((line) => `    ${line}`).join("\n")}\n`);

  const check = (source: string) => {
    const { program: compiled, diagnostics } = compile(source);
    for (const { start, end } of [...diagnostics, ...(compiled?.probes ?? []), ...(compiled?.loops ?? [])]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(source.length + 1);
    }
    // What came out is a script.
    if (compiled !== null) expect(() => new Function("__losslab", compiled.js)).not.toThrow();
    else expect(diagnostics).not.toEqual([]);
  };

  test("of programs from a grammar, every range lies within the source", () => {
    fc.assert(fc.property(program, check), { numRuns: 300 });
  });

  test.each([
    // An annotation in a chain of assignments.
    "def forward(p, t):\n    x = und5U:fined_name.mean\n",
    "x = y: int\n",
  ])("of what was once found not to be, likewise: %j", (source) => {
    check(source);
  });

  test("of programs that are cut off or mangled, likewise", () => {
    fc.assert(
      fc.property(program, fc.nat(), fc.string({ maxLength: 3 }), (source, at, noise) => {
        const place = at % source.length;
        check(source.slice(0, place) + noise);
        check(source.slice(0, place) + noise + source.slice(place + 1));
      }),
      { numRuns: 200 },
    );
  });
});

describe("of several losses", () => {
  const pinball = `class PinballLoss(nn.Module):
    def __init__(self, q):
        super().__init__()
        self.q = q
    def forward(self, p, t):
        return torch.max(self.q * (t - p), (self.q - 1) * (t - p)).mean()
`;
  const tail = `class Tail(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = PinballLoss(0.9)
    def forward(self, predictions, targets):
        return self.inner(predictions, targets)
`;
  test.each([
    ["the one made of another is meant", `${pinball}${tail}`, "Tail"],
    ["the one made of another is meant, whichever stands first", `${tail}${pinball}`, "Tail"],
    [
      "the one made of another is meant, though that could stand alone",
      `${pinball.replace("q)", "q=0.5)")}${tail}`,
      "Tail",
    ],
    [
      "one that can be constructed is meant",
      `${pinball}${pinball.replace("q)", "q=0.5)").replace("PinballLoss", "HalfLoss")}`,
      "HalfLoss",
    ],
    [
      "the loss is meant, and not the model that has it",
      `${pinball.replace("q)", "q=0.5)")}${tail.replace("predictions, targets):", "x, y):").replace("Tail", "Net")}`,
      "PinballLoss",
    ],
    ["the only one is taken, though it lacks arguments", pinball, "PinballLoss"],
    [
      "the last of those that are alike is taken",
      `${pinball}${pinball.replace("PinballLoss", "OtherLoss")}`,
      "OtherLoss",
    ],
  ])("%s", (_what, source, name) => {
    expect(compile(source).program?.entry.name).toBe(name);
  });
});
