import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recognised } from "./recognise.ts";

const python = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")] as const);

test.each([...python("engine/testdata/forum/programs"), ...python("engine/testdata/programs")])(
  "%s is Python",
  (_, text) => {
    expect(recognised(text)).toMatchObject({ isSure: true, language: "python" });
  },
);

test.each([
  ["a function on one line", "def f(p, t): return (p - t).abs().mean()\n"],
  ["a body after a blank line and a comment", "def f(p, t):\n\n    # note\n    return p\n"],
  ["a class without bases", "class A:\n    pass"],
  ["annotations with braces and colons", "def f(a: dict[str, int] = {}, b: str = 'x') -> dict:\n    return a"],
  ["TypeScript in its docstring", "def f(x):\n    '''function g() { return 1; }'''\n    return x"],
])("Python that defines something: %s", (_, text) => {
  expect(recognised(text)).toEqual({ isSure: true, language: "python", defines: true });
});

test.each([
  ["a lambda", "f = lambda p, t: (p - t).abs().mean()"],
  ["imports", "import torch\nfrom torch import nn\n"],
  ["bare assignments", "x = torch.ones(2)\nloss = x.sum()\nprint(loss)\n"],
])("Python that defines nothing: %s", (_, text) => {
  expect(recognised(text)).toEqual({ isSure: true, language: "python", defines: false });
});

test.each([
  ["an arrow", "const f = (p, t) => p.sub(t).abs().mean();"],
  [
    "Python in a comment",
    "// a def x(): of old\n/*\ndef forward(p):\n    return p\n*/\nfunction forward(p, t) {\n  return p;\n}",
  ],
  ["types", "export class A extends nn.Module {\n  forward(p: Tensor, t: Tensor) {\n    return p.sub(t);\n  }\n}"],
  ["Python in a template", "const text = `\ndef f(x):\n    return x\n`;\nfunction forward(p, t) {\n  return p;\n}"],
])("TypeScript: %s", (_, text) => {
  expect(recognised(text)).toEqual({ isSure: true, language: "typescript", defines: true });
});

test.each([
  ["nothing", " \n"],
  ["JSON", '{\n  "name": "focal",\n  "gamma": [1, 2]\n}'],
  ["a table", "x,y\n1,2\n3,4"],
  ["prose", "The focal loss is defined as follows: for each sample\nwe import torch, and if you like:\n  - one\n"],
  ["prose with a formula", "with the loss function f(x) { see below } in mind"],
  ["markup", "<div>def x</div>"],
  ["a word", "predictions"],
  ["an expression", "torch.mean(torch.abs(error))"],
  ["a statement of both languages", "return (a - b).abs().mean()"],
  ["half a head", "def forward(self,"],
  ["a head without a body", "class Foo extends Bar {"],
  ["half a line", "x = torch.abs(pred"],
  ["half a declaration", "const x ="],
  ["both at once", "def f(x):\n    return x\n\nfunction g(x) {\n  return x;\n}"],
])("nobody can be sure of %s", (_, text) => {
  expect(recognised(text)).toEqual({ isSure: false });
});
