import { describe, expect, test } from "vitest";
import { scopeOf } from "../testing/docs-scope.ts";
import { opFamilies } from "./registry.ts";

describe("the example of", () => {
  const rows = opFamilies.flatMap(({ ops }) =>
    ops.filter(({ places }) => places.length > 0).map((op) => [op.name, op.doc.example] as const),
  );
  test.each(rows)("%s runs as it is written", (name, example) => {
    const names = scopeOf(name);
    const body = example.startsWith("const ") ? `${example}; return 0;` : `return ${example};`;
    expect(() => new Function(...Object.keys(names), body)(...Object.values(names))).not.toThrow();
  });
});

test("every op says what it does, its formula, its shapes, and has an example", () => {
  for (const { ops } of opFamilies) {
    for (const { name, doc, places } of ops) {
      if (places.length === 0) continue;
      expect([name, doc.summary.length > 3, doc.formula !== "", doc.shape !== "", doc.example !== ""]).toEqual([
        name,
        true,
        true,
        true,
        true,
      ]);
      expect(doc.summary.endsWith("."), `${name}: ${doc.summary}`).toBe(true);
    }
  }
});
