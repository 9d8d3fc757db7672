import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cleaned } from "./clean.ts";

const table: readonly (readonly [name: string, pasted: string, cleaned: string, kinds: readonly string[]])[] = [
  [
    "prompts, and what was printed between them",
    ">>> import torch\n>>> def f(p, t):\n...     d = p - t\n...     return d.abs().mean()\n...\n>>> f(torch.ones(2), torch.zeros(2))\ntensor(1.)\n",
    "import torch\ndef f(p, t):\n    d = p - t\n    return d.abs().mean()\n\nf(torch.ones(2), torch.zeros(2))\n",
    ["prompt", "output"],
  ],
  [
    "an interpreter's banner, and a traceback",
    'Python 3.11.4 (main) on linux\nType "help" for more.\n>>> f = lambda p, t: p\n>>> f(1)\nTraceback (most recent call last):\n  File "<stdin>", line 1\nTypeError: missing\n',
    "f = lambda p, t: p\nf(1)\n",
    ["output", "prompt"],
  ],
  [
    "IPython's prompts",
    "In [3]: import torch\n\nIn [4]: def f(p, t):\n   ...:     return (p - t).abs().mean()\n   ...: \n\nIn [5]: f(1, 2)\nOut[5]: tensor(1.)\n",
    "import torch\n\ndef f(p, t):\n    return (p - t).abs().mean()\n\n\nf(1, 2)\n",
    ["prompt", "output"],
  ],
  [
    "prompts on lines of their own",
    "In [3]:\nimport torch\ndef f(p, t):\n    return p\n\nIn [4]:\nf(1, 2)\nOut[4]:\ntensor(1.)\n",
    "import torch\ndef f(p, t):\n    return p\n\nf(1, 2)\n",
    ["prompt", "output"],
  ],
  [
    "a notebook's magics, but no remainder",
    "%matplotlib inline\n!pip install torch\n%%time\nimport torch\nx = (5\n  % 3)\ndef f(p, t):\n    return p\n",
    "import torch\nx = (5\n  % 3)\ndef f(p, t):\n    return p\n",
    ["magic"],
  ],
  [
    "fences and the words round them",
    "Here is, don't laugh, the loss:\n\n```python\nimport torch\n```\n\nand then\n\n```py\ndef f(p, t):\n    return p\n```\n\n```bash\npip install x\n```\nThanks!",
    "import torch\n\ndef f(p, t):\n    return p\n",
    ["prose", "fence", "block"],
  ],
  ["a fence that was left behind", "def f(x):\n    return x\n```\n", "def f(x):\n    return x\n", ["fence"]],
  ["fences of TypeScript", "~~~ts\nconst f = (p) => p;\n~~~", "const f = (p) => p;\n", ["fence"]],
  [
    "line numbers",
    "1  def f(p, t):\n2      return p\n3\n4  class A:\n5      pass\n",
    "def f(p, t):\n    return p\n\nclass A:\n    pass\n",
    ["line-number", "indentation"],
  ],
  ["line numbers with bars", " 9 | def f(p, t):\n10 |     return p\n", "def f(p, t):\n    return p\n", ["line-number"]],
  [
    "a column of numbers",
    "1\n2\n3\ndef f(p):\n    x = 1\n    return p\n",
    "def f(p):\n    x = 1\n    return p\n",
    ["line-number"],
  ],
  [
    "numbers on every second line",
    "1\ndef f(p):\n2\n    x = 1\n3\n    return p\n",
    "def f(p):\n    x = 1\n    return p\n",
    ["line-number"],
  ],
  [
    "common indentation, but not a string's",
    "    def f(p):\n        s = '''a\n  b\n        '''\n        return p\n",
    "def f(p):\n    s = '''a\n  b\n        '''\n    return p\n",
    ["indentation"],
  ],
  [
    "spaces that do not break, but not a string's or a comment's",
    "def f(p):\n\u00a0\u00a0\u00a0\u00a0return '\u00a0' # a\u00a0b\n",
    "def f(p):\n    return '\u00a0' # a\u00a0b\n",
    ["space"],
  ],
  [
    "curly quotes, but not within a string",
    "def f(p, r=“mean”):\n    s = 'it’s “x”'\n    return ‘a’\n",
    "def f(p, r=\"mean\"):\n    s = 'it’s “x”'\n    return 'a'\n",
    ["quote"],
  ],
  [
    "ends of lines, tabs and what has no width",
    "\ufeffdef f(p):\r\n\treturn p\u200b\r\n",
    "def f(p):\n    return p\n",
    ["invisible", "line-end", "tab"],
  ],
];

test.each(table)("takes off %s", (_, pasted, expected, kinds) => {
  const { text, removals } = cleaned(pasted, "python");
  expect(text).toBe(expected);
  expect(new Set(removals.map(({ kind }) => kind))).toEqual(new Set(kinds));
});

test.each(table)("says where it took off %s", (_, pasted, expected) => {
  const { removals } = cleaned(pasted, "python");
  // What was pasted, with each removal made where it says it was, is what came out.
  const made = removals.reduceRight(
    (text, { start, end, became }) => text.slice(0, start) + became + text.slice(end),
    pasted,
  );
  expect(made).toBe(expected);
});

test("nothing is taken off a second time", () => {
  for (const [, pasted] of table) {
    const { text } = cleaned(pasted, "python");
    expect(cleaned(text, "python")).toEqual({ text, removals: [] });
  }
});

test.each([
  [
    "a docstring that quotes fences and prompts",
    "def f(p):\n    '''Use:\n\n    ```python\n    >>> f(2)\n    2\n    ```\n    '''\n    return p\n",
  ],
  ["numbers in a table", "table = [\n    1, 2,\n    2, 3,\n]\ndef f(p):\n    return p\n"],
  ["an ellipsis", "def f(p):\n    ...\n"],
  ["a shift", "function f(a) {\n  return a\n    >>> 2;\n}\n"],
  ["a template's lines", "function f(a) {\n  return `\n\u00a0\tb\n`;\n}\n"],
])("leaves %s alone", (_, text) => {
  expect(cleaned(text, "python")).toEqual({ text, removals: [] });
});

test.each(["engine/testdata/forum/programs", "engine/testdata/programs"])(
  "leaves every program in %s alone",
  (folder) => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".py"))) {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      expect(cleaned(text, "python"), name).toEqual({ text, removals: [] });
    }
  },
);

test("what goes into a block keeps its indentation", () => {
  expect(cleaned("        x = 1\n        y = 2\n", "python", false).removals).toEqual([]);
});
