import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nodesIn } from "./nodes.ts";
import type { SyntaxNode } from "./syntax.ts";

const first = (node: SyntaxNode, type: string): SyntaxNode | null =>
  node.type === type ? node : (node.children.map((child) => child && first(child, type)).find(Boolean) ?? null);

const programs = readdirSync("engine/testdata", { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".py"),
);

test("every program of the tests has its nodes", () => {
  expect(programs.length).toBeGreaterThan(1000);
  for (const path of programs)
    expect(() => nodesIn(readFileSync(`engine/testdata/${path}`, "utf8")), path).not.toThrow();
});

test("a call and an operator in an f-string have their tokens, wherever it stands", () => {
  const root = nodesIn("print(f'{a(b)[0]} {c * 2:>{w}}', f'{f\"{d(e)}\"}', len(x))\n");
  const call = first(root, "string");
  expect(call && first(call, "call")?.childForFieldName("arguments")?.text).toBe("(b)");
  expect(call && first(call, "binary_operator")?.childForFieldName("operator")?.text).toBe("*");
  expect(first(root, "call")?.childForFieldName("arguments")?.text).toMatch(/^\(f'.*len\(x\)\)$/);
});
